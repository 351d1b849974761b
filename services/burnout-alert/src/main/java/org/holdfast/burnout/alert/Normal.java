package org.holdfast.burnout.alert;

/** The standard normal distribution. */
final class Normal {

	private Normal() {
	}

	/**
	 * Returns the probability of more than z, z at least 0, to within 7.5e-8 (Abramowitz
	 * and Stegun 1964, 26.2.17).
	 */
	static double above(double z) {
		double t = 1 / (1 + 0.2316419 * z);
		double sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
		return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * sum;
	}

}
