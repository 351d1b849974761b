package org.holdfast.burnout.chart;

import java.time.Duration;
import java.time.Instant;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person on one scale, and whether the latest answers are out of the
 * usual: a self-starting Bayesian chart (Hawkins and Olwell 1998; Bourazas, Sobas and
 * Tsiamyrtzis 2023) for answers at any spacing with carry-over from one to the next.
 * <p>
 * An answer costs the same however many there were: eight numbers, the last score and a
 * count are all that is kept. While the person is as usual, the surprises {@code q} are
 * independent and standard normal, from the first answer on.
 *
 * @param mean what is usual for the person, in points
 * @param certainty how many independent answers the mean is worth
 * @param squares sum of squares, in points squared
 * @param degrees degrees of freedom of {@code squares}
 * @param cusum sum of surprises above {@value Limits#ALLOWANCE} each; 0 or more
 * @param ewma weighted mean of the surprises, the latest weighing most; held at 0 while
 * it would be below
 * @param variance of {@code ewma} while the person is as usual and it is not held
 * @param at time of the latest answer; null before the first
 * @param last the latest score
 * @param answers how many answers went in
 * @param q surprise of the latest answer: standard normal while the person is as usual,
 * higher is worse
 * @param raised whether the chart is in alarm
 */
record Chart(double mean, double certainty, double squares, double degrees, double cusum, double ewma, double variance,
		@Nullable Instant at, double last, int answers, double q, boolean raised) {

	/** Weight of the latest surprise in {@link #ewma}. */
	static final double EWMA_WEIGHT = .1;

	/**
	 * How much less an answer teaches what is usual for each point of {@link #cusum}
	 * before it: without this, the first weeks of a trouble are soon taken for usual.
	 */
	static final double DOUBT = .4;

	/** The part of the limit below which an alarm is over. */
	private static final double OVER = .5;

	/** Answers closer together than this part of the usual spacing count as that far. */
	private static final double CLOSEST = 1 / 7.0;

	/** No answer on a bounded scale is more surprising than this. */
	private static final double UTMOST = 8;

	private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

	Chart {
		if (!Double.isFinite(mean) || !(certainty > 0) || !(squares > 0) || !(degrees > 0)) {
			throw new IllegalArgumentException("A chart needs a mean, and some certainty and spread");
		}
	}

	/** Returns the chart of somebody of whom nothing is known but the agency. */
	static Chart begin(Prior prior) {
		return new Chart(prior.mean(), prior.certainty(), prior.degrees() * prior.within(), prior.degrees(), 0, 0, 0,
				null, 0, 0, 0, false);
	}

	/**
	 * Returns the chart after an answer. No score is no call.
	 * @param score in points, higher is worse
	 * @param time when it was given; at any distance from the one before
	 * @param prior the prior that this chart began with
	 * @param limit the limit of {@link #cusum}
	 */
	Chart observe(double score, Instant time, Prior prior, double limit) {
		if (!Double.isFinite(score)) {
			throw new IllegalArgumentException("A score is a number");
		}
		double gap = gap(time, prior.spacing());
		double carried = (this.answers > 0) ? Math.pow(prior.carryOver(), gap) : 0;
		// what the last answer does not foretell: weight * mean + noise of constant
		// variance
		double fresh = Math.sqrt(1 - carried * carried);
		double weight = (1 - carried) / fresh;
		double error = (score - carried * this.last) / fresh - weight * this.mean;
		double inflation = 1 + weight * weight / this.certainty;
		double q = surprise(error / Math.sqrt(this.squares / this.degrees * inflation), this.degrees);

		double sum = Math.max(0, this.cusum + q - Limits.ALLOWANCE);
		boolean raised = this.raised ? sum > OVER * limit : sum > limit;
		sum = raised ? Math.min(sum, limit) : this.raised ? 0 : sum;
		double kept = Math.pow(1 - EWMA_WEIGHT, gap);

		double teaches = Math.exp(-DOUBT * this.cusum);
		double worth = teaches * weight * weight;
		return new Chart(this.mean + teaches * weight * error / (this.certainty + worth), this.certainty + worth,
				this.squares + teaches * error * error / (1 + worth / this.certainty), this.degrees + teaches, sum,
				Math.max(0, kept * this.ewma + (1 - kept) * q), kept * kept * this.variance + (1 - kept) * (1 - kept),
				time, score, this.answers + 1, q, raised);
	}

	/** Returns the mean of the latest surprises in standard deviations. */
	double drift() {
		return (this.variance > 0) ? this.ewma / Math.sqrt(this.variance) : 0;
	}

	/** Returns the time since the latest answer, in usual spacings. */
	private double gap(Instant time, Duration spacing) {
		if (this.at == null) {
			return 1;
		}
		return Math.max(CLOSEST, Duration.between(this.at, time).toMillis() / (double) spacing.toMillis());
	}

	/** Each tail by its own probability, so that none is rounded to 1. */
	private static double surprise(double t, double degrees) {
		double tail = TDistribution.of(degrees).survivalProbability(Math.abs(t));
		double q = Math.min(UTMOST, NORMAL.inverseSurvivalProbability(tail));
		return (t < 0) ? -q : q;
	}

}
