package org.holdfast.burnout.chart;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says how many false alarms the group charts may cost; nothing else of them is shown.
 */
@RestController
@PreAuthorize("hasAnyRole('HR', 'SUPERVISOR')")
@Tag(name = "Charts", description = "What group charts promise")
class ChartController {

	private final Charts charts;

	ChartController(Charts charts) {
		this.charts = charts;
	}

	@GetMapping("/charts/budget")
	@Operation(summary = "False alarms to expect of all group charts together",
			description = "HR and supervisors. One budget for each scale that is charted, as of the latest published "
					+ "cycle; none before the first.")
	@ApiResponse(responseCode = "200", description = "The budgets, by scale")
	@ApiResponse(responseCode = "403", description = "The caller is neither HR nor supervisor")
	List<FalseAlarms> budget() {
		return this.charts.latest().stream().map(FalseAlarms::of).toList();
	}

	/**
	 * A budget.
	 *
	 * @param groups how many are charted each cycle
	 * @param falseAlarmsPerQuarter how many to expect over all groups
	 * @param cyclesBetween mean number of cycles between two false alarms of one group
	 * @param sentence the same in words
	 */
	record FalseAlarms(String scale, int groups, double falseAlarmsPerQuarter, int cyclesBetween, String sentence) {

		static FalseAlarms of(ChartedCycle cycle) {
			Budget budget = cycle.budget();
			return new FalseAlarms(cycle.scale(), budget.blocks(), Math.round(budget.expected() * 100) / 100.0,
					(int) Math.round(budget.runLength()), budget.sentence());
		}

	}

}
