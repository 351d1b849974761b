package org.holdfast.mentorship.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Looks at all the groups that a few people can form: a set of people is divided by
 * trying every allowed group for its first member, and each set is divided once only.
 */
final class Exhaustive {

	/** Instead of a total where there is none. */
	static final long NONE = -1;

	private final Gathering gathering;

	/** Allowed groups as sets of bits, by their first member. */
	private final List<List<Integer>> allowed = new ArrayList<>();

	private final long[] points;

	private final Map<List<Integer>, Long> known = new HashMap<>();

	Exhaustive(Gathering gathering) {
		this.gathering = gathering;
		int people = gathering.people();
		this.points = new long[1 << people];
		IntStream.range(0, people).forEach((person) -> this.allowed.add(new ArrayList<>()));
		for (int set = 1; set < this.points.length; set++) {
			int[] group = members(set);
			if (gathering.broken(group).isEmpty()) {
				this.allowed.get(group[0]).add(set);
				this.points[set] = gathering.points(group);
			}
		}
	}

	private static int[] members(int set) {
		return IntStream.range(0, Integer.SIZE).filter((person) -> (set >> person & 1) != 0).toArray();
	}

	/** Returns the largest total of these people in groups of these sizes. */
	long best(int[] people, int[] sizes) {
		int set = Arrays.stream(people).map((person) -> 1 << person).sum();
		return best(set, 0, counts(sizes));
	}

	/** Returns how many can be placed in groups whose sizes differ by one at most. */
	int mostPlaced() {
		GroupSize size = this.gathering.size();
		int everybody = this.gathering.people();
		for (int count = size.fitting(everybody); count > 0; count = size.fitting(count - 1)) {
			for (int groups = size.fewest(count); groups <= size.most(count); groups++) {
				int[] counts = counts(GroupSize.balanced(count, groups));
				if (best((1 << everybody) - 1, everybody - count, counts) != NONE) {
					return count;
				}
			}
		}
		return 0;
	}

	/** Returns how many of these people can be in groups of any allowed sizes. */
	int mostPlacedOf(int[] people) {
		int set = Arrays.stream(people).map((person) -> 1 << person).sum();
		int[] most = new int[this.points.length];
		for (int rest = 1; rest < most.length; rest++) {
			int first = Integer.numberOfTrailingZeros(rest);
			most[rest] = most[rest & ~(1 << first)];
			for (int group : this.allowed.get(first)) {
				if ((group & ~rest) == 0) {
					most[rest] = Math.max(most[rest], Integer.bitCount(group & set) + most[rest & ~group]);
				}
			}
		}
		return most[most.length - 1];
	}

	private int[] counts(int[] sizes) {
		int[] counts = new int[this.gathering.size().max() + 1];
		Arrays.stream(sizes).forEach((size) -> counts[size]++);
		return counts;
	}

	private long best(int set, int outside, int[] counts) {
		if (set == 0) {
			return (outside == 0) ? 0 : NONE;
		}
		List<Integer> key = new ArrayList<>(List.of(set, outside));
		Arrays.stream(counts).forEach(key::add);
		Long before = this.known.get(key);
		if (before != null) {
			return before;
		}
		int first = Integer.numberOfTrailingZeros(set);
		long best = (outside > 0) ? best(set & ~(1 << first), outside - 1, counts) : NONE;
		for (int group : this.allowed.get(first)) {
			int size = Integer.bitCount(group);
			if ((group & ~set) == 0 && counts[size] > 0) {
				counts[size]--;
				long rest = best(set & ~group, outside, counts);
				counts[size]++;
				best = (rest == NONE) ? best : Math.max(best, rest + this.points[group]);
			}
		}
		this.known.put(key, best);
		return best;
	}

}
