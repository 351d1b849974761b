package org.holdfast.mentorship.grouping;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Makes up people, rules and gains. */
final class Gatherings {

	private Gatherings() {
	}

	/**
	 * Rules of any strictness, gains of any kind.
	 */
	static Gathering any(int people, GroupSize size, Random random) {
		return rules(Gathering.of(people, size), people, random)
			.gain(new Gain.Different(random.nextInt(31), ints(people, 1 + random.nextInt(people), random)))
			.gain(new Gain.Different(random.nextInt(11), ints(people, 3, random)))
			.gain(new Gain.Distance(random.nextInt(6), ints(people, 6, random)))
			.gain(new Gain.Shared(random.nextInt(11), 3, bits(people, 6, .4, random)))
			.build();
	}

	private static Gathering.Builder rules(Gathering.Builder builder, int people, Random random) {
		double strictness = random.nextDouble() * .4;
		for (int one = 0; one < people; one++) {
			for (int other = 0; other < one; other++) {
				if (random.nextDouble() < strictness) {
					builder.apart(one, other);
				}
			}
		}
		for (int which = random.nextInt(3); which > 0; which--) {
			builder.inCommon(bits(people, 2 + random.nextInt(4), .4 + random.nextDouble() * .6, random));
		}
		if (random.nextBoolean()) {
			double share = random.nextDouble();
			BitSet experienced = new BitSet();
			IntStream.range(0, people).filter((person) -> random.nextDouble() < share).forEach(experienced::set);
			builder.experienced(experienced);
		}
		return builder;
	}

	private static int[] ints(int count, int kinds, Random random) {
		return random.ints(count, 0, kinds).toArray();
	}

	private static long[] bits(int count, int kinds, double share, Random random) {
		return LongStream
			.generate(() -> IntStream.range(0, kinds)
				.filter((kind) -> random.nextDouble() < share)
				.mapToLong((kind) -> 1L << kind)
				.sum())
			.limit(count)
			.toArray();
	}

}
