package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.instrument.Wording;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own pulse; the person is always the caller.
 */
@RestController
@RequestMapping("/me/pulse")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Pulse", description = "A person's own answers; nobody reads another's")
class PulseController {

	private final Instrument pulse;

	private final Cycles cycles;

	private final Responses responses;

	private final Participants participants;

	private final Units units;

	private final Answering answering;

	private final CheckInSettings settings;

	PulseController(Instrument pulse, Cycles cycles, Responses responses, Participants participants, Units units,
			Answering answering, CheckInSettings settings) {
		this.pulse = pulse;
		this.cycles = cycles;
		this.responses = responses;
		this.participants = participants;
		this.units = units;
		this.answering = answering;
		this.settings = settings;
	}

	@GetMapping
	@Operation(summary = "The open cycle, its questions, where an answer appears, and one's own answer so far",
			description = "Texts follow Accept-Language (en, es).")
	@ApiResponse(responseCode = "200", description = "cycle is null while none is open")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "409", description = "Belongs to no unit")
	ResponseEntity<Pulse> pulse(Caller caller, Locale locale) {
		String unitId = this.participants.unitOf(caller.staffId());
		Optional<Cycle> cycle = this.cycles.open().stream().findFirst();
		Optional<Response> response = cycle.flatMap((open) -> this.participants.knownPseudonymOf(caller.staffId())
			.flatMap((pseudonym) -> this.responses.find(open.id(), pseudonym)));
		Response.Rules rules = response.map(Response::rules)
			.orElse(new Response.Rules(this.settings.minimumGroup()))
			.atLeast(this.settings.minimumGroup());
		Notice notice = Notice.of(rules, this.units.upwardsFrom(response.map(Response::unitId).orElse(unitId)), locale);
		Pulse pulse = new Pulse(cycle.map(OpenCycle::of).orElse(null), Questions.of(this.pulse, locale), notice,
				response.map((own) -> new OwnAnswer(own.answers(), score(own), own.answeredAt())).orElse(null));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(pulse);
	}

	@PutMapping("/{cycleId}")
	@Operation(summary = "Answer a cycle, or change the answer until it closes",
			description = "Repeating it changes nothing, so it can be retried at any time. When 200 is returned the answer "
					+ "is durable. After the close it is kept for the person alone (late), for 7 days unless set "
					+ "otherwise; an answer that was given in time can then no longer be changed.")
	@ApiResponse(responseCode = "200", description = "Stored")
	@ApiResponse(responseCode = "400", description = "An unknown item or option; errors tells the place")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "404", description = "No such cycle")
	@ApiResponse(responseCode = "409", description = "Not open yet, closed, already counted, or no known unit")
	@ApiResponse(responseCode = "503", description = "Nothing was stored; repeat after Retry-After seconds")
	Receipt answer(Caller caller, @PathVariable String cycleId, @Valid @RequestBody Answers answers) {
		Response response = this.answering.answer(caller.staffId(), cycleId, answers.answers());
		return new Receipt(response.id(), response.cycleId(), score(response), response.late(), response.answeredAt());
	}

	private @Nullable Double score(Response response) {
		return response.score(this.pulse.scales().getFirst().id());
	}

	record Answers(@Schema(description = "item id to option id; an item left out or null is not answered",
			example = "{\"energy\": \"often\", \"workload\": \"sometimes\", \"strain\": \"seldom\"}") @NotNull Map<String, @Nullable String> answers) {

	}

	record Receipt(String responseId, String cycleId, @Schema(
			description = "strain, 0 to 100, higher is worse; null with fewer than 3 answers, which is not zero") @Nullable Double score,
			@Schema(description = "given after the close: for the person alone") boolean late, Instant answeredAt) {

	}

	record Pulse(@Nullable OpenCycle cycle, Questions instrument, Notice notice, @Nullable OwnAnswer answer) {

	}

	record OpenCycle(String cycleId, Instant opensAt, Instant closesAt) {

		static OpenCycle of(Cycle cycle) {
			return new OpenCycle(cycle.id(), cycle.opensAt(), cycle.closesAt());
		}

	}

	record Questions(String id, int version, String title, int minutes, List<Item> items) {

		static Questions of(Instrument instrument, Locale locale) {
			Wording wording = instrument.wording(locale);
			List<Option> options = instrument.options()
				.stream()
				.map((option) -> new Option(option.id(), wording.option(option.id())))
				.toList();
			return new Questions(instrument.id(), instrument.version(), wording.title(), instrument.minutes(),
					instrument.items().stream().map((item) -> new Item(item, wording.item(item), options)).toList());
		}

		record Item(String id, String text, List<Option> options) {

		}

		record Option(String id, String label) {

		}

	}

	record OwnAnswer(Map<String, String> answers, @Nullable Double score, Instant answeredAt) {

	}

}
