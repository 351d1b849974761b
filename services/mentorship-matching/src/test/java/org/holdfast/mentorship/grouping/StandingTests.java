package org.holdfast.mentorship.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Against all changes there are. */
class StandingTests {

	private static final GroupSize SIZE = new GroupSize(3, 5);

	@Property(tries = 400)
	void nowhereElseDoesOneMorePersonGainMore(@ForAll @IntRange(min = 1, max = 4) int groups, @ForAll long seed) {
		Standing standing = any(groups, new Random(seed));
		int person = standing.gathering().people() - 1;
		List<Integer> possible = IntStream.range(0, groups)
			.filter((group) -> standing.gathering().broken(with(standing.groups().get(group), person)).isEmpty())
			.boxed()
			.toList();
		switch (standing.join(person)) {
			case Joining.Into(int group, long points) -> {
				assertThat(possible).contains(group);
				assertThat(points).isEqualTo(points(standing, person, group));
				assertThat(possible).allSatisfy((other) -> assertThat(mean(standing, person, other))
					.isLessThanOrEqualTo(mean(standing, person, group)));
			}
			case Joining.Nowhere(Rule because) -> {
				assertThat(possible).isEmpty();
				assertThat(IntStream.range(0, groups).boxed()).anyMatch((group) -> standing.gathering()
					.broken(with(standing.groups().get(group), person))
					.contains(because));
			}
		}
	}

	@Property(tries = 400)
	void noOtherSpreadGainsMore(@ForAll @IntRange(min = 2, max = 4) int groups, @ForAll long seed) {
		Standing standing = any(groups, new Random(seed));
		int[] small = standing.groups().getFirst();
		long best = bestSpread(standing, new ArrayList<>(standing.groups().subList(1, groups)), small, 0);
		switch (standing.mend(0)) {
			case Mending.Merge(int into, long points) -> {
				assertThat(standing.gathering().broken(with(standing.groups().get(into), small))).isEmpty();
				assertThat(points)
					.isEqualTo(Arrays.stream(small).mapToLong((one) -> points(standing, one, into)).sum());
			}
			case Mending.Spread(int[] into) -> {
				List<int[]> after = new ArrayList<>(standing.groups());
				for (int at = 0; at < small.length; at++) {
					after.set(into[at], with(after.get(into[at]), small[at]));
				}
				after.removeFirst();
				assertThat(new Standing(standing.gathering(), after).score()).isEqualTo(best);
				assertThat(after).filteredOn((group) -> !standing.groups().contains(group))
					.allSatisfy((group) -> assertThat(standing.gathering().broken(group)).isEmpty());
			}
			case Mending.Nothing _ -> assertThat(best).isEqualTo(-1);
		}
	}

	/** Tries every group that is well for each of those who follow. */
	private static long bestSpread(Standing standing, List<int[]> others, int[] small, int at) {
		if (at == small.length) {
			return new Standing(standing.gathering(), others).score();
		}
		long best = -1;
		for (int group = 0; group < others.size(); group++) {
			int[] before = others.get(group);
			others.set(group, with(before, small[at]));
			if (standing.gathering().broken(before).isEmpty()
					&& standing.gathering().broken(others.get(group)).isEmpty()) {
				best = Math.max(best, bestSpread(standing, others, small, at + 1));
			}
			others.set(group, before);
		}
		return best;
	}

	@Example
	void whoLeavesMayLeaveAGroupThatIsTooSmallAndWithoutAnybodyExperienced() {
		BitSet experienced = new BitSet();
		experienced.set(0);
		Gathering gathering = Gathering.of(3, SIZE).experienced(experienced).build();
		assertThat(new Standing(gathering, List.of(new int[] { 0, 1, 2 })).broken(0)).isEmpty();
		assertThat(new Standing(gathering, List.of(new int[] { 1, 2 })).broken(0)).containsExactly(new Rule.Size(),
				new Rule.Experienced());
	}

	@Example
	void aSmallGroupStaysTogetherIfItCan() {
		Gathering gathering = Gathering.of(10, SIZE).gain(new Gain.Different(9, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2)).build();
		assertThat(new Standing(gathering, List.of(new int[] { 0, 1 }, new int[] { 2, 3, 4 }, new int[] { 5, 6, 7 }))
			.mend(0)).isEqualTo(new Mending.Merge(2, 54));
	}

	@Example
	void isSpreadIfItCannotStayTogether() {
		Gathering gathering = Gathering.of(10, SIZE).gain(new Gain.Different(9, 0, 1, 0, 0, 0, 0, 1, 1, 1, 1)).build();
		assertThat(
				new Standing(gathering, List.of(new int[] { 0, 1 }, new int[] { 2, 3, 4, 5 }, new int[] { 6, 7, 8, 9 }))
					.mend(0))
			.usingRecursiveComparison()
			.isEqualTo(new Mending.Spread(2, 1));
	}

	@Example
	void isToldWhatKeepsItWhereItIs() {
		Gathering gathering = Gathering.of(5, SIZE).apart(0, 2).build();
		assertThat(new Standing(gathering, List.of(new int[] { 0, 1 }, new int[] { 2, 3, 4 })).mend(0))
			.isEqualTo(new Mending.Nothing(new Rule.Apart()));
		assertThat(new Standing(gathering, List.of(new int[] { 0, 1 })).mend(0))
			.isEqualTo(new Mending.Nothing(new Rule.Size()));
	}

	/** The first group is small, the others may be well or not, and one is in none. */
	private static Standing any(int groups, Random random) {
		List<int[]> members = new ArrayList<>();
		int people = 0;
		for (int group = 0; group < groups; group++) {
			int size = (group == 0) ? 2 : 3 + random.nextInt(2);
			members.add(IntStream.range(people, people + size).toArray());
			people += size;
		}
		return new Standing(Gatherings.any(people + 1, SIZE, random), members);
	}

	private static double mean(Standing standing, int person, int group) {
		return (double) points(standing, person, group) / standing.groups().get(group).length;
	}

	private static long points(Standing standing, int person, int group) {
		return Arrays.stream(standing.groups().get(group))
			.mapToLong((member) -> standing.gathering().points(person, member))
			.sum();
	}

	private static int[] with(int[] group, int... more) {
		return IntStream.concat(Arrays.stream(group), Arrays.stream(more)).toArray();
	}

}
