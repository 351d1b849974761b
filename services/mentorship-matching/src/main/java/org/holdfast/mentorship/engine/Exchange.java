package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * The cheapest chain of moves after which a mentee has a given mentor and as many are
 * matched as before: a shortest path by what each pair lacks of its two prices, which is
 * never negative (Dijkstra 1959; buckets, Dial 1969).
 */
final class Exchange {

	static final int IMPOSSIBLE = Integer.MAX_VALUE;

	/** On the agenda: a free place was taken, so any other place can be given up. */
	private static final int ANY_PLACE = -1;

	/** On the agenda: somebody goes without a mentor, so another one can have one. */
	private static final int ANYBODY = -2;

	private final Pool pool;

	private final Places places;

	private final int worst;

	private final int[] menteePrices;

	private final int[] mentorPrices;

	/** The price of all who have no mentor. */
	private final int floor;

	/** How much is lost until somebody must leave each mentor. */
	private final int[] losses;

	/** Mentors from whom somebody must leave, and the two above. */
	private final Buckets agenda = new Buckets();

	private boolean anyPlace;

	private boolean anybody;

	Exchange(Pool pool, Places places, BestMatching matching) {
		this.pool = pool;
		this.places = places;
		this.worst = matching.worst();
		this.menteePrices = matching.certificate().menteePrices();
		this.mentorPrices = matching.certificate().mentorPrices();
		this.floor = Arrays.stream(this.menteePrices).min().orElse(0);
		this.losses = new int[pool.mentorCount()];
		Arrays.fill(this.losses, IMPOSSIBLE);
	}

	/**
	 * Returns what the total loses, or {@link #IMPOSSIBLE} where fewer would be matched
	 * or a pair would be worse than the worst one.
	 */
	int loss(int mentee, int mentor) {
		boolean waits = this.places.mentorOf(mentee) == BestMatching.NONE;
		want(mentee, mentor, this.pool.score(mentee, mentor), 0);
		while (this.agenda.advance(Integer.MAX_VALUE)) {
			int loss = this.agenda.time();
			int item = this.agenda.take();
			if (item == ANYBODY) {
				if (waits) {
					return loss;
				}
				letOthersIn(loss);
			}
			else if (item == ANY_PLACE) {
				letOthersGo(loss);
			}
			else if (this.losses[item] == loss) {
				if (item == this.places.mentorOf(mentee)) {
					return loss;
				}
				leave(item, loss);
			}
		}
		return IMPOSSIBLE;
	}

	private void want(int mentee, int mentor, int score, int loss) {
		reach(mentor, loss + this.menteePrices[mentee] + this.mentorPrices[mentor] - score);
	}

	private void reach(int mentor, int loss) {
		if (loss < this.losses[mentor]) {
			this.losses[mentor] = loss;
			this.agenda.add(loss, mentor);
		}
	}

	/** Somebody is one too many at a mentor. */
	private void leave(int mentor, int loss) {
		int end = this.places.end(mentor);
		if (end - this.places.start(mentor) < this.pool.capacity(mentor) && !this.anyPlace) {
			this.anyPlace = true;
			this.agenda.add(loss, ANY_PLACE);
		}
		for (int place = this.places.start(mentor); place < end; place++) {
			int mentee = this.places.holder(place);
			goElsewhere(mentee, loss);
			this.agenda.add(loss + this.menteePrices[mentee] - this.floor, ANYBODY);
		}
	}

	private void goElsewhere(int mentee, int loss) {
		for (int pair = this.pool.start(mentee); pair < this.pool.start(mentee + 1)
				&& this.pool.score(pair) >= this.worst; pair++) {
			int mentor = this.pool.mentor(pair);
			if (this.pool.capacity(mentor) > 0) {
				want(mentee, mentor, this.pool.score(pair), loss);
			}
		}
	}

	private void letOthersGo(int loss) {
		for (int mentor = 0; mentor < this.losses.length; mentor++) {
			if (this.places.end(mentor) > this.places.start(mentor)) {
				reach(mentor, loss + this.mentorPrices[mentor]);
			}
		}
	}

	private void letOthersIn(int loss) {
		if (!this.anybody) {
			this.anybody = true;
			for (int mentee = 0; mentee < this.menteePrices.length; mentee++) {
				if (this.places.mentorOf(mentee) == BestMatching.NONE) {
					goElsewhere(mentee, loss);
				}
			}
		}
	}

}
