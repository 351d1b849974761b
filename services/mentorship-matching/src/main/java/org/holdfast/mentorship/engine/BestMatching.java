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
	 * Finds it, in two runs of a {@link Forest}: one tells how many can be matched and
	 * how good the worst pair can be, the other one finds the largest total.
	 */
	public static BestMatching of(Pool pool) {
		return of(pool, Certificate.NO_LIMIT);
	}

	/**
	 * Finds the best one where the worst pair need not be better than that.
	 * @param enough a score
	 */
	static BestMatching of(Pool pool, int enough) {
		Suitors suitors = new Suitors(pool);
		int worst = 0;
		int[] crowdAbove = {};
		Forest most = new Forest(pool, suitors, 0, false);
		for (int score = Pool.BEST; score >= 0; score--) {
			int[] crowd = most.crowd();
			int before = most.matched();
			most.grow(Pool.BEST - score, pool.mentees());
			if (most.matched() > before) {
				worst = score;
				crowdAbove = crowd;
			}
		}
		Forest best = new Forest(pool, suitors, Math.min(worst, enough), true);
		best.grow(Integer.MAX_VALUE, most.matched());
		BestMatching matching = of(pool, best.mentors(),
				new Certificate(most.crowd(), crowdAbove, best.menteePrices(), best.mentorPrices()));
		matching.certificate.verify(pool, matching, enough);
		return matching;
	}

	private static BestMatching of(Pool pool, int[] mentorOf, Certificate certificate) {
		int matched = 0;
		int worst = Pool.BEST;
		long total = 0;
		for (int mentee = 0; mentee < mentorOf.length; mentee++) {
			if (mentorOf[mentee] != NONE) {
				int score = pool.score(mentee, mentorOf[mentee]);
				matched++;
				worst = Math.min(worst, score);
				total += score;
			}
		}
		return new BestMatching(mentorOf, matched, (matched > 0) ? worst : 0, total, certificate);
	}

	@Override
	public String toString() {
		return "%d matched, worst %d, total %d: %s".formatted(this.matched, this.worst, this.total,
				Arrays.toString(this.mentorOf));
	}

}
