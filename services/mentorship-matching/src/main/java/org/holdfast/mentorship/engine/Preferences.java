package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * The same pairs as each side sees them. A pair counts if the mentees' side has it.
 *
 * @param mentees with the scores that mentees give to mentors
 * @param mentors with the scores that mentors give to mentees
 */
public record Preferences(Pool mentees, Pool mentors) {

	/**
	 * Checks that they are of the same people.
	 * @throws IllegalArgumentException if not, or if mentors have no score for a pair
	 */
	public Preferences {
		if (mentees.mentees() != mentors.mentees() || mentees.mentorCount() != mentors.mentorCount()) {
			throw new IllegalArgumentException("Both views are of the same mentees and mentors");
		}
		int[] known = new int[mentors.mentorCount()];
		for (int mentee = 0; mentee < mentees.mentees(); mentee++) {
			for (int pair = mentors.start(mentee); pair < mentors.start(mentee + 1); pair++) {
				known[mentors.mentor(pair)] = mentee + 1;
			}
			for (int pair = mentees.start(mentee); pair < mentees.start(mentee + 1); pair++) {
				if (known[mentees.mentor(pair)] != mentee + 1) {
					throw new IllegalArgumentException("Mentor %d has no score for mentee %d, who has one for them"
						.formatted(mentees.mentor(pair), mentee));
				}
			}
		}
	}

	/** Returns those of people who agree on each score. */
	public static Preferences of(Pool both) {
		return new Preferences(both, both);
	}

	/**
	 * Counts the pairs in which both would rather have each other: the mentee has no
	 * mentor or one with a lower score, and the mentor has a free place or a mentee with
	 * a lower score.
	 * @param mentorOf the mentor of each mentee, or {@link BestMatching#NONE}
	 */
	public int blockingPairs(int[] mentorOf) {
		int[] weakest = weakest(mentorOf);
		int[] opinions = new int[weakest.length];
		int blocking = 0;
		for (int mentee = 0; mentee < mentorOf.length; mentee++) {
			for (int pair = this.mentors.start(mentee); pair < this.mentors.start(mentee + 1); pair++) {
				opinions[this.mentors.mentor(pair)] = this.mentors.score(pair);
			}
			int has = (mentorOf[mentee] == BestMatching.NONE) ? -1 : this.mentees.score(mentee, mentorOf[mentee]);
			for (int pair = this.mentees.start(mentee); pair < this.mentees.start(mentee + 1)
					&& this.mentees.score(pair) > has; pair++) {
				int mentor = this.mentees.mentor(pair);
				if (opinions[mentor] > weakest[mentor]) {
					blocking++;
				}
			}
		}
		return blocking;
	}

	/**
	 * Returns the score that each mentor wants to be exceeded: below 0 where a place is
	 * free, the best where there is none at all.
	 */
	private int[] weakest(int[] mentorOf) {
		int[] weakest = new int[this.mentees.mentorCount()];
		int[] free = new int[weakest.length];
		for (int mentor = 0; mentor < weakest.length; mentor++) {
			weakest[mentor] = Pool.BEST;
			free[mentor] = this.mentees.capacity(mentor);
		}
		for (int mentee = 0; mentee < mentorOf.length; mentee++) {
			int mentor = mentorOf[mentee];
			if (mentor != BestMatching.NONE) {
				weakest[mentor] = Math.min(weakest[mentor], this.mentors.score(mentee, mentor));
				free[mentor]--;
			}
		}
		Arrays.setAll(weakest, (mentor) -> (free[mentor] > 0) ? -1 : weakest[mentor]);
		return weakest;
	}

}
