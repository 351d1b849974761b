package org.holdfast.mentorship.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.calendar.CalendarFile;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Members;
import org.holdfast.mentorship.session.Session.State;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The sessions of a match, a supervision or whatever else people share, for its members.
 */
@RestController
@UsualProblems
@RequestMapping("/me/gatherings/{kind}/{gatheringId}/sessions")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Sessions", description = "When the members of a match or supervision meet; nobody else sees it")
class SessionController {

	private static final String TAG = "[a-z0-9]+(-[a-z0-9]+)*";

	private final Sessions sessions;

	private final Members members;

	SessionController(Sessions sessions, Members members) {
		this.sessions = sessions;
		this.members = members;
	}

	@GetMapping
	@Operation(summary = "The sessions, planned, held and cancelled, the newest first")
	@ApiResponse(responseCode = "200", description = "Empty where there are none")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	List<OwnSession> sessions(Caller caller, @PathVariable String kind, @PathVariable String gatheringId) {
		return this.sessions.of(this.members.gathering(caller.staffId(), kind, gatheringId))
			.stream()
			.map(this::shown)
			.toList();
	}

	@PutMapping("/{sessionId}")
	@Operation(summary = "Plan a session, or change the plan",
			description = "The caller makes up the id, a UUID, so that it can be repeated at any time. The other members hear of "
					+ "it, and of a change if the time changes, until the session is over.")
	@ApiResponse(responseCode = "200", description = "Planned; sending the same again changes nothing")
	@ApiResponse(responseCode = "400", description = "Not a UUID, years away, or against the limits of the schema")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409",
			description = "The match or supervision is over (gathering-is-over), the session "
					+ "is (session-is-over), or something else has this id (id-is-taken)")
	OwnSession plan(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId, @Valid @RequestBody Planning planning) {
		String where = Objects.requireNonNullElse(planning.where(), "").strip();
		return change(caller, kind, gatheringId,
				(gathering) -> this.sessions.plan(gathering.requireLiving(), caller.staffId(), MadeUp.id(sessionId),
						new Plan(planning.startsAt(), planning.minutes(), planning.topics()),
						where.isEmpty() ? null : where));
	}

	@PutMapping("/{sessionId}/held")
	@Operation(summary = "Log that a session was held, planned or not",
			description = "Sending it again with something else corrects it. Other services hear when it was and how long, "
					+ "and nothing else.")
	@ApiResponse(responseCode = "200", description = "Logged; sending the same again changes nothing")
	@ApiResponse(responseCode = "400",
			description = "Not a UUID, not in the past, years ago, or against the limits of the schema")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409",
			description = "It was cancelled (session-is-over), or something else has this id (id-is-taken)")
	OwnSession hold(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId, @Valid @RequestBody Holding holding) {
		return change(caller, kind, gatheringId, (gathering) -> this.sessions.hold(gathering, caller.staffId(),
				MadeUp.id(sessionId), new Plan(holding.heldAt(), holding.minutes(), holding.topics())));
	}

	@PutMapping("/{sessionId}/state")
	@Operation(summary = "Call a session off", description = "For good; plan another one instead.")
	@ApiResponse(responseCode = "200", description = "Cancelled; repeating it changes nothing")
	@ApiResponse(responseCode = "400", description = "Not a UUID, or another state than cancelled")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409", description = "It was held")
	OwnSession cancel(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId, @Valid @RequestBody Cancelling cancelling) {
		return change(caller, kind, gatheringId, (gathering) -> this.sessions.cancel(gathering, MadeUp.id(sessionId)));
	}

	@GetMapping(path = "/{sessionId}/invitation.ics", produces = "text/calendar")
	@Operation(summary = "A session as a file for one's calendar",
			description = "iCalendar (RFC 5545): each file of the same session replaces the one before, and takes it out "
					+ "of the calendar once the session is cancelled. Says who meets when and where, and has no addresses.")
	@ApiResponse(responseCode = "200", description = "The file")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	ResponseEntity<byte[]> invitation(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId) {
		Gathering gathering = this.members.gathering(caller.staffId(), kind, gatheringId);
		Session session = this.sessions.of(gathering, MadeUp.id(sessionId));
		// what it is about stays here: others may see the calendar
		return new CalendarFile(session.id(), session.revision(), session.revisedAt(),
				session.state() == State.CANCELLED, session.plan().startsAt(), session.plan().endsAt(), null,
				String.join(", ", gathering.others(caller.staffId()).stream().map(this::name).toList()),
				this.sessions.where(session).orElse(""), name(session.movedBy()))
			.answer("session.ics");
	}

	private OwnSession change(Caller caller, String kind, String gatheringId, Function<Gathering, Session> change) {
		return shown(this.members.change(caller.staffId(), kind, gatheringId, change));
	}

	private OwnSession shown(Session session) {
		return new OwnSession(session.id(), session.state(), session.plan().startsAt(), session.plan().minutes(),
				this.sessions.where(session).orElse(null), session.plan().topics());
	}

	private String name(String staffId) {
		return Optional.ofNullable(this.members.person(staffId).displayName()).orElse("Holdfast");
	}

	record Planning(@NotNull Instant startsAt, @NotNull @Min(5) @Max(480) Integer minutes,
			@Schema(description = "a room, a link, or nothing yet") @Size(max = 500) @Nullable String where,
			@Schema(description = "ids of tags") @NotNull @Size(
					max = 10) List<@NotNull @Size(max = 100) @Pattern(regexp = TAG) String> topics) {

	}

	record Holding(@Schema(description = "when it began") @NotNull Instant heldAt,
			@NotNull @Min(5) @Max(480) Integer minutes, @Schema(description = "ids of tags") @NotNull @Size(
					max = 10) List<@NotNull @Size(max = 100) @Pattern(regexp = TAG) String> topics) {

	}

	record Cancelling(@NotNull Wanted state) {

	}

	/** What can be asked for, as it is written. */
	enum Wanted {

		cancelled

	}

	record OwnSession(String sessionId, State state,
			@Schema(description = "when it is to begin, or when it began") Instant startsAt, int minutes,
			@Schema(description = "null where nothing was said, or who said it is erased") @Nullable String where,
			List<String> topics) {

	}

}
