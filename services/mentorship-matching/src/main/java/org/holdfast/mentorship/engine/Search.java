package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * A matching under construction, which grows along augmenting paths: a mentee without a
 * mentor takes somebody's place, who takes another's, until one is free.
 * <p>
 * Either any pair may be on such a path; then it finds a largest matching, in rounds of
 * depth-first search that share their marks (Pothen and Fan 1990). Or only pairs that are
 * worth exactly what the two cost by their prices; then it finds one of largest total by
 * the primal-dual method (Kuhn 1955). All mentees who wait have the same price, which is
 * the lowest; it falls step by step from the highest score on, and with it the price of
 * all who could make way, while their mentors' rise. A mentor with a free place costs
 * nothing. So at each step the matching is the best of its size, and in the end its
 * prices prove it.
 */
final class Search {

	private static final int NONE = -1;

	private final Pool pool;

	/** Pairs with a lower score are left out. */
	private final int lowest;

	private final boolean priced;

	final int[] menteePrices;

	final int[] mentorPrices;

	/** The pair of each mentee. */
	private final int[] pairs;

	/** Where the places of each mentor begin; one more at the end. */
	private final int[] firstPlaces;

	/** Who has a place; a mentor's first ones are taken first. */
	private final int[] places;

	private final int[] taken;

	/**
	 * In which round a mentor was reached last; minus the level at which it is known that
	 * nothing is free behind it.
	 */
	private final int[] reached;

	private int round;

	/** Counts the states of the prices. */
	private int level;

	/** Those that were reached in this round, until somebody found a place. */
	private final int[] trail;

	private int trailLength;

	/** The first ones are without a mentor for good, as prices are. */
	private final int[] waiting;

	private int stuck;

	private int waitingCount;

	/** No price can change by less before somebody new can be reached. */
	private int step;

	// the path from a waiting mentee to where the search is: mentees, the pair by which
	// each goes on, and the place that pair leads to

	private final int[] path;

	private final int[] cursors;

	private final int[] slots;

	Search(Pool pool, int lowest, boolean priced) {
		this.pool = pool;
		this.lowest = lowest;
		this.priced = priced;
		int mentees = pool.mentees();
		int mentors = pool.mentorCount();
		this.menteePrices = new int[mentees];
		Arrays.fill(this.menteePrices, Pool.BEST);
		this.mentorPrices = new int[mentors];
		this.pairs = new int[mentees];
		Arrays.fill(this.pairs, NONE);
		this.firstPlaces = new int[mentors + 1];
		for (int mentor = 0; mentor < mentors; mentor++) {
			this.firstPlaces[mentor + 1] = this.firstPlaces[mentor] + pool.capacity(mentor);
		}
		this.places = new int[this.firstPlaces[mentors]];
		this.taken = new int[mentors];
		this.reached = new int[mentors];
		this.trail = new int[mentors];
		this.waiting = new int[mentees];
		for (int mentee = 0; mentee < mentees; mentee++) {
			this.waiting[mentee] = mentee;
		}
		this.waitingCount = mentees;
		this.path = new int[mentees + 1];
		this.cursors = new int[mentees + 1];
		this.slots = new int[mentees + 1];
	}

	/**
	 * Completes the matching, unless it turns out before that it cannot become as large
	 * as that; with prices it is the best of its size all the time, so that nothing is
	 * left to do once it is.
	 * @param most how many are to be matched
	 */
	Search run(int most) {
		augment(most);
		while (this.priced && matched() < most) {
			reprice();
			augment(most);
		}
		return this;
	}

	/** Completes the matching, however many can be matched. */
	Search run() {
		return run(0);
	}

	int matched() {
		return this.pool.mentees() - this.waitingCount;
	}

	/** Returns the pair of a mentee, or a negative number. */
	int pair(int mentee) {
		return this.pairs[mentee];
	}

	/**
	 * Returns the mentees for whom nothing is left: those who wait, and those who have
	 * the places that they could take.
	 */
	int[] crowd() {
		int[] crowd = Arrays.copyOf(this.waiting, this.pool.mentees());
		int count = this.stuck;
		for (int mentor = 0; mentor < this.reached.length; mentor++) {
			if (this.reached[mentor] == -this.level) {
				for (int place = this.firstPlaces[mentor]; place < this.firstPlaces[mentor + 1]; place++) {
					crowd[count++] = this.places[place];
				}
			}
		}
		return Arrays.copyOf(crowd, count);
	}

