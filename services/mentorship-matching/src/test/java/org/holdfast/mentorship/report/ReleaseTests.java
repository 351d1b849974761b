package org.holdfast.mentorship.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.holdfast.mentorship.relationship.Match;
import org.holdfast.mentorship.report.Fairness.Breakdown;
import org.holdfast.mentorship.report.World.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told, and that each rule is needed. */
class ReleaseTests {

	private static final Set<Rule> ALL = EnumSet.allOf(Rule.class);

	private static final Instant MARCH = Instant.parse("2026-03-20T08:00:00Z");

	@Test
	void unitsAreComparedByShareAndScore() {
		Fairness fairness = fairness(twoUnits().release(ALL));
		assertThat(fairness.from()).isNull();
		assertThat(fairness.to()).isEqualTo("2026-06-01T00:00:00Z");
		assertThat(fairness.total().people()).isEqualTo(new Band(20, 49));
		assertThat(fairness.total().matched()).isEqualTo(50);
		Breakdown units = Objects.requireNonNull(fairness.units());
		assertThat(units.lines()).containsExactly(new Fairness.Line(List.of("A"), new Band(20, 49), 80, 80),
				new Fairness.Line(List.of("B"), new Band(20, 49), 20, 60));
		assertThat(units.sharesDiffer()).isTrue();
		assertThat(units.scoresDiffer()).isTrue();
		assertThat(fairness.service()).as("nobody's start is known: one class").isNull();
	}

	@Test
	void unitsThatAreAlikeAreNotSaidToDiffer() {
		Breakdown units = Objects.requireNonNull(fairness(new World().found(12, Kind.in("A"))
			.inVain(8, Kind.in("A"))
			.others(20, Kind.in("A"))
			.found(10, Kind.in("B"))
			.inVain(10, Kind.in("B"))
			.others(20, Kind.in("B"))
			.release(ALL)).units());
		assertThat(units.sharesDiffer()).isFalse();
		assertThat(units.scoresDiffer()).isFalse();
	}

	@Test
	void aSmallUnitIsToldTogetherWithItsNeighbourInTheTree() {
		World world = twoUnits().unit("D", null)
			.unit("B", "D")
			.unit("C", "D")
			.found(2, Kind.in("C"))
			.inVain(2, Kind.in("C"));
		assertThat(lines(fairness(world.release(ALL)).units())).containsExactly(List.of("A"), List.of("B", "C"));
	}

	@Test
	void aWaitIsCountedWhenItsNinetiethDayIsOver() {
		World world = twoUnits().waiting(20, Kind.in("A"), MARCH);
		Release may = world.release(ALL);
		assertThat(fairness(may).total().matched()).isEqualTo(50);
		Release june = world.release(ALL, may);
		assertThat(june.fairness()).as("nobody found anybody in the time that is counted in June")
			.isEqualTo(may.fairness());
	}

	// each rule left out

	@Test
	void withoutAtLeastFiveALineStandsForOnePerson() {
		World world = twoUnits().found(9, Kind.in("C")).inVain(1, Kind.in("C")).others(9, Kind.in("C"));
		assertThat(lines(fairness(world.release(ALL)).units())).containsExactly(List.of("A"), List.of("B", "C"));
		assertThat(lines(fairness(world.release(without(Rule.AT_LEAST_FIVE))).units())).contains(List.of("C"));
	}

	@Test
	void withoutAtLeastFiveOthersItIsToldThatAllOfAUnitWait() {
		World world = twoUnits().found(6, Kind.in("C")).inVain(8, Kind.in("C"));
		assertThat(lines(fairness(world.release(ALL)).units())).containsExactly(List.of("A"), List.of("B", "C"));
		assertThat(lines(fairness(world.release(without(Rule.AT_LEAST_FIVE))).units())).contains(List.of("C"));
	}

	@Test
	void withoutPuttingTogetherTheTotalTellsOfTheUnitThatIsLeftOut() {
		World world = twoUnits().found(6, Kind.in("C")).inVain(1, Kind.in("C")).others(9, Kind.in("C"));
		Fairness fairness = fairness(world.release(without(Rule.PUT_TOGETHER)));
		assertThat(lines(fairness.units())).containsExactly(List.of("A"), List.of("B"));
		// of the total and the two, whoever subtracts has the one of C
		Set<String> left = new HashSet<>(world.listed(byUnit(world), Set.of("A", "B", "C"), World.MAY));
		left.removeAll(world.listed(byUnit(world), Set.of("A", "B"), World.MAY));
		assertThat(left).hasSize(10);
		assertThat(lines(fairness(world.release(ALL)).units())).containsExactly(List.of("A"), List.of("B", "C"));
	}

