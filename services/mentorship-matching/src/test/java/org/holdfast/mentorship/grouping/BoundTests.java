package org.holdfast.mentorship.grouping;

import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Against a look at all groups there are. */
class BoundTests {

	/** People, so that a look at all groups takes no time. */
	private static final int MOST = 11;

	@Property(tries = 300)
	void nothingGainsMore(@ForAll @IntRange(min = 2, max = 5) int min, @ForAll @IntRange(max = 3) int range,
			@ForAll long seed) {
		Random random = new Random(seed);
		GroupSize size = new GroupSize(min, min + range);
		int groups = random.nextInt(1, MOST / min + 1);
		int people = random.nextInt(groups * min, Math.min(groups * (min + range), MOST) + 1);
		Gathering gathering = Gatherings.any(people, size, random);
		int[] sizes = GroupSize.balanced(people, groups);
		assertThat(new Bound(gathering, everybody(people), sizes).smallest())
			.isGreaterThanOrEqualTo(new Exhaustive(gathering).best(everybody(people), sizes));
	}

	/** It is a bound by any numbers, however they were found. */
	@Property(tries = 300)
	void whateverThePrices(@ForAll @IntRange(min = 4, max = 10) int people,
			@ForAll @IntRange(min = 1, max = 300) int dearest, @ForAll long seed) {
		Random random = new Random(seed);
		GroupSize size = new GroupSize(2, 10);
		int groups = random.nextInt(1, Math.min(3, size.most(people)) + 1);
		Gathering gathering = Gatherings.any(people, size, random);
		int[] sizes = GroupSize.balanced(people, groups);
		int[] parts = gathering.gains()
			.stream()
			.mapToInt((gain) -> gain.lines().isEmpty() ? Bound.PARTS : random.nextInt(Bound.PARTS + 1))
			.toArray();
		int[] prices = random.ints(people, 0, dearest).toArray();
		assertThat(new Bound(gathering, everybody(people), sizes).value(parts, prices, random.nextInt(dearest)))
			.isGreaterThanOrEqualTo(new Exhaustive(gathering).best(everybody(people), sizes));
	}

	/** Of two kinds, three are never all different. */
	@Example
	void knowsThatDifferenceRunsOut() {
		Gathering gathering = Gathering.of(6, new GroupSize(3, 3))
			.gain(new Gain.Different(10, 0, 0, 0, 1, 1, 1))
			.build();
		assertThat(new Bound(gathering, everybody(6), new int[] { 3, 3 }).smallest()).isEqualTo(40);
	}

	/** The two best friends of both pairs are kept apart. */
	@Example
	void knowsWhoIsKeptApart() {
		Gathering gathering = Gathering.of(4, new GroupSize(2, 2))
			.gain(new Gain.Shared(10, 10, 7, 7, 9, 9))
			.apart(0, 1)
			.apart(2, 3)
			.build();
		assertThat(new Bound(gathering, everybody(4), new int[] { 2, 2 }).smallest()).isEqualTo(20);
	}

	private static int[] everybody(int people) {
		return IntStream.range(0, people).toArray();
	}

}
