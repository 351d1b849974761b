package org.holdfast.mentorship.grouping;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * People of a made-up agency who want to be in a circle: in teams of about six, three to
 * an office, with few long in service, some kinds of work and topics far more frequent
 * than others, and three to six hours in which they could meet.
 */
final class MadeUpAgency {

	private static final int HOURS = 8;

	private static final int TOPICS = 8;

	private final int[] teams;

	private final int[] offices;

	private final int[] tenures;

	private final int[] caseloads;

	private final int[] professions;

	private final long[] hours;

	private final long[] languages;

	private final long[] topics;

	MadeUpAgency(int people, Random random) {
		this.teams = random.ints(people, 0, Math.max(10, people / 6)).toArray();
		this.offices = Arrays.stream(this.teams).map((team) -> team / 3).toArray();
		this.tenures = ints(people, () -> Math.min(4, (int) Math.abs(2 * random.nextGaussian())));
		this.caseloads = ints(people, () -> (int) (6 * random.nextDouble() * random.nextDouble()));
		this.professions = ints(people, () -> (int) (4 * random.nextDouble() * random.nextDouble()));
		this.hours = bits(people, 3, 6, HOURS, random);
		this.languages = Arrays.stream(ints(people, () -> (random.nextInt(10) < 3) ? 3 : 1)).asLongStream().toArray();
		this.topics = bits(people, 2, 4, TOPICS, random);
	}

	private static int[] ints(int people, IntSupplier value) {
		return IntStream.generate(value).limit(people).toArray();
	}

	/** The first ones are wanted more often than the last ones. */
	private static long[] bits(int people, int atLeast, int atMost, int kinds, Random random) {
		long[] bits = new long[people];
		for (int person = 0; person < people; person++) {
			int count = atLeast + random.nextInt(atMost - atLeast + 1);
			while (Long.bitCount(bits[person]) < count) {
				bits[person] |= 1L << (int) (kinds * random.nextDouble() * (.5 + random.nextDouble() / 2));
			}
		}
		return bits;
	}

	/**
	 * Returns who could form groups: nobody with their own team or with whom they were
	 * together before; all with an hour, a language and a topic in common, and somebody
	 * with some years in service.
	 */
	Gathering gathering(GroupSize size, List<int[]> before) {
		int people = this.teams.length;
		BitSet experienced = new BitSet();
		IntStream.range(0, people).filter((person) -> this.tenures[person] >= 2).forEach(experienced::set);
		Gathering.Builder builder = Gathering.of(people, size)
			.inCommon(this.hours)
			.inCommon(this.languages)
			.inCommon(this.topics)
			.experienced(experienced)
			.gain(new Gain.Different(25, this.offices))
			.gain(new Gain.Distance(5, this.tenures))
			.gain(new Gain.Different(15, this.caseloads))
			.gain(new Gain.Different(10, this.professions))
			.gain(new Gain.Shared(15, 2, this.topics));
		Arrays.stream(this.teams)
			.distinct()
			.mapToObj((team) -> IntStream.range(0, people).filter((person) -> this.teams[person] == team).toArray())
			.forEach(builder::apart);
		before.forEach(builder::apart);
		return builder.build();
	}

}
