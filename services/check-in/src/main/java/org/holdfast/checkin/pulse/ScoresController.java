package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.instrument.Precision;
import org.holdfast.checkin.instrument.Scale;
import org.holdfast.checkin.instrument.Scoring;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own history; the person is always the caller.
 */
@RestController
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Scores", description = "A person's own history; nobody reads another's")
class ScoresController {

	private final Instrument pulse;

	private final Scale scale;

	private final Cycles cycles;

	private final Responses responses;

	private final Participants participants;

	ScoresController(Instrument pulse, Cycles cycles, Responses responses, Participants participants) {
		this.pulse = pulse;
		this.scale = pulse.scales().getFirst();
		this.cycles = cycles;
		this.responses = responses;
		this.participants = participants;
	}

	@GetMapping("/me/scores")
	@Operation(summary = "One's own scores, each with the items it is made of, the earliest first")
	Scores scores(Caller caller) {
		List<Cycle> all = this.cycles.all();
		Map<String, Response> given = this.participants.knownPseudonymOf(caller.staffId())
			.map((pseudonym) -> this.responses.find(all, pseudonym))
			.orElse(List.of())
			.stream()
			.collect(Collectors.toMap(Response::cycleId, Function.identity()));
		List<Score> scores = new ArrayList<>();
		for (Cycle cycle : all) {
			Response response = given.get(cycle.id());
			if (response != null) {
				scores.add(score(cycle, response));
			}
		}
		Precision precision = this.scale.precision();
		return new Scores(new Measure(this.scale.id(), this.scale.direction().toString(),
				Scoring.minimum(this.pulse, this.scale), Scoring.maximum(this.pulse, this.scale),
				(precision != null) ? precision.minimalDetectableChange() : null), scores);
	}

	private Score score(Cycle cycle, Response response) {
		Map<String, Integer> points = Scoring.points(this.pulse, this.scale, response.answers());
		List<Item> items = new ArrayList<>();
		response.answers()
			.entrySet()
			.stream()
			.filter((answer) -> points.containsKey(answer.getKey()))
			.sorted((a, b) -> Integer.compare(this.scale.items().indexOf(a.getKey()),
					this.scale.items().indexOf(b.getKey())))
			.forEach((answer) -> items
				.add(new Item(answer.getKey(), answer.getValue(), points.getOrDefault(answer.getKey(), 0))));
		return new Score(cycle.id(), cycle.closesAt(), response.score(this.scale.id()), items, response.late());
	}

	record Scores(Measure scale, List<Score> scores) {

	}

	record Measure(String id, @Schema(description = "what a high score means") String direction, double minimum,
			double maximum,
			@Schema(description = "two scores that differ by less may differ by chance; null where unknown") @Nullable Integer minimalDetectableChange) {

	}

	record Score(String cycleId, Instant closesAt,
			@Schema(description = "null where too little was answered, which is not zero") @Nullable Double score,
			List<Item> items, boolean late) {

	}

	record Item(String id, String option,
			@Schema(description = "after reversal; the score is the mean of the items' points") int points) {

	}

}
