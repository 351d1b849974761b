package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.holdfast.burnout.release.PartitionRelease.Rule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/**
 * Attacks a release with everything that is published of it: by adding and subtracting
 * figures, and by asking what a single person may have answered. With a rule left out the
 * attack succeeds, which shows that it can.
 */
class DifferencingTests {

	@Property(tries = 500)
	void noSetOfFiguresTellsFewerThanFivePeopleApart(@ForAll("agencies") Agency agency) {
		Release release = agency.release();
		assertThat(derivable(agency, release)).isEmpty();
		// stronger: whoever cannot be told apart by any figure is one of at least five
		classes(agency, release).forEach((seenIn, units) -> {
			if (!seenIn.isEmpty()) {
				assertThat(agency.answersOf(units)).isGreaterThanOrEqualTo(5);
			}
		});
	}

	@Test
	void withoutMergingADifferenceOfTwoFiguresShowsASmallTeam() {
		Agency agency = Agency.of(department("D", null), team("A", "D", 6, 40), team("N", "D", 3, 90));
		assertThat(derivable(agency, agency.release(EnumSet.of(Rule.AT_LEAST_FIVE, Rule.CUT_EXTREMES))))
			.containsExactly(Set.of("N"));
		assertThat(derivable(agency, agency.release())).isEmpty();
	}

	@Test
	void withoutTheSmallestGroupAPairIsShown() {
		Agency agency = Agency.of(team("A", null, 6, 40), team("N", null, 2, 90));
		assertThat(derivable(agency, agency.release(EnumSet.of(Rule.MERGE_SMALL, Rule.CUT_EXTREMES))))
			.containsExactly(Set.of("N"));
		assertThat(derivable(agency, agency.release())).isEmpty();
	}

	@Property(tries = 150)
	void everyoneMayHaveGivenAnswersSixtyPointsApart(@ForAll("agencies") Agency agency) {
		Release release = agency.release();
		for (Release.Block block : release.blocks()) {
			List<Agency> worlds = worlds(agency, block);
			assertThat(worlds).allSatisfy((world) -> assertThat(world.release()).isEqualTo(release));
			double one = first(worlds.get(0), block);
			double other = first(worlds.get(1), block);
			assertThat(Math.abs(one - other)).isGreaterThanOrEqualTo(60);
		}
	}

	@Property(tries = 150)
	void withoutTheCutSomebodysAnswerIsNarrowedDown(@ForAll("agencies") Agency agency) {
		Release release = agency.release();
		Release uncut = agency.release(EnumSet.complementOf(EnumSet.of(Rule.CUT_EXTREMES)));
		for (Release.Block block : release.blocks()) {
			if (block.figure().level() == null) {
				assertThat(worlds(agency, block)).anySatisfy(
						(world) -> assertThat(world.release(EnumSet.complementOf(EnumSet.of(Rule.CUT_EXTREMES))))
							.isNotEqualTo(uncut));
			}
		}
	}

	@Test
	void aTeamOfZerosDoesNotSaySo() {
		Agency agency = Agency.of(team("A", null, 0, 0, 0, 0, 0));
		assertThat(figure(agency.release(), "A")).isEqualTo(new Figure(null, 12, null, "5-9"));
		assertThat(figure(agency.release(EnumSet.of(Rule.AT_LEAST_FIVE, Rule.MERGE_SMALL)), "A").level()).isZero();
	}

	@Test
	void aParentsFigureDoesNotSharpenTheLimitOfAnExtremeTeam() {
		Agency agency = Agency.of(department("D", null), team("A", "D", 10, 0, 0, 0, 0),
				team("B", "D", 50, 50, 50, 50, 50, 50));
		Release release = agency.release();
		assertThat(figure(release, "A")).isEqualTo(new Figure(null, 12, null, "5-9"));
		assertThat(figure(release, "B").level()).isEqualTo(50);
		// of the true sums, 310 points, the parent's level were 28: less the other team's
		// 297 to 303 points that leaves at most 17 for all of A together
		Release uncut = agency.release(EnumSet.of(Rule.AT_LEAST_FIVE, Rule.MERGE_SMALL));
		assertThat(28.5 * 11 - 49.5 * 6).isLessThan(Figure.LEEWAY);
		assertThat(figure(uncut, "D").level()).isEqualTo(28);
		assertThat(figure(release, "D").level()).isEqualTo(33);
	}

	private static Figure figure(Release release, String unitId) {
		return release.of(unitId).orElseThrow().figure();
	}

