package org.holdfast.checkin.nudge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
import org.holdfast.checkin.nudge.PeerCheckIn.Doing;
import org.holdfast.checkin.nudge.PeerCheckIn.State;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.problem.MadeUp;
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
 * A person's own peer check-ins; the person is always the caller.
 */
@RestController
@UsualProblems
@RequestMapping("/me/peer-check-ins")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Peer check-ins",
		description = "\"How are you doing?\" between two people who both want it; nobody else sees it")
class PeerCheckInController {

	private final PeerCheckIns checkIns;

	private final Participants participants;

	PeerCheckInController(PeerCheckIns checkIns, Participants participants) {
		this.checkIns = checkIns;
		this.participants = participants;
	}

	@GetMapping
	@Operation(summary = "My peer check-ins and invitations, with what each of us answered in the last rounds",
			description = "The other one sees in their access log that I looked.")
	@ApiResponse(responseCode = "200", description = "Empty where there are none")
	List<Own> checkIns(Caller caller) {
		return this.checkIns.of(caller.staffId()).stream().map((each) -> own(caller, each)).toList();
	}

	@PutMapping("/{checkInId}")
	@Operation(summary = "Invite a colleague to ask each other regularly how we are doing",
			description = "The caller makes up the id, a UUID, so that the invitation can be repeated at any time and is "
					+ "one. Nothing happens unless the colleague accepts.")
	@ApiResponse(responseCode = "200", description = "Invited")
	@ApiResponse(responseCode = "400", description = "Not a UUID, or a rhythm of less than 1 or more than 90 days")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "409", description = "Cannot be invited, or something else was proposed under this id")
	Own invite(Caller caller, @PathVariable String checkInId, @Valid @RequestBody Invitation invitation) {
		return own(caller, this.checkIns.invite(caller.staffId(), MadeUp.id(checkInId), invitation.with(),
				invitation.everyDays()));
	}

	@PutMapping("/{checkInId}/state")
	@Operation(summary = "Accept an invitation or go on (active), rest (paused), or stop or decline (ended)",
			description = "Either of the two, at any time, without a reason. What was answered is gone when it ends. "
					+ "Repeating it changes nothing.")
	@ApiResponse(responseCode = "200", description = "Changed")
	@ApiResponse(responseCode = "400", description = "No such state")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409", description = "Over already, or the other one has yet to accept")
	Own change(Caller caller, @PathVariable String checkInId, @Valid @RequestBody Standing standing) {
		return own(caller, this.checkIns.change(caller.staffId(), MadeUp.id(checkInId), standing.state()));
	}

	@PutMapping("/{checkInId}/answer")
	@Operation(summary = "Say how I am doing, for the other one alone",
			description = "One tap, and a note if I like, both encrypted at rest; changeable until the next round.")
	@ApiResponse(responseCode = "200", description = "Stored")
	@ApiResponse(responseCode = "400", description = "No such answer, or the note is too long")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409", description = "Not asked now")
	Own answer(Caller caller, @PathVariable String checkInId, @Valid @RequestBody Answering answering) {
		String note = answering.note();
		return own(caller, this.checkIns.answer(caller.staffId(), MadeUp.id(checkInId), answering.doing(),
				(note != null && !note.isBlank()) ? note : null));
	}

	private Own own(Caller caller, PeerCheckIn checkIn) {
		String other = checkIn.otherThan(caller.staffId());
		return new Own(checkIn.id(), new Person(other, this.participants.nameOf(other).orElse("")),
				caller.staffId().equals(checkIn.inviterId()), checkIn.everyDays(), checkIn.state(), checkIn.round(),
				checkIn.dueAt(),
				this.checkIns.answers(caller.staffId(), checkIn)
					.stream()
					.map((answer) -> new Given(answer.round(), answer.by().equals(caller.staffId()), answer.at(),
							answer.doing(), answer.note()))
					.toList());
	}

	record Invitation(@Schema(description = "staff id of the colleague") @NotBlank String with,
			@Schema(description = "how often, in days") @NotNull @Min(1) @Max(90) Integer everyDays) {

	}

	record Standing(@NotNull State state) {

	}

	record Answering(@NotNull Doing doing, @Size(max = 1000) @Nullable String note) {

	}

	record Person(String staffId, String displayName) {

	}

	record Own(String checkInId, Person with, @Schema(description = "whether I have invited") boolean mine,
			int everyDays, State state, int round,
			@Schema(description = "when we are asked next") @Nullable Instant dueAt, List<Given> answers) {

	}

	record Given(int round, @Schema(description = "whether I have answered that") boolean mine, Instant at, Doing doing,
			@Nullable String note) {

	}

}
