package org.holdfast.mentorship.engine;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Who could be brought together: mentees, mentors with so many places each, and the pairs
 * that no rule forbids, with a score each. People are numbers from 0; of equally good
 * results the order of these numbers decides, and nothing else.
 */
public final class Pool {

	/** The highest score of a pair; the lowest is 0. */
	public static final int BEST = 100;

	private static final int BITS = 24;

	private static final int MOST_PEOPLE = 1 << BITS;

	private final int[] capacities;

	/** Where the pairs of each mentee begin; one more at the end. */
	private final int[] starts;

	/** By mentee, and of one mentee the best first: see {@link #packed}. */
	private final int[] pairs;

	private Pool(int[] capacities, int[] starts, int[] pairs) {
		this.capacities = capacities;
		this.starts = starts;
		this.pairs = pairs;
	}

	/**
	 * Begins a pool.
	 * @param capacities how many mentees each mentor can take, 0 or more
	 */
	public static Builder of(int... capacities) {
		if (capacities.length > MOST_PEOPLE) {
			throw new IllegalArgumentException("There are at most %d mentors".formatted(MOST_PEOPLE));
		}
		if (Arrays.stream(capacities).anyMatch((capacity) -> capacity < 0)) {
			throw new IllegalArgumentException("A mentor has 0 places or more");
		}
		return new Builder(capacities.clone());
	}

	public int mentees() {
		return this.starts.length - 1;
	}

	public int mentorCount() {
		return this.capacities.length;
	}

	int capacity(int mentor) {
		return this.capacities[mentor];
	}

	/** Returns the first pair of a mentee; that of the next one is behind their last. */
	int start(int mentee) {
		return this.starts[mentee];
	}

	int mentor(int pair) {
		return who(this.pairs[pair]);
	}

	int score(int pair) {
		return worth(this.pairs[pair]);
	}

	/** Returns the score of two, or a negative number where they are no pair. */
	int score(int mentee, int mentor) {
		for (int pair = start(mentee); pair < start(mentee + 1); pair++) {
			if (mentor(pair) == mentor) {
				return score(pair);
			}
		}
		return -1;
	}

	/** Returns what is left once two are brought together. */
	Pool without(int mentee, int mentor) {
		int gone = start(mentee + 1) - start(mentee);
		int[] places = this.capacities.clone();
		places[mentor]--;
		int[] from = this.starts.clone();
		for (int later = mentee + 1; later < from.length; later++) {
			from[later] -= gone;
		}
		int[] left = new int[this.pairs.length - gone];
		System.arraycopy(this.pairs, 0, left, 0, start(mentee));
		System.arraycopy(this.pairs, start(mentee + 1), left, start(mentee), left.length - start(mentee));
		return new Pool(places, from, left);
	}

	/** Returns it with some pairs only. */
	Pool only(BitSet kept) {
		int[] from = new int[this.starts.length];
		int[] left = new int[kept.cardinality()];
		int count = 0;
		for (int mentee = 0; mentee < mentees(); mentee++) {
			for (int pair = kept.nextSetBit(start(mentee)); pair >= 0
					&& pair < start(mentee + 1); pair = kept.nextSetBit(pair + 1)) {
				left[count++] = this.pairs[pair];
			}
			from[mentee + 1] = count;
		}
		return new Pool(this.capacities, from, left);
	}

	/** Returns a pair as one number: how far it is from the best score, and with whom. */
	static int packed(int score, int who) {
		return (BEST - score) << BITS | who;
	}

	static int who(int packed) {
		return packed & (MOST_PEOPLE - 1);
	}

	static int worth(int packed) {
		return BEST - (packed >> BITS);
	}

	/** Takes in one mentee after the other. */
	public static final class Builder {

		private final int[] capacities;

		private int[] starts = new int[16];

		private int[] pairs = new int[64];

		private int mentees;

		private Builder(int[] capacities) {
			this.capacities = capacities;
		}

		/**
		 * Adds the next mentee with their pairs.
		 * @param mentors each once, in any order; none where no pair is allowed
		 * @param scores 0 to {@value Pool#BEST}, in the same order
		 * @return this
		 */
		public Builder mentee(int[] mentors, int[] scores) {
			if (mentors.length != scores.length) {
				throw new IllegalArgumentException("Each pair has a score");
			}
			if (this.mentees == MOST_PEOPLE) {
				throw new IllegalArgumentException("There are at most %d mentees".formatted(MOST_PEOPLE));
			}
			int start = this.starts[this.mentees];
			reserve(start + mentors.length);
			for (int pair = 0; pair < mentors.length; pair++) {
				if (mentors[pair] < 0 || mentors[pair] >= this.capacities.length || scores[pair] < 0
						|| scores[pair] > BEST) {
					throw new IllegalArgumentException(
							"Mentee %d: there is no mentor %d, or %d is no score from 0 to %d".formatted(this.mentees,
									mentors[pair], scores[pair], BEST));
				}
				this.pairs[start + pair] = packed(scores[pair], mentors[pair]);
			}
			Arrays.sort(this.pairs, start, start + mentors.length);
			requireDistinct(mentors);
			this.mentees++;
			this.starts[this.mentees] = start + mentors.length;
			return this;
		}

		private void requireDistinct(int[] mentors) {
			int[] sorted = mentors.clone();
			Arrays.sort(sorted);
			for (int at = 1; at < sorted.length; at++) {
				if (sorted[at] == sorted[at - 1]) {
					throw new IllegalArgumentException(
							"Mentee %d: mentor %d is there twice".formatted(this.mentees, sorted[at]));
				}
			}
		}

		private void reserve(int pairs) {
			if (this.mentees + 2 > this.starts.length) {
				this.starts = Arrays.copyOf(this.starts, 2 * this.starts.length);
			}
			if (pairs > this.pairs.length) {
				this.pairs = Arrays.copyOf(this.pairs, Math.max(pairs, this.pairs.length + this.pairs.length / 2));
			}
		}

		public Pool build() {
			int pairs = this.starts[this.mentees];
			return new Pool(this.capacities, Arrays.copyOf(this.starts, this.mentees + 1),
					Arrays.copyOf(this.pairs, pairs));
		}

	}

}
