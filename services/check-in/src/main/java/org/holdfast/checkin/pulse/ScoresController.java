package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.holdfast.checkin.instrument.Band;
import org.holdfast.checkin.instrument.Catalogue;
import org.holdfast.checkin.instrument.Edition;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.instrument.Precision;
import org.holdfast.checkin.instrument.Scale;
import org.holdfast.checkin.instrument.Scoring;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own history; the person is always the caller.
 */
@RestController
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Scores", description = "A person's own history; nobody reads another's")
class ScoresController {

	private static final String FHIR = "application/fhir+json";

	private final Catalogue catalogue;

	private final History history;

	ScoresController(Catalogue catalogue, History history) {
		this.catalogue = catalogue;
		this.history = history;
	}

	@GetMapping("/me/scores")
	@Operation(summary = "One's own scores in the pulse, each with the items it is made of, the earliest first",
			description = "/me/history has every series and every scale.")
	@ApiResponse(responseCode = "200", description = "Empty for who never answered")
	Scores scores(Caller caller) {
		Instrument pulse = this.catalogue.get(Edition.PULSE);
		Scale scale = pulse.outcome();
		List<Score> scores = this.history.of(caller.staffId())
			.stream()
			.filter((entry) -> entry.response().instrument().id().equals(pulse.id()))
			.map((entry) -> score(pulse, scale, entry))
			.toList();
		return new Scores(Measure.of(pulse, scale), scores);
	}

	@GetMapping("/me/history")
	@Operation(summary = "One's own scores over time, series by series and scale by scale, the earliest first",
			description = "The change between the last two scores is told with whether it is larger than measurement error "
					+ "alone would make it in 19 of 20 cases (2.77 times the standard error of measurement). That is no "
					+ "alarm and no diagnosis.")
	@ApiResponse(responseCode = "200", description = "Empty for who never answered")
	List<Series> history(Caller caller) {
		Map<List<Object>, List<History.Entry>> series = new LinkedHashMap<>();
		for (History.Entry entry : this.history.of(caller.staffId())) {
			series
				.computeIfAbsent(
						List.of(Objects.requireNonNullElse(entry.cycle().series(), ""), entry.response().instrument()),
						(key) -> new ArrayList<>())
				.add(entry);
		}
		return series.values().stream().map(this::series).toList();
	}

	@GetMapping(path = "/me/answers", produces = FHIR)
	@Operation(summary = "All of one's own answers, as a FHIR R4 Bundle of QuestionnaireResponses, to take along",
			description = "For the person alone, and without their name or any number that others know them by.")
	@ApiResponse(responseCode = "200", description = "Without entries for who never answered")
	ResponseEntity<FhirAnswers.Bundle> answers(Caller caller, HttpServletRequest request) {
		return unkept(FhirAnswers.bundle(this.history.of(caller.staffId())
			.stream()
			.map((entry) -> FhirAnswers.of(entry.response(), this.catalogue.get(entry.response().instrument()),
					Collections.list(request.getLocales())))
			.toList()));
	}

	@GetMapping(path = "/me/answers/{cycleId}", produces = FHIR)
	@Operation(summary = "One's own answer in a cycle, as a FHIR R4 QuestionnaireResponse")
	@ApiResponse(responseCode = "200", description = "As it stands now")
	@ApiResponse(responseCode = "404", description = "No answer of one's own in such a cycle")
	ResponseEntity<FhirAnswers> answer(Caller caller, @PathVariable String cycleId, HttpServletRequest request) {
		Response response = this.history.of(caller.staffId(), cycleId).response();
		return unkept(FhirAnswers.of(response, this.catalogue.get(response.instrument()),
				Collections.list(request.getLocales())));
	}

