package org.holdfast.mentorship.report;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.defaults.problem.UsualProblems;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the owner of the programme what was published of each month, and nothing else.
 */
@RestController
@UsualProblems
@RequestMapping("/reports")
@PreAuthorize("hasRole('HR')")
@Tag(name = "Reports",
		description = "How the programme is doing: made once for each month and never changed, from groups of at least five people")
class ReportController {

	private static final String MONTH = "such as 2026-05; the last one there is if left out";

	private final Reports reports;

	ReportController(Reports reports) {
		this.reports = reports;
	}

	@GetMapping
	@Operation(summary = "Of which months there are reports, and when the next ones are due",
			description = "All reports of a month are made together, soon after its end (UTC). There are none of a month by whose end "
					+ "nobody wanted a mentor and none was proposed, and none of one after which the service did not run: it is counted with the next.")
	@ApiResponse(responseCode = "200", description = "The months; none before the first reports")
	Overview overview() {
		return new Overview(this.reports.months(), this.reports.nextAt());
	}

	@GetMapping("/pool")
	@Operation(summary = "Who waits, what is free, by place and by skill",
			description = "As things stood when the report was made. A figure stands for at least five people, or says fewer than five (0 to 4). "
					+ "It is made anew when nobody of it is another than before, or at least five are; until then the last one stands, with its month.")
	@ApiResponse(responseCode = "200", description = "The report")
	@ApiResponse(responseCode = "404", description = "No report of that month, or none yet")
	Report<Pool> pool(@Parameter(description = MONTH) @RequestParam(required = false) @Nullable String month) {
		Release release = this.reports.find(month);
		return new Report<>(release.id(), release.madeAt(), release.pool());
	}

	@GetMapping("/outcomes")
	@Operation(summary = "What became of proposals and relationships",
			description = "Shares of people, in steps of ten percent. Each proposal and relationship is counted in one report only. "
					+ "Where fewer than five did, or did not, a limit is told that is the same from none to four of them. "
					+ "What would come to fewer than ten is counted together with the next month's.")
	@ApiResponse(responseCode = "200", description = "The report; null for what there was too little of so far")
	@ApiResponse(responseCode = "404", description = "No report of that month, or none yet")
	Report<Outcomes> outcomes(@Parameter(description = MONTH) @RequestParam(required = false) @Nullable String month) {
		Release release = this.reports.find(month);
		return new Report<>(release.id(), release.madeAt(), release.outcomes());
	}

	@GetMapping("/fairness")
	@Operation(summary = "Whether all who want a mentor find one equally often, and one that fits",
			description = "By unit, years of service and language. Counts waits whose 90th day was in the time given; each once. "
					+ "A line stands for at least five people with and five without a mentor, beside five others who could be meant; "
					+ "neighbours are put together until that is so. A breakdown is left out where fewer than five people would follow from it and the others. "
					+ "Each statement about differences is wrong once in a hundred times where there are none.")
	@ApiResponse(responseCode = "200", description = "The report; null where there was too little to compare so far")
	@ApiResponse(responseCode = "404", description = "No report of that month, or none yet")
	Report<Fairness> fairness(@Parameter(description = MONTH) @RequestParam(required = false) @Nullable String month) {
		Release release = this.reports.find(month);
		return new Report<>(release.id(), release.madeAt(), release.fairness());
	}

	/** What there is to read. */
	record Overview(@Schema(description = "such as 2026-05, the newest first") List<String> months,
			@Schema(description = "end of the running month, after which the next reports are made") Instant nextAt) {
	}

	/** One report of one month. */
	record Report<T>(@Schema(description = "the month, such as 2026-05") String month, Instant madeAt,
			@Nullable T report) {
	}

}
