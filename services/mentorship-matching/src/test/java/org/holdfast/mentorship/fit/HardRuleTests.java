package org.holdfast.mentorship.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Circumstances.Two;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Colleague.AsMentee;
import org.holdfast.mentorship.people.Colleague.AsMentor;
import org.holdfast.mentorship.people.Colleague.Mentoring;
import org.holdfast.mentorship.people.People;
import org.holdfast.mentorship.people.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.people.People.both;
import static org.holdfast.mentorship.people.People.gone;
import static org.holdfast.mentorship.people.People.mentee;
import static org.holdfast.mentorship.people.People.mentor;
import static org.holdfast.mentorship.people.People.mentoring;
import static org.holdfast.mentorship.people.People.person;
import static org.holdfast.mentorship.people.People.speaking;
import static org.holdfast.mentorship.people.People.under;

class HardRuleTests {

	private static final Colleague MENTOR = mentor("mentor", 1);

	private static final Colleague MENTEE = mentee("mentee");

	@Test
	void twoWhoOptedInAndHaveNothingInTheWayMayBePaired() {
		assertThat(brokenBy(MENTOR, MENTEE, 0)).isEmpty();
	}

	@Test
	void bothMustHaveOptedIn() {
		assertThat(brokenBy(person("mentor"), MENTEE, 0)).hasValue("bothOptedIn");
		assertThat(brokenBy(MENTOR, person("mentee"), 0)).hasValue("bothOptedIn");
		assertThat(brokenBy(MENTEE, MENTOR, 0)).hasValue("bothOptedIn");
	}

	@Test
	void bothMustBeActive() {
		assertThat(brokenBy(gone(MENTOR), MENTEE, 0)).hasValue("bothActive");
		assertThat(brokenBy(MENTOR, gone(MENTEE), 0)).hasValue("bothActive");
	}

	@Test
	void nobodyMentorsThemself() {
		Colleague person = both("a", 3);
		assertThat(brokenBy(person, person, 0)).hasValue("notOneself");
	}

	@Test
	void nobodyMentorsWhomTheyManageHoweverFarDown() {
		assertThat(brokenBy(MENTOR, under("mentor", MENTEE), 0)).hasValue("notInOwnLineOfManagement");
		assertThat(brokenBy(MENTOR, under("between", MENTEE), 0, under("mentor", person("between"))))
			.hasValue("notInOwnLineOfManagement");
	}

	@Test
	void nobodyIsMentoredByWhomTheyManage() {
		assertThat(brokenBy(under("mentee", MENTOR), MENTEE, 0)).hasValue("notInOwnLineOfManagement");
		assertThat(brokenBy(under("between", MENTOR), MENTEE, 0, under("mentee", person("between"))))
			.hasValue("notInOwnLineOfManagement");
	}

	@Test
	void theLeadOfAUnitOrOfOneAboveItIsNoMentorOfItsPeople() {
		List<Unit> units = List.of(new Unit("top", null, "mentor"), new Unit("team", "top", null),
				new Unit("U-mentor", null, null));
		Agency agency = new Agency(List.of(MENTOR, People.in("team", MENTEE)), units, Circumstances.NONE);
		assertThat(HardRule.brokenBy(new Pair(agency, Programme.USUAL, MENTOR, People.in("team", MENTEE), 0))
			.map(HardRule::name)).hasValue("notInOwnLineOfManagement");
		assertThat(HardRule.allow(new Pair(agency, Programme.USUAL, MENTOR, People.in("top", MENTEE), 0))).isFalse();
	}

	@Test
	void twoWhoDoNotShareALanguageAreNotPaired() {
		assertThat(brokenBy(speaking(MENTOR, "en", "es"), speaking(MENTEE, "so", "ar"), 0)).hasValue("sharesALanguage");
		assertThat(brokenBy(speaking(MENTOR, "en", "es"), speaking(MENTEE, "so", "es"), 0)).isEmpty();
	}

	@Test
	void aNewPairNeedsAPlaceButALivingOneKeepsItsOwn() {
		assertThat(HardRule.allow(pair(MENTOR, MENTEE, 0))).isTrue();
		assertThat(HardRule.allow(pair(MENTOR, MENTEE, 1))).isFalse();
		assertThat(brokenBy(MENTOR, MENTEE, 1)).isEmpty();
		assertThat(brokenBy(mentor("mentor", 0), MENTEE, 1)).isEmpty();
	}

	@Test
	void nobodyNewIsPairedWhileTheirLineOfManagementIsNotKnownButALivingPairStays() {
		Pair early = pair(MENTOR, under("not-heard-of-yet", MENTEE), 0);
		assertThat(HardRule.allow(early)).isFalse();
		assertThat(HardRule.brokenBy(early)).isEmpty();
	}

