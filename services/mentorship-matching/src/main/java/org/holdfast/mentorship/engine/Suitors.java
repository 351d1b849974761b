package org.holdfast.mentorship.engine;

/**
 * The pairs of a pool from the mentors' side: who could go to each, the best pair first,
 * of equal ones the mentee with the lowest number.
 */
final class Suitors {

	private final int[] starts;

	/** By mentor. */
	private final int[] pairs;

	Suitors(Pool pool) {
		int mentors = pool.mentorCount();
		int count = pool.start(pool.mentees());
		int[] ends = new int[mentors + 1];
		for (int pair = 0; pair < count; pair++) {
			ends[pool.mentor(pair) + 1]++;
		}
		for (int mentor = 0; mentor < mentors; mentor++) {
			ends[mentor + 1] += ends[mentor];
		}
		this.starts = ends.clone();
		this.pairs = new int[count];
		int[] cursors = new int[pool.mentees()];
		for (int mentee = 0; mentee < cursors.length; mentee++) {
			cursors[mentee] = pool.start(mentee);
		}
		for (int score = Pool.BEST; score >= 0; score--) {
			for (int mentee = 0; mentee < cursors.length; mentee++) {
				int pair = cursors[mentee];
				while (pair < pool.start(mentee + 1) && pool.score(pair) == score) {
					this.pairs[ends[pool.mentor(pair)]++] = Pool.packed(score, mentee);
					pair++;
				}
				cursors[mentee] = pair;
			}
		}
	}

	/**
	 * Returns the first suitor of a mentor; that of the next one is behind their last.
	 */
	int start(int mentor) {
		return this.starts[mentor];
	}

	int mentee(int suitor) {
		return Pool.who(this.pairs[suitor]);
	}

	int score(int suitor) {
		return Pool.worth(this.pairs[suitor]);
	}

}
