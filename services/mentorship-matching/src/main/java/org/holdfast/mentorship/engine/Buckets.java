package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * What is to be done when, in whole numbers from 0 that are never far apart (Dial 1969):
 * added in any order, taken by time, and of the same time in the order of adding.
 */
final class Buckets {

	private static final int[] EMPTY = {};

	private int[][] items = new int[128][];

	private int[] counts = new int[128];

	private int time;

	/** How many of the present time are taken. */
	private int taken;

	Buckets() {
		Arrays.fill(this.items, EMPTY);
	}

	/** Adds something, for now or for later. */
	void add(int time, int item) {
		if (time >= this.items.length) {
			int before = this.items.length;
			this.items = Arrays.copyOf(this.items, Math.max(time + 1, before + before / 2));
			Arrays.fill(this.items, before, this.items.length, EMPTY);
			this.counts = Arrays.copyOf(this.counts, this.items.length);
		}
		int count = this.counts[time]++;
		if (count == this.items[time].length) {
			this.items[time] = Arrays.copyOf(this.items[time], 8 + 2 * count);
		}
		this.items[time][count] = item;
	}

	/**
	 * Goes on to what is to be done next, which may be at the present time.
	 * @param until the last time that counts
	 * @return whether there is anything; {@link #take()} has it
	 */
	boolean advance(int until) {
		while (this.taken == this.counts[this.time]) {
			if (this.time == until || this.time == this.counts.length - 1) {
				return false;
			}
			this.items[this.time] = EMPTY;
			this.time++;
			this.taken = 0;
		}
		return true;
	}

	int take() {
		return this.items[this.time][this.taken++];
	}

	int time() {
		return this.time;
	}

}
