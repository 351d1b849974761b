package org.holdfast.checkin.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.checkin.instrument.Edition;
import org.holdfast.checkin.pulse.Start;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where HR plans what comes back, and everybody sees what they will be asked.
 */
@RestController
@RequestMapping("/programme")
@Tag(name = "Programme", description = "Recurring cycles within a budget of minutes")
class ProgrammeController {

	private final Programme programme;

	private final ProgrammeSettings settings;

	ProgrammeController(Programme programme, ProgrammeSettings settings) {
		this.programme = programme;
		this.settings = settings;
	}

	@GetMapping
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "What people are asked, when, and how many minutes a month that takes of one person")
	@ApiResponse(responseCode = "200", description = "All series, and the months of a year ahead that ask for anything")
	Overview programme() {
		return new Overview(this.programme.budget(),
				this.programme.months()
					.stream()
					.map((month) -> new Month(month.month().toString(), month.minutes(),
							month.of()
								.stream()
								.map((share) -> new Share(share.name(), share.rounds(), share.minutesEach()))
								.toList()))
					.toList(),
				this.settings.zone().getId(), this.programme.all().stream().map(this::planned).toList());
	}

	@PutMapping("/series/{seriesId}")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Plan a series, or change it for the cycles that have not opened",
			description = "Its cycles open and close by themselves; two of one series are never open at once. Repeating it "
					+ "changes nothing.")
	@ApiResponse(responseCode = "200", description = "Planned")
	@ApiResponse(responseCode = "400", description = "Makes no sense; errors tells the place")
	@ApiResponse(responseCode = "404", description = "No such instrument")
	@ApiResponse(responseCode = "409",
			description = "The instrument has no texts, or a person would be asked for more minutes in a month than the "
					+ "budget has; month tells the arithmetic")
	Planned plan(@PathVariable String seriesId, @Valid @RequestBody Plan plan) {
		return planned(this.programme.plan(plan.series(seriesId)));
	}

	@DeleteMapping("/series/{seriesId}")
	@PreAuthorize("hasRole('HR')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "End a series", description = "No further cycle opens; an open one closes by itself.")
	@ApiResponse(responseCode = "204", description = "Ended")
	@ApiResponse(responseCode = "404", description = "No such series")
	void end(@PathVariable String seriesId) {
		this.programme.end(seriesId);
	}

	private Planned planned(Series series) {
		Rotation rotation = series.rotation();
		Map<String, Instant> starts = new TreeMap<>();
		series.starts().forEach((start) -> starts.put(start.unitId(), start.from()));
		return new Planned(series.id(), series.instrument().id(), series.instrument().version(),
				series.every().toString(), series.firstOpensAt(), series.window().toString(), starts,
				(rotation != null) ? new Turns(rotation.anchors(), rotation.turns()) : null, series.reminders(),
				series.ended(), this.programme.next(series).map(Occurrence::opensAt).orElse(null));
	}

	record Plan(@Schema(description = "what is asked", example = "pulse") @NotBlank @Size(max = 40) String instrument,
			@Min(1) int version,
			@Schema(type = "string", description = "from one opening to the next, in days, weeks or months",
					example = "P1M") @NotNull Period every,
			@Schema(description = "day and hour are kept, in the agency's zone") @NotNull Instant firstOpensAt,
			@Schema(type = "string", description = "how long a cycle is open",
					example = "PT108H") @NotNull Duration window,
			@Schema(description = "unit to the time from which it, with all below it, is asked; the others from the first cycle on") @Size(
					max = 10_000) @Nullable Map<@NotBlank String, @NotNull Instant> starts,
			@Schema(description = "items that are asked every time, and how many of the others take turns; left out where all are asked") @Valid @Nullable Turns rotation,
			@Schema(description = "how often the system may remind whoever has not answered; 2 unless told otherwise") @Min(0) @Max(Series.MOST_REMINDERS) @Nullable Integer reminders) {

		Series series(String id) {
			Map<String, Instant> from = new TreeMap<>(Objects.requireNonNullElse(this.starts, Map.of()));
			return new Series(id, new Edition(this.instrument, this.version), this.every,
					this.firstOpensAt.truncatedTo(ChronoUnit.MILLIS), this.window,
					from.entrySet()
						.stream()
						.map((start) -> new Start(start.getKey(), start.getValue().truncatedTo(ChronoUnit.MILLIS)))
						.toList(),
					(this.rotation != null) ? new Rotation(this.rotation.anchors(), this.rotation.turns()) : null,
					Objects.requireNonNullElse(this.reminders, Series.MOST_REMINDERS), false, null);
		}

	}

	record Turns(@NotNull @Size(max = 200) List<@NotBlank String> anchors, @Min(1) int turns) {

	}

	record Planned(String seriesId, String instrument, int version, String every, Instant firstOpensAt, String window,
			Map<String, Instant> starts, @Nullable Turns rotation, int reminders, boolean ended,
			@Schema(description = "null for one that has ended") @Nullable Instant nextOpensAt) {

	}

	record Overview(@Schema(description = "minutes that nobody is asked to give more of in a month") int budget,
			@Schema(description = "what is planned of one person's time") List<Month> months,
			@Schema(description = "where days and months begin") String zone, List<Planned> series) {

	}

	record Month(@Schema(example = "2026-05") String month, int minutes, List<Share> of) {

	}

	record Share(@Schema(description = "a series, or by hand") String name, int rounds, int minutesEach) {

	}

}
