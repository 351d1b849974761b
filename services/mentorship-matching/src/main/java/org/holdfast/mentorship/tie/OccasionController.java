package org.holdfast.mentorship.tie;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.jspecify.annotations.Nullable;

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
@RequestMapping("/events")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Events", description = "Events and learning groups to join")
class OccasionController {

	private static final int LONGEST = 200;

	private static final int MOST_PLACES = 1000;

	private final Occasions occasions;

	private final Directory directory;

	OccasionController(Occasions occasions, Directory directory) {
		this.occasions = occasions;
		this.directory = directory;
	}

	@GetMapping
	@Operation(summary = "Events to come, the next one first",
			description = "Who joined is shown to the organiser alone. What is announced can be read by everybody.")
	@ApiResponse(responseCode = "200", description = "Empty if there are none")
	@ApiResponse(responseCode = "401", description = "Not signed in")
	@ApiResponse(responseCode = "403", description = "Not a person of the agency")
	List<Upcoming> events(Caller caller) {
		return this.occasions.toCome().stream().map((each) -> view(each, caller)).toList();
	}

	@PutMapping("/{eventId}")
	@Operation(summary = "Announce an event, or change one of mine",
			description = "For HR and for mentors. The caller makes up the id, a UUID, so that it can be repeated.")
	@ApiResponse(responseCode = "200", description = "Announced")
	@ApiResponse(responseCode = "400", description = "Not a UUID, something missing, or it ends before it starts")
	@ApiResponse(responseCode = "401", description = "Not signed in")
	@ApiResponse(responseCode = "403", description = "Neither HR nor a mentor")
	@ApiResponse(responseCode = "409",
			description = "More have joined than there would be places, it is cancelled, or the id is somebody else's")
	@ApiResponse(responseCode = "503", description = "Nothing was changed; repeat after Retry-After seconds")
	Upcoming announce(Caller caller, @PathVariable String eventId, @Valid @RequestBody Announcement announcement) {
		if (!caller.is("hr") && !this.directory.colleague(caller.staffId())
			.filter((colleague) -> colleague.active() && colleague.offersToMentor())
			.isPresent()) {
			throw Refusal.forbidden("neither-hr-nor-mentor",
					"Events are announced by HR and by mentors. Offer to be a mentor in your profile, or ask HR.");
		}
		return view(this.occasions.announce(id(eventId), caller.staffId(), announcement.plan()), caller);
	}

	@DeleteMapping("/{eventId}")
	@Operation(summary = "Cancel one of mine", description = "Those who joined hear of it.")
	@ApiResponse(responseCode = "200", description = "Cancelled; repeating it changes nothing")
	@ApiResponse(responseCode = "401", description = "Not signed in")
	@ApiResponse(responseCode = "403", description = "Not a person of the agency")
	@ApiResponse(responseCode = "404", description = "None of mine")
	@ApiResponse(responseCode = "503", description = "Nothing was changed; repeat after Retry-After seconds")
	Upcoming cancel(Caller caller, @PathVariable String eventId) {
		return view(this.occasions.cancel(eventId, caller.staffId()), caller);
	}

	@PutMapping("/{eventId}/participation")
	@Operation(summary = "Join")
	@ApiResponse(responseCode = "200", description = "Joined; repeating it changes nothing")
	@ApiResponse(responseCode = "401", description = "Not signed in")
	@ApiResponse(responseCode = "403", description = "Not on the staff list")
	@ApiResponse(responseCode = "404", description = "No such event")
	@ApiResponse(responseCode = "409", description = "Full (event-is-full), begun, or cancelled")
	@ApiResponse(responseCode = "503", description = "Nothing was changed; repeat after Retry-After seconds")
	Upcoming join(Caller caller, @PathVariable String eventId) {
		if (!this.directory.colleague(caller.staffId()).filter(Colleague::active).isPresent()) {
			throw Refusal.forbidden("not-on-the-staff-list",
					"There is no staff record for you here. Ask your administrator to import one.");
		}
		return view(this.occasions.join(eventId, caller.staffId()), caller);
	}

	@DeleteMapping("/{eventId}/participation")
	@Operation(summary = "Leave")
	@ApiResponse(responseCode = "200", description = "Left; repeating it changes nothing")
	@ApiResponse(responseCode = "401", description = "Not signed in")
	@ApiResponse(responseCode = "403", description = "Not a person of the agency")
	@ApiResponse(responseCode = "404", description = "No such event")
	@ApiResponse(responseCode = "503", description = "Nothing was changed; repeat after Retry-After seconds")
	Upcoming leave(Caller caller, @PathVariable String eventId) {
		return view(this.occasions.leave(eventId, caller.staffId()), caller);
	}

	private Upcoming view(Occasion occasion, Caller caller) {
		Occasion.Plan plan = occasion.plan();
		boolean own = occasion.organiserId().equals(caller.staffId());
		return new Upcoming(occasion.id(), plan.title(), plan.startsAt(), plan.endsAt(), plan.place(), plan.topic(),
				plan.places(), occasion.free(), occasion.cancelled(), person(occasion.organiserId()),
				occasion.joined().contains(caller.staffId()),
				own ? occasion.joined().stream().map(this::person).toList() : null);
	}

	private Person person(String staffId) {
		return new Person(staffId, this.directory.colleague(staffId).map(Colleague::displayName).orElse(null));
	}

	private static String id(String eventId) {
		try {
			return UUID.fromString(eventId).toString();
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.invalid("invalid-event-id", "The id of an event is a UUID that who announces it makes up.");
		}
	}

	record Announcement(@NotBlank @Size(max = LONGEST) String title, @NotNull Instant startsAt, @NotNull Instant endsAt,
			@Schema(description = "a room, or where to meet online") @NotBlank @Size(max = LONGEST) String place,
			@NotBlank @Size(max = LONGEST) String topic,
			@Schema(description = "how many can join") @NotNull @Min(1) @Max(MOST_PLACES) Integer places) {

		Occasion.Plan plan() {
			Occasion.Plan plan = new Occasion.Plan(this.title, this.startsAt.truncatedTo(ChronoUnit.SECONDS),
					this.endsAt.truncatedTo(ChronoUnit.SECONDS), this.place, this.topic, this.places);
			if (!plan.endsAt().isAfter(plan.startsAt())) {
				throw Refusal.invalid("ends-before-it-starts", "The end must be after the start.")
					.with("pointer", "/endsAt");
			}
			return plan;
		}

	}

	/** An event as a person sees it. */
	record Upcoming(String eventId, String title, Instant startsAt, Instant endsAt, String place, String topic,
			int places, int free, boolean cancelled, Person organiser,
			@Schema(description = "whether I joined") boolean joined,
			@Schema(description = "who joined, for the organiser; null for others") @Nullable List<Person> people) {
	}

	/** Somebody by name; without one once they are erased. */
	record Person(String staffId, @Nullable String displayName) {
	}

}
