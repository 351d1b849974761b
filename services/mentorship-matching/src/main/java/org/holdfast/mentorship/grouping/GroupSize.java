package org.holdfast.mentorship.grouping;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many people a group has: too few fall silent, too many do not get to speak.
 *
 * @param min at least, 2 or more
 * @param max at most
 */
public record GroupSize(int min, int max) {

	public GroupSize {
		if (min < 2 || max < min) {
			throw new IllegalArgumentException("A group of %d to %d is none".formatted(min, max));
		}
	}

	/** Returns whether so many can be divided into groups at all. */
	public boolean fits(int people) {
		return people > 0 && fewest(people) <= most(people);
	}

	/** Returns the largest number of people, up to so many, that can be divided; or 0. */
	public int fitting(int people) {
		return IntStream.iterate(people, (count) -> count > 0, (count) -> count - 1)
			.filter(this::fits)
			.findFirst()
			.orElse(0);
	}

	/** Returns in how many groups so many people are at least. */
	public int fewest(int people) {
		return Math.ceilDiv(people, this.max);
	}

	/** Returns in how many groups so many people are at most. */
	public int most(int people) {
		return people / this.min;
	}

	/**
	 * Returns in how many groups so many people are best: where the mean size is nearest
	 * to the middle of the range, so that a group stays one when somebody leaves and has
	 * room when somebody comes; the fewer of two that are as near.
	 * @param limit no more groups than these, at least {@link #fewest}
	 */
	int best(int people, int limit) {
		int best = fewest(people);
		for (int groups = best + 1; groups <= Math.min(limit, most(people)); groups++) {
			if (off(people, groups) * best < off(people, best) * groups) {
				best = groups;
			}
		}
		return best;
	}

	/** Twice the distance from the middle, times the number of groups. */
	private long off(int people, int groups) {
		return Math.abs(2L * people - (long) groups * (this.min + this.max));
	}

	/** Returns sizes that differ by one at most, the larger ones first. */
	static int[] balanced(int people, int groups) {
		int[] sizes = new int[groups];
		Arrays.setAll(sizes, (group) -> people / groups + ((group < people % groups) ? 1 : 0));
		return sizes;
	}

}
