package org.holdfast.mentorship.engine;

import java.util.Arrays;

/**
 * The best way to bring a pool together, in this order: as many mentees as possible have
 * a mentor; the worst pair is as good as it can be then; the total is as large as it can
 * be then. The same pool always gives the same result.
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
	 * Finds it: how many and how good a worst pair in one run of a {@link Forest}, the
	 * largest total in another one. The certificate is checked every time.
	 */
	public static BestMatching of(Pool pool) {
		return of(pool, Certificate.NO_LIMIT);
	}

	/**
	 * Finds the best one where the worst pair need not be better than that.
	 * @param enough a score
	 */
	static BestMatching of(Pool pool, int enough) {
		BestMatching matching = Selection.suits(pool) ? ofSelection(pool, enough, Selection.USUAL)
				: ofAll(pool, enough);
		matching.certificate.verify(pool, matching, enough);
		return matching;
	}

	/** Searches among all pairs. */
	static BestMatching ofAll(Pool pool, int enough) {
		Suitors suitors = new Suitors(pool);
		Limits limits = Limits.of(pool, suitors);
		return of(pool, limits, largestTotal(pool, suitors, limits, enough));
	}

	/** Searches among some pairs until nothing can be better with the others. */
	static BestMatching ofSelection(Pool pool, int enough, int first) {
		Selection selection = new Selection(pool, first);
		Pool part;
		Suitors suitors;
		Limits limits;
		do {
			part = selection.part();
			suitors = new Suitors(part);
			limits = Limits.of(part, suitors);
		}
		while (selection.addWayOut(part, limits.crowd(), 0)
				| selection.addWayOut(part, limits.crowdAbove(), limits.worst() + 1));
		Forest best = largestTotal(part, suitors, limits, enough);
		while (selection.addUnderpriced(best.menteePrices(), best.mentorPrices(), Math.min(limits.worst(), enough))) {
			part = selection.part();
			best = largestTotal(part, new Suitors(part), limits, enough);
		}
		return of(pool, limits, best);
	}

	private static Forest largestTotal(Pool pool, Suitors suitors, Limits limits, int enough) {
		Forest forest = new Forest(pool, suitors, Math.min(limits.worst(), enough), true);
		forest.grow(Integer.MAX_VALUE, limits.most());
		return forest;
	}

	private static BestMatching of(Pool pool, Limits limits, Forest best) {
		int[] mentorOf = best.mentors();
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
		return new BestMatching(mentorOf, matched, (matched > 0) ? worst : 0, total,
				new Certificate(limits.crowd(), limits.crowdAbove(), best.menteePrices(), best.mentorPrices()));
	}

	@Override
	public String toString() {
		return "%d matched, worst %d, total %d: %s".formatted(this.matched, this.worst, this.total,
				Arrays.toString(this.mentorOf));
	}

}
