package org.holdfast.burnout.release;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** Within which groups people's own words may be read. */
class CommentGroupTests {

	@Property(tries = 500)
	void eachHasAtLeastTenAnswersAndIsMadeOfWholeBlocks(@ForAll("agencies") Agency agency,
			@ForAll @IntRange(min = 5, max = 16) int k) {
		assertHolds(agency, Agency.release(agency.closed(), agency.answers(), k), k);
	}

	@Property(tries = 200)
	void soItIsThroughAQuarterInWhichTheyOnlyEverMerge(@ForAll("agencies") Agency agency, @ForAll Random random) {
		List<Release> quarter = new ArrayList<>();
		for (int day = 0; day < 4; day++) {
			List<Agency.Team> teams = new ArrayList<>();
			for (Agency.Team team : agency.teams()) {
				List<Double> answers = new ArrayList<>(team.strains());
				answers.removeIf((answer) -> random.nextInt(4) == 0);
				String parent = (random.nextInt(10) == 0) ? null : team.parent();
				teams.add(new Agency.Team(team.id(), parent, team.invited(), answers));
			}
			Agency today = new Agency(teams);
			Release release = PartitionRelease.of(
					today.closed("day-" + day, Agency.FIRST_CLOSE.plus(Duration.ofDays(day))), today.answers(),
					Agency.policy(5, 60), quarter);
			assertHolds(today, release, 5);
			for (Release before : quarter) {
				for (Release.CommentGroup group : before.commentGroups()) {
					assertThat(release.commentGroups()
						.stream()
						.filter((each) -> !Collections.disjoint(each.unitIds(), group.unitIds())))
						.hasSizeLessThanOrEqualTo(1);
				}
			}
			quarter.add(release);
		}
	}

	@Test
	void blocksBelowTenAreJoinedFromBelow() {
		Agency agency = Agency.of(department("R", null), department("D", "R"), department("E", "R"),
				team("A", "D", 9, 40), team("B", "D", 5, 40), team("C", "D", 12, 40), team("F", "E", 6, 40),
				team("G", "E", 11, 40));
		assertThat(groups(agency.release())).containsExactlyInAnyOrder(Set.of("A", "B"), Set.of("C"), Set.of("F", "G"));
	}

	@Test
	void whatIsLeftOverGoesUpAndJoinsTheRest() {
		Agency agency = Agency.of(department("R", null), department("D", "R"), team("A", "D", 6, 40),
				team("B", "R", 7, 40), team("C", "R", 20, 40));
		assertThat(groups(agency.release())).containsExactlyInAnyOrder(Set.of("A", "B"), Set.of("C"));
	}

	@Test
	void fewerThanTenAnswersInAllHaveNoGroup() {
		Release release = Agency.of(team("A", null, 9, 40)).release();
		assertThat(release.blocks()).hasSize(1);
		assertThat(release.commentGroups()).isEmpty();
	}

	@Test
	void aReleaseStoredBeforeThereWereAnyHasNone() {
		Release held = Agency.of(team("A", null, 12, 40)).release();
		Release old = new Release(held.id(), held.series(), held.closesAt(), 5, held.policy(), held.scales(),
				held.blocks(), held.shown(), held.pools(), List.of(), null);
		assertThat(old.commentGroups()).isEmpty();
	}

	private static void assertHolds(Agency agency, Release release, int k) {
		List<String> units = release.commentGroups().stream().flatMap((group) -> group.unitIds().stream()).toList();
		assertThat(units).doesNotHaveDuplicates();
		for (Release.CommentGroup group : release.commentGroups()) {
			assertThat(agency.answersOf(Set.copyOf(group.unitIds()))).isGreaterThanOrEqualTo(Math.max(10, k));
			for (Release.Block block : release.blocks()) {
				assertThat(Collections.disjoint(block.unitIds(), group.unitIds())
						|| group.unitIds().containsAll(block.unitIds()))
					.isTrue();
			}
		}
		if (agency.answers().size() >= Math.max(10, k)) {
			assertThat(release.blocks()).allSatisfy((block) -> assertThat(units).containsAll(block.unitIds()));
		}
	}

	private static Set<Set<String>> groups(Release release) {
		Set<Set<String>> groups = new HashSet<>();
		release.commentGroups().forEach((group) -> groups.add(Set.copyOf(group.unitIds())));
		return groups;
	}

	@Provide
	static Arbitrary<Agency> agencies() {
		return Agencies.any();
	}

}
