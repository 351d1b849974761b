package org.holdfast.mentorship.fit;

import java.util.List;

import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.people.People.in;
import static org.holdfast.mentorship.people.People.mentee;
import static org.holdfast.mentorship.people.People.mentor;
import static org.holdfast.mentorship.people.People.speaking;

class CriterionTests {

	private static final Agency AGENCY = new Agency(List.of(),
			List.of(new Unit("root", null, null), new Unit("department", "root", null),
					new Unit("team", "department", null), new Unit("sister", "department", null),
					new Unit("elsewhere", "root", null)),
			Circumstances.NONE);

	@Test
	void allCriteriaTogetherAreWorthOneHundred() {
		assertThat(Criterion.ALL.stream().mapToInt(Criterion::atMost).sum()).isEqualTo(100);
		Pair best = pair(in("elsewhere", mentor("a", 2, "court-work", "self-care")),
				in("team", mentee("b", "court-work", "self-care")), 0);
		assertThat(best.score()).isEqualTo(100);
	}

	@Test
	void thePointsAddUpToTheScoreAndSayWhy() {
		Pair pair = pair(in("sister", mentor("a", 2, "court-work")), in("team", mentee("b", "court-work", "self-care")),
				1);
		assertThat(pair.points()).containsExactly(new Points("skills", 30, "offers 1 of 2 wanted: court-work"),
				new Points("perspective", 10, "works in a neighbouring unit"),
				new Points("languages", 10, "both speak en"), new Points("load", 8, "has 1 of 2 places free"));
		assertThat(pair.score()).isEqualTo(58);
	}

	@Test
	void skillsGiveTheShareOfWhatIsWanted() {
		assertThat(points("skills", mentor("a", 1, "x", "y", "z"), mentee("b", "x", "y", "w")))
			.isEqualTo(new Points("skills", 40, "offers 2 of 3 wanted: x, y"));
		assertThat(points("skills", mentor("a", 1, "x"), mentee("b", "y")))
			.isEqualTo(new Points("skills", 0, "offers none of the 1 wanted"));
		assertThat(points("skills", mentor("a", 1, "x"), mentee("b")))
			.isEqualTo(new Points("skills", 30, "asks for nothing in particular"));
	}

	@Test
	void theFurtherAwayTheMorePerspective() {
		assertThat(points("perspective", in("team", mentor("a", 1)), in("team", mentee("b"))).points()).isZero();
		assertThat(points("perspective", in("department", mentor("a", 1)), in("team", mentee("b"))).points())
			.isEqualTo(10);
		assertThat(points("perspective", in("elsewhere", mentor("a", 1)), in("team", mentee("b"))).points())
			.isEqualTo(15);
	}

	@Test
	void languagesGiveTheShareOfThoseTheMenteeSpeaks() {
		assertThat(points("languages", speaking(mentor("a", 1), "en", "es"), speaking(mentee("b"), "es", "ar")))
			.isEqualTo(new Points("languages", 5, "both speak es"));
	}

	@Test
	void eachFurtherPlaceIsWorthLess() {
		Colleague mentor = in("elsewhere", mentor("a", 3));
		assertThat(List.of(0, 1, 2))
			.map((taken) -> pair(mentor, in("team", mentee("b")), taken).points().getLast().points())
			.containsExactly(15, 10, 5);
	}

	private static Points points(String criterion, Colleague mentor, Colleague mentee) {
		return pair(mentor, mentee, 0).points()
			.stream()
			.filter((points) -> points.criterion().equals(criterion))
			.findFirst()
			.orElseThrow();
	}

	private static Pair pair(Colleague mentor, Colleague mentee, int taken) {
		return new Pair(AGENCY, mentor, mentee, taken);
	}

}
