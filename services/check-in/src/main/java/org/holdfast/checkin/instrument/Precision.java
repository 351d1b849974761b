package org.holdfast.checkin.instrument;

/**
 * How exactly a scale measures, from which follows when two scores of one person differ
 * reliably.
 *
 * @param standardDeviation of the scores between people, in points of the scale
 * @param reliability between 0 and 1
 */
public record Precision(double standardDeviation, double reliability) {

	public Precision {
		if (standardDeviation <= 0 || reliability < 0 || reliability > 1) {
			throw new IllegalArgumentException(
					"standardDeviation must be above 0 and reliability between 0 and 1, not %s and %s"
						.formatted(standardDeviation, reliability));
		}
	}

	/**
	 * The smallest difference between two single scores that is more than measurement
	 * error, with 95 % confidence: 2.77 · SD · √(1 − r) (Jacobson and Truax 1991: 1.96 ·
	 * √2 · SEM).
	 * @return points of the scale, rounded
	 */
	public int minimalDetectableChange() {
		return (int) Math.round(exactly());
	}

	/**
	 * Whether a difference between two single scores is more than measurement error.
	 * @param difference in points of the scale
	 * @return whether its size is at least the minimal detectable change, not rounded
	 */
	public boolean isReliable(double difference) {
		return Math.abs(difference) >= exactly();
	}

	private double exactly() {
		return 2.77 * this.standardDeviation * Math.sqrt(1 - this.reliability);
	}

}