	/**
	 * Round after round, until everybody who waits is stuck. Whoever finds no place
	 * before anybody else moved in the round never will at these prices, and neither will
	 * those on the way: none of them is looked at again.
	 */
	private void augment(int most) {
		this.level++;
		this.step = Integer.MAX_VALUE;
		this.stuck = 0;
		int tooMany = this.pool.mentees() - most;
		while (this.stuck < this.waitingCount && (this.priced || this.stuck <= tooMany)) {
			this.round++;
			this.trailLength = 0;
			boolean moved = false;
			int still = this.stuck;
			for (int at = this.stuck; at < this.waitingCount; at++) {
				int mentee = this.waiting[at];
				if (findsAPlace(mentee)) {
					moved = true;
				}
				else {
					this.waiting[still++] = mentee;
					if (!moved) {
						giveUp();
					}
				}
			}
			this.waitingCount = still;
		}
	}

	private void giveUp() {
		this.stuck++;
		for (int at = 0; at < this.trailLength; at++) {
			this.reached[this.trail[at]] = -this.level;
		}
		this.trailLength = 0;
	}

	/** Depth first; a mentor that was reached in this round leads nowhere new. */
	private boolean findsAPlace(int root) {
		int depth = 0;
		this.path[0] = root;
		this.cursors[0] = this.pool.start(root);
		while (depth >= 0) {
			int mentor = next(depth);
			if (mentor != NONE) {
				if (this.taken[mentor] < this.pool.capacity(mentor)) {
					this.slots[depth] = this.firstPlaces[mentor] + this.taken[mentor]++;
					moveUp(depth);
					return true;
				}
				this.reached[mentor] = this.round;
				this.trail[this.trailLength++] = mentor;
				if (this.pool.capacity(mentor) > 0) {
					this.slots[depth] = this.firstPlaces[mentor];
					depth++;
					enter(depth);
				}
				continue;
			}
			depth = back(depth);
		}
		return false;
	}

	/**
	 * Returns the next mentor that the mentee at the end of the path could go to, and
	 * notes how far away others are.
	 */
	private int next(int depth) {
		int mentee = this.path[depth];
		int price = this.menteePrices[mentee];
		int end = this.pool.start(mentee + 1);
		for (int pair = this.cursors[depth]; pair < end; pair++) {
			int score = this.pool.score(pair);
			if (score < this.lowest) {
				break;
			}
			if (this.priced && score < price) {
				// all that follow are at least as far
				this.step = Math.min(this.step, price - score);
				break;
			}
			int mentor = this.pool.mentor(pair);
			if (this.reached[mentor] != this.round && this.reached[mentor] != -this.level) {
				int away = this.priced ? price - score + this.mentorPrices[mentor] : 0;
				if (away == 0) {
					this.cursors[depth] = pair;
					return mentor;
				}
				this.step = Math.min(this.step, away);
			}
		}
		this.cursors[depth] = end;
		return NONE;
	}

	private void enter(int depth) {
		int mentee = this.places[this.slots[depth - 1]];
		this.path[depth] = mentee;
		this.cursors[depth] = this.pool.start(mentee);
	}

	/** Goes on with the next one who has a place at the same mentor, or before that. */
	private int back(int depth) {
		int above = depth - 1;
		if (above < 0) {
			return above;
		}
		int mentor = this.pool.mentor(this.cursors[above]);
		if (this.slots[above] + 1 < this.firstPlaces[mentor + 1]) {
			this.slots[above]++;
			enter(depth);
			return depth;
		}
		this.cursors[above]++;
		return above;
	}

	private void moveUp(int depth) {
		for (int at = depth; at >= 0; at--) {
			int mentee = this.path[at];
			this.places[this.slots[at]] = mentee;
			this.pairs[mentee] = this.cursors[at];
		}
	}

	private void reprice() {
		for (int mentee : crowd()) {
			this.menteePrices[mentee] -= this.step;
		}
		for (int mentor = 0; mentor < this.reached.length; mentor++) {
			if (this.reached[mentor] == -this.level) {
				this.mentorPrices[mentor] += this.step;
			}
		}
	}

}
