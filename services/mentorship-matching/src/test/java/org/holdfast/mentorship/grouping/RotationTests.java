package org.holdfast.mentorship.grouping;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RotationTests {

	private static final int STAYS = Integer.MAX_VALUE;

	@Property(tries = 300)
	void inAnyRunOfMeetingsNobodyLeadsTwoMoreThanAnother(@ForAll @IntRange(min = 1, max = 10) int members,
			@ForAll long seed) {
		Random random = new Random(seed);
		int[] joined = random.ints(members, 0, 20).sorted().toArray();
		int[] left = Arrays.stream(joined)
			.map((first) -> random.nextBoolean() ? STAYS : first + random.nextInt(20))
			.toArray();
		int[] turns = IntStream.range(0, 40).map((meeting) -> Rotation.turn(joined, left, meeting)).toArray();
		for (int from = 0; from < turns.length; from++) {
			for (int to = from + 1; to <= turns.length; to++) {
				int[] run = Arrays.copyOfRange(turns, from, to);
				int first = from;
				int last = to;
				var counts = IntStream.range(0, members)
					.filter((member) -> joined[member] <= first && left[member] >= last)
					.mapToLong((member) -> Arrays.stream(run).filter((turn) -> turn == member).count())
					.summaryStatistics();
				assertThat(counts.getMax() - counts.getMin()).isLessThanOrEqualTo((counts.getCount() > 0) ? 1 : STAYS);
			}
		}
		for (int meeting = 0; meeting < turns.length; meeting++) {
			int leader = turns[meeting];
			int now = meeting;
			boolean somebody = IntStream.range(0, members)
				.anyMatch((member) -> joined[member] <= now && left[member] > now);
			assertThat(leader != Rotation.NOBODY).isEqualTo(somebody);
			assertThat(leader == Rotation.NOBODY || joined[leader] <= meeting && left[leader] > meeting).isTrue();
		}
	}

	@Example
	void allTakeTurnsInTheOrderTheyJoined() {
		int[] turns = IntStream.range(0, 6)
			.map((meeting) -> Rotation.turn(new int[3], new int[] { STAYS, STAYS, STAYS }, meeting))
			.toArray();
		assertThat(turns).containsExactly(0, 1, 2, 0, 1, 2);
	}

	@Example
	void whoJoinsComesLastAndWhoLeavesIsPassedOver() {
		int[] turns = IntStream.range(0, 7)
			.map((meeting) -> Rotation.turn(new int[] { 0, 0, 0, 2 }, new int[] { STAYS, 4, STAYS, STAYS }, meeting))
			.toArray();
		assertThat(turns).containsExactly(0, 1, 2, 0, 3, 2, 0);
	}

	@Example
	void aCircleWithoutMembersHasNobody() {
		assertThat(Rotation.turn(new int[0], new int[0], 3)).isEqualTo(Rotation.NOBODY);
		assertThatIllegalArgumentException().isThrownBy(() -> Rotation.turn(new int[1], new int[0], 0));
	}

}
