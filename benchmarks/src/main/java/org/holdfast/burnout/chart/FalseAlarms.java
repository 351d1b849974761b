package org.holdfast.burnout.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.holdfast.burnout.chart.Population.Watch;

/** Prints how many people are warned in vain, against what is stated. */
final class FalseAlarms {

	private static final int PEOPLE = 20_000;

	/** Stated: about one in ten years of weekly answers. */
	static final double RUN_LENGTH = 520;

	private FalseAlarms() {
	}

	static void print() {
		double stated = stated();
		Benchmarks
			.title("People warned in vain in their first 52 weekly answers, with nothing known of them; stated %.3f"
				.formatted(stated));
		Benchmarks.row("%-64s %9s %9s", "made-up agency", "measured", "/ stated");
		show("pulse of the demo agency: steps of 5, carry-over .3", Population.PULSE, stated);
		show("the same, no carry-over, no steps", Population.TEXTBOOK, stated);
		show("the same, less strained: mean 25, half of it near the end", new Population(25, 14, 10, 8, .3, 5), stated);
		show("the same, more strained and spread: mean 60, 18, 12", new Population(60, 18, 12, 8, .3, 5), stated);
		show("people alike, weeks differ: 7, 12", new Population(41, 7, 12, 8, .3, 5), stated);
		show("everybody's weeks differ the same", new Population(41, 14, 10, 0, .3, 5), stated);
		show("one item: steps of 25, weeks differ by 16", new Population(41, 14, 16, 8, .3, 25), stated);
		Prior deaf = new Prior(41, 14 * 14, 10 * 10, 8, 0, Population.WEEK);
		show("pulse, carry-over ignored (not what we do)", Population.PULSE, deaf, stated);
		Prior learned = Cohort.estimate(quarter(), Prior.FIRST_DAY);
		show("pulse, prior estimated from 240 people's first quarter", Population.PULSE, learned, stated);
	}

	/** The same chart on true standard normal surprises. */
	static double stated() {
		double limit = Limits.cusumLimit(RUN_LENGTH);
		SplittableRandom random = new SplittableRandom(1);
		int alarms = 0;
		for (int person = 0; person < 10 * PEOPLE; person++) {
			double sum = 0;
			boolean alarm = false;
			for (int week = 0; week < 52 && !alarm; week++) {
				sum = Math.max(0, sum + random.nextGaussian() - Limits.ALLOWANCE);
				alarm = sum > limit;
			}
			alarms += alarm ? 1 : 0;
		}
		return alarms / (10.0 * PEOPLE);
	}

	private static void show(String agency, Population population, double stated) {
		show(agency, population, population.prior(), stated);
	}

	private static void show(String agency, Population population, Prior prior, double stated) {
		double measured = population.falseAlarms(Watch.ours(prior, Limits.personal(RUN_LENGTH)), PEOPLE, 52, 1);
		Benchmarks.row("%-64s %9.3f %9.2f", agency, measured, measured / stated);
	}

	private static List<Tally> quarter() {
		List<Tally> tallies = new ArrayList<>();
		SplittableRandom random = new SplittableRandom(2);
		for (int person = 0; person < 240; person++) {
			double[] scores = Population.PULSE.scores(random, random.nextInt(6, 13), 13, 0, 0);
			Tally tally = Tally.NONE;
			for (int week = 0; week < scores.length; week++) {
				tally = tally.with(scores[week], Population.week(week), (week > 0) ? Population.week(week - 1) : null,
						(week > 0) ? scores[week - 1] : 0, Population.WEEK);
			}
			tallies.add(tally);
		}
		return tallies;
	}

}
