package org.holdfast.burnout.chart;

import java.time.Duration;

/**
 * What is known of a person before the first answer, from how the agency's people answer.
 *
 * @param mean of the people's usual scores, in points
 * @param between variance of what is usual, between people
 * @param within variance of one person's answers around what is usual
 * @param degrees how alike people are in that: the degrees of freedom that {@code within}
 * is worth for a person
 * @param carryOver correlation of a person's answer with the one before, at the usual
 * spacing
 * @param spacing the usual time between two answers
 */
record Prior(double mean, double between, double within, double degrees, double carryOver, Duration spacing) {

	/** Beyond this, an answer tells next to nothing that the last one did not. */
	static final double MOST_CARRIED = .8;

	/** Degrees of freedom while too few people have answered often enough to tell. */
	static final double USUAL_DEGREES = 8;

	/**
	 * For an agency's first day. Nobody has published all of these for weekly answers of
	 * social workers, so they are chosen: as preschool teachers in Serbia answer the
	 * CBI's work scale (mean 41, SD 16), with the between-person SD 14, week noise SD 10
	 * and carry-over .3 of the demo agency.
	 */
	static final Prior FIRST_DAY = new Prior(41, 14 * 14, 10 * 10, USUAL_DEGREES, .3, Duration.ofDays(7));

	Prior {
		if (!Double.isFinite(mean) || !(between > 0) || !(within > 0) || !(degrees > 0) || !(carryOver >= 0)
				|| carryOver > MOST_CARRIED || spacing.isZero() || spacing.isNegative()) {
			throw new IllegalArgumentException("A prior needs spread, and a carry-over from 0 to " + MOST_CARRIED);
		}
	}

	/** Returns how many of a person's answers the agency's mean is worth. */
	double certainty() {
		return this.within / this.between;
	}

	Prior every(Duration spacing) {
		return new Prior(this.mean, this.between, this.within, this.degrees, this.carryOver, spacing);
	}

}
