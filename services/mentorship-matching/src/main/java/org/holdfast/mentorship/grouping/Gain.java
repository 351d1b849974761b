package org.holdfast.mentorship.grouping;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What two people of a group have of each other under one aspect, in points. All gains
 * together are worth 0 to {@value Gathering#BEST} points to a pair.
 */
public sealed interface Gain {

	/** Returns the points of a pair. */
	int points(int one, int other);

	/** Returns the points of the best pair that there could be. */
	int most();

	/** Returns how many people it tells about. */
	int people();

	/**
	 * Returns the lines that it draws between people: a pair has the points of each line
	 * that runs between them. None where it is no matter of being different.
	 */
	List<Line> lines();

	/**
	 * So many points to all who are different.
	 *
	 * @param points 0 or more
	 * @param values of each person
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Different(int points, int... values) implements Gain {

		public Different {
			requirePoints(points);
			values = values.clone();
		}

		@Override
		public int points(int one, int other) {
			return (this.values[one] == this.values[other]) ? 0 : this.points;
		}

		@Override
		public int most() {
			return this.points;
		}

		@Override
		public int people() {
			return this.values.length;
		}

		/** Around all of one value; two of them run between a pair that is different. */
		@Override
		public List<Line> lines() {
			return Arrays.stream(this.values)
				.distinct()
				.mapToObj((value) -> Line.around(this.points, this.values, (other) -> other == value))
				.toList();
		}

	}

	/**
	 * So many points for each step between two levels.
	 *
	 * @param pointsPerStep 0 or more
	 * @param levels of each person
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Distance(int pointsPerStep, int... levels) implements Gain {

		public Distance {
			requirePoints(pointsPerStep);
			levels = levels.clone();
		}

		@Override
		public int points(int one, int other) {
			return this.pointsPerStep * Math.abs(this.levels[one] - this.levels[other]);
		}

		@Override
		public int most() {
			return this.pointsPerStep
					* (Arrays.stream(this.levels).max().orElse(0) - Arrays.stream(this.levels).min().orElse(0));
		}

		@Override
		public int people() {
			return this.levels.length;
		}

		/** Above each level; as many of them run between a pair as there are steps. */
		@Override
		public List<Line> lines() {
			int[] sorted = Arrays.stream(this.levels).sorted().distinct().toArray();
			return IntStream.range(1, sorted.length)
				.mapToObj((at) -> Line.around(2 * this.pointsPerStep * (sorted[at] - sorted[at - 1]), this.levels,
						(level) -> level >= sorted[at]))
				.toList();
		}

	}

	/**
	 * So many points for each thing that both have.
	 *
	 * @param pointsEach 0 or more
	 * @param countAtMost further ones are worth nothing
	 * @param have of each person, a bit for each thing
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Shared(int pointsEach, int countAtMost, long... have) implements Gain {

		public Shared {
			requirePoints(pointsEach);
			requirePoints(countAtMost);
			have = have.clone();
		}

		@Override
		public int points(int one, int other) {
			return this.pointsEach * Math.min(this.countAtMost, Long.bitCount(this.have[one] & this.have[other]));
		}

		@Override
		public int most() {
			return this.pointsEach * this.countAtMost;
		}

		@Override
		public int people() {
			return this.have.length;
		}

		@Override
		public List<Line> lines() {
			return List.of();
		}

	}

	/**
	 * A line around some people.
	 *
	 * @param halfPoints twice what it is worth
	 * @param inside who is inside
	 */
	record Line(int halfPoints, BitSet inside) {

		static Line around(int halfPoints, int[] values, IntPredicate inside) {
			BitSet people = new BitSet(values.length);
			for (int person = 0; person < values.length; person++) {
				people.set(person, inside.test(values[person]));
			}
			return new Line(halfPoints, people);
		}

	}

	private static void requirePoints(int number) {
		if (number < 0 || number > Gathering.BEST) {
			throw new IllegalArgumentException("%d is not from 0 to %d".formatted(number, Gathering.BEST));
		}
	}

}
