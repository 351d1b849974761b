package org.holdfast.burnout.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows everybody what came of each cycle; HR and leads publish it. */
@RestController
@Tag(name = "Ledger", description = "Asked, heard, did: what came of each cycle")
class LedgerController {

	private static final int LONGEST = 4000;

	private final Ledger ledger;

	private final Units units;

	private final Clock clock;

	LedgerController(Ledger ledger, Units units, Clock clock) {
		this.ledger = ledger;
		this.units = units;
		this.clock = clock;
	}

	@GetMapping("/ledger")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "What came of each cycle, what is overdue first")
	@ApiResponse(responseCode = "200", description = "All published cycles")
	List<Entry> ledger() {
		return this.ledger.entries();
	}

	@GetMapping("/ledger/reminder")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "Whether the last cycle is still unanswered, and whom to remind",
			description = "To be shown when the next cycle opens.")
	@ApiResponse(responseCode = "200", description = "The reminder; without a cycle if none is published")
	Reminder reminder() {
		List<Entry> entries = this.ledger.entries();
		int overdue = Math.toIntExact(entries.stream().filter(Entry::overdue).count());
		return entries.stream()
			.max(Comparator.comparing(Entry::closesAt))
			.map((last) -> new Reminder(last.cycleId(), last.dueAt(), !last.answered(), last.overdue(), overdue,
					last.answered() ? List.of() : List.of("hr")))
			.orElse(new Reminder(null, null, false, false, 0, List.of()));
	}

	@PostMapping("/ledger/{cycleId}/responses")
	@PreAuthorize("hasAnyRole('HR', 'SUPERVISOR')")
	@Operation(summary = "Publishes a response to a cycle, with promises",
			description = "HR: for the agency or any unit. Supervisors: for a unit they may look at. Everybody reads it, "
					+ "and it stays as it is.")
	@ApiResponse(responseCode = "200", description = "The cycle with the response")
	@ApiResponse(responseCode = "400", description = "A text, an owner or a day is missing, or a text is too long")
	@ApiResponse(responseCode = "403", description = "Not a unit you may respond for")
	@ApiResponse(responseCode = "404", description = "No such cycle is published")
	@ApiResponse(responseCode = "409", description = "It has that response already")
	Entry respond(@PathVariable String cycleId, @Valid @RequestBody Answer answer, Caller caller) {
		requireMayAnswer(answer.unitId(), caller);
		this.ledger.entry(cycleId);
		Instant now = this.clock.instant();
		this.ledger.publish(new Response(Response.id(cycleId, answer.unitId()), cycleId, answer.unitId(), answer.text(),
				now, caller.staffId(), answer.promises().stream().map(Undertaking::promise).toList()));
		return this.ledger.entry(cycleId);
	}

	@PutMapping("/ledger/{cycleId}/promises/{promiseId}")
	@PreAuthorize("hasAnyRole('HR', 'SUPERVISOR')")
	@Operation(summary = "Says that a promise was kept, or dropped and why",
			description = "HR: any promise. Supervisors: those of units they may look at.")
	@ApiResponse(responseCode = "200", description = "The cycle with the promise")
	@ApiResponse(responseCode = "400", description = "Neither kept nor dropped, or dropped without a reason")
	@ApiResponse(responseCode = "403", description = "Not a promise of a unit you may respond for")
	@ApiResponse(responseCode = "404", description = "No such promise")
	@ApiResponse(responseCode = "409", description = "It was kept or dropped before")
	Entry settle(@PathVariable String cycleId, @PathVariable String promiseId, @Valid @RequestBody Outcome outcome,
			Caller caller) {
		Response response = this.ledger.withPromise(cycleId, promiseId)
			.orElseThrow(
					() -> Refusal.notFound("no-such-promise", "There is no such promise. GET /ledger lists them."));
		requireMayAnswer(response.unitId(), caller);
		this.ledger.change(response.id(), (held) -> held.settle(promiseId, outcome.state(), outcome.reason()));
		return this.ledger.entry(cycleId);
	}

	private void requireMayAnswer(@Nullable String unitId, Caller caller) {
		boolean seen = unitId != null
				&& this.units.seenUpwards(unitId, caller).stream().anyMatch((unit) -> unit.unitId().equals(unitId));
		if (!seen && !(caller.is("hr") && unitId == null)) {
			throw Refusal.forbidden("not-your-unit",
					"HR responds for the agency; you may respond for units that you lead and those below.");
		}
	}

	/**
	 * What is answered.
	 *
	 * @param unitId the unit it is for; none for the whole agency
	 */
	record Answer(@Nullable String unitId, @NotBlank @Size(max = LONGEST) String text,
			@NotNull @Size(max = 20) List<@Valid @NotNull Undertaking> promises) {
	}

	/** What is promised. */
	record Undertaking(@NotBlank @Size(max = LONGEST) String text, @NotBlank @Size(max = 200) String owner,
			@NotNull LocalDate dueOn) {

		private Promise promise() {
			return new Promise(UUID.randomUUID().toString(), this.text, this.owner, Objects.requireNonNull(this.dueOn),
					Promise.State.OPEN, null);
		}

	}

	/** What came of a promise. */
	record Outcome(@NotNull Promise.State state, @Size(max = LONGEST) @Nullable String reason) {
	}

	/**
	 * What to remind of when the next cycle opens.
	 *
	 * @param cycleId the cycle published last
	 * @param overdueCycles how many cycles have something overdue
	 * @param remind the roles to remind
	 */
	record Reminder(@Nullable String cycleId, @Nullable Instant dueAt, boolean unanswered, boolean overdue,
			int overdueCycles, List<String> remind) {
	}

}
