package org.holdfast.burnout.chart;

/**
 * How many false alarms of group charts a whole dashboard may expect. The more blocks are
 * charted, the higher the limit of each.
 *
 * @param blocks how many are charted each cycle
 * @param cycles how many a quarter has
 * @param falseAlarms how many a quarter may expect over all blocks
 */
public record Budget(int blocks, int cycles, double falseAlarms) {

	/** No chart is tuned to alarm more often than once in so many cycles. */
	private static final double SHORTEST_RUN = 26;

	public Budget {
		if (blocks < 0 || cycles < 1 || !(falseAlarms > 0)) {
			throw new IllegalArgumentException("A budget needs cycles and some false alarms");
		}
	}

	/** Returns the mean number of cycles between two false alarms of one block. */
	public double runLength() {
		return Math.max(SHORTEST_RUN, Math.max(1, this.blocks) * this.cycles / this.falseAlarms);
	}

	/** Returns how many false alarms a quarter really expects, at most the budget. */
	public double expected() {
		return this.blocks * this.cycles / runLength();
	}

	/** Returns the promise in words, for the dashboard and on each alert. */
	public String sentence() {
		return "%d %s charted each cycle; all charts together alarm in vain about %s".formatted(this.blocks,
				(this.blocks == 1) ? "group is" : "groups are", often());
	}

	private String often() {
		double quarters = (expected() > 0) ? 1 / expected() : Double.POSITIVE_INFINITY;
		if (quarters <= 1.2) {
			return (expected() < 1.5) ? "once a quarter" : "%d times a quarter".formatted(Math.round(expected()));
		}
		return Double.isInfinite(quarters) ? "never" : "once in %d quarters".formatted(Math.round(quarters));
	}

	/** Returns the limit of each block's {@link GroupChart}. */
	double limit() {
		return Limits.cusumLimit(runLength());
	}

}
