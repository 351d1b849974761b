package org.holdfast.mentorship.engine;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The few pairs of a large pool that the best matching is searched among; those left out
 * come in as soon as a proof does not hold for them, so that in the end it holds for the
 * whole pool (column generation).
 */
final class Selection {

	/** So many of the best of each mentee, and of each mentor, do at first. */
	static final int USUAL = 30;

	/** At most so many come in of each mentee at a time. */
	private static final int MORE_PAIRS = 10;

	private final Pool pool;

	private final BitSet pairs;

	/** Candidates of one mentee. */
	private final long[] candidates;

	private int count;

	/**
	 * Begins with the best pairs of each mentee and of each mentor.
	 * @param first so many of each
	 */
	Selection(Pool pool, int first) {
		this.pool = pool;
		this.pairs = new BitSet(pool.start(pool.mentees()));
		this.candidates = new long[pool.mentorCount()];
		for (int mentee = 0; mentee < pool.mentees(); mentee++) {
			int end = Math.min(pool.start(mentee) + first, pool.start(mentee + 1));
			this.pairs.set(pool.start(mentee), end);
		}
		addBestOfMentors(first);
	}

	private void addBestOfMentors(int first) {
		int[][] counts = new int[this.pool.mentorCount()][Pool.BEST + 1];
		int all = this.pool.start(this.pool.mentees());
		for (int pair = 0; pair < all; pair++) {
			counts[this.pool.mentor(pair)][this.pool.score(pair)]++;
		}
		int[] lowest = new int[counts.length];
		for (int mentor = 0; mentor < counts.length; mentor++) {
			lowest[mentor] = Pool.BEST;
			for (int better = counts[mentor][Pool.BEST]; lowest[mentor] > 0 && better < first;) {
				better += counts[mentor][--lowest[mentor]];
			}
		}
		for (int pair = 0; pair < all; pair++) {
			if (this.pool.score(pair) >= lowest[this.pool.mentor(pair)]) {
				this.pairs.set(pair);
			}
		}
	}

	/** Whether a pool has so many pairs that this is worth while. */
	static boolean suits(Pool pool) {
		return pool.start(pool.mentees()) / 4 > USUAL * (pool.mentees() + pool.mentorCount());
	}

	/** Returns the pool with the selected pairs only. */
	Pool part() {
		return this.pool.only(this.pairs);
	}

	/**
	 * Lets pairs come in by which a crowd could get out to other mentors.
	 * @param part as it is
	 * @param lowest a pair with a lower score is no way out
	 * @return whether there was one
	 */
	boolean addWayOut(Pool part, int[] crowd, int lowest) {
		boolean[] inside = new boolean[part.mentorCount()];
		for (int mentee : crowd) {
			for (int pair = part.start(mentee); pair < part.start(mentee + 1) && part.score(pair) >= lowest; pair++) {
				inside[part.mentor(pair)] = true;
			}
		}
		boolean added = false;
		for (int mentee : crowd) {
			this.count = 0;
			for (int pair = this.pool.start(mentee); pair < this.pool.start(mentee + 1)
					&& this.pool.score(pair) >= lowest; pair++) {
				int mentor = this.pool.mentor(pair);
				if (!inside[mentor] && this.pool.capacity(mentor) > 0) {
					this.candidates[this.count++] = pair;
				}
			}
			added |= this.count > 0;
			spread(mentee, MORE_PAIRS);
		}
		return added;
	}

	/**
	 * Takes some candidates at equal distances, with another first one for each mentee.
	 */
	private void spread(int mentee, int most) {
		int step = Math.max(1, this.count / most);
		for (int at = mentee % step; at < this.count; at += step) {
			this.pairs.set((int) this.candidates[at]);
		}
	}

	/**
	 * Lets the pairs come in that are worth most in excess of their prices.
	 * @param lowest pairs with a lower score do not matter
	 * @return whether there was one
	 */
	boolean addUnderpriced(int[] menteePrices, int[] mentorPrices, int lowest) {
		boolean added = false;
		for (int mentee = 0; mentee < this.pool.mentees(); mentee++) {
			this.count = 0;
			for (int pair = this.pool.start(mentee); pair < this.pool.start(mentee + 1)
					&& this.pool.score(pair) >= lowest; pair++) {
				int mentor = this.pool.mentor(pair);
				int excess = this.pool.score(pair) - menteePrices[mentee] - mentorPrices[mentor];
				if (excess > 0 && this.pool.capacity(mentor) > 0) {
					this.candidates[this.count++] = (long) -excess << Integer.SIZE | pair;
				}
			}
			Arrays.sort(this.candidates, 0, this.count);
			for (int at = 0; at < Math.min(this.count, MORE_PAIRS); at++) {
				this.pairs.set((int) this.candidates[at]);
			}
			added |= this.count > 0;
		}
		return added;
	}

}