	@Test
	void whoDoesNotWantTheOtherIsNotPairedWithThemAndALivingPairEnds() {
		Pair pair = in(new Circumstances(LocalDate.EPOCH, Set.of(), Set.of(new Two("mentee", "mentor")), Set.of()));
		assertThat(HardRule.brokenBy(pair).map(HardRule::name)).hasValue("notKeptApart");
		assertThat(HardRule.allow(pair)).isFalse();
	}

	@Test
	void whoIsOnHoldGetsNoProposalButKeepsALivingPair() {
		for (String staffId : List.of("mentor", "mentee")) {
			Pair pair = in(new Circumstances(LocalDate.EPOCH, Set.of(staffId), Set.of(), Set.of()));
			assertThat(HardRule.brokenByProposed(pair).map(HardRule::name)).hasValue("neitherOnHold");
			assertThat(HardRule.brokenBy(pair)).isEmpty();
			assertThat(HardRule.allow(pair)).isFalse();
		}
	}

	@Test
	void twoOfWhomOneChoseOtherwiseAreNotProposedAgain() {
		Pair pair = in(new Circumstances(LocalDate.EPOCH, Set.of(), Set.of(), Set.of(new Two("mentor", "mentee"))));
		assertThat(HardRule.allow(pair)).isFalse();
		assertThat(HardRule.brokenByProposed(pair)).isEmpty();
	}

	@Test
	void theProgrammeMayWantDifferentUnitsAndEnoughCommonTimes() {
		Programme strict = new Programme(2, Programme.USUAL.weights(), true, 2, true, Programme.Mode.best, null);
		List<Unit> units = List.of(new Unit("team", null, null), new Unit("U-mentor", null, null));
		Colleague near = People.in("team", MENTOR);
		Colleague mentee = People.meeting(People.in("team", MENTEE), Set.of(), Set.of("mon-am", "fri-pm"), Set.of());
		Colleague seldom = People.meeting(MENTOR, Set.of(), Set.of("mon-am", "tue-am"), Set.of());
		assertThat(allowed(units, Programme.USUAL, near, mentee)).isTrue();
		assertThat(allowed(units, strict, near, mentee)).isFalse();
		assertThat(allowed(units, strict, MENTOR, mentee)).isTrue();
		assertThat(allowed(units, Programme.USUAL, seldom, mentee)).isTrue();
		assertThat(allowed(units, strict, seldom, mentee)).isFalse();
	}

	private static boolean allowed(List<Unit> units, Programme programme, Colleague mentor, Colleague mentee) {
		return HardRule.allow(
				new Pair(new Agency(List.of(mentor, mentee), units, Circumstances.NONE), programme, mentor, mentee, 0));
	}

	@Test
	void onlyWhatIsAboutWorkIsTold() {
		assertThat(HardRule.ALL).extracting(HardRule::name)
			.filteredOn(HardRule::isAboutWork)
			.containsExactly("notInOwnLineOfManagement", "sharesALanguage");
	}

	private static Pair in(Circumstances circumstances) {
		List<Colleague> people = List.of(MENTOR, MENTEE);
		return new Pair(new Agency(people, people.stream().map(People::unitOf).toList(), circumstances),
				Programme.USUAL, MENTOR, MENTEE, 0);
	}

	@Test
	void everyRuleHasANameOfItsOwnAndIsDecisive() {
		assertThat(HardRule.ALL).extracting(HardRule::name)
			.containsExactly("bothOptedIn", "bothActive", "notOneself", "notInOwnLineOfManagement", "sharesALanguage",
					"notKeptApart", "neitherOnHold", "linesOfManagementAreKnown", "inDifferentUnits",
					"enoughCommonTimes", "notTriedBefore", "mentorHasAPlaceLeft");
	}

	@Test
	void whoIsBothMayMentorOneAndBeMentoredByAnother() {
		Colleague person = People.with(MENTOR, mentoring(People.offering(1), People.asking()));
		assertThat(HardRule.allow(pair(person, MENTEE, 0))).isTrue();
		assertThat(HardRule.allow(pair(mentor("another", 1), person, 0))).isTrue();
	}

	private static Optional<String> brokenBy(Colleague mentor, Colleague mentee, int taken, Colleague... others) {
		return HardRule.brokenBy(pair(mentor, mentee, taken, others)).map(HardRule::name);
	}

	private static Pair pair(Colleague mentor, Colleague mentee, int taken, Colleague... others) {
		List<Colleague> people = new ArrayList<>(List.of(others));
		people.add(mentor);
		if (!mentee.staffId().equals(mentor.staffId())) {
			people.add(mentee);
		}
		return new Pair(new Agency(people, people.stream().map(People::unitOf).toList(), Circumstances.NONE),
				Programme.USUAL, mentor, mentee, taken);
	}

}
