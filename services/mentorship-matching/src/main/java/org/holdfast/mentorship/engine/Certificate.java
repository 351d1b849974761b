package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * Why a matching cannot be better, to be checked by simple counting without knowing how
 * it was found, in whole numbers only.
 *
 * @param crowd mentees for whom there are so many too few places that no more can be
 * matched than are (Hall 1935); empty where everybody is
 * @param crowdAbove the same if the worst pair had to be better: then fewer could be
 * matched
 * @param menteePrices a price for each mentee, the lowest for those without a mentor
 * @param mentorPrices a price for each place of a mentor, 0 where one is free: no pair is
 * worth more than its two prices, so the sum of prices bounds every total (linear
 * programming duality)
 */
@SuppressWarnings("ArrayRecordComponent")
public record Certificate(int[] crowd, int[] crowdAbove, int[] menteePrices, int[] mentorPrices) {

	/** More than any score: the better the worst pair, the better. */
	static final int NO_LIMIT = Pool.BEST + 1;

	/**
	 * Checks that it proves a matching to be the best.
	 * @throws IllegalStateException if it does not, which would be a mistake of ours
	 */
	void verify(Pool pool, BestMatching matching) {
		verify(pool, matching, NO_LIMIT);
	}

	/**
	 * Checks that it proves a matching to be the best where the worst pair need not be
	 * better than that.
	 */
	void verify(Pool pool, BestMatching matching, int enough) {
		require(isOf(pool, matching), "the matching is none of this pool");
		int unmatched = pool.mentees() - matching.matched();
		require(tooMany(pool, this.crowd, 0) >= unmatched, "more could be matched");
		require(matching.matched() == 0 || matching.worst() >= enough
				|| tooMany(pool, this.crowdAbove, matching.worst() + 1) > unmatched, "the worst pair could be better");
		require(bound(pool, matching, Math.min(matching.worst(), enough)) == matching.total(),
				"the total could be larger");
	}

	/** Returns how many of some mentees cannot have a mentor. */
	private static int tooMany(Pool pool, int[] crowd, int lowest) {
		boolean[] counted = new boolean[pool.mentorCount()];
		int places = 0;
		for (int mentee : crowd) {
			for (int pair = pool.start(mentee); pair < pool.start(mentee + 1); pair++) {
				int mentor = pool.mentor(pair);
				if (pool.score(pair) >= lowest && !counted[mentor]) {
					counted[mentor] = true;
					places += pool.capacity(mentor);
				}
			}
		}
		return crowd.length - places;
	}

	/** Returns what no total can exceed where so many are matched, none worse. */
	private long bound(Pool pool, BestMatching matching, int lowest) {
		int floor = Arrays.stream(this.menteePrices).min().orElse(0);
		long bound = (long) matching.matched() * floor;
		for (int mentee = 0; mentee < pool.mentees(); mentee++) {
			bound += this.menteePrices[mentee] - floor;
			for (int pair = pool.start(mentee); pair < pool.start(mentee + 1); pair++) {
				require(pool.score(pair) < lowest
						|| pool.score(pair) <= this.menteePrices[mentee] + this.mentorPrices[pool.mentor(pair)],
						"a pair is worth more than its prices");
			}
		}
		for (int mentor = 0; mentor < pool.mentorCount(); mentor++) {
			require(this.mentorPrices[mentor] >= 0, "a place has a price below 0");
			bound += (long) pool.capacity(mentor) * this.mentorPrices[mentor];
		}
		return bound;
	}

	private static boolean isOf(Pool pool, BestMatching matching) {
		int[] taken = new int[pool.mentorCount()];
		int matched = 0;
		int worst = Pool.BEST;
		long total = 0;
		for (int mentee = 0; mentee < pool.mentees(); mentee++) {
			int mentor = matching.mentorOf()[mentee];
			if (mentor == BestMatching.NONE) {
				continue;
			}
			int score = pool.score(mentee, mentor);
			if (score < 0 || ++taken[mentor] > pool.capacity(mentor)) {
				return false;
			}
			matched++;
			worst = Math.min(worst, score);
			total += score;
		}
		return matched == matching.matched() && total == matching.total()
				&& matching.worst() == ((matched > 0) ? worst : 0);
	}

	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalStateException("The certificate does not hold: " + otherwise);
		}
	}

}
