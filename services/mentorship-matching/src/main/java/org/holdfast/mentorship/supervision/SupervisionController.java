package org.holdfast.mentorship.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.gathering.Members;
import org.holdfast.mentorship.gathering.Members.Person;
import org.holdfast.mentorship.supervision.Supervision.State;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows people their own supervisions, on which each of the two decides.
 */
@RestController
@UsualProblems
@Tag(name = "Supervisions", description = "Who is supervised by whom, and when they should meet again")
class SupervisionController {

	private final Supervisions supervisions;

	private final Members members;

	SupervisionController(Supervisions supervisions, Members members) {
		this.supervisions = supervisions;
		this.members = members;
	}

	@GetMapping("/me/supervisions")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "My own supervisions, as supervisor and as supervisee, newest first",
			description = "The sessions, goals, agreements and feedback of one are below /me/gatherings/supervision/{supervisionId}.")
	@ApiResponse(responseCode = "200", description = "Empty where there are none")
	List<OwnSupervision> mine(Caller caller) {
		return this.supervisions.of(caller.staffId())
			.stream()
			.map((supervision) -> own(supervision, caller.staffId()))
			.toList();
	}

	@PutMapping("/me/supervisions/{supervisionId}")
	@PreAuthorize("hasRole('SUPERVISOR')")
	@Operation(summary = "Offer to supervise somebody who reports to me or to somebody below me, or change the rhythm",
			description = "The caller makes up the id, a UUID, so that it can be repeated at any time. It begins when the other "
					+ "one accepts, and ends by itself when I stand above them no longer.")
	@ApiResponse(responseCode = "200", description = "Opened; sending the same again changes nothing")
	@ApiResponse(responseCode = "400", description = "Not a UUID, or a rhythm of less than 1 or more than 90 days")
	@ApiResponse(responseCode = "403", description = "Not a supervisor, or not above that person")
	@ApiResponse(responseCode = "409",
			description = "The two have a supervision already (supervised-already), it is over (supervision-is-over), one "
					+ "of them does not work here (cannot-be-supervised), or something else has this id (id-is-taken)")
	OwnSupervision open(Caller caller, @PathVariable String supervisionId, @Valid @RequestBody SupervisionOffer offer) {
		return own(this.supervisions.open(caller.staffId(), MadeUp.id(supervisionId), offer.with(), offer.everyDays()),
				caller.staffId());
	}

	@PutMapping("/me/supervisions/{supervisionId}/state")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "Accept or go on (active), rest (paused), or decline or end (ended)",
			description = "Either of the two, at any time, without a reason; who chose an end is stored nowhere. Repeating it "
					+ "changes nothing.")
	@ApiResponse(responseCode = "200",
			description = "Changed; one that the supervisor opened stays proposed until the other one accepts")
	@ApiResponse(responseCode = "400", description = "No such state")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409", description = "It is over, or has not begun")
	OwnSupervision change(Caller caller, @PathVariable String supervisionId, @Valid @RequestBody Standing standing) {
		String staffId = caller.staffId();
		String id = MadeUp.id(supervisionId);
		return own(switch (standing.state()) {
			case active -> this.supervisions.activate(staffId, id);
			case paused -> this.supervisions.pause(staffId, id);
			case ended -> this.supervisions.leave(staffId, id);
		}, staffId);
	}

	private OwnSupervision own(Supervision supervision, String staffId) {
		boolean asSupervisor = supervision.supervisorId().equals(staffId);
		Optional<Instant> lastHeld = this.supervisions.lastHeld(supervision);
		return new OwnSupervision(supervision.id(), asSupervisor ? "supervisor" : "supervisee",
				this.members.person(asSupervisor ? supervision.superviseeId() : supervision.supervisorId()),
				supervision.everyDays(), supervision.state(), supervision.since(), lastHeld.orElse(null),
				supervision.nextDue(lastHeld).orElse(null));
	}

	record SupervisionOffer(@Schema(description = "staff id of who is to be supervised") @NotBlank String with,
			@Schema(description = "how often to meet, in days") @NotNull @Min(1) @Max(90) Integer everyDays) {

	}

	record Standing(@NotNull Wanted state) {

	}

	/** What one of the two can ask for, as it is written. */
	enum Wanted {

		active, paused, ended

	}

	/** A supervision from the side of one of the two. */
	record OwnSupervision(String supervisionId,
			@Schema(description = "what I am in it: supervisor or supervisee") String as, Person with,
			@Schema(description = "how often we are to meet, in days") int everyDays, State state,
			@Schema(description = "when it was accepted") @Nullable Instant since,
			@Schema(description = "when we met last") @Nullable Instant lastHeld,
			@Schema(description = "from when the next session is due, while it is active") @Nullable Instant nextDue) {

	}

}
