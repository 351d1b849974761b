package org.holdfast.mentorship.grouping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Groups of people who gain most from each other (the maximally diverse grouping problem,
 * Weitz and Lakshminarayanan 1998; Gallego, Laguna, Martí and Duarte 2013), or why there
 * are none. No rule is ever broken.
 */
public sealed interface Grouping {

	/**
	 * Forms groups of as many people as can be found room for. Their sizes differ by one
	 * at most, unless somebody could not be placed otherwise, and their mean is as near
	 * as can be to the middle of the range. The same gathering and seed always give the
	 * same.
	 * @param seed decides between results that are as good
	 */
	static Grouping of(Gathering gathering, long seed) {
		return new Forming(gathering, seed).form();
	}

	/**
	 * There are groups.
	 *
	 * @param groups the members of each, by number
	 * @param score what all pairs of the same group gain together
	 * @param bound what no groups of the same people in the same sizes can gain more than
	 * @param leftOut who is in no group, by number
	 * @param obstacles what is known to be in the way of them, besides what each lacks
	 */
	record Formed(List<int[]> groups, long score, long bound, List<LeftOut> leftOut,
			List<Obstacle> obstacles) implements Grouping {

		static Formed of(Standing standing, List<LeftOut> leftOut, List<Obstacle> obstacles) {
			List<int[]> groups = standing.groups()
				.stream()
				.map((group) -> Arrays.stream(group).sorted().toArray())
				.sorted(Comparator.comparingInt((group) -> group[0]))
				.toList();
			return new Formed(groups, standing.score(), bound(standing.gathering(), groups), leftOut, obstacles);
		}

		private static long bound(Gathering gathering, List<int[]> groups) {
			int[] members = groups.stream().flatMapToInt(Arrays::stream).sorted().toArray();
			return new Bound(gathering, members, groups.stream().mapToInt((group) -> group.length).toArray())
				.smallest();
		}

		/**
		 * Returns how much of the bound is reached, up to 1, which is proven the best.
		 */
		public double ratio() {
			return (this.bound == 0) ? 1 : (double) this.score / this.bound;
		}

	}

	/** No group can be formed, or none was found. */
	record Impossible(Obstacle because) implements Grouping {
	}

}
