package org.holdfast.mentorship.programme;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.mentorship.fit.Programme;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets the owner decide how people are brought together.
 */
@RestController
@UsualProblems
@Tag(name = "Programme", description = "How people are brought together, in versions")
class ProgrammeController {

	private final Programmes programmes;

	private final Clock clock;

	ProgrammeController(Programmes programmes, Clock clock) {
		this.programmes = programmes;
		this.clock = clock;
	}

	@GetMapping("/programme")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "All versions of the programme, the one in force last",
			description = "For everybody: people should know by what they are matched.")
	@ApiResponse(responseCode = "200", description = "The versions")
	List<Programme> versions() {
		return this.programmes.all();
	}

	@PutMapping("/programme")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Adds a version of the programme",
			description = "It holds for what is proposed from now on; what was proposed before keeps its points.")
	@ApiResponse(responseCode = "200", description = "The new version")
	@ApiResponse(responseCode = "400", description = "A criterion has no weight, or the weights are not 100 in all")
	@ApiResponse(responseCode = "409", description = "Somebody else changed the programme since you read it")
	Programme decide(@Valid @RequestBody Decision decision) {
		return this.programmes.decide((current) -> {
			if (current.version() != decision.version()) {
				throw Programmes.changedMeanwhile(current.version());
			}
			try {
				return new Programme(current.version() + 1, decision.weights(), decision.differentUnits(),
						decision.leastCommonTimes(), decision.automatic(),
						Objects.requireNonNullElse(decision.mode(), Programme.Mode.best), this.clock.instant());
			}
			catch (IllegalArgumentException ex) {
				String detail = String.valueOf(ex.getMessage());
				throw Refusal.invalid("invalid-weights", detail)
					.with("errors", List.of(Map.of("pointer", "/weights", "detail", detail)));
			}
		});
	}

	record Decision(@Schema(description = "the version it was decided in view of") @NotNull Integer version, @Schema(
			description = "points that each criterion is worth at most; 100 in all") @NotNull Map<@NotNull String, @NotNull @Min(0) @Max(100) Integer> weights,
			@Schema(description = "whether the two must work in different units") @NotNull Boolean differentUnits,
			@Schema(description = "on how many half days a week both must be able to meet") @NotNull @Min(0) @Max(10) Integer leastCommonTimes,
			@Schema(description = "whether proposals follow by themselves") @NotNull Boolean automatic,
			@Schema(description = "best for all together (if left out), or stable: no two would rather have each other") Programme.@Nullable Mode mode) {

	}

}
