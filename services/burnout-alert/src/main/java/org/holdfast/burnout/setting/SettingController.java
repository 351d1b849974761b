package org.holdfast.burnout.setting;

import java.time.Clock;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets HR choose how the programme warns. */
@RestController
@Tag(name = "Settings", description = "How the programme warns, in versions")
class SettingController {

	private final Policies policies;

	private final Clock clock;

	SettingController(Policies policies, Clock clock) {
		this.policies = policies;
		this.clock = clock;
	}

	@GetMapping("/settings")
	@PreAuthorize("hasAnyRole('HR', 'ADMINISTRATOR')")
	@Operation(summary = "All versions of the settings, the latest last",
			description = "A cycle goes by the version that was in force when it opened.")
	@ApiResponse(responseCode = "200", description = "The versions")
	List<Policy> settings() {
		return this.policies.all();
	}

	@PutMapping("/settings")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Adds a version of the settings",
			description = "It holds for cycles that open from now on. For answers already given the smallest group can "
					+ "only become larger: a larger one holds at once, a smaller one for later cycles.")
	@ApiResponse(responseCode = "200", description = "The new version")
	@ApiResponse(responseCode = "400", description = "A value is missing or out of its range")
	@ApiResponse(responseCode = "409", description = "Somebody else changed the settings since you read them")
	Policy change(@Valid @RequestBody Choice choice, Caller caller) {
		return this.policies.change((current) -> {
			if (current.version() != choice.version()) {
				throw Refusal
					.conflict("changed-meanwhile",
							"Version %d is in force, you changed version %d. Read the settings and choose again."
								.formatted(current.version(), choice.version()))
					.with("version", current.version());
			}
			return new Policy(current.version() + 1, choice.minimumGroup(), choice.threshold(), choice.rules(),
					choice.silentAfter(), choice.respondWithinDays(), this.clock.instant(), caller.staffId());
		});
	}

	/**
	 * What HR chooses.
	 *
	 * @param version the version it was chosen in view of
	 */
	record Choice(@NotNull Integer version, @NotNull @Min(BurnoutSettings.FEWEST) @Max(100) Integer minimumGroup,
			@NotNull @Min(1) @Max(100) Integer threshold, @NotNull List<@NotNull Trouble> rules,
			@NotNull @Min(2) @Max(26) Integer silentAfter, @NotNull @Min(1) @Max(90) Integer respondWithinDays) {
	}

}
