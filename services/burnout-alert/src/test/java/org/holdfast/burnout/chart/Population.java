package org.holdfast.burnout.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Made-up people who answer each week, to measure charts on.
 *
 * @param mean of the people's usual scores
 * @param between standard deviation between people
 * @param within typical standard deviation of one person's answers
 * @param degrees how alike people are in that; 0 means all the same
 * @param carryOver correlation of successive answers
 * @param step of the scale, from 0 to 100; 0 means any number
 */
record Population(double mean, double between, double within, int degrees, double carryOver, double step) {

	static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

	static final Duration WEEK = Duration.ofDays(7);

	/** As the demo agency answers the pulse: five items in steps of 25. */
	static final Population PULSE = new Population(41, 14, 10, 8, .3, 5);

	/** Independent answers on an unbounded scale, as textbooks have them. */
	static final Population TEXTBOOK = new Population(41, 14, 10, 8, 0, 0);

	Prior prior() {
		return new Prior(this.mean, this.between * this.between, this.within * this.within,
				(this.degrees > 0) ? this.degrees : Prior.USUAL_DEGREES, this.carryOver, WEEK);
	}

	/** Returns the standard deviation of all people's answers together. */
	double deviation() {
		double spread = (this.degrees > 2) ? (double) this.degrees / (this.degrees - 2) : 1;
		return Math.sqrt(this.between * this.between + this.within * this.within * spread);
	}

	/**
	 * Returns a person's weekly scores.
	 * @param usual how many of them are as usual; from then on they are worse
	 * @param shift by how much, in the person's own standard deviations
	 * @param points and by how many points
	 */
	double[] scores(SplittableRandom random, int answers, int usual, double shift, double points) {
		double deviation = this.within;
		if (this.degrees > 0) {
			double chi = 0;
			for (int degree = 0; degree < this.degrees; degree++) {
				chi += Math.pow(random.nextGaussian(), 2);
			}
			deviation *= Math.sqrt(this.degrees / chi);
		}
		double own = this.mean + this.between * random.nextGaussian();
		double noise = random.nextGaussian();
		double[] scores = new double[answers];
		for (int week = 0; week < answers; week++) {
			if (week > 0) {
				noise = this.carryOver * noise + Math.sqrt(1 - this.carryOver * this.carryOver) * random.nextGaussian();
			}
			double score = own + deviation * noise;
			scores[week] = shown((week < usual) ? score : score + shift * deviation + points);
		}
		return scores;
	}

	private double shown(double score) {
		return (this.step > 0) ? Math.clamp(Math.round(score / this.step) * this.step, 0, 100) : score;
	}

	static Instant week(int week) {
		return START.plus(WEEK.multipliedBy(week));
	}

	/** Returns the part of people who get a false alarm in their first answers. */
	double falseAlarms(Watch watch, int people, int answers, long seed) {
		int alarms = 0;
		for (int person = 0; person < people; person++) {
			SplittableRandom random = new SplittableRandom(seed + person);
			if (watch.first(scores(random, answers, answers, 0, 0), 0) < answers) {
				alarms++;
			}
		}
		return (double) alarms / people;
	}

	/** Returns the part of people whose shift is found within some answers. */
	double detection(Watch watch, int people, int earlier, int within, double shift, double points, long seed) {
		int found = 0;
		for (int person = 0; person < people; person++) {
			SplittableRandom random = new SplittableRandom(seed + person);
			double[] scores = scores(random, earlier + within, earlier, shift, points);
			if (watch.first(scores, earlier) < scores.length) {
				found++;
			}
		}
		return (double) found / people;
	}

	/** Something that alarms. */
	interface Watch {

		/**
		 * Returns the place of the first alarm from a place on, or the number of scores.
		 */
		int first(double[] scores, int from);

		/** Our own chart. */
		static Watch ours(Prior prior, double limit) {
			return (scores, from) -> {
				Chart chart = Chart.begin(prior);
				for (int week = 0; week < scores.length; week++) {
					chart = chart.observe(scores[week], week(week), prior, limit);
					if (week >= from && chart.raised()) {
						return week;
					}
				}
				return scores.length;
			};
		}

		/** A textbook's CUSUM on the mean and deviation of a person's first answers. */
		static Watch textbook(int earlier, double limit) {
			return (scores, from) -> {
				double[] first = Arrays.copyOf(scores, earlier);
				double mean = Arrays.stream(first).average().orElseThrow();
				double deviation = Math
					.sqrt(Arrays.stream(first).map((score) -> Math.pow(score - mean, 2)).sum() / (earlier - 1));
				double cusum = 0;
				for (int week = earlier; week < scores.length; week++) {
					cusum = Math.max(0, cusum + (scores[week] - mean) / Math.max(deviation, 1e-9) - Limits.ALLOWANCE);
					if (cusum > limit) {
						return week;
					}
				}
				return scores.length;
			};
		}

	}

}
