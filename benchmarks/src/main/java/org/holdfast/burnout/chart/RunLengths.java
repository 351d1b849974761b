package org.holdfast.burnout.chart;

import java.util.function.DoubleUnaryOperator;

/** Prints run lengths as they were published and as the service computes them. */
final class RunLengths {

	private RunLengths() {
	}

	static void print() {
		Benchmarks.title("Run lengths, by shift in standard deviations");
		Benchmarks.row("%-50s %6s %10s %10s %8s", "chart", "shift", "published", "ours", "off by");
		compare("CUSUM k=.5 h=4, two-sided (Lucas, Crosier 1982)", (shift) -> Limits.twoSidedCusumRunLength(4, shift),
				new double[] { 0, .25, .5, .75, 1, 1.5, 2 }, new double[] { 168, 74.2, 26.6, 13.3, 8.38, 4.75, 3.34 });
		compare("EWMA .5 L=3.071, two-sided (Lucas, Saccucci 1990)",
				(shift) -> Limits.twoSidedEwmaRunLength(.5, 3.071, shift), new double[] { 0, .25, .5, .75, 1 },
				new double[] { 500, 255, 88.8, 35.9, 17.5 });
		compare("EWMA .1 L=2.814, two-sided (Lucas, Saccucci 1990)",
				(shift) -> Limits.twoSidedEwmaRunLength(.1, 2.814, shift), new double[] { 0, .25, .5, .75, 1 },
				new double[] { 500, 106, 31.3, 15.9, 10.3 });
		compare("CUSUM k=.5 h=3, one-sided (Brook, Evans 1972)", (shift) -> Limits.cusumRunLength(3, shift),
				new double[] { 0 }, new double[] { 117.6 });
	}

	private static void compare(String chart, DoubleUnaryOperator ours, double[] shifts, double[] published) {
		for (int at = 0; at < shifts.length; at++) {
			double computed = ours.applyAsDouble(shifts[at]);
			Benchmarks.row("%-50s %6.2f %10.2f %10.2f %7.2f%%", chart, shifts[at], published[at], computed,
					100 * (computed / published[at] - 1));
		}
	}

}
