package org.holdfast.mentorship.tie;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
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
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.calendar.CalendarFile;
import org.holdfast.mentorship.calendar.Repetition;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets HR and mentors announce events, and everybody join them.
 */
@RestController
@UsualProblems
@RequestMapping("/events")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Events", description = "Events and learning groups to join")
class OccasionController {

	private static final int LONGEST = 200;

	private static final int MOST_PLACES = 1000;

	private final Occasions occasions;

	private final Directory directory;

	private final Clock clock;

	OccasionController(Occasions occasions, Directory directory, Clock clock) {
		this.occasions = occasions;
		this.directory = directory;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Events to come, the next one first",
			description = "A learning group is among them until its last meeting is over. Who joined is shown to the "
					+ "organiser alone. What is announced can be read by everybody.")
	@ApiResponse(responseCode = "200", description = "Empty if there are none")
	List<Upcoming> events(Caller caller) {
		return this.occasions.toCome().stream().map((each) -> view(each, caller)).toList();
	}

	@PutMapping("/{eventId}")
	@Operation(summary = "Announce an event, or change one of mine",
			description = "For HR and for mentors. The caller makes up the id, a UUID, so that it can be repeated. Those "
					+ "who joined hear of another time or place.")
	@ApiResponse(responseCode = "200", description = "Announced; sending the same again changes nothing")
	@ApiResponse(responseCode = "400",
			description = "Not a UUID, something missing, no such time zone, over already, years away, or it ends before "
					+ "it starts or after more than 31 days")
	@ApiResponse(responseCode = "403", description = "Neither HR nor a mentor")
	@ApiResponse(responseCode = "409",
			description = "More have joined than there would be places, it is cancelled, or the id is somebody else's")
	Upcoming announce(Caller caller, @PathVariable String eventId, @Valid @RequestBody Announcement announcement) {
		if (!caller.is("hr") && !this.directory.colleague(caller.staffId())
			.filter((colleague) -> colleague.active() && colleague.offersToMentor())
			.isPresent()) {
			throw Refusal.forbidden("neither-hr-nor-mentor",
					"Events are announced by HR and by mentors. Offer to be a mentor in your profile, or ask HR.");
		}
		return view(this.occasions.announce(MadeUp.id(eventId), caller.staffId(), announcement.plan()), caller);
	}

	@DeleteMapping("/{eventId}")
	@Operation(summary = "Cancel one of mine", description = "Those who joined hear of it.")
	@ApiResponse(responseCode = "200", description = "Cancelled; repeating it changes nothing")
	@ApiResponse(responseCode = "404", description = "None of mine")
	Upcoming cancel(Caller caller, @PathVariable String eventId) {
		return view(this.occasions.cancel(eventId, caller.staffId()), caller);
	}

	@PutMapping("/{eventId}/participation")
	@Operation(summary = "Join")
	@ApiResponse(responseCode = "200", description = "Joined; repeating it changes nothing")
	@ApiResponse(responseCode = "403", description = "Not on the staff list")
	@ApiResponse(responseCode = "404", description = "No such event")
	@ApiResponse(responseCode = "409", description = "Full (event-is-full), begun, or cancelled")
	Upcoming join(Caller caller, @PathVariable String eventId) {
		if (!this.directory.colleague(caller.staffId()).filter(Colleague::active).isPresent()) {
			throw Occasions.notOnTheStaffList();
		}
		return view(this.occasions.join(eventId, caller.staffId()), caller);
	}

	@DeleteMapping("/{eventId}/participation")
	@Operation(summary = "Leave")
	@ApiResponse(responseCode = "200", description = "Left; repeating it changes nothing")
	@ApiResponse(responseCode = "404", description = "No such event")
	Upcoming leave(Caller caller, @PathVariable String eventId) {
		return view(this.occasions.leave(eventId, caller.staffId()), caller);
	}

