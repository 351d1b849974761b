package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.holdfast.burnout.crosscut.CrossCut;
import org.holdfast.burnout.release.PartitionRelease.Rule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** That the audit is the rank condition, and that nothing passes which it is to stop. */
class AuditTests {

	private static final int K = 5;

	@Property(tries = 1000)
	void aViewIsAdmittedExactlyIfItDoesNotRaiseTheRankOfLargeBlocks(@ForAll("systems") Published published) {
		List<long[]> large = published.blocks()
			.stream()
			.filter((block) -> published.answers(block) >= K)
			.map(published::row)
			.toList();
		for (Set<String> view : published.views()) {
			List<long[]> more = new ArrayList<>(large);
			more.add(published.row(view));
			assertThat(published.audit().admits(view)).isEqualTo(Rank.of(more) == Rank.of(large));
		}
	}

	@Property(tries = 300)
	void fromAllThatIsAdmittedNoSmallGroupFollows(@ForAll("systems") Published published) {
		List<long[]> system = Stream.concat(published.blocks().stream(), published.views().stream())
			.filter(published.audit()::admits)
			.map(published::row)
			.toList();
		int rank = Rank.of(system);
		for (Set<String> group : published.groups()) {
			if (published.answers(group) < K && !group.isEmpty()) {
				List<long[]> more = new ArrayList<>(system);
				more.add(published.row(group));
				assertThat(Rank.of(more)).as("%s follows", group).isGreaterThan(rank);
			}
		}
	}

	@Test
	void whoeverSplitsABlockOrGoesBeyondItIsRefused() {
		Audit audit = new Audit(Map.of("A", 6, "N", 0, "B", 7, "X", 3), List.of(Set.of("A", "N"), Set.of("B")), K);
		assertThat(audit.admits(Set.of("A", "N"))).isTrue();
		assertThat(audit.admits(Set.of("A", "N", "B", "without members"))).isTrue();
		assertThat(audit.admits(Set.of())).isTrue();
		// nobody of N answered this time, but over the weeks the difference is N
		assertThat(audit.admits(Set.of("A"))).isFalse();
		assertThat(audit.admits(Set.of("A", "B"))).isFalse();
		assertThat(audit.admits(Set.of("B", "X"))).isFalse();
		assertThat(new Audit(Map.of("A", 4), List.of(Set.of("A")), K).admits(Set.of("A"))).isFalse();
	}

	@Test
	void aUnitInTwoBlocksIsNoSystem() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Audit(Map.of("A", 9), List.of(Set.of("A"), Set.of("A")), K))
			.withMessageContaining("A is in two blocks");
	}

	@Test
	void aRefusedCrossCutSaysSoAndShowsNothing() {
		Agency agency = Agency.of(department("D", null), team("A", "D", 6, 40), team("N", "D", 3, 90),
				team("B", "D", 9, 50));
		Cut refused = agency.release(EnumSet.complementOf(EnumSet.of(Rule.WHOLE_BLOCKS)), "A", "B").cuts().getFirst();
		assertThat(refused.reason()).isEqualTo("not shown, because less than a whole group would follow from it");
		assertThat(refused.figures()).isEmpty();
		assertThat(refused.participation()).isNull();
		// A and N are counted together
		Cut shown = agency.release(EnumSet.allOf(Rule.class), "A", "B").cuts().getFirst();
		assertThat(shown.figure(0)).isEqualTo(new Figure(50, null, null, "5-9"));
		assertThat(shown.leftOut()).containsExactly("A");
	}

	@Test
	void aLargeAgencyWithAllItsCrossCutsIsReleasedAtOnce() {
		Random random = new Random(1);
		List<Agency.Team> teams = new ArrayList<>();
		SortedMap<String, CrossCut.Edition> crossCuts = new TreeMap<>();
		for (int unit = 0; unit < 1000; unit++) {
			teams.add(team("U" + unit, (unit == 0) ? null : "U" + (unit - 1) / 10, 3 + random.nextInt(7),
					random.nextInt(101)));
		}
		for (int cut = 0; cut < 20; cut++) {
			List<String> units = random.ints(11, 1000).distinct().limit(300).mapToObj((unit) -> "U" + unit).toList();
			crossCuts.put("cut-" + cut, new CrossCut.Edition(1, "Cut", units, true, Instant.EPOCH, "S-H"));
		}
		Agency agency = new Agency(teams);
		List<Answer> answers = agency.answers();
		long start = System.nanoTime();
		Release release = PartitionRelease.of(agency.closed(), answers, Agency.policy(5, 60), crossCuts, List.of(),
				EnumSet.allOf(Rule.class));
		assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
		assertThat(release.cuts()).hasSize(20).allMatch((cut) -> cut.figure(0) != null && !cut.leftOut().isEmpty());
	}

	@Provide
	Arbitrary<Published> systems() {
		Arbitrary<Integer> answers = Arbitraries.integers().between(0, 7);
		Arbitrary<Integer> block = Arbitraries.integers().between(-1, 3);
		Arbitrary<Member> members = Combinators.combine(answers, block).as(Member::new);
		Arbitrary<Integer> subsets = Arbitraries.integers().between(0, 127);
		return Combinators.combine(members.list().ofMinSize(1).ofMaxSize(7), subsets.list().ofMinSize(1).ofMaxSize(12))
			.as(Published::new);
	}

	/**
	 * A unit: how many answered, and its block, below zero for none.
	 */
	private record Member(int answers, int block) {
	}

	/** A release of a few units: its blocks and any views, as bits of the units. */
	private record Published(List<Member> members, List<Integer> subsets) {

		Audit audit() {
			Map<String, Integer> answers = new HashMap<>();
			IntStream.range(0, this.members.size())
				.forEach((at) -> answers.put("U" + at, this.members.get(at).answers()));
			return new Audit(answers, blocks(), K);
		}

		List<Set<String>> blocks() {
			Map<Integer, Set<String>> blocks = new TreeMap<>();
			for (int at = 0; at < this.members.size(); at++) {
				if (this.members.get(at).block() >= 0) {
					blocks.computeIfAbsent(this.members.get(at).block(), (key) -> new TreeSet<>()).add("U" + at);
				}
			}
			return List.copyOf(blocks.values());
		}

		List<Set<String>> views() {
			return this.subsets.stream().map(this::subset).toList();
		}

		List<Set<String>> groups() {
			return IntStream.range(0, 1 << this.members.size()).mapToObj(this::subset).toList();
		}

		private Set<String> subset(int bits) {
			Set<String> subset = new TreeSet<>();
			IntStream.range(0, this.members.size())
				.filter((at) -> (bits >> at & 1) == 1)
				.forEach((at) -> subset.add("U" + at));
			return subset;
		}

		int answers(Collection<String> units) {
			return units.stream()
				.mapToInt((unit) -> this.members.get(Integer.parseInt(unit.substring(1))).answers())
				.sum();
		}

		long[] row(Collection<String> units) {
			return IntStream.range(0, this.members.size())
				.mapToLong((at) -> units.contains("U" + at) ? 1 : 0)
				.toArray();
		}

	}

}
