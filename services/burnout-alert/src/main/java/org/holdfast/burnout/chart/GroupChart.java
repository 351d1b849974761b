package org.holdfast.burnout.chart;

import java.util.Collection;

/**
 * Whether the members of a block run together above what is usual for each of them
 * (methods, section 3). One-sided CUSUM of the standardised mean of their surprises.
 *
 * @param cusum sum of what exceeds the allowance; 0 or more
 * @param raised whether it is in alarm
 */
record GroupChart(double cusum, boolean raised) {

	static final GroupChart NEW = new GroupChart(0, false);

	private static final double OVER = .5;

	/**
	 * Returns how far the members' surprises lie together above 0: standard normal while
	 * each is as usual.
	 * @param sum of the members' surprises
	 * @param members how many
	 * @param alike intraclass correlation of the surprises, 0 to 1: what colleagues have
	 * in common in an ordinary week
	 */
	static double standardised(double sum, int members, double alike) {
		return sum / Math.sqrt(members * (1 + (members - 1) * alike));
	}

	/**
	 * Returns the intraclass correlation of surprises.
	 * @param pairs sum over blocks of (sum² - sum of squares), the products of all pairs
	 * @param number sum over blocks of n (n - 1)
	 */
	static double alike(double pairs, double number, double most) {
		return (number > 0) ? Math.clamp(pairs / number, 0, most) : 0;
	}

	/**
	 * Returns the chart that a block begins a cycle with, when its units were in other
	 * blocks before: the mean of their sums, each weighted by its people.
	 */
	static GroupChart merged(Collection<Part> parts) {
		double weights = parts.stream().mapToDouble(Part::members).sum();
		double sum = parts.stream().mapToDouble((part) -> part.members() * part.chart().cusum()).sum();
		double raised = parts.stream().filter((part) -> part.chart().raised()).mapToDouble(Part::members).sum();
		return (weights > 0) ? new GroupChart(sum / weights, 2 * raised > weights) : NEW;
	}

	GroupChart observe(double z, double limit) {
		double sum = Math.max(0, this.cusum + z - Limits.ALLOWANCE);
		boolean raised = this.raised ? sum > OVER * limit : sum > limit;
		return new GroupChart(raised ? Math.min(sum, limit) : this.raised ? 0 : sum, raised);
	}

	/** A unit's people and the chart of the block that they were in. */
	record Part(int members, GroupChart chart) {
	}

}
