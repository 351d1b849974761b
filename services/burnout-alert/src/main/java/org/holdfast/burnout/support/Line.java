package org.holdfast.burnout.support;

import java.util.Arrays;

/**
 * A least-squares line through points; level where all of them have the same x.
 *
 * @param xs of the points
 * @param ys of the points
 * @param middle mean of the xs
 * @param width sum of their squared distances from the middle
 */
@SuppressWarnings("ArrayRecordComponent")
record Line(double[] xs, double[] ys, double middle, double width) {

	static Line of(double[] xs, double[] ys) {
		double middle = Arrays.stream(xs).average().orElseThrow();
		double width = Arrays.stream(xs).map((x) -> (x - middle) * (x - middle)).sum();
		return new Line(xs, ys, middle, width);
	}

	/** Returns how much a point's y counts in the height of the line at x. */
	double weight(int point, double x) {
		double tilt = (this.width > 0) ? (x - this.middle) * (this.xs[point] - this.middle) / this.width : 0;
		return 1.0 / this.xs.length + tilt;
	}

	double at(double x) {
		double height = 0;
		for (int point = 0; point < this.xs.length; point++) {
			height += weight(point, x) * this.ys[point];
		}
		return height;
	}

	/** Returns the sum of the squared distances of the points from it. */
	double squares() {
		double sum = 0;
		for (int point = 0; point < this.xs.length; point++) {
			sum += Math.pow(this.ys[point] - at(this.xs[point]), 2);
		}
		return sum;
	}

	int degrees() {
		return this.xs.length - 2;
	}

}
