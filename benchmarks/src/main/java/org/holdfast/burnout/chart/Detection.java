package org.holdfast.burnout.chart;

import org.holdfast.burnout.chart.Population.Watch;

/** Prints how soon a person's trouble is found, against a textbook's limits. */
final class Detection {

	private static final int PEOPLE = 20_000;

	private Detection() {
	}

	static void print() {
		Benchmarks.title("Shifts found within 8 answers, and people warned in vain in 52 (after the earlier ones)");
		Benchmarks.row("%-34s %-42s %7s %6s %8s %10s %8s %14s", "made-up agency", "shift", "earlier", "ours", "in vain",
				"textbook", "in vain", "made as quiet");
		Population pulse = Population.PULSE;
		Population textbook = Population.TEXTBOOK;
		for (int earlier : new int[] { 4, 12 }) {
			show("pulse, carry-over .3, steps of 5", pulse, "1.5 SD of the agency's scores (%.0f points)", earlier, 0,
					1.5 * pulse.deviation());
			show("pulse, carry-over .3, steps of 5", pulse, "1.5 SD of the person's own weeks", earlier, 1.5, 0);
			show("independent answers, no steps", textbook, "1.5 SD of the agency's scores (%.0f points)", earlier, 0,
					1.5 * textbook.deviation());
			show("independent answers, no steps", textbook, "1.5 SD of the person's own weeks", earlier, 1.5, 0);
		}
	}

	private static void show(String agency, Population population, String shift, int earlier, double own,
			double points) {
		Watch ours = Watch.ours(population.prior(), Limits.personal(FalseAlarms.RUN_LENGTH));
		Watch textbook = Watch.textbook(earlier, Limits.cusumLimit(FalseAlarms.RUN_LENGTH));
		double inVain = population.falseAlarms(ours, PEOPLE, 52, 4);
		Benchmarks.row("%-34s %-42s %7d %6.2f %8.3f %10.2f %8.3f %14.2f", agency, shift.formatted(points), earlier,
				population.detection(ours, PEOPLE, earlier, 8, own, points, 3), inVain,
				population.detection(textbook, PEOPLE, earlier, 8, own, points, 3),
				population.falseAlarms(textbook, PEOPLE, earlier + 52, 4),
				population.detection(asQuiet(population, earlier, inVain), PEOPLE, earlier, 8, own, points, 3));
	}

	/** The textbook's chart with a limit at which it is wrong as rarely as ours. */
	private static Watch asQuiet(Population population, int earlier, double inVain) {
		double low = 1;
		double high = 200;
		while (high - low > .1) {
			double middle = (low + high) / 2;
			if (population.falseAlarms(Watch.textbook(earlier, middle), PEOPLE / 4, earlier + 52, 5) > inVain) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return Watch.textbook(earlier, high);
	}

}