	@Test
	void withoutCountingTheKnownApartTheyHideTheOneWhomHrDoesNotSee() {
		World world = twoUnits().found(9, Kind.in("C"))
			.late(6, Kind.in("C"))
			.inVain(1, Kind.in("C"))
			.others(20, Kind.in("C"));
		assertThat(lines(fairness(world.release(ALL)).units())).containsExactly(List.of("A"), List.of("B", "C"));
		assertThat(lines(fairness(world.release(without(Rule.THE_KNOWN_HIDE_NOBODY))).units())).contains(List.of("C"));
	}

	@Test
	void withoutCountingOnceTwoMonthsDifferByOnePerson() {
		World world = twoUnits();
		Release may = world.release(ALL);
		world.waiting(1, Kind.in("A"), MARCH);
		assertThat(world.release(ALL, may).fairness()).isEqualTo(may.fairness());
		Fairness again = fairness(world.release(without(Rule.COUNT_ONCE), may));
		assertThat(again.from()).isNull();
		assertThat(again.to()).isEqualTo("2026-07-01T00:00:00Z");
	}

	@Test
	void withoutTheAuditTwoBreakdownsTellOfTheThreeWhoDiffer() {
		// everybody in B speaks Spanish, and three of A
		World world = new World().found(12, Kind.in("A"))
			.inVain(12, Kind.in("A"))
			.others(20, Kind.in("A"))
			.inVain(1, Kind.in("A").speaking("es"))
			.others(2, Kind.in("A").speaking("es"))
			.found(12, Kind.in("B").speaking("es"))
			.inVain(12, Kind.in("B").speaking("es"))
			.others(15, Kind.in("B").speaking("es"));
		Fairness audited = fairness(world.release(ALL));
		assertThat(lines(audited.units())).hasSize(2);
		assertThat(audited.languages()).isNull();
		Fairness fairness = fairness(world.release(without(Rule.AUDIT)));
		assertThat(lines(fairness.languages())).containsExactly(List.of("en"), List.of("es"));
		Set<String> three = world.listed(Division.byLanguage(world.in(World.MAY).staff()), Set.of("es"), World.MAY);
		three.removeAll(world.listed(byUnit(world), Set.of("B"), World.MAY));
		assertThat(three).hasSize(3);
	}

	@Test
	void withoutFiveOthersTheMonthsTellWhetherANewcomerWaits() {
		World world = new World().inVain(9, Kind.in("A")).others(40, Kind.in("A"));
		Release may = world.release(ALL);
		assertThat(may.pool().waiting()).isEqualTo(new Pool.Amount("2026-05", new Band(5, 9)));
		world.waiting(1, Kind.in("A"), MARCH);
		assertThat(world.release(ALL, may).pool().waiting()).isEqualTo(may.pool().waiting());
		assertThat(world.release(without(Rule.FIVE_ARE_OTHERS), may).pool().waiting())
			.isEqualTo(new Pool.Amount("2026-06", new Band(10, 19)));
		world.waiting(4, Kind.in("A"), MARCH);
		assertThat(world.release(ALL, may).pool().waiting()).isEqualTo(new Pool.Amount("2026-06", new Band(10, 19)));
	}

	// the pool

	@Test
	void placesAndSkillsSayWhereMentorsAreShort() {
		World world = new World().wanting(12, Kind.in("A"), "court-work", "self-care")
			.wanting(6, Kind.in("B").at("south"), "court-work")
			.mentors(5, 1, Kind.in("A"), "court-work")
			.mentors(6, 4, Kind.in("B").at("south"), "supervision")
			.mentors(1, 9, Kind.in("B").at("south"), "self-care")
			.others(20, Kind.in("A"))
			.others(10, Kind.in("B").at("south"))
			.others(3, Kind.in("C").at("west"))
			.wanting(2, Kind.in("C").at("west"), "home-visits");
		Pool pool = world.release(ALL).pool();
		assertThat(pool.waiting().about()).isEqualTo(new Band(20, 49));
		assertThat(pool.free().about()).isEqualTo(new Band(20, 49));
		assertThat(pool.places()).containsExactly(
				new Pool.Place("2026-05", List.of("north"), new Band(10, 19), new Band(5, 9), Supply.tooFew),
				new Pool.Place("2026-05", List.of("south", "west"), new Band(5, 9), new Band(20, 49), Supply.plenty));
		assertThat(pool.skills()).extracting(Pool.Skill::name)
			.as("home visits are wanted by two")
			.containsExactly("court-work", "self-care", "supervision");
		assertThat(pool.skills()).extracting(Pool.Skill::supply)
			.containsExactly(Supply.tooFew, Supply.tooFew, Supply.plenty);
		assertThat(pool.waitingFor()).isEqualTo(new Spread(new Band(91, 180), new Band(91, 180), new Band(91, 180)));
	}

