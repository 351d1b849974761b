package org.holdfast.checkin.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own warnings; the person is always the caller.
 */
@RestController
@UsualProblems
@RequestMapping("/me/warnings")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Warnings", description = "A person's own warnings; nobody sees another's")
class WarningController {

	private static final String HELP = "/me/help-options";

	private final Warnings warnings;

	private final WarningSettings settings;

	private final Clock clock;

	WarningController(Warnings warnings, WarningSettings settings, Clock clock) {
		this.warnings = warnings;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping
	@Operation(
			summary = "My own warnings, the newest first: what they rest on, how often such a warning is wrong, and "
					+ "what may help",
			description = "The needs are for searching the directory of resources on the person's side, so that no "
					+ "service learns who looks for what.")
	@ApiResponse(responseCode = "200", description = "Empty where there are none")
	List<Warning> warnings(Caller caller) {
		return this.warnings.of(caller.staffId()).stream().map(this::warning).toList();
	}

	@PutMapping("/{scale}")
	@Operation(summary = "Take note of a warning of mine, or mute its scale for a while",
			description = "Seen by nobody else. A new warning on the same scale is to be taken note of anew.")
	@ApiResponse(responseCode = "200", description = "Kept; repeating it changes nothing")
	@ApiResponse(responseCode = "400", description = "acknowledged is missing")
	@ApiResponse(responseCode = "404", description = "No warning of one's own on this scale")
	Warning change(Caller caller, @PathVariable String scale, @Valid @RequestBody Attitude attitude) {
		return warning(this.warnings.change(caller.staffId(), scale, attitude.acknowledged(), attitude.mutedUntil()));
	}

	private Warning warning(Warnings.Own own) {
		Warned.Evidence evidence = own.warning().evidence();
		Instant mutedUntil = own.mutedUntil();
		boolean muted = mutedUntil != null && this.clock.instant().isBefore(mutedUntil);
		return new Warning(own.warning().scale(), own.warning().raised() ? "raised" : "over", own.warning().since(),
				own.warning().cycleId(),
				new Evidence(evidence.latest(), evidence.usual(), evidence.earlierAnswers(), evidence.chart()),
				own.warning().falseAlarms(), this.settings.of(own.warning().scale()), HELP, own.acknowledged(),
				muted ? mutedUntil : null);
	}

	record Attitude(@NotNull Boolean acknowledged,
			@Schema(description = "null to hear of it") @Nullable Instant mutedUntil) {

	}

	record Warning(String scale, @Schema(allowableValues = {
			"raised", "over" }) String state, Instant since, String cycleId, Evidence evidence,
			@Schema(description = "how often such a warning comes although nothing has changed") String falseAlarms,
			@Schema(description = "tags by which the directory of resources can be searched") List<String> needs,
			@Schema(description = "where asking for help begins") String help, boolean acknowledged,
			@Schema(description = "null where it is not muted") @Nullable Instant mutedUntil){

	}

	record Evidence(Double latest, @Schema(
			description = "what is usual for me, on the same scale; null where too little is known") @Nullable Double usual,
			Integer earlierAnswers, @Schema(description = "which chart signals", example = "cusum") String chart) {

	}

}
