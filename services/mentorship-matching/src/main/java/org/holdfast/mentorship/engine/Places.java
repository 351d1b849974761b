package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * Who has which place: a matching under construction. A mentor's first places go first;
 * there are no more than could ever be taken.
 */
final class Places {

	private final int[] mentorOf;

	private final int[] placeOf;

	/** Where the places of each mentor begin; one more at the end. */
	private final int[] starts;

	private final int[] holders;

	private final int[] taken;

	Places(Pool pool, Suitors suitors) {
		int mentors = pool.mentorCount();
		this.mentorOf = new int[pool.mentees()];
		Arrays.fill(this.mentorOf, BestMatching.NONE);
		this.placeOf = new int[pool.mentees()];
		this.starts = new int[mentors + 1];
		for (int mentor = 0; mentor < mentors; mentor++) {
			int possible = suitors.start(mentor + 1) - suitors.start(mentor);
			this.starts[mentor + 1] = this.starts[mentor] + Math.min(pool.capacity(mentor), possible);
		}
		this.holders = new int[this.starts[mentors]];
		this.taken = new int[mentors];
	}

	/** Returns the mentor of a mentee, or {@link BestMatching#NONE}. */
	int mentorOf(int mentee) {
		return this.mentorOf[mentee];
	}

	/** Returns the place of a mentee who has one. */
	int placeOf(int mentee) {
		return this.placeOf[mentee];
	}

	/** Returns the first place of a mentor. */
	int start(int mentor) {
		return this.starts[mentor];
	}

	/** Returns the end of the places of a mentor that are taken. */
	int end(int mentor) {
		return this.starts[mentor] + this.taken[mentor];
	}

	int holder(int place) {
		return this.holders[place];
	}

	boolean isFull(int mentor) {
		return end(mentor) == this.starts[mentor + 1];
	}

	/** Takes a place of a mentor who is not full; somebody must be given it. */
	int free(int mentor) {
		return this.starts[mentor] + this.taken[mentor]++;
	}

	/** Gives a mentee a place, whoever had it. */
	void give(int mentee, int mentor, int place) {
		this.mentorOf[mentee] = mentor;
		this.placeOf[mentee] = place;
		this.holders[place] = mentee;
	}

	int[] mentors() {
		return this.mentorOf.clone();
	}

}
