package org.holdfast.mentorship.engine;

/**
 * How many can be matched, and how good the worst pair can be then, with proofs.
 *
 * @param most how many can be matched
 * @param worst the highest possible score of the worst pair; 0 where there is none
 * @param crowd see {@link Certificate#crowd()}
 * @param crowdAbove see {@link Certificate#crowdAbove()}
 */
@SuppressWarnings("ArrayRecordComponent")
record Limits(int most, int worst, int[] crowd, int[] crowdAbove) {

	/** Goes down the scores: the last one that let somebody be matched is it. */
	static Limits of(Pool pool, Suitors suitors) {
		int worst = 0;
		int[] crowdAbove = {};
		Forest forest = new Forest(pool, suitors, 0, false);
		for (int score = Pool.BEST; score >= 0; score--) {
			int[] crowd = forest.crowd();
			int before = forest.matched();
			forest.grow(Pool.BEST - score, pool.mentees());
			if (forest.matched() > before) {
				worst = score;
				crowdAbove = crowd;
			}
		}
		return new Limits(forest.matched(), worst, forest.crowd(), crowdAbove);
	}

}
