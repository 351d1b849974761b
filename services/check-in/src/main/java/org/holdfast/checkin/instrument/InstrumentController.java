package org.holdfast.checkin.instrument;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What can be asked, and how HR brings in more.
 */
@RestController
@RequestMapping("/instruments")
@Tag(name = "Instruments", description = "Questionnaires as data; a version that was asked never changes")
class InstrumentController {

	private final Catalogue catalogue;

	InstrumentController(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "Every instrument with its scales",
			description = "Bands are listed only where a primary source gives them.")
	@ApiResponse(responseCode = "200", description = "By id and version")
	List<Listed> instruments() {
		return this.catalogue.all().stream().map(Listed::of).toList();
	}

	@GetMapping("/{instrumentId}/versions/{version}")
	@PreAuthorize("hasAnyRole('HR', 'ADMINISTRATOR')")
	@Operation(summary = "One instrument whole, as our JSON",
			description = "A band with verified false is kept for reference and is not to be shown as a norm.")
	@ApiResponse(responseCode = "200", description = "As it can be imported")
	@ApiResponse(responseCode = "404", description = "No such instrument")
	Instrument instrument(@PathVariable String instrumentId, @PathVariable int version) {
		return this.catalogue.get(new Edition(instrumentId, version));
	}

	@PutMapping(path = "/{instrumentId}/versions/{version}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Import an instrument of one's own, as our JSON",
			description = "All of it or nothing. Repeating it changes nothing.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
					mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Instrument.class))))
	@ApiResponse(responseCode = "200", description = "Stored, or stored like this before")
	@ApiResponse(responseCode = "400", description = "Unreadable or contradictory; errors tells the place")
	@ApiResponse(responseCode = "409",
			description = "It ships with the suite, was asked already, or has a scale of another's id")
	Listed define(@PathVariable String instrumentId, @PathVariable int version, @RequestBody byte[] body) {
		Instrument wanted = Definition.sent(body, Instrument.class);
		if (!wanted.id().equals(instrumentId)) {
			throw Definition.refused("/id", "The path says %s.".formatted(instrumentId));
		}
		if (wanted.version() != version) {
			throw Definition.refused("/version", "The path says %d.".formatted(version));
		}
		return listed(this.catalogue.define(wanted));
	}

	@PutMapping(path = "/{instrumentId}/versions/{version}/texts/{language}",
			consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Import texts in one language, under the agency's licence, as our JSON",
			description = "A text for every item and option, and the note of the licence. Repeating it changes nothing.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
					mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Wording.class))))
	@ApiResponse(responseCode = "200", description = "Stored, or stored like this before")
	@ApiResponse(responseCode = "400", description = "A text is missing or too many; errors tells the place")
	@ApiResponse(responseCode = "404", description = "No such instrument")
	@ApiResponse(responseCode = "409", description = "People were asked in these words already")
	Listed word(@PathVariable String instrumentId, @PathVariable int version, @PathVariable String language,
			@RequestBody byte[] body) {
		Wording wording = Definition.sent(body, Wording.class);
		if (wording.licence() == null || wording.licence().isBlank()) {
			throw Definition.refused("/licence", "Say under what licence the agency uses these texts.");
		}
		return listed(this.catalogue.word(instrumentId, version, language, wording));
	}

	@PutMapping(path = "/{instrumentId}/versions/{version}/questionnaire",
			consumes = { "application/fhir+json", MediaType.APPLICATION_JSON_VALUE })
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Import texts in one language as a FHIR R4 Questionnaire",
			description = "linkId is our item, a valueCoding's code our option (or its ordinalValue the option's points), "
					+ "language the language, copyright the note of the licence. Scoring is no part of FHIR and stays as "
					+ "defined. All of it or nothing.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(mediaType = "application/fhir+json", schema = @Schema(type = "object"))))
	@ApiResponse(responseCode = "200", description = "Stored, or stored like this before")
	@ApiResponse(responseCode = "400", description = "errors tells every place")
	@ApiResponse(responseCode = "404", description = "No such instrument")
	@ApiResponse(responseCode = "409", description = "People were asked in these words already")
	Listed questionnaire(@PathVariable String instrumentId, @PathVariable int version, @RequestBody byte[] body) {
		JsonNode questionnaire = Definition.tree(body);
		FhirQuestionnaire.Texts texts = FhirQuestionnaire.read(questionnaire,
				this.catalogue.get(new Edition(instrumentId, version)));
		return listed(this.catalogue.word(instrumentId, version, texts.language(), texts.wording()));
	}

	private Listed listed(Instrument instrument) {
		return this.catalogue.all()
			.stream()
			.filter((entry) -> entry.instrument().key().equals(instrument.key()))
			.map(Listed::of)
			.findFirst()
			.orElseThrow();
	}

	record Listed(String instrumentId, int version, String source, String licence,
			@Schema(description = "how long it takes") int minutes,
			@Schema(description = "languages it has texts in; without any it cannot be asked") List<String> languages,
			@Schema(description = "language to the licence note of its texts") Map<String, @Nullable String> licences,
			@Schema(description = "whether its definition ships with the suite") boolean shipped,
			@Schema(description = "asked already, so it never changes") boolean used, List<Measure> scales) {

		static Listed of(Catalogue.Entry entry) {
			Instrument instrument = entry.instrument();
			Map<String, @Nullable String> licences = new java.util.TreeMap<>();
			instrument.wordings().forEach((language, wording) -> licences.put(language, wording.licence()));
			return new Listed(instrument.id(), instrument.version(), instrument.source(), instrument.licence(),
					instrument.minutes(), List.copyOf(licences.keySet()), licences, entry.shipped(), entry.used(),
					instrument.scales().stream().map((scale) -> Measure.of(instrument, scale)).toList());
		}

	}

	record Measure(String id, @Schema(allowableValues = {
			"outcome", "driver" }) String kind, @Schema(description = "what a high score means") String direction,
			double minimum, double maximum,
			@Schema(description = "fewer answers than this have no score") int minimumAnswered,
			@Schema(description = "verified published ranges, from low to high") List<Norm> bands,
			@Schema(description = "null where unknown") @Nullable Integer minimalDetectableChange){

		static Measure of(Instrument instrument, Scale scale) {
			Precision precision = scale.precision();
			return new Measure(scale.id(), scale.kind().toString(), scale.direction().toString(),
					Scoring.minimum(instrument, scale), Scoring.maximum(instrument, scale), scale.minimumAnswered(),
					scale.norms().stream().map((band) -> new Norm(band.id(), band.atMost())).toList(),
					(precision != null) ? precision.minimalDetectableChange() : null);
		}

	}

	record Norm(String id, double atMost) {

	}

}
