package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.instrument.Catalogue;
import org.holdfast.checkin.instrument.Edition;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.instrument.Wording;
import org.holdfast.checkin.people.CrossCuts;
import org.holdfast.checkin.people.Participant;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Unit;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own pulse; the person is always the caller.
 */
@RestController
@UsualProblems
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Pulse", description = "A person's own answers; nobody reads another's")
class PulseController {

	private final Catalogue catalogue;

	private final Cycles cycles;

	private final Invitations invitations;

	private final Responses responses;

	private final Drafts drafts;

	private final Participants participants;

	private final Units units;

	private final CrossCuts crossCuts;

	private final Answering answering;

	private final OwnWords words;

	private final CheckInSettings settings;

	PulseController(Catalogue catalogue, Cycles cycles, Invitations invitations, Responses responses, Drafts drafts,
			Participants participants, Units units, CrossCuts crossCuts, Answering answering, OwnWords words,
			CheckInSettings settings) {
		this.catalogue = catalogue;
		this.cycles = cycles;
		this.invitations = invitations;
		this.responses = responses;
		this.drafts = drafts;
		this.participants = participants;
		this.units = units;
		this.crossCuts = crossCuts;
		this.answering = answering;
		this.words = words;
		this.settings = settings;
	}

	@GetMapping("/me/pulse")
	@Operation(summary = "The open cycle, its questions, where an answer appears, and one's own answer so far",
			description = "Of several open ones that of the pulse, or else the one that closes first; /me/pulses has them "
					+ "all. Texts follow Accept-Language.")
	@ApiResponse(responseCode = "200", description = "cycle is null while none is open")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "409", description = "Belongs to no unit")
	ResponseEntity<Pulse> pulse(Caller caller, Locale locale, HttpServletRequest request) {
		List<Locale> languages = Collections.list(request.getLocales());
		String unitId = this.participants.unitOf(caller.staffId());
		List<Unit> upwards = this.units.upwardsFrom(unitId);
		List<Cycle> open = open(caller, upwards);
		Pulse pulse = open.stream()
			.filter((cycle) -> cycle.instrument().id().equals(Edition.PULSE.id()))
			.findFirst()
			.or(() -> open.stream().findFirst())
			.map((cycle) -> pulse(caller, cycle, upwards, locale, languages))
			.orElseGet(() -> {
				Instrument instrument = this.catalogue.get(Edition.PULSE);
				return new Pulse(null, Questions.of(instrument, Form.whole(instrument), languages),
						// what holds now is what will hold when the next one opens
						notice(caller, new Response.Rules(this.settings.minimumGroup()), this.settings.commentGroup(),
								upwards, Instant.MAX, locale),
						null, null, null);
			});
		return inLanguage(locale, pulse);
	}

	@GetMapping("/me/pulses")
	@Operation(summary = "Every open cycle in which one is asked, the one that closes first at the front",
			description = "Each with its questions, where an answer appears, one's own answer and one's own draft. Texts "
					+ "follow Accept-Language.")
	@ApiResponse(responseCode = "200", description = "Empty while none is open")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "409", description = "Belongs to no unit")
	ResponseEntity<List<Pulse>> pulses(Caller caller, Locale locale, HttpServletRequest request) {
		List<Locale> languages = Collections.list(request.getLocales());
		List<Unit> upwards = this.units.upwardsFrom(this.participants.unitOf(caller.staffId()));
		return inLanguage(locale,
				open(caller, upwards).stream()
					.map((cycle) -> pulse(caller, cycle, upwards, locale, languages))
					.toList());
	}

	@PutMapping("/me/pulse/{cycleId}")
	@Operation(summary = "Answer a cycle, or change the answer until it closes",
			description = "Repeating it changes nothing, so it can be retried at any time. When 200 is returned the answer "
					+ "is durable. After the close it is kept for the person alone (late), for 7 days unless set "
					+ "otherwise; an answer that was given in time can then no longer be changed.")
	@ApiResponse(responseCode = "200", description = "Stored; a draft of it is gone")
	@ApiResponse(responseCode = "400", description = "An unknown item or option; errors tells the place")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "404", description = "No such cycle")
	@ApiResponse(responseCode = "409",
			description = "Not open yet, closed, already counted, not asked, or no known unit")
	Receipt answer(Caller caller, @PathVariable String cycleId, @Valid @RequestBody Answers answers) {
		Response response = this.answering.answer(caller.staffId(), cycleId, answers.answers(), answers.needs());
		return new Receipt(response.id(), response.cycleId(), score(response), response.late(), response.answeredAt(),
				response.revision());
	}

	@GetMapping("/me/pulse/{cycleId}/draft")
	@Operation(summary = "What one has filled in and not sent")
	@ApiResponse(responseCode = "200", description = "As it was saved last")
	@ApiResponse(responseCode = "404", description = "No such cycle, or nothing saved")
	OwnDraft draft(Caller caller, @PathVariable String cycleId) {
		return this.answering.draft(caller.staffId(), cycleId)
			.map(OwnDraft::of)
			.orElseThrow(() -> Refusal.notFound("no-draft", "You have no draft for this cycle."));
	}

	@PutMapping("/me/pulse/{cycleId}/draft")
	@Operation(summary = "Save what is filled in so far, in place of what was saved before",
			description = "Never scored, never published; gone when the answer is sent, and at the latest when the cycle "
					+ "takes no more answers.")
	@ApiResponse(responseCode = "200", description = "Saved")
	@ApiResponse(responseCode = "400", description = "An unknown item or option; errors tells the place")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "404", description = "No such cycle")
	@ApiResponse(responseCode = "409",
			description = "The answer was sent meanwhile, the cycle takes no answers, not asked, or no known unit")
	OwnDraft saveDraft(Caller caller, @PathVariable String cycleId, @Valid @RequestBody Unfinished unfinished) {
		return OwnDraft.of(this.answering.draft(caller.staffId(), cycleId, unfinished.answers(), unfinished.needs(),
				Objects.requireNonNullElse(unfinished.revision(), 0)));
	}

	@DeleteMapping("/me/pulse/{cycleId}/draft")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Throw a draft away")
	@ApiResponse(responseCode = "204", description = "There is none now")
	void throwAway(Caller caller, @PathVariable String cycleId) {
		this.answering.throwAway(caller.staffId(), cycleId);
	}

	private List<Cycle> open(Caller caller, List<Unit> upwards) {
		return this.cycles.open()
			.stream()
			.filter((cycle) -> this.invitations.includes(cycle, caller.staffId(), upwards))
			.toList();
	}

	private Pulse pulse(Caller caller, Cycle cycle, List<Unit> upwards, Locale locale, List<Locale> languages) {
		Optional<String> pseudonym = this.participants.knownPseudonymOf(caller.staffId());
		Optional<Response> response = pseudonym.flatMap((own) -> this.responses.find(cycle.id(), own));
		Optional<Draft> draft = pseudonym.flatMap((own) -> this.drafts.find(Response.id(cycle.id(), own)));
		Optional<OwnWords.Words> words = response.flatMap((own) -> this.words.addedTo(own.id(), own.pseudonym()));
		int commentGroup = Math.max(words.map(OwnWords.Words::minimumGroup).orElse(0), this.settings.commentGroup());
		Response.Rules rules = response.map(Response::rules)
			.orElse(new Response.Rules(this.settings.minimumGroup()))
			.atLeast(this.settings.minimumGroup());
		// the groups of the first answer, for it keeps them when the person moves
		List<Unit> groups = response.map((own) -> this.units.upwardsFrom(own.unitId())).orElse(upwards);
		return new Pulse(OpenCycle.of(cycle),
				Questions.of(this.catalogue.get(cycle.instrument()), cycle.form(), languages),
				notice(caller, rules, commentGroup, groups, cycle.opensAt(), locale),
				response
					.map((own) -> new OwnAnswer(own.answers(), own.needs(), score(own), own.answeredAt(),
							own.revision()))
					.orElse(null),
				draft.map(OwnDraft::of).orElse(null), words.map(OwnWords.Words::text).orElse(null));
	}

	private Notice notice(Caller caller, Response.Rules rules, int commentGroup, List<Unit> groups, Instant opened,
			Locale locale) {
		List<String> leads = this.participants.leadsOf(groups)
			.stream()
			.filter((lead) -> !lead.id().equals(caller.staffId()))
			.map(Participant::displayName)
			.toList();
		return Notice.of(rules, commentGroup, groups, this.crossCuts.with(groups, opened), leads, locale);
	}

	private @Nullable Double score(Response response) {
		return response.score(this.catalogue.scoring(response.instrument()).outcome().id());
	}

	private static <T> ResponseEntity<T> inLanguage(Locale locale, T body) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(body);
	}

	record Answers(@Schema(description = "item id to option id; an item left out or null is not answered",
			example = "{\"energy\": \"often\", \"workload\": \"sometimes\", \"strain\": \"seldom\"}") @NotNull Map<String, @Nullable String> answers,
			@Schema(description = "what weighs most, of the instrument's needs; for the person alone, never published") @Size(
					max = 50) @Nullable List<@Nullable String> needs) {

	}

	record Unfinished(@Schema(
			description = "item id to option id, none or any of them") @NotNull Map<String, @Nullable String> answers,
			@Schema(description = "what weighs most, of the instrument's needs") @Size(
					max = 50) @Nullable List<@Nullable String> needs,
			@Schema(description = "revision of the sent answer that this goes on from; 0 or left out where none was sent") @Min(0) @Nullable Integer revision) {

	}

	record Receipt(String responseId, String cycleId, @Schema(
			description = "on the instrument's outcome, for the pulse 0 to 100, higher is worse; null with too few answers, which is not zero") @Nullable Double score,
			@Schema(description = "given after the close: for the person alone") boolean late, Instant answeredAt,
			@Schema(description = "how often it was given or changed") int revision) {

	}

	record Pulse(@Nullable OpenCycle cycle, Questions instrument, Notice notice, @Nullable OwnAnswer answer,
			@Nullable OwnDraft draft,
			@Schema(description = "what one added in one's own words") @Nullable String comment) {

	}

	record OpenCycle(String cycleId, @Schema(
			description = "the recurring series it belongs to; null for one planned by hand") @Nullable String series,
			Instant opensAt, Instant closesAt) {

		static OpenCycle of(Cycle cycle) {
			return new OpenCycle(cycle.id(), cycle.series(), cycle.opensAt(), cycle.closesAt());
		}

	}

	record Questions(String id, int version, String title, int minutes, List<Item> items, @Schema(
			description = "what one may name as weighing most; empty where that is not asked") List<Option> needs) {

		static Questions of(Instrument instrument, Form form, List<Locale> languages) {
			Wording wording = instrument.wording(languages);
			List<Option> options = instrument.options()
				.stream()
				.map((option) -> new Option(option.id(), wording.option(option.id())))
				.toList();
			return new Questions(instrument.id(), instrument.version(), wording.title(), form.minutes(instrument),
					form.items().stream().map((item) -> new Item(item, wording.item(item), options)).toList(),
					instrument.needs().stream().map((need) -> new Option(need, wording.need(need))).toList());
		}

		record Item(String id, String text, List<Option> options) {

		}

		record Option(String id, String label) {

		}

	}

	record OwnAnswer(Map<String, String> answers, List<String> needs, @Nullable Double score, Instant answeredAt,
			int revision) {

	}

	record OwnDraft(Map<String, String> answers, List<String> needs, Instant savedAt, int revision) {

		static OwnDraft of(Draft draft) {
			return new OwnDraft(draft.answers(), draft.needs(), draft.savedAt(), draft.revision());
		}

	}

}
