package org.holdfast.checkin.help;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.checkin.people.Participant;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own requests for help; the person is always the caller.
 */
@RestController
@UsualProblems
@RequestMapping("/me")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Asking for help", description = "One's own requests; seen by whom they are addressed to, and nobody else")
class OwnHelpController {

	private static final int LONGEST = 4000;

	private static final int MOST_STEPS = 5;

	private final Helping helping;

	private final Addressees addressees;

	private final Participants participants;

	private final CrisisResources crisis;

	private final HelpSettings settings;

	OwnHelpController(Helping helping, Addressees addressees, Participants participants, CrisisResources crisis,
			HelpSettings settings) {
		this.helping = helping;
		this.addressees = addressees;
		this.participants = participants;
		this.crisis = crisis;
		this.settings = settings;
	}

	@GetMapping("/help-options")
	@Operation(summary = "Of whom one can ask help, who would see it, and whom to turn to at once",
			description = "Texts follow Accept-Language (en, es).")
	@ApiResponse(responseCode = "200", description = "A kind without people cannot be asked at the moment")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	Options options(Caller caller, Locale locale) {
		Participant asker = this.participants.active(caller.staffId()).orElseThrow(Participants::unknown);
		List<Option> options = Arrays.stream(Kind.values()).map((kind) -> {
			List<Person> people = this.addressees.of(asker, kind)
				.stream()
				.map((person) -> new Person(person.id(), person.displayName()))
				.toList();
			Map<Urgency, Long> within = new EnumMap<>(Urgency.class);
			for (Urgency urgency : Urgency.values()) {
				within.put(urgency, this.settings.within(kind, urgency).toMinutes());
			}
			return new Option(kind, kind.isGroup(), people, within);
		}).toList();
		return new Options(options, this.crisis.all(locale));
	}

	@GetMapping("/help-requests")
	@Operation(summary = "One's own requests, the newest first")
	@ApiResponse(responseCode = "200", description = "With one's own words and where each stands")
	List<OwnRequest> requests(Caller caller) {
		return this.helping.of(caller.staffId()).stream().map((request) -> own(request, List.of())).toList();
	}

