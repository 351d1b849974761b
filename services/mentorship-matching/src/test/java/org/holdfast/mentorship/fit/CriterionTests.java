package org.holdfast.mentorship.fit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Colleague.AsMentee;
import org.holdfast.mentorship.people.Colleague.AsMentor;
import org.holdfast.mentorship.people.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.holdfast.mentorship.people.People.at;
import static org.holdfast.mentorship.people.People.meeting;
import static org.holdfast.mentorship.people.People.mentoring;
import static org.holdfast.mentorship.people.People.since;
import static org.holdfast.mentorship.people.People.with;
import static org.holdfast.mentorship.people.People.in;
import static org.holdfast.mentorship.people.People.mentee;
import static org.holdfast.mentorship.people.People.mentor;
import static org.holdfast.mentorship.people.People.speaking;

class CriterionTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 5, 18);

	private static final Agency AGENCY = new Agency(List.of(),
			List.of(new Unit("root", null, null), new Unit("department", "root", null),
					new Unit("team", "department", null), new Unit("sister", "department", null),
					new Unit("elsewhere", "root", null)),
			new Circumstances(TODAY, Set.of(), Set.of(), Set.of()));

	@Test
	void allCriteriaTogetherAreWorthOneHundred() {
		assertThat(Criterion.ALL.stream().mapToInt(Criterion::usualWeight).sum()).isEqualTo(100);
		assertThat(best().score()).isEqualTo(100);
	}

	private static Pair best() {
		Colleague mentor = since(LocalDate.of(2010, 1, 1),
				at("Quay", meeting(
						in("elsewhere",
								with(mentor("a", 2),
										mentoring(new AsMentor(2, Set.of("court-work", "self-care"),
												Set.of("leadership"), "newcomers"), null))),
						Set.of("youth", "school"), Set.of(), Set.of())));
		Colleague mentee = since(TODAY.minusYears(1),
				at("Quay", meeting(
						in("team",
								with(mentee("b"),
										mentoring(null,
												new AsMentee(Set.of("court-work", "self-care"), Set.of("leadership"),
														"more-experienced")))),
						Set.of("youth"), Set.of(), Set.of("in-person"))));
		return pair(mentor, mentee, 0);
	}

	@Test
	void thePointsAddUpToTheScoreAndSayWhy() {
		Pair pair = pair(in("sister", mentor("a", 2, "court-work")), in("team", mentee("b", "court-work", "self-care")),
				1);
		assertThat(pair.points()).containsExactly(new Points("skills", 18, "offers 1 of 2 wanted: court-work"),
				new Points("experience", 5, "how long both have been here is not known"),
				new Points("direction", 5, "asks for nothing in particular"),
				new Points("caseload", 5, "what both work with is not known"),
				new Points("perspective", 7, "works in a neighbouring unit"),
				new Points("languages", 5, "both speak en"), new Points("place", 5, "both meet online"),
				new Points("times", 5, "both can on 10 half days a week"),
				new Points("wishes", 5, "is what both would like"), new Points("load", 3, "has 1 of 2 places free"));
		assertThat(pair.score()).isEqualTo(63);
	}

	@Test
	void theOwnerSaysWhatACriterionIsWorth() {
		Map<String, Integer> weights = new HashMap<>(Programme.USUAL.weights());
		weights.replaceAll((criterion, weight) -> criterion.equals("skills") ? 100 : 0);
		Programme skillsOnly = new Programme(2, weights, false, 0, true, Programme.Mode.best, null);
		Pair pair = new Pair(AGENCY, skillsOnly, mentor("a", 2, "court-work"), mentee("b", "court-work", "self-care"),
				1);
		assertThat(pair.score()).isEqualTo(50);
		assertThat(pair.points()).hasSize(10);
	}

	@Test
	void weightsThatAreNot100InAllOrOfSomethingElseAreRefused() {
		Map<String, Integer> weights = new HashMap<>(Programme.USUAL.weights());
		weights.put("skills", 36);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Programme(2, weights, false, 0, true, Programme.Mode.best, null))
			.withMessageContaining("101");
		weights.put("skills", -65);
		weights.put("load", 105);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Programme(2, weights, false, 0, true, Programme.Mode.best, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Programme(2, Map.of("skills", 100), false, 0, true, Programme.Mode.best, null))
			.withMessageContaining("caseload");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Programme(2, Programme.USUAL.weights(), false, 11, true, Programme.Mode.best, null));
	}

	@Test
	void skillsGiveTheShareOfWhatIsWanted() {
		assertThat(points("skills", mentor("a", 1, "x", "y", "z"), mentee("b", "x", "y", "w")))
			.isEqualTo(new Points("skills", 23, "offers 2 of 3 wanted: x, y"));
		assertThat(points("skills", mentor("a", 1, "x"), mentee("b", "y")))
			.isEqualTo(new Points("skills", 0, "offers none of the 1 wanted"));
		assertThat(points("skills", mentor("a", 1, "x"), mentee("b")))
			.isEqualTo(new Points("skills", 18, "asks for nothing in particular"));
	}

	@Test
	void theFurtherAheadTheMentorIsTheMoreExperience() {
		Colleague mentee = since(LocalDate.of(2020, 1, 1), mentee("b"));
		assertThat(points("experience", since(LocalDate.of(2015, 1, 1), mentor("a", 1)), mentee))
			.isEqualTo(new Points("experience", 10, "has been here 5 years longer"));
		assertThat(points("experience", since(LocalDate.of(2018, 1, 1), mentor("a", 1)), mentee).points()).isEqualTo(4);
		assertThat(points("experience", since(LocalDate.of(2022, 1, 1), mentor("a", 1)), mentee))
			.isEqualTo(new Points("experience", 0, "has not been here longer"));
	}

	@Test
	void directionsGiveTheShareOfThoseTheMentorKnows() {
		Colleague mentee = with(mentee("b"),
				mentoring(null, new AsMentee(Set.of(), Set.of("leadership", "policy"), "anybody")));
		assertThat(points("direction",
				with(mentor("a", 1), mentoring(new AsMentor(1, Set.of(), Set.of("leadership"), "anybody"), null)),
				mentee))
			.isEqualTo(new Points("direction", 5, "knows the way to leadership"));
		assertThat(points("direction", mentor("a", 1), mentee))
			.isEqualTo(new Points("direction", 0, "has gone another way"));
	}

	@Test
	void caseloadsGiveTheShareOfTheMenteesThatTheMentorHasToo() {
		Colleague mentee = meeting(mentee("b"), Set.of("youth", "school"), Set.of(), Set.of());
		assertThat(points("caseload", meeting(mentor("a", 1), Set.of("youth"), Set.of(), Set.of()), mentee))
			.isEqualTo(new Points("caseload", 5, "works with youth too"));
		assertThat(points("caseload", meeting(mentor("a", 1), Set.of("intake"), Set.of(), Set.of()), mentee))
			.isEqualTo(new Points("caseload", 0, "works with others"));
	}

	@Test
	void theyMeetOnlineOrWhereBothWork() {
		Colleague inPerson = meeting(mentee("b"), Set.of(), Set.of(), Set.of("in-person"));
		assertThat(points("place", mentor("a", 1), mentee("b")).points()).isEqualTo(5);
		assertThat(points("place", at("Quay", mentor("a", 1)), at("Quay", inPerson)))
			.isEqualTo(new Points("place", 5, "works at the same place"));
		assertThat(points("place", at("Hill", mentor("a", 1)), at("Quay", inPerson)).points()).isZero();
		assertThat(points("place", mentor("a", 1), inPerson).points()).isEqualTo(3);
		assertThat(points("place", meeting(mentor("a", 1), Set.of(), Set.of(), Set.of("online")), inPerson).points())
			.isZero();
	}

	@Test
	void fewCommonTimesAreWorthLess() {
		Colleague mentee = meeting(mentee("b"), Set.of(), Set.of("mon-am", "tue-am"), Set.of());
		assertThat(points("times", mentor("a", 1), mentee).points()).isEqualTo(3);
		assertThat(points("times", meeting(mentor("a", 1), Set.of(), Set.of("mon-am"), Set.of()), mentee))
			.isEqualTo(new Points("times", 2, "both can on 1 half day a week"));
	}

	@Test
	void theWishesOfBothCountTheSame() {
		Colleague experienced = since(TODAY.minusYears(20), mentor("a", 1));
		Colleague wantingNewcomers = with(experienced,
				mentoring(new AsMentor(1, Set.of(), Set.of(), "newcomers"), null));
		Colleague newcomer = since(TODAY.minusYears(1), mentee("b"));
		Colleague wantingSimilar = with(newcomer,
				mentoring(null, new AsMentee(Set.of(), Set.of(), "similar-experience")));
		assertThat(points("wishes", experienced, newcomer).points()).isEqualTo(5);
		assertThat(points("wishes", wantingNewcomers, newcomer).points()).isEqualTo(5);
		assertThat(points("wishes", wantingNewcomers, wantingSimilar))
			.isEqualTo(new Points("wishes", 3, "is partly what the two would like"));
		assertThat(points("wishes", wantingNewcomers, since(TODAY.minusYears(9), wantingSimilar)))
			.isEqualTo(new Points("wishes", 0, "is what neither would rather have"));
		assertThat(points("wishes",
				with(wantingNewcomers, mentoring(new AsMentor(1, Set.of(), Set.of(), "experienced"), null)),
				since(TODAY.minusYears(9), newcomer))
			.points()).isEqualTo(5);
	}

	@Test
	void theFurtherAwayTheMorePerspective() {
		assertThat(points("perspective", in("team", mentor("a", 1)), in("team", mentee("b"))).points()).isZero();
		assertThat(points("perspective", in("department", mentor("a", 1)), in("team", mentee("b"))).points())
			.isEqualTo(7);
		assertThat(points("perspective", in("elsewhere", mentor("a", 1)), in("team", mentee("b"))).points())
			.isEqualTo(10);
	}

	@Test
	void languagesGiveTheShareOfThoseTheMenteeSpeaks() {
		assertThat(points("languages", speaking(mentor("a", 1), "en", "es"), speaking(mentee("b"), "es", "ar")))
			.isEqualTo(new Points("languages", 3, "both speak es"));
	}

	@Test
	void eachFurtherPlaceIsWorthLess() {
		Colleague mentor = in("elsewhere", mentor("a", 5));
		assertThat(List.of(0, 1, 2, 3, 4))
			.map((taken) -> pair(mentor, in("team", mentee("b")), taken).points().getLast().points())
			.containsExactly(5, 4, 3, 2, 1);
	}

	private static Points points(String criterion, Colleague mentor, Colleague mentee) {
		return pair(mentor, mentee, 0).points()
			.stream()
			.filter((points) -> points.criterion().equals(criterion))
			.findFirst()
			.orElseThrow();
	}

	private static Pair pair(Colleague mentor, Colleague mentee, int taken) {
		return new Pair(AGENCY, Programme.USUAL, mentor, mentee, taken);
	}

}
