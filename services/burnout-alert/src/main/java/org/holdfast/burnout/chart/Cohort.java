package org.holdfast.burnout.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * Estimates, from the tallies of many people, the prior that new charts begin with
 * (empirical Bayes by moments). Carry-over comes from how much successive answers differ
 * against how much a person's answers differ at all; both are freed from the bias of
 * short series.
 */
final class Cohort {

	/** Fewer people than this do not make a cohort. */
	static final int FEWEST_PEOPLE = 30;

	/** A person's own spread is told by this many answers. */
	private static final int TELLING = 6;

	/**
	 * How many steps the carry-over of the first day is worth: a quarter of a small
	 * agency tells it too roughly, and false alarms depend on it the most.
	 */
	private static final double STEPS = 3000;

	private static final double FEWEST_DEGREES = 4;

	private static final double MOST_DEGREES = 30;

	/** People are never taken to be more alike than this variance between them. */
	private static final double LEAST_VARIANCE = 4;

	private Cohort() {
	}

	/**
	 * Returns the prior that the tallies tell, or the present one where they are too few.
	 */
	static Prior estimate(List<Tally> tallies, Prior present) {
		List<Tally> told = tallies.stream().filter((tally) -> tally.steps() > 0).toList();
		if (told.size() < FEWEST_PEOPLE) {
			return present;
		}
		double step = told.stream().mapToDouble(Tally::stepSquares).sum() / told.stream().mapToInt(Tally::steps).sum();
		double around = told.stream().mapToDouble(Tally::around).sum();
		if (!(step > 0) || !(around > 0)) {
			return present;
		}
		// E(step) = 2 variance (1 - carry-over); E(around) = variance * sum of freedom
		double seen = root(0, Prior.MOST_CARRIED,
				(carried) -> told.stream().mapToDouble((tally) -> freedom(tally.answers(), carried)).sum() * step
						- around * 2 * (1 - carried));
		int steps = told.stream().mapToInt(Tally::steps).sum();
		double carryOver = (steps * seen + STEPS * Prior.FIRST_DAY.carryOver()) / (steps + STEPS);
		double variance = Math.max(LEAST_VARIANCE, step / (2 * (1 - carryOver)));
		double between = Math.max(LEAST_VARIANCE, between(told, variance, carryOver));
		double degrees = degrees(told, carryOver);
		return new Prior(mean(told, between, variance, carryOver), between, variance * (degrees - 2) / degrees, degrees,
				carryOver, present.spacing());
	}

	/** Paule and Mandel 1982: the variance at which the means scatter as expected. */
	private static double between(List<Tally> told, double variance, double carryOver) {
		double most = told.stream().mapToDouble((tally) -> Math.pow(tally.mean() - told.getFirst().mean(), 2)).sum();
		return root(0, Math.max(LEAST_VARIANCE, most), (between) -> {
			double mean = mean(told, between, variance, carryOver);
			return told.size() - 1 - told.stream()
				.mapToDouble((tally) -> Math.pow(tally.mean() - mean, 2) / ofMean(tally, between, variance, carryOver))
				.sum();
		});
	}

	private static double mean(List<Tally> told, double between, double variance, double carryOver) {
		double weights = 0;
		double sum = 0;
		for (Tally tally : told) {
			double weight = 1 / ofMean(tally, between, variance, carryOver);
			weights += weight;
			sum += weight * tally.mean();
		}
		return sum / weights;
	}

	/** Smyth 2004: how much the variances differ beyond what chance makes them. */
	private static double degrees(List<Tally> told, double carryOver) {
		double slowed = (1 - carryOver * carryOver) / (1 + carryOver * carryOver);
		double[] logs = told.stream()
			.filter((tally) -> tally.answers() >= TELLING && tally.around() > 0)
			.mapToDouble((tally) -> {
				double half = (tally.answers() - 1) * slowed / 2;
				return Math.log(tally.around() / freedom(tally.answers(), carryOver)) - Digamma.value(half)
						+ Math.log(half);
			})
			.toArray();
		if (logs.length < FEWEST_PEOPLE) {
			return Prior.USUAL_DEGREES;
		}
		double mean = Arrays.stream(logs).average().orElseThrow();
		double scatter = Arrays.stream(logs).map((log) -> (log - mean) * (log - mean)).sum() / (logs.length - 1);
		double chance = told.stream()
			.filter((tally) -> tally.answers() >= TELLING && tally.around() > 0)
			.mapToDouble((tally) -> Trigamma.value((tally.answers() - 1) * slowed / 2))
			.average()
			.orElseThrow();
		return root(FEWEST_DEGREES, MOST_DEGREES, (degrees) -> scatter - chance - Trigamma.value(degrees / 2));
	}

	private static double ofMean(Tally tally, double between, double variance, double carryOver) {
		return between + variance * common(tally.answers(), carryOver) / tally.answers();
	}

	/** How many deviations a person's answers are worth around their mean. */
	private static double freedom(int answers, double carryOver) {
		return answers - common(answers, carryOver);
	}

	/** How much carry-over inflates the variance of a mean. */
	private static double common(int answers, double carryOver) {
		// the sum of 1 + 2 (1 - k/n) carryOver^k over k, in closed form
		double rest = (1 - Math.pow(carryOver, answers)) / (1 - carryOver);
		return 1 + 2 * carryOver / (1 - carryOver) * (1 - rest / answers);
	}

	/** Returns where a growing function is 0, or the end that is nearest to that. */
	private static double root(double low, double high, DoubleUnaryOperator growing) {
		double from = low;
		double to = high;
		while (to - from > 1e-9 * Math.max(1, to)) {
			double middle = (from + to) / 2;
			if (growing.applyAsDouble(middle) < 0) {
				from = middle;
			}
			else {
				to = middle;
			}
		}
		return (from + to) / 2;
	}

}
