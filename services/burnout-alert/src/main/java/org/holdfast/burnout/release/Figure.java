package org.holdfast.burnout.release;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What may be said about a group: its mean strain, or a limit where the mean would say
 * too much, and how many people gave it, as a band.
 *
 * @param level mean strain, 0..100 in whole points, higher is worse
 * @param atMost the limit where nearly everybody is at the lower end of the scale
 * @param atLeast the limit where nearly everybody is at the upper end
 * @param people the number of answers as a band, such as "5-9"
 */
public record Figure(@Nullable Integer level, @Nullable Integer atMost, @Nullable Integer atLeast, String people) {

	/**
	 * The least sum of points, from either end of the scale, at which a mean is shown.
	 * Each person of the group might then have given any of at least this many points
	 * (methods, section 4, step 4).
	 */
	static final int LEEWAY = 60;

	private static final int SCALE = 100;

	/** Points are summed in hundredths, so that no order of summing changes a figure. */
	private static final int HUNDREDTHS = 100;

	static long hundredths(double strain) {
		return Math.round(strain * HUNDREDTHS);
	}

	/**
	 * Cuts a block's sum where it would narrow down a member's answer. Everything that is
	 * published is computed from sums cut like this: a parent's mean made from the true
	 * sums would, less its other blocks, give the extreme block away.
	 * @param points the sum of the answers, in hundredths
	 * @param answers how many answers
	 */
	static long cut(long points, int answers) {
		return Math.clamp(points, lowest(), highest(answers));
	}

	/** Returns the figure of a union of blocks. */
	static Figure of(List<Release.Block> blocks) {
		int answers = blocks.stream().mapToInt(Release.Block::answers).sum();
		String people = Band.of(answers).toString();
		if (blocks.stream().allMatch(Figure::low)) {
			return new Figure(null, blocks.stream().mapToInt(Figure::limit).max().orElseThrow(), null, people);
		}
		if (blocks.stream().allMatch(Figure::high)) {
			return new Figure(null, null, SCALE - blocks.stream().mapToInt(Figure::limit).max().orElseThrow(), people);
		}
		long points = blocks.stream().mapToLong(Release.Block::points).sum();
		return new Figure(Math.toIntExact(Math.round((double) points / HUNDREDTHS / answers)), null, null, people);
	}

	/** Returns the level that the group is known to have at least, if any. */
	public @Nullable Integer known() {
		return (this.level != null) ? this.level : this.atLeast;
	}

	public boolean reaches(int threshold) {
		Integer known = known();
		return known != null && known >= threshold;
	}

	private static boolean low(Release.Block block) {
		return block.points() == lowest();
	}

	private static boolean high(Release.Block block) {
		return block.points() == highest(block.answers());
	}

	private static int limit(Release.Block block) {
		return Math.ceilDiv(LEEWAY, Band.of(block.answers()).from());
	}

	private static long lowest() {
		return (long) LEEWAY * HUNDREDTHS;
	}

	private static long highest(int answers) {
		return ((long) SCALE * answers - LEEWAY) * HUNDREDTHS;
	}

	/** A range of numbers of people; the exact number is never shown. */
	record Band(int from, int to) {

		/** Returns the band: 5-9, 10-19, 20-49, 50-99, 100-199 and so on. */
		static Band of(int people) {
			int from = 1;
			for (int step = 0;; step++) {
				int next = (step % 3 == 1) ? from / 2 * 5 : from * 2;
				if (people < next) {
					return new Band(from, next - 1);
				}
				from = next;
			}
		}

		@Override
		public String toString() {
			return this.from + "-" + this.to;
		}

	}

}
