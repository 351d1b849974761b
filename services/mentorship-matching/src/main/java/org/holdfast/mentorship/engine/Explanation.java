package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * Answers what people ask about a best matching: why this one, why not that one, why
 * none?
 */
public final class Explanation {

	private final Pool pool;

	private final BestMatching matching;

	private final Suitors suitors;

	private final Places places;

	private Explanation(Pool pool, BestMatching matching) {
		this.pool = pool;
		this.matching = matching;
		this.suitors = new Suitors(pool);
		this.places = new Places(pool, this.suitors);
		int[] mentorOf = matching.mentorOf();
		for (int mentee = 0; mentee < mentorOf.length; mentee++) {
			if (mentorOf[mentee] != BestMatching.NONE) {
				this.places.give(mentee, mentorOf[mentee], this.places.free(mentorOf[mentee]));
			}
		}
	}

	/**
	 * Prepares the answers.
	 * @param matching the best one of this pool
	 */
	public static Explanation of(Pool pool, BestMatching matching) {
		return new Explanation(pool, matching);
	}

	/**
	 * Returns how many mentors would suit a mentee better than the one they have, plus 1.
	 * @throws IllegalArgumentException if they have none
	 */
	public int rankOfMentor(int mentee) {
		int score = scoreOf(mentee);
		int pair = this.pool.start(mentee);
		while (this.pool.score(pair) > score) {
			pair++;
		}
		return 1 + pair - this.pool.start(mentee);
	}

	/**
	 * Returns how many mentees would suit the mentor of a mentee better than this one,
	 * plus 1.
	 * @throws IllegalArgumentException if they have none
	 */
	public int rankOfMentee(int mentee) {
		int score = scoreOf(mentee);
		int start = this.suitors.start(this.places.mentorOf(mentee));
		int suitor = start;
		while (this.suitors.score(suitor) > score) {
			suitor++;
		}
		return 1 + suitor - start;
	}

	private int scoreOf(int mentee) {
		if (this.places.mentorOf(mentee) == BestMatching.NONE) {
			throw new IllegalArgumentException("Mentee %d has no mentor".formatted(mentee));
		}
		return this.pool.score(mentee, this.places.mentorOf(mentee));
	}

	/**
	 * Returns what would become of the whole if two were brought together whatever the
	 * price.
	 * @throws IllegalArgumentException if they are no pair of the pool
	 */
	public WhyNot whyNot(int mentee, int mentor) {
		int score = this.pool.score(mentee, mentor);
		if (score < 0) {
			throw new IllegalArgumentException("Mentee %d and mentor %d are no pair".formatted(mentee, mentor));
		}
		if (this.pool.capacity(mentor) == 0) {
			throw new IllegalArgumentException("Mentor %d has no place".formatted(mentor));
		}
		if (this.places.mentorOf(mentee) == mentor) {
			return new WhyNot(0, this.matching.worst(), 0, true);
		}
		if (score >= this.matching.worst()) {
			int loss = new Exchange(this.pool, this.places, this.matching).loss(mentee, mentor);
			if (loss != Exchange.IMPOSSIBLE) {
				return new WhyNot(0, this.matching.worst(), loss, true);
			}
		}
		BestMatching others = BestMatching.of(this.pool.without(mentee, mentor), score);
		return new WhyNot(this.matching.matched() - others.matched() - 1,
				(others.matched() == 0) ? score : Math.min(score, others.worst()),
				this.matching.total() - others.total() - score, false);
	}

	/**
	 * Returns who competes with a mentee that has no mentor: all who have the places that
	 * this one could take, that those could take instead, and so on. They are one more
	 * than the places, whoever has them.
	 * @throws IllegalArgumentException if the mentee has a mentor
	 */
	public Competition competition(int mentee) {
		if (this.places.mentorOf(mentee) != BestMatching.NONE) {
			throw new IllegalArgumentException("Mentee %d has a mentor".formatted(mentee));
		}
		int[] mentees = new int[this.pool.mentees()];
		int[] mentors = new int[this.pool.mentorCount()];
		boolean[] seen = new boolean[mentors.length];
		int menteeCount = 0;
		int mentorCount = 0;
		int placeCount = 0;
		mentees[menteeCount++] = mentee;
		for (int at = 0; at < menteeCount; at++) {
			for (int pair = this.pool.start(mentees[at]); pair < this.pool.start(mentees[at] + 1); pair++) {
				int mentor = this.pool.mentor(pair);
				if (!seen[mentor]) {
					seen[mentor] = true;
					mentors[mentorCount++] = mentor;
					placeCount += this.pool.capacity(mentor);
					for (int place = this.places.start(mentor); place < this.places.end(mentor); place++) {
						mentees[menteeCount++] = this.places.holder(place);
					}
				}
			}
		}
		return new Competition(Arrays.copyOf(mentees, menteeCount), Arrays.copyOf(mentors, mentorCount), placeCount);
	}

	/**
	 * What would become of the whole if two were brought together.
	 *
	 * @param fewer how many fewer would have a mentor: 0 or 1
	 * @param worst score of the worst pair then
	 * @param loss by how much the total would be smaller; it can be negative only if one
	 * of the others is worse
	 * @param byPrices whether it follows from the prices of the matching alone; if not,
	 * another one was searched for
	 */
	public record WhyNot(int fewer, int worst, long loss, boolean byPrices) {
	}

	/**
	 * Too many for too few places (Hall 1935).
	 *
	 * @param mentees the one who was asked for first
	 * @param mentors all that any of them could go to
	 * @param places of these mentors, one less than there are mentees
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Competition(int[] mentees, int[] mentors, int places) {
	}

}
