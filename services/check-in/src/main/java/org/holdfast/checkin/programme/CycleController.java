package org.holdfast.checkin.programme;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.holdfast.checkin.instrument.Catalogue;
import org.holdfast.checkin.instrument.Edition;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.pulse.Cycle;
import org.holdfast.checkin.pulse.Cycles;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Plans cycles; the clock does the rest.
 */
@RestController
@RequestMapping("/cycles")
@Tag(name = "Cycles", description = "Rounds of the pulse")
class CycleController {

	private final Catalogue catalogue;

	private final Programme programme;

	private final Cycles cycles;

	CycleController(Catalogue catalogue, Programme programme, Cycles cycles) {
		this.catalogue = catalogue;
		this.programme = programme;
		this.cycles = cycles;
	}

	@PutMapping("/{cycleId}")
	@PreAuthorize("hasAnyRole('HR', 'ADMINISTRATOR')")
	@Operation(summary = "Plan a cycle of the pulse by hand",
			description = "Recurring ones are planned as a series. Opens and closes by itself. Repeating it changes nothing; what is planned cannot be changed.")
	@ApiResponse(responseCode = "200", description = "Planned, or planned like this before")
	@ApiResponse(responseCode = "400", description = "Closes before it opens, or is over already")
	@ApiResponse(responseCode = "409",
			description = "Overlaps another, is planned otherwise, or takes more time than the budget has")
	Planned plan(@PathVariable String cycleId, @Valid @RequestBody Window window) {
		if (!cycleId.matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}")) {
			throw Refusal.invalid("invalid-cycle-id",
					"A cycle's id is up to 40 letters, digits and hyphens, such as 2026-W21.");
		}
		Instrument pulse = this.catalogue.use(Edition.PULSE);
		return Planned.of(this.programme.plan(Cycle.planned(cycleId, pulse, window.opensAt(), window.closesAt())));
	}

	@GetMapping
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "All cycles, the earliest first")
	List<Planned> cycles() {
		return this.cycles.all().stream().map(Planned::of).toList();
	}

	record Window(@NotNull Instant opensAt,
			@Schema(description = "the first instant at which an answer is late") @NotNull Instant closesAt) {

	}

	record Planned(String cycleId, @Schema(
			description = "the recurring series it belongs to; null for one planned by hand") @Nullable String series,
			@Schema(description = "what it asks") String instrument, Instant opensAt, Instant closesAt,
			@Schema(allowableValues = {
					"planned", "open", "closed" }) String state){

		static Planned of(Cycle cycle) {
			return new Planned(cycle.id(), cycle.series(), cycle.instrument().id(), cycle.opensAt(), cycle.closesAt(),
					cycle.state().toString());
		}

	}

}