	@GetMapping(path = "/{eventId}/calendar.ics", produces = "text/calendar")
	@Operation(summary = "An event as a file for one's calendar, for who joined and the organiser",
			description = "iCalendar (RFC 5545): each file of the same event replaces the one before, and takes it out of "
					+ "the calendar once the event is cancelled. Names the organiser, has no addresses, and says nothing of "
					+ "who joined.")
	@ApiResponse(responseCode = "200", description = "The file")
	@ApiResponse(responseCode = "403", description = "Neither joined nor the organiser (not-joined)")
	@ApiResponse(responseCode = "404", description = "No such event")
	ResponseEntity<byte[]> calendar(Caller caller, @PathVariable String eventId) {
		Occasion occasion = this.occasions.ofOnesOwn(eventId, caller.staffId());
		Plan plan = occasion.plan();
		return new CalendarFile(occasion.id(), occasion.revision(), occasion.revisedAt(), occasion.cancelled(),
				plan.startsAt(), plan.endsAt(), plan.repetition(), plan.title(), plan.place(),
				Objects.requireNonNullElse(person(occasion.organiserId()).displayName(), "Holdfast"))
			.answer("event.ics");
	}

	private Upcoming view(Occasion occasion, Caller caller) {
		Plan plan = occasion.plan();
		Plan.Meeting next = plan.next(this.clock.instant());
		return new Upcoming(occasion.id(), plan.title(), plan.startsAt(), plan.endsAt(),
				(plan.repetition() != null) ? Repeated.of(plan.repetition()) : null,
				new Meeting(next.number(), next.startsAt(), next.endsAt()), plan.place(), plan.topic(), plan.places(),
				occasion.free(), occasion.cancelled(), person(occasion.organiserId()),
				occasion.isJoinedBy(caller.staffId()), occasion.isOrganisedBy(caller.staffId())
						? occasion.joined().stream().map(this::person).toList() : null);
	}

	private Person person(String staffId) {
		return new Person(staffId, this.directory.colleague(staffId).map(Colleague::displayName).orElse(null));
	}

	record Announcement(@NotBlank @Size(max = LONGEST) String title,
			@Schema(description = "of the first meeting, if it is repeated") @NotNull Instant startsAt,
			@Schema(description = "at most 31 days later") @NotNull Instant endsAt,
			@Schema(description = "null for once") @Valid @Nullable Repeated repetition,
			@Schema(description = "a room, or where to meet online") @NotBlank @Size(max = LONGEST) String place,
			@NotBlank @Size(max = LONGEST) String topic,
			@Schema(description = "how many can join") @NotNull @Min(1) @Max(MOST_PLACES) Integer places) {

		Plan plan() {
			return new Plan(this.title, this.startsAt.truncatedTo(ChronoUnit.SECONDS),
					this.endsAt.truncatedTo(ChronoUnit.SECONDS), this.place, this.topic, this.places,
					(this.repetition != null) ? this.repetition.repetition() : null);
		}

	}

	/** A learning group meets several times, each time at the same time of day. */
	record Repeated(@Schema(description = "from one meeting to the next") @NotNull @Min(1) @Max(366) Integer everyDays,
			@Schema(description = "how often in all") @NotNull @Min(2) @Max(100) Integer times,
			@Schema(description = "of the time of day, by the IANA time zone database",
					example = "Europe/Berlin") @NotBlank @Size(max = LONGEST) String zone) {

		static Repeated of(Repetition repetition) {
			return new Repeated(repetition.everyDays(), repetition.times(), repetition.zone().getId());
		}

		Repetition repetition() {
			return new Repetition(this.everyDays, this.times,
					Repetition.zone(this.zone)
						.orElseThrow(
								() -> Refusal
									.invalid("no-such-time-zone",
											"There is no time zone %s. Write it as in Europe/Berlin."
												.formatted(this.zone))
									.with("pointer", "/repetition/zone")));
		}

	}

	/** An event as a person sees it. */
	record Upcoming(String eventId, String title,
			@Schema(description = "of the first meeting, if it is repeated") Instant startsAt, Instant endsAt,
			@Schema(description = "null for once") @Nullable Repeated repetition,
			@Schema(description = "under way or to come; once all are over, the last one") Meeting next, String place,
			String topic, int places, int free, boolean cancelled, Person organiser,
			@Schema(description = "whether I joined") boolean joined,
			@Schema(description = "who joined, for the organiser; null for others") @Nullable List<Person> people) {
	}

	/** One time that an event takes place. */
	record Meeting(@Schema(description = "from 1") int number, Instant startsAt, Instant endsAt) {
	}

	/** Somebody by name; without one once they are erased. */
	record Person(String staffId, @Nullable String displayName) {
	}

}