	@Test
	void howLongPeopleHadWaitedWhoFoundAMentorIsToldOfTenAndOnce() {
		World world = new World().found(9, Kind.in("A")).others(20, Kind.in("A"));
		Release may = world.release(ALL);
		assertThat(may.pool().found()).isNull();
		world.found(1, Kind.in("A"));
		Pool.Found found = Objects.requireNonNull(world.release(ALL).pool().found());
		assertThat(found.people()).isEqualTo(new Band(10, 19));
		assertThat(found.days().median()).isEqualTo(new Band(8, 14));
		Release again = world.release(ALL, world.release(ALL));
		assertThat(again.pool().found()).as("nobody since").isEqualTo(found);
	}

	// outcomes

	@Test
	void proposalsAndRelationshipsAreCountedOnceInStepsOfTen() {
		World world = new World();
		Instant at = Instant.parse("2026-02-03T08:00:00Z");
		for (int each = 0; each < 30; each++) {
			boolean begun = each < 21;
			Match.End end = !begun ? new Match.End(at.plus(Duration.ofDays(7)), Match.Reason.UNANSWERED, null)
					: (each < 12) ? new Match.End(at.plus(Duration.ofDays(40)), Match.Reason.CHOSEN, null) : null;
			world.match("m" + each, "somebody", (end != null) ? Match.State.ENDED : Match.State.ACTIVE, at,
					begun ? at.plus(Duration.ofDays(1)) : null, end, 50);
		}
		Outcomes outcomes = world.release(ALL).outcomes();
		assertThat(outcomes.begun()).isEqualTo(new Outcomes.Rate(null, Instant.parse("2026-06-01T00:00:00Z"),
				new Share(70, null, null, new Band(20, 49))));
		assertThat(Objects.requireNonNull(outcomes.stillLiving()).share())
			.isEqualTo(new Share(40, null, null, new Band(20, 49)));
		assertThat(Objects.requireNonNull(outcomes.lasted()).days().median()).isEqualTo(new Band(31, 60));
		assertThat(Objects.requireNonNull(outcomes.lasted()).people()).isEqualTo(new Band(10, 19));
		Release may = world.release(ALL);
		assertThat(world.release(ALL, may).outcomes()).isEqualTo(may.outcomes());
		assertThat(world.release(without(Rule.COUNT_ONCE), may).outcomes()).isNotEqualTo(may.outcomes());
	}

	@Test
	void someoneToWhomSeveralWereProposedCountsOnce() {
		World world = new World();
		Instant at = Instant.parse("2026-05-03T08:00:00Z");
		for (int each = 0; each < 9; each++) {
			world.match("m" + each, "somebody", Match.State.ACTIVE, at, at, null, 50);
		}
		assertThat(Objects.requireNonNull(world.release(ALL).outcomes().begun()).share().atLeast()).isEqualTo(60);
	}

	private static World twoUnits() {
		return new World().found(16, Kind.in("A").scoring(80))
			.inVain(5, Kind.in("A"))
			.others(20, Kind.in("A"))
			.found(5, Kind.in("B").scoring(60))
			.inVain(16, Kind.in("B"))
			.others(20, Kind.in("B"));
	}

	private static Division byUnit(World world) {
		Material material = world.in(World.MAY);
		return Division.byUnit(material.staff(), material.situation().agency().units());
	}

	private static Fairness fairness(Release release) {
		return Objects.requireNonNull(release.fairness());
	}

	private static List<List<String>> lines(Breakdown breakdown) {
		return (breakdown == null) ? new ArrayList<>() : breakdown.lines().stream().map(Fairness.Line::names).toList();
	}

	private static Set<Rule> without(Rule rule) {
		return EnumSet.complementOf(EnumSet.of(rule));
	}

}
