package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * Grows a matching: from each mentee who waits, a tree of those who would have to make
 * way, until a place is free somewhere. Then all on the way move up by one, the tree is
 * taken out, and its mentors are offered to the trees that stay; no other tree is touched
 * (after the grafting of Azad, Buluc and Pothen 2017).
 * <p>
 * Time counts how far down the scores it has come: from the best at 0 to the lowest.
 * Without prices, a pair counts from the time of its score on; then the matching is at
 * any time a largest one of the pairs that count.
 * <p>
 * With prices, a pair counts while it is worth exactly what the two cost (Kuhn 1955; many
 * trees at once, Hopcroft and Karp 1973; the next event from buckets, Dial 1969). A
 * mentee in a tree gets cheaper by 1 in each unit of time, a mentor in a tree dearer by
 * 1; all who wait have the same price, which is the lowest, and a mentor with a free
 * place costs nothing. So the matching is at any time the best of its size, and its
 * prices prove it.
 */
final class Forest {

	private static final int NONE = BestMatching.NONE;

	/** Base of a mentee in no tree, and when a mentor is reached whom nobody wants. */
	private static final int NEVER = Integer.MAX_VALUE;

	/** When a mentor was reached who is in a tree, or has no places at all. */
	private static final int REACHED = -1;

	private final Pool pool;

	private final Suitors suitors;

	/** Pairs with a lower score are left out. */
	private final int lowest;

	private final boolean priced;

	private final Places places;

	private int matched;

	/** Mentees whose next pair is due, and complements of mentors who are reached. */
	private final Buckets agenda = new Buckets();

	private int time;

	/** Those outside of the forest. */
	private final int[] menteePrices;

	/** Those in the forest less the time, so that they need not be touched. */
	private final int[] mentorPrices;

	/** The price of a mentee in the forest, plus the time; {@link #NEVER} outside. */
	private final int[] bases;

	/** The next pair of each mentee in the forest to be looked at. */
	private final int[] cursors;

	private final int[] roots;

	/** Chains the mentees of each tree, from the root on. */
	private final int[] nextInTree;

	/** By root. */
	private final int[] lastInTree;

	/** When each mentor is reached, as far as is known. */
	private final int[] due;

	/** From whom each mentor is or will be reached. */
	private final int[] parents;

	/** What the parent's base was then: another one now means that it must be redone. */
	private final int[] parentBases;

	/** The mentors of the tree that is being taken out. */
	private final int[] loose;

	Forest(Pool pool, Suitors suitors, int lowest, boolean priced) {
		this.pool = pool;
		this.suitors = suitors;
		this.lowest = lowest;
		this.priced = priced;
		this.places = new Places(pool, suitors);
		int mentees = pool.mentees();
		int mentors = pool.mentorCount();
		this.menteePrices = new int[mentees];
		this.mentorPrices = new int[mentors];
		this.bases = new int[mentees];
		Arrays.fill(this.bases, Pool.BEST);
		this.cursors = new int[mentees];
		this.roots = new int[mentees];
		this.nextInTree = new int[mentees];
		Arrays.fill(this.nextInTree, NONE);
		this.lastInTree = new int[mentees];
		this.due = new int[mentors];
		this.parents = new int[mentors];
		this.parentBases = new int[mentors];
		this.loose = new int[mentors];
		for (int mentor = 0; mentor < mentors; mentor++) {
			this.due[mentor] = (pool.capacity(mentor) > 0) ? NEVER : REACHED;
		}
		for (int mentee = 0; mentee < mentees; mentee++) {
			this.roots[mentee] = mentee;
			this.lastInTree[mentee] = mentee;
			this.cursors[mentee] = pool.start(mentee);
			if (this.cursors[mentee] < pool.start(mentee + 1)) {
				this.agenda.add(Pool.BEST - pool.score(this.cursors[mentee]), mentee);
			}
		}
	}

	/**
	 * Grows, as far as it can.
	 * @param until the last time that counts
	 * @param most how many are enough
	 */
	void grow(int until, int most) {
		while (this.matched < most && this.agenda.advance(until)) {
			this.time = this.agenda.time();
			int item = this.agenda.take();
			if (item < 0) {
				if (this.due[~item] == this.time) {
					reach(~item);
				}
			}
			else if (this.bases[item] != NEVER) {
				look(item);
			}
		}
	}

	/** Goes through the pairs of a mentee in the forest that are worth their price. */
	private void look(int mentee) {
		int base = this.bases[mentee];
		int end = this.pool.start(mentee + 1);
		int from = this.cursors[mentee];
		for (int pair = from; pair < end; pair++) {
			int score = this.pool.score(pair);
			if (score < this.lowest) {
				break;
			}
			if (score < base - this.time) {
				if (pair > from) {
					this.cursors[mentee] = pair;
					this.agenda.add(base - score, mentee);
				}
				return;
			}
			int mentor = this.pool.mentor(pair);
			if (this.due[mentor] == REACHED) {
				continue;
			}
			int when = when(mentor, base, score);
			if (when == this.time && !this.places.isFull(mentor)) {
				augment(mentee, mentor);
				return;
			}
			if (when < this.due[mentor]) {
				expect(mentor, when, mentee);
			}
		}
		this.cursors[mentee] = end;
	}

