package org.holdfast.mentorship.report;

import java.util.stream.IntStream;

/**
 * A range in place of a number that is never shown.
 *
 * @param from inclusive
 * @param to inclusive
 */
public record Band(int from, int to) {

	/** From 0, 5, 10, 20, 50, 100 and so on. */
	public static Band ofPeople(int people) {
		int from = 0;
		int next = Part.FEWEST;
		for (int step = 0; people >= next; step++) {
			from = next;
			next = (step % 3 == 2) ? from / 2 * 5 : from * 2;
		}
		return new Band(from, next - 1);
	}

	/** One or two weeks, or up to one, two, three, six or twelve months or years. */
	static Band ofDays(long days) {
		int[] ends = { 7, 14, 30, 60, 90, 180, 365, 730, 1825 };
		int at = (int) IntStream.of(ends).filter((end) -> end < days).count();
		return new Band((at == 0) ? 0 : ends[at - 1] + 1, (at == ends.length) ? Integer.MAX_VALUE : ends[at]);
	}

}