	private static <T> ResponseEntity<T> unkept(T body) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(body);
	}

	private Series series(List<History.Entry> entries) {
		History.Entry first = entries.getFirst();
		Instrument instrument = this.catalogue.get(first.response().instrument());
		return new Series(first.cycle().series(), instrument.id(), instrument.version(),
				instrument.scales().stream().map((scale) -> line(instrument, scale, entries)).toList());
	}

	private static Line line(Instrument instrument, Scale scale, List<History.Entry> entries) {
		List<Point> points = entries.stream().map((entry) -> point(scale, entry)).toList();
		return new Line(scale.id(), scale.kind().toString(), scale.direction().toString(),
				Scoring.minimum(instrument, scale), Scoring.maximum(instrument, scale), minimalChange(scale), points,
				change(scale, points));
	}

	private static Point point(Scale scale, History.Entry entry) {
		Double score = entry.response().score(scale.id());
		Band band = (score != null) ? scale.band(score) : null;
		return new Point(entry.cycle().id(), entry.cycle().closesAt(), score, (band != null) ? band.id() : null,
				entry.response().late());
	}

	private static @Nullable Difference change(Scale scale, List<Point> points) {
		List<Point> scored = points.stream().filter((point) -> point.score() != null).toList();
		if (scored.size() < 2) {
			return null;
		}
		Point from = scored.get(scored.size() - 2);
		Point to = scored.getLast();
		double difference = Objects.requireNonNull(to.score()) - Objects.requireNonNull(from.score());
		Precision precision = scale.precision();
		return new Difference(from.cycleId(), to.cycleId(), difference,
				(precision != null) ? precision.isReliable(difference) : null);
	}

	private static @Nullable Integer minimalChange(Scale scale) {
		Precision precision = scale.precision();
		return (precision != null) ? precision.minimalDetectableChange() : null;
	}

	private static Score score(Instrument pulse, Scale scale, History.Entry entry) {
		Response response = entry.response();
		List<Item> items = new ArrayList<>();
		Scoring.points(pulse, scale, Scoring.counted(scale, response.answers(), entry.cycle().form().anchors()))
			.forEach((item, points) -> items
				.add(new Item(item, Objects.requireNonNull(response.answers().get(item)), points)));
		return new Score(entry.cycle().id(), entry.cycle().closesAt(), response.score(scale.id()), items,
				response.late());
	}

	record Scores(Measure scale, List<Score> scores) {

	}

	record Measure(String id, @Schema(description = "what a high score means") String direction, double minimum,
			double maximum,
			@Schema(description = "two scores that differ by less may differ by chance; null where unknown") @Nullable Integer minimalDetectableChange) {

		static Measure of(Instrument instrument, Scale scale) {
			return new Measure(scale.id(), scale.direction().toString(), Scoring.minimum(instrument, scale),
					Scoring.maximum(instrument, scale), minimalChange(scale));
		}

	}

	record Score(String cycleId, Instant closesAt,
			@Schema(description = "null where too little was answered, which is not zero") @Nullable Double score,
			List<Item> items, boolean late) {

	}

	record Item(String id, String option,
			@Schema(description = "after reversal; the score is the mean of the items' points") int points) {

	}

	record Series(
			@Schema(description = "the recurring series; null for cycles planned by hand") @Nullable String series,
			String instrument, int version, @Schema(description = "the outcome first") List<Line> scales) {

	}

	record Line(String id, @Schema(allowableValues = {
			"outcome", "driver" }) String kind, @Schema(description = "what a high score means") String direction,
			double minimum, double maximum,
			@Schema(description = "in points: two scores that differ by less may differ by chance; null where unknown") @Nullable Integer minimalDetectableChange,
			List<Point> scores,
			@Schema(description = "between the last two scores; null with fewer") @Nullable Difference change){

	}

	record Point(String cycleId, Instant closesAt,
			@Schema(description = "null where too little was answered, which is not zero") @Nullable Double score,
			@Schema(description = "the published range it is in; null where no verified one is") @Nullable String band,
			boolean late) {

	}

	record Difference(String from, String to, @Schema(description = "in points of the scale") double difference,
			@Schema(description = "whether it is more than measurement error; null where that is unknown") @Nullable Boolean reliable) {

	}

}
