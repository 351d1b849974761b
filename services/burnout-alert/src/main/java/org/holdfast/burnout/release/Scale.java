package org.holdfast.burnout.release;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What answers are scored on. Scores are brought to 0..100 of the scale's range before
 * anything is done with them.
 *
 * @param id unique over all instruments, such as {@code strain}
 * @param direction what a high score means
 * @param minimum the lowest score there can be
 * @param maximum the highest score there can be
 * @param kind whether it is what matters or what moves it
 */
public record Scale(String id, Direction direction, Integer minimum, Integer maximum, Kind kind) {

	/** What the pulse is about. */
	public static final String STRAIN = "strain";

	static final int TOP = 100;

	private static final int HUNDREDTHS = 100;

	public Scale {
		if (!id.matches("[A-Za-z0-9_-]+") || minimum < 0 || maximum > TOP || minimum >= maximum) {
			throw new IllegalArgumentException(
					"scales: expected an id of letters, digits and hyphens, and a range within 0 to 100");
		}
	}

	/**
	 * Returns a score in hundredths of a point of 0..100, so that no order of summing
	 * changes a figure.
	 */
	long hundredths(double score) {
		double share = (score - this.minimum) / (this.maximum - this.minimum);
		return Math.clamp(Math.round(share * TOP * HUNDREDTHS), 0L, (long) TOP * HUNDREDTHS);
	}

	/** Returns how much trouble a level is: 0..100, higher is worse on every scale. */
	public int burden(int level) {
		return (this.direction == Direction.HIGHER_IS_WORSE) ? level : TOP - level;
	}

	/** Returns the scale as figures are published on it, from 0 to 100. */
	public Scale published() {
		return new Scale(this.id, this.direction, 0, TOP, this.kind);
	}

	/** What a high score means. */
	public enum Direction {

		/** As for strain. */
		@JsonProperty("higher is worse")
		HIGHER_IS_WORSE,
		/** As for wellbeing. */
		@JsonProperty("higher is better")
		HIGHER_IS_BETTER

	}

	/** What a scale is for. */
	public enum Kind {

		/** What is to become better. */
		@JsonProperty("outcome")
		OUTCOME,
		/** What may move the outcome. */
		@JsonProperty("driver")
		DRIVER

	}

}