	@PutMapping("/help-requests/{requestId}")
	@Operation(summary = "Ask for help",
			description = "The caller makes up the id, a UUID, so that the request can be repeated at any time and is "
					+ "one. When 200 is returned it is durable and who is addressed is told. Where the words or the "
					+ "urgency call for it, the answer says whom to turn to at once; that is kept nowhere and told to "
					+ "nobody. When nobody reacts in time the request goes on to those in goesOnTo, in this order, and "
					+ "to nobody else.")
	@ApiResponse(responseCode = "200", description = "Asked")
	@ApiResponse(responseCode = "400", description = "Not a UUID, words too long, or it must be said whom to ask")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "409", description = "Nobody to ask, or something else was asked for under this id")
	OwnRequest ask(Caller caller, @PathVariable String requestId, @Valid @RequestBody Asking asking, Locale locale) {
		String words = Optional.ofNullable(asking.words()).filter((text) -> !text.isBlank()).orElse(null);
		List<Resource> resources = this.crisis.calledFor(asking.urgency(), words, locale);
		try {
			return own(this.helping.ask(caller.staffId(), MadeUp.id(requestId), asking.wish(), words), resources);
		}
		catch (Refusal refusal) {
			// who needs somebody now is told whom to turn to, whatever else is wrong
			throw resources.isEmpty() ? refusal : refusal.with("crisis", resources);
		}
	}

	@DeleteMapping("/help-requests/{requestId}")
	@Operation(summary = "Take a request back, at any time",
			description = "The words are gone when this returns. Repeating it changes nothing.")
	@ApiResponse(responseCode = "200", description = "Withdrawn")
	@ApiResponse(responseCode = "404", description = "No such request of one's own")
	OwnRequest withdraw(Caller caller, @PathVariable String requestId) {
		return own(this.helping.withdraw(caller.staffId(), MadeUp.id(requestId)), List.of());
	}

	@PostMapping("/help-requests/{requestId}/close")
	@Operation(summary = "Say that a request that was accepted is done",
			description = "From then on only the caller can read the words. Repeating it changes nothing.")
	@ApiResponse(responseCode = "200", description = "Closed")
	@ApiResponse(responseCode = "404", description = "No such request of one's own")
	@ApiResponse(responseCode = "409", description = "Nobody has accepted it")
	OwnRequest close(Caller caller, @PathVariable String requestId) {
		return own(this.helping.close(caller.staffId(), MadeUp.id(requestId)), List.of());
	}

	private OwnRequest own(HelpRequest request, List<Resource> crisis) {
		Course course = request.course();
		return new OwnRequest(request.id(), request.wish().kind(), request.wish().urgency(), course.state(),
				request.askedAt(), this.helping.ownWords(request).orElse(null), person(course.acceptedBy()),
				course.steps().stream().map(this::station).toList(), course.dueAt(),
				course.remaining().stream().map(this::addressee).toList(), request.wish().wordsGoOn(), crisis);
	}

	private Station station(Step step) {
		return new Station(step.target().kind(), person(step.target().personId()), step.since(), step.seenAt(),
				!step.declinedBy().isEmpty());
	}

	private Addressee addressee(Target target) {
		return new Addressee(target.kind(), target.personId());
	}

	private @Nullable Person person(@Nullable String staffId) {
		return Optional.ofNullable(staffId)
			.flatMap((id) -> this.participants.nameOf(id).map((name) -> new Person(id, name)))
			.orElse(null);
	}

	record Options(List<Option> options, @Schema(description = "whom to turn to at once") List<Resource> crisis) {

	}

	record Option(Kind kind, @Schema(description = "whether all of them are asked unless one is named") boolean group,
			List<Person> people,
			@Schema(description = "minutes until a request goes on when nobody reacts") Map<Urgency, Long> reactWithin) {

	}

	record Person(String staffId, String displayName) {

	}

	record Addressee(@NotNull Kind kind, @Schema(
			description = "who exactly; null for the own supervisor or mentor, or all in counselling or HR") @Nullable String personId) {

		Target target() {
			return new Target(this.kind, this.personId);
		}

	}

	record Asking(@NotNull @Valid Addressee to, @NotNull Urgency urgency,
			@Schema(description = "in one's own words, encrypted at rest") @Size(max = LONGEST) @Nullable String words,
			@Schema(description = "whom it may go on to when nobody reacts, in this order; nobody by default") @Size(
					max = MOST_STEPS) @Nullable List<@NotNull @Valid Addressee> goesOnTo,
			@Schema(description = "whether those may read the words too; no by default") @Nullable Boolean wordsGoOn) {

		Wish wish() {
			List<Addressee> next = (this.goesOnTo != null) ? this.goesOnTo : List.of();
			return new Wish(this.to.kind(), this.to.personId(), this.urgency,
					next.stream().map(Addressee::target).toList(), Boolean.TRUE.equals(this.wordsGoOn));
		}

	}

	record OwnRequest(String requestId, Kind kind, Urgency urgency, State state, Instant askedAt,
			@Nullable String words,
			@Schema(description = "who takes care of it, null for nobody yet or who has left") @Nullable Person acceptedBy,
			List<Station> stations,
			@Schema(description = "when it goes on unless somebody reacts") @Nullable Instant dueAt,
			@Schema(description = "whom it may still go on to") List<Addressee> goesOnTo, boolean wordsGoOn,
			@Schema(description = "whom to turn to at once, where words or urgency call for it") List<Resource> crisis) {

	}

	record Station(Kind kind,
			@Schema(description = "null where all in a role were asked, or for who has left") @Nullable Person person,
			Instant since, @Nullable Instant seenAt, boolean declined) {

	}

}
