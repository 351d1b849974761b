package org.holdfast.mentorship.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A stable matching, for programmes in which people truly rank each other: mentees ask
 * one mentor after the other, and mentors keep the best of those who asked so far (Gale
 * and Shapley 1962). In no pair would both rather have each other; each mentee has the
 * best mentor of all stable matchings and cannot get a better one by stating other
 * preferences than their own (Dubins and Freedman 1981; Roth 1982). Mentors can.
 */
public final class DeferredAcceptance {

	private DeferredAcceptance() {
	}

	/**
	 * Finds it. People prefer higher scores, of equal ones the lower number.
	 * @return the mentor of each mentee, or {@link BestMatching#NONE}
	 */
	public static int[] of(Preferences preferences) {
		Pool mentees = preferences.mentees();
		int[] mentorOf = new int[mentees.mentees()];
		Arrays.fill(mentorOf, BestMatching.NONE);
		int[] next = new int[mentorOf.length];
		Arrays.setAll(next, mentees::start);
		Kept[] kept = new Kept[mentees.mentorCount()];
		Arrays.setAll(kept, (mentor) -> new Kept(mentees.capacity(mentor)));
		for (int first = 0; first < mentorOf.length; first++) {
			int asking = first;
			while (asking != BestMatching.NONE && next[asking] < mentees.start(asking + 1)) {
				int mentor = mentees.mentor(next[asking]++);
				mentorOf[asking] = mentor;
				asking = kept[mentor].keep(preferences.mentors().score(asking, mentor), asking);
				if (asking != BestMatching.NONE) {
					mentorOf[asking] = BestMatching.NONE;
				}
			}
		}
		return mentorOf;
	}

	/** The mentees whom a mentor keeps, the last choice first. */
	private record Kept(int capacity, PriorityQueue<Integer> mentees) {

		Kept(int capacity) {
			this(capacity, new PriorityQueue<>(Comparator.reverseOrder()));
		}

		/** Returns who has to ask elsewhere, or {@link BestMatching#NONE}. */
		int keep(int score, int mentee) {
			this.mentees.add(Pool.packed(score, mentee));
			return (this.mentees.size() > this.capacity) ? Pool.who(this.mentees.remove()) : BestMatching.NONE;
		}

	}

}
