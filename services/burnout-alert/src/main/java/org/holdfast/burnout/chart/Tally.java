package org.holdfast.burnout.chart;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What one person's answers add to the knowledge about the agency: sums from which
 * {@link Cohort} estimates a prior, whatever prior the person's chart began with.
 *
 * @param answers how many
 * @param sum of the scores, in points
 * @param squares of the scores
 * @param steps how many answers came about the usual time after the one before
 * @param stepSquares sum of the squared differences of these from the one before
 */
record Tally(int answers, double sum, double squares, int steps, double stepSquares) {

	static final Tally NONE = new Tally(0, 0, 0, 0, 0);

	/** How far from the usual spacing a step may be, as a part of it. */
	private static final double ABOUT = .5;

	/**
	 * Returns the tally with one answer more.
	 * @param before the latest answer's time; null if there is none
	 * @param last its score
	 */
	Tally with(double score, Instant time, @Nullable Instant before, double last, Duration spacing) {
		boolean step = before != null
				&& Math.abs(Duration.between(before, time).toMillis() / (double) spacing.toMillis() - 1) <= ABOUT;
		double change = step ? score - last : 0;
		return new Tally(this.answers + 1, this.sum + score, this.squares + score * score, this.steps + (step ? 1 : 0),
				this.stepSquares + change * change);
	}

	double mean() {
		return this.sum / this.answers;
	}

	/** Returns the sum of squares around the person's own mean. */
	double around() {
		return Math.max(0, this.squares - this.sum * this.sum / this.answers);
	}

}
