package org.holdfast.burnout.release;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What may be said about a group: its mean on a scale, or a limit where the mean would
 * say too much, and how many people gave it, as a band.
 *
 * @param level mean, 0..100 in whole points
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

	/**
	 * Cuts a block's sum where it would narrow down a member's answer. Everything that is
	 * published is computed from sums cut like this: a parent's mean made from the true
	 * sums would, less its other blocks, give the extreme block away.
	 * @param points the sum of the answers, in hundredths
	 * @param answers how many answers
	 */
	static long cut(long points, int answers) {
		return Math.clamp(points, lowest(), Math.max(lowest(), highest(answers)));
	}

	/** Tells whether a block's sum is so close to an end of the scale that it is cut. */
	static boolean isExtreme(long points, int answers) {
		return cut(points, answers) != points;
	}

	/**
	 * Returns the figure of a union of blocks.
	 * @param scale the scale's place among those of the cycle
	 */
	static Figure of(List<Release.Block> blocks, int scale) {
		int answers = blocks.stream().mapToInt(Release.Block::answers).sum();
		String people = Band.of(answers).toString();
		if (blocks.stream().allMatch((block) -> block.points().get(scale) == lowest())) {
			return new Figure(null, blocks.stream().mapToInt(Figure::limit).max().orElseThrow(), null, people);
		}
		if (blocks.stream().allMatch((block) -> block.points().get(scale) == highest(block.answers()))) {
			return new Figure(null, null, SCALE - blocks.stream().mapToInt(Figure::limit).max().orElseThrow(), people);
		}
		long points = blocks.stream().mapToLong((block) -> block.points().get(scale)).sum();
		return new Figure(Math.toIntExact(Math.round((double) points / HUNDREDTHS / answers)), null, null, people);
	}

	/**
	 * Returns the figures of a union of blocks by scale: only the outcome's unless each
	 * block shows every one.
	 */
	static List<Figure> all(List<Release.Block> blocks, int scales) {
		boolean more = blocks.stream().allMatch((block) -> block.points().size() == scales);
		return IntStream.range(0, more ? scales : 1).mapToObj((scale) -> of(blocks, scale)).toList();
	}

	/**
	 * Returns how much trouble the group is known to be in at least, 0..100, if that is
	 * known.
	 */
	public @Nullable Integer burden(Scale scale) {
		Integer limit = (scale.direction() == Scale.Direction.HIGHER_IS_WORSE) ? this.atLeast : this.atMost;
		Integer known = (this.level != null) ? this.level : limit;
		return (known != null) ? scale.burden(known) : null;
	}

	/** Returns the level in words. */
	public String words() {
		if (this.level != null) {
			return this.level.toString();
		}
		return (this.atLeast != null) ? "at least " + this.atLeast : "at most " + this.atMost;
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
	public record Band(int from, int to) {

		/** Returns the band: 5-9, 10-19, 20-49, 50-99, 100-199 and so on. */
		public static Band of(int people) {
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