	/** Returns when somebody with this base reaches a mentor outside of the forest. */
	private int when(int mentor, int base, int score) {
		return Math.max(this.time, base - score + this.mentorPrices[mentor]);
	}

	private void expect(int mentor, int when, int parent) {
		this.due[mentor] = when;
		this.parents[mentor] = parent;
		this.parentBases[mentor] = this.bases[parent];
		this.agenda.add(when, ~mentor);
	}

	/** Takes a mentor and all who have a place there into the tree of the parent. */
	private void reach(int mentor) {
		int parent = this.parents[mentor];
		if (this.bases[parent] != this.parentBases[mentor]) {
			offer(mentor);
			return;
		}
		this.due[mentor] = REACHED;
		if (this.priced) {
			this.mentorPrices[mentor] -= this.time;
		}
		int root = this.roots[parent];
		int end = this.places.end(mentor);
		for (int place = this.places.start(mentor); place < end; place++) {
			int mentee = this.places.holder(place);
			this.bases[mentee] = this.priced ? this.menteePrices[mentee] + this.time : Pool.BEST;
			this.cursors[mentee] = this.pool.start(mentee);
			this.roots[mentee] = root;
			this.nextInTree[mentee] = NONE;
			this.nextInTree[this.lastInTree[root]] = mentee;
			this.lastInTree[root] = mentee;
		}
		// the first who finds a place takes the whole tree out
		for (int place = this.places.start(mentor); place < end && this.due[mentor] == REACHED; place++) {
			look(this.places.holder(place));
		}
	}

	/** Finds out from whom in the forest a mentor is reached first, and when. */
	private void offer(int mentor) {
		int soonest = NEVER;
		int parent = NONE;
		for (int suitor = this.suitors.start(mentor); suitor < this.suitors.start(mentor + 1); suitor++) {
			int score = this.suitors.score(suitor);
			// no base is below the best score, and no pair that follows is better
			if (score < this.lowest || when(mentor, Pool.BEST, score) >= soonest) {
				break;
			}
			int mentee = this.suitors.mentee(suitor);
			if (this.bases[mentee] != NEVER) {
				int when = when(mentor, this.bases[mentee], score);
				if (when < soonest) {
					soonest = when;
					parent = mentee;
				}
			}
		}
		this.due[mentor] = NEVER;
		if (parent != NONE) {
			expect(mentor, soonest, parent);
		}
	}

	/** All move up by one on the way from the root to a mentee who found a place. */
	private void augment(int last, int free) {
		int freed = takeOut(this.roots[last]);
		int mentee = last;
		int mentor = free;
		int place = this.places.free(free);
		while (mentor != NONE) {
			int left = this.places.mentorOf(mentee);
			int leftPlace = this.places.placeOf(mentee);
			this.places.give(mentee, mentor, place);
			mentor = left;
			place = leftPlace;
			mentee = (left != NONE) ? this.parents[left] : NONE;
		}
		this.matched++;
		for (int at = 0; at < freed; at++) {
			offer(this.loose[at]);
		}
	}

	/** Takes out a tree and returns how many mentors are loose then. */
	private int takeOut(int root) {
		int freed = 0;
		for (int mentee = root; mentee != NONE; mentee = this.nextInTree[mentee]) {
			if (this.priced) {
				this.menteePrices[mentee] = this.bases[mentee] - this.time;
			}
			this.bases[mentee] = NEVER;
			int mentor = this.places.mentorOf(mentee);
			if (mentor != NONE && this.due[mentor] == REACHED) {
				this.due[mentor] = NEVER;
				if (this.priced) {
					this.mentorPrices[mentor] += this.time;
				}
				this.loose[freed++] = mentor;
			}
		}
		return freed;
	}

	int matched() {
		return this.matched;
	}

	/** Returns the mentor of each mentee, or {@link BestMatching#NONE}. */
	int[] mentors() {
		return this.places.mentors();
	}

	/** Returns who is in the forest: those who wait, and who could make way for them. */
	int[] crowd() {
		int[] crowd = new int[this.bases.length];
		int count = 0;
		for (int mentee = 0; mentee < crowd.length; mentee++) {
			if (this.bases[mentee] != NEVER) {
				crowd[count++] = mentee;
			}
		}
		return Arrays.copyOf(crowd, count);
	}

	int[] menteePrices() {
		int[] prices = this.menteePrices.clone();
		for (int mentee = 0; mentee < prices.length; mentee++) {
			if (this.bases[mentee] != NEVER) {
				prices[mentee] = this.bases[mentee] - this.time;
			}
		}
		return prices;
	}

	int[] mentorPrices() {
		int[] prices = this.mentorPrices.clone();
		for (int mentor = 0; mentor < prices.length; mentor++) {
			if (this.due[mentor] == REACHED) {
				prices[mentor] += this.time;
			}
		}
		return prices;
	}

}
