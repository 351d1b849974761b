package org.holdfast.burnout.chart;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How long charts of standard normal surprises run before they cross a limit, and the
 * limits for a wanted run length. Solved as integral equations by Gauss-Legendre
 * quadrature (Crowder 1987 for the EWMA; Page 1954 for the CUSUM).
 */
final class Limits {

	/** What each surprise must exceed to count: half the shift that is looked for. */
	static final double ALLOWANCE = .5;

	/**
	 * What a person's limit is higher by than that of a chart that knows the person:
	 * learning less in doubt ({@link Chart#DOUBT}) costs about this much. Measured by
	 * simulation, .05 to .25 over cohorts; see docs/methods.md.
	 */
	static final double PRICE_OF_DOUBT = .16;

	private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

	private static final int POINTS = 48;

	private Limits() {
	}

	/** Returns the limit of a person's {@link Chart#cusum} for the wanted run length. */
	static double personal(double runLength) {
		return cusumLimit(runLength) + PRICE_OF_DOUBT;
	}

	/** Returns the limit at which a one-sided CUSUM has the wanted run length. */
	static double cusumLimit(double runLength) {
		return limit(runLength, (h) -> cusumRunLength(h, 0));
	}

	/** Returns the limit at which a one-sided EWMA has the wanted run length. */
	static double ewmaLimit(double weight, double runLength) {
		return limit(runLength, (limit) -> ewmaRunLength(weight, limit, 0));
	}

	/**
	 * Returns the mean run length of a one-sided CUSUM that starts at 0.
	 * @param shift of the mean, in standard deviations
	 */
	static double cusumRunLength(double h, double shift) {
		return reflectedRunLength(h, (from) -> from - ALLOWANCE + shift, 1);
	}

	/** Returns the mean run length of two CUSUMs, one for each side. */
	static double twoSidedCusumRunLength(double h, double shift) {
		return 1 / (1 / cusumRunLength(h, shift) + 1 / cusumRunLength(h, -shift));
	}

	/**
	 * Returns the mean run length of an EWMA that starts at 0 and is held there while it
	 * would be below.
	 * @param limit in standard deviations of the EWMA after many answers
	 */
	static double ewmaRunLength(double weight, double limit, double shift) {
		return reflectedRunLength(limit * deviation(weight), (from) -> (1 - weight) * from + weight * shift, weight);
	}

	/** Returns the mean run length of an EWMA with a limit on either side. */
	static double twoSidedEwmaRunLength(double weight, double limit, double shift) {
		double reach = limit * deviation(weight);
		Nodes nodes = Nodes.between(-reach, reach);
		double[][] equations = new double[POINTS + 1][];
		for (int row = 0; row <= POINTS; row++) {
			double expected = (1 - weight) * ((row == 0) ? 0 : nodes.at[row - 1]) + weight * shift;
			equations[row] = nodes.moves(expected, weight);
			equations[row][row] += 1;
		}
		return solve(equations)[0];
	}

	private static double deviation(double weight) {
		return Math.sqrt(weight / (2 - weight));
	}

	/**
	 * Run length of a sum that is held at 0: run(z) = 1 + run(0) * P(from z to 0 or
	 * below) + integral of run(y) * p(from z to y), y from 0 to the limit.
	 * @param expected where the sum is expected next
	 * @param deviation standard deviation of where it will be
	 */
	private static double reflectedRunLength(double limit, DoubleUnaryOperator expected, double deviation) {
		Nodes nodes = Nodes.between(0, limit);
		double[][] equations = new double[POINTS + 1][];
		for (int row = 0; row <= POINTS; row++) {
			double next = expected.applyAsDouble((row == 0) ? 0 : nodes.at[row - 1]);
			equations[row] = nodes.moves(next, deviation);
			equations[row][0] = -NORMAL.cumulativeProbability(-next / deviation);
			equations[row][row] += 1;
		}
		return solve(equations)[0];
	}

	private static double limit(double runLength, DoubleUnaryOperator runLengthAt) {
		if (!(runLength >= 2)) {
			throw new IllegalArgumentException("A run length of 2 or more");
		}
		double low = 0;
		double high = 1;
		while (runLengthAt.applyAsDouble(high) < runLength) {
			low = high;
			high *= 1.5;
		}
		while (high - low > 1e-9) {
			double middle = (low + high) / 2;
			if (runLengthAt.applyAsDouble(middle) < runLength) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return high;
	}

	/** Gaussian elimination; the last column is the right side. */
	private static double[] solve(double[][] equations) {
		int size = equations.length;
		for (int pivot = 0; pivot < size; pivot++) {
			int largest = pivot;
			for (int row = pivot + 1; row < size; row++) {
				if (Math.abs(equations[row][pivot]) > Math.abs(equations[largest][pivot])) {
					largest = row;
				}
			}
			double[] swapped = equations[pivot];
			equations[pivot] = equations[largest];
			equations[largest] = swapped;
			for (int row = pivot + 1; row < size; row++) {
				double factor = equations[row][pivot] / equations[pivot][pivot];
				for (int column = pivot; column <= size; column++) {
					equations[row][column] -= factor * equations[pivot][column];
				}
			}
		}
		double[] solution = new double[size];
		for (int row = size - 1; row >= 0; row--) {
			double rest = equations[row][size];
			for (int column = row + 1; column < size; column++) {
				rest -= equations[row][column] * solution[column];
			}
			solution[row] = rest / equations[row][row];
		}
		return solution;
	}

	/** Points and weights of Gauss-Legendre quadrature. */
	private record Nodes(double[] at, double[] weight) {

		private static final double[] ROOTS = new double[POINTS];

		private static final double[] WEIGHTS = new double[POINTS];

		static {
			for (int at = 0; at < POINTS; at++) {
				double root = Math.cos(Math.PI * (at + .75) / (POINTS + .5));
				double slope = 0;
				double step = 1;
				while (Math.abs(step) > 1e-15) {
					double before = 1;
					double value = root;
					for (int degree = 2; degree <= POINTS; degree++) {
						double next = ((2 * degree - 1) * root * value - (degree - 1) * before) / degree;
						before = value;
						value = next;
					}
					slope = POINTS * (root * value - before) / (root * root - 1);
					step = value / slope;
					root -= step;
				}
				ROOTS[at] = -root;
				WEIGHTS[at] = 2 / ((1 - root * root) * slope * slope);
			}
		}

		static Nodes between(double from, double to) {
			double half = (to - from) / 2;
			return new Nodes(Arrays.stream(ROOTS).map((root) -> from + half * (root + 1)).toArray(),
					Arrays.stream(WEIGHTS).map((weight) -> half * weight).toArray());
		}

		/**
		 * Returns the row of one equation: less the chance to move to each point, after a
		 * free place, and before the 1 on the right side.
		 */
		double[] moves(double expected, double deviation) {
			double[] row = new double[POINTS + 2];
			for (int point = 0; point < POINTS; point++) {
				row[point + 1] = -this.weight[point] / deviation
						* NORMAL.density((this.at[point] - expected) / deviation);
			}
			row[POINTS + 1] = 1;
			return row;
		}

	}

}
