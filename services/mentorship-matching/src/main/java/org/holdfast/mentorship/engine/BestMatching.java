package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * The best way to bring a pool together, in this order: as many mentees as possible have
 * a mentor; the worst pair is as good as it can be then; the total is as large as it can
 * be then (methods, section 5). The same pool always gives the same result.
 *
 * @param mentorOf the mentor of each mentee, or {@link #NONE}
 * @param matched how many have one
 * @param worst score of the worst pair, 0 to 100; 0 where there is none
 * @param total of all scores
 * @param certificate proves all three
 */
@SuppressWarnings("ArrayRecordComponent")
public record BestMatching(int[] mentorOf, int matched, int worst, long total, Certificate certificate) {

	/** Instead of a mentor. */
	public static final int NONE = -1;

	/**
	 * Finds it. Time grows with the number of pairs times the number of different scores,
	 * whatever the number of places.
	 */
	public static BestMatching of(Pool pool) {
		Search most = new Search(pool, 0, false).run();
		int worst = highestWorst(pool, most.matched());
		int[] crowdAbove = new Search(pool, worst + 1, false).run(most.matched()).crowd();
		Search best = new Search(pool, worst, true).run(most.matched());
		int[] mentorOf = new int[pool.mentees()];
		long total = 0;
		for (int mentee = 0; mentee < mentorOf.length; mentee++) {
			int pair = best.pair(mentee);
			mentorOf[mentee] = (pair < 0) ? NONE : pool.mentor(pair);
			total += (pair < 0) ? 0 : pool.score(pair);
		}
		BestMatching matching = new BestMatching(mentorOf, best.matched(), worst, total,
				new Certificate(most.crowd(), crowdAbove, best.menteePrices, best.mentorPrices));
		matching.certificate.verify(pool, matching);
		return matching;
	}

	/** Returns the highest score that all pairs of a largest matching can have. */
	private static int highestWorst(Pool pool, int most) {
		int possible = 0;
		int impossible = Pool.BEST + 1;
		while (most > 0 && impossible - possible > 1) {
			int middle = (possible + impossible) / 2;
			if (new Search(pool, middle, false).run(most).matched() == most) {
				possible = middle;
			}
			else {
				impossible = middle;
			}
		}
		return possible;
	}

	@Override
	public String toString() {
		return "%d matched, worst %d, total %d: %s".formatted(this.matched, this.worst, this.total,
				Arrays.toString(this.mentorOf));
	}

}
