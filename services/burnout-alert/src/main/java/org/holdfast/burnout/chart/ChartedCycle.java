package org.holdfast.burnout.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The group charts as they stood when a cycle was published; written once, and never
 * shown but for who is in alarm.
 *
 * @param id the cycle's id
 * @param scale what is charted
 * @param closesAt when the cycle closed
 * @param budget the false alarms that the limit stands for
 * @param limit of each block's CUSUM
 * @param alike the intraclass correlation that was taken off
 * @param blocks in the order of the release
 */
public record ChartedCycle(String id, String scale, Instant closesAt, Budget budget, double limit, double alike,
		List<Block> blocks) {

	static final Comparator<ChartedCycle> BY_CLOSE = Comparator.comparing(ChartedCycle::closesAt)
		.thenComparing(ChartedCycle::id);

	public ChartedCycle {
		blocks = List.copyOf(blocks);
	}

	/**
	 * Charts the blocks of a cycle.
	 * @param before the cycle charted before it; null for the first
	 * @param surprises those of the members, by unit, always in the same order
	 */
	static ChartedCycle of(String id, String scale, Instant closesAt, List<List<String>> blocks,
			Map<String, List<Double>> surprises, @Nullable ChartedCycle before, Budget budget, double alike) {
		double limit = budget.limit();
		Map<String, GroupChart> charts = (before != null) ? before.byUnit() : Map.of();
		List<Block> charted = new ArrayList<>();
		for (List<String> units : blocks) {
			List<GroupChart.Part> parts = new ArrayList<>();
			double sum = 0;
			double squares = 0;
			int members = 0;
			for (String unit : units) {
				List<Double> own = surprises.getOrDefault(unit, List.of());
				GroupChart chart = charts.get(unit);
				if (chart != null) {
					parts.add(new GroupChart.Part(own.size(), chart));
				}
				for (double q : own) {
					sum += q;
					squares += q * q;
				}
				members += own.size();
			}
			GroupChart chart = GroupChart.merged(parts);
			if (members > 0) {
				chart = chart.observe(GroupChart.standardised(sum, members, alike), limit);
			}
			charted.add(new Block(units, members, sum, squares, chart.cusum(), chart.raised()));
		}
		return new ChartedCycle(id, scale, closesAt, budget, limit, alike, charted);
	}

	/** Tells whether the block with exactly these units is in alarm. */
	public boolean alarms(List<String> unitIds) {
		return this.blocks.stream().anyMatch((block) -> block.raised() && block.unitIds().equals(unitIds));
	}

	private Map<String, GroupChart> byUnit() {
		Map<String, GroupChart> charts = new HashMap<>();
		this.blocks.forEach((block) -> block.unitIds()
			.forEach((unit) -> charts.put(unit, new GroupChart(block.cusum(), block.raised()))));
		return charts;
	}

	double products() {
		return this.blocks.stream().mapToDouble((block) -> block.sum() * block.sum() - block.squares()).sum();
	}

	double pairs() {
		return this.blocks.stream().mapToDouble((block) -> block.members() * (block.members() - 1.0)).sum();
	}

	/**
	 * A block's chart.
	 *
	 * @param members how many surprises went in
	 * @param sum of the surprises
	 * @param squares sum of their squares
	 */
	public record Block(List<String> unitIds, int members, double sum, double squares, double cusum, boolean raised) {

		public Block {
			unitIds = List.copyOf(unitIds);
		}

	}

}
