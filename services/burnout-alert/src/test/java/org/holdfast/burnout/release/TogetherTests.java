package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.holdfast.burnout.release.PartitionRelease.Rule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** That blocks of a quarter may merge and never split. */
class TogetherTests {

	private static final Agency FIRST = Agency.of(department("D", null), team("A", "D", 9, 40), team("B", "D", 7, 50),
			team("N", "D", 3, 90));

	private static final Agency SECOND = Agency.of(department("D", null), team("A", "D", 7, 40), team("B", "D", 9, 50),
			team("N", "D", 3, 90));

	private static final Instant MAY = Instant.parse("2026-05-24T18:00:00Z");

	@Test
	void aSmallTeamDoesNotChangeSidesWithinAQuarter() {
		Release first = release(FIRST, MAY, List.of());
		assertThat(blocks(first)).containsExactlyInAnyOrder(Set.of("A"), Set.of("B", "N"));
		Release second = release(SECOND, MAY.plusSeconds(604800), List.of(first));
		assertThat(blocks(second)).containsExactlyInAnyOrder(Set.of("A"), Set.of("B", "N"));
	}

	@Test
	void withoutThatRuleTheSmallTeamIsTheDifferenceOfTwoWeeks() {
		Release first = release(FIRST, MAY, List.of());
		Release second = PartitionRelease.of(SECOND.closed("2", MAY.plusSeconds(604800)), SECOND.answers(),
				Agency.policy(5, 60), Collections.emptySortedMap(), List.of(first),
				EnumSet.complementOf(EnumSet.of(Rule.STAY_TOGETHER)));
		assertThat(blocks(second)).containsExactlyInAnyOrder(Set.of("A", "N"), Set.of("B"));
	}

	@Test
	void aNewQuarterBeginsAfresh() {
		Release first = release(FIRST, MAY, List.of());
		assertThat(blocks(release(SECOND, Instant.parse("2026-07-01T00:00:00Z"), List.of(first))))
			.containsExactlyInAnyOrder(Set.of("A", "N"), Set.of("B"));
	}

	@Test
	void anotherSurveyHasBlocksOfItsOwn() {
		Release first = release(FIRST, MAY, List.of());
		CycleChanged closed = SECOND.closed("2", MAY.plusSeconds(604800));
		CycleChanged other = new CycleChanged("2", closed.state(), closed.opensAt(), closed.closesAt(), "week",
				List.of(new Scale("week-strain", Scale.Direction.HIGHER_IS_WORSE, 0, 100, Scale.Kind.OUTCOME)),
				closed.units());
		assertThat(Together.of(other, List.of(first), EnumSet.allOf(Rule.class)).with("N")).containsExactly("N");
		assertThat(Together.of(closed, List.of(first), EnumSet.allOf(Rule.class)).with("N"))
			.containsExactlyInAnyOrder("B", "N");
	}

	@Test
	void aTeamThatMovesElsewhereStaysInItsBlockAndTakesItAlong() {
		Release first = release(FIRST, MAY, List.of());
		Agency moved = Agency.of(department("R", null), department("D", "R"), department("E", "R"),
				team("A", "D", 9, 40), team("B", "D", 7, 50), team("N", "E", 6, 90), team("X", "E", 8, 30));
		assertThat(blocks(release(moved, MAY.plusSeconds(604800), List.of(first))))
			.containsExactlyInAnyOrder(Set.of("A"), Set.of("B", "N"), Set.of("X"));
	}

	@Property(tries = 300)
	void blocksOfAQuarterOnlyEverMerge(@ForAll("agencies") Agency agency, @ForAll Random random) {
		List<Release> quarter = new ArrayList<>();
		for (int week = 0; week < 4; week++) {
			List<Agency.Team> teams = new ArrayList<>();
			for (Agency.Team team : agency.teams()) {
				List<Double> answers = new ArrayList<>(team.strains());
				answers.removeIf((answer) -> random.nextInt(4) == 0);
				// now and then a unit moves to the top
				String parent = (random.nextInt(10) == 0) ? null : team.parent();
				teams.add(new Agency.Team(team.id(), parent, team.invited(), answers));
			}
			Release release = release(new Agency(teams), MAY.plusSeconds(86400 * week), quarter);
			for (Release before : quarter) {
				for (Release.Block block : before.blocks()) {
					assertThat(release.blocks()
						.stream()
						.filter((each) -> each.unitIds().stream().anyMatch(block.unitIds()::contains)))
						.hasSizeLessThanOrEqualTo(1);
				}
			}
			assertThat(release.blocks()).allSatisfy((block) -> assertThat(block.answers()).isGreaterThanOrEqualTo(5));
			quarter.add(release);
		}
	}

	private static Release release(Agency agency, Instant closesAt, List<Release> earlier) {
		return PartitionRelease.of(agency.closed("c" + closesAt, closesAt), agency.answers(), Agency.policy(5, 60),
				earlier);
	}

	private static List<Set<String>> blocks(Release release) {
		return release.blocks().stream().map((block) -> Set.copyOf(block.unitIds())).toList();
	}

	@net.jqwik.api.Provide
	static net.jqwik.api.Arbitrary<Agency> agencies() {
		return Agencies.any();
	}

}