	// Whose answers a figure stands for, as anyone can tell from the page: a published
	// figure for the unit with all below it, a figure of a group for the units it names

	private static Map<String, Set<String>> figures(Agency agency, Release release) {
		Map<String, Set<String>> figures = new LinkedHashMap<>();
		for (Release.Shown unit : release.shown()) {
			if (unit.figure() != null) {
				figures.put(unit.unitId(), unit.withheld() ? release.group(unit) : agency.below(unit.unitId()));
			}
		}
		return figures;
	}

	/** The units that no figure tells apart, by the figures that they are in. */
	private static Map<Set<String>, Set<String>> classes(Agency agency, Release release) {
		Map<String, Set<String>> figures = figures(agency, release);
		Map<Set<String>, Set<String>> classes = new LinkedHashMap<>();
		for (Agency.Team team : agency.teams()) {
			if (!team.strains().isEmpty()) {
				Set<String> seenIn = new TreeSet<>();
				figures.forEach((figure, units) -> {
					if (units.contains(team.id())) {
						seenIn.add(figure);
					}
				});
				classes.computeIfAbsent(seenIn, (key) -> new TreeSet<>()).add(team.id());
			}
		}
		return classes;
	}

	/**
	 * The groups of fewer than five people whose sum follows from the published figures:
	 * those whose 0/1 vector is a combination of the figures' vectors.
	 */
	private static Collection<Set<String>> derivable(Agency agency, Release release) {
		List<String> answered = agency.teams()
			.stream()
			.filter((team) -> !team.strains().isEmpty())
			.map(Agency.Team::id)
			.toList();
		List<long[]> system = figures(agency, release).values()
			.stream()
			.map((units) -> vector(units, answered))
			.toList();
		int rank = Rank.of(system);
		List<Set<String>> classes = List.copyOf(classes(agency, release).values());
		List<Set<String>> derivable = new ArrayList<>();
		for (int one = 0; one < classes.size(); one++) {
			for (int other = one; other < classes.size(); other++) {
				Set<String> group = new TreeSet<>(classes.get(one));
				group.addAll(classes.get(other));
				if (agency.answersOf(group) < 5) {
					List<long[]> extended = new ArrayList<>(system);
					extended.add(vector(group, answered));
					if (Rank.of(extended) == rank) {
						derivable.add(group);
					}
				}
			}
		}
		return derivable;
	}

	private static long[] vector(Set<String> units, List<String> answered) {
		return answered.stream().mapToLong((unit) -> units.contains(unit) ? 1 : 0).toArray();
	}

	// Two worlds in which the first person of a block gave answers as far apart as the
	// block's published sum allows, and everybody outside the block the same as here

	private static List<Agency> worlds(Agency agency, Release.Block block) {
		int others = block.answers() - 1;
		long points = block.points().getFirst();
		long scale = 10000;
		if (block.figure().atMost() != null) {
			return List.of(world(agency, block, 0, 0), world(agency, block, points, 0));
		}
		if (block.figure().atLeast() != null) {
			return List.of(world(agency, block, scale, others * scale),
					world(agency, block, points - others * scale, others * scale));
		}
		long least = Math.max(0, points - others * scale);
		long most = Math.min(scale, points);
		return List.of(world(agency, block, least, points - least), world(agency, block, most, points - most));
	}

	private static Agency world(Agency agency, Release.Block block, long first, long rest) {
		int others = block.answers() - 1;
		List<Double> strains = new ArrayList<>(List.of(first / 100.0));
		for (int other = 0; other < others; other++) {
			strains.add((rest / others + ((other < rest % others) ? 1 : 0)) / 100.0);
		}
		List<Agency.Team> teams = new ArrayList<>();
		for (Agency.Team team : agency.teams()) {
			if (block.unitIds().contains(team.id())) {
				List<Double> taken = strains.subList(0, team.strains().size());
				teams.add(team.with(List.copyOf(taken)));
				taken.clear();
			}
			else {
				teams.add(team);
			}
		}
		return new Agency(Collections.unmodifiableList(teams));
	}

	private static double first(Agency agency, Release.Block block) {
		return agency.teams()
			.stream()
			.filter((team) -> block.unitIds().contains(team.id()))
			.flatMap((team) -> team.strains().stream())
			.findFirst()
			.orElseThrow();
	}

	@Provide
	static Arbitrary<Agency> agencies() {
		return Agencies.any();
	}

}
