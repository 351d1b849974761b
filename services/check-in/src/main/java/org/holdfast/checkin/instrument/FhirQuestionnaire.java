package org.holdfast.checkin.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Texts of an instrument out of a FHIR R4 {@code Questionnaire}: of every item its
 * {@code linkId}, {@code text} and the {@code answerOption}s as codings, whose code is
 * our option or whose {@code ordinalValue} is its points. How answers score is no part of
 * FHIR and stays with the definition.
 */
final class FhirQuestionnaire {

	private static final String ORDINAL_VALUE = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

	private final Instrument instrument;

	private final List<Map<String, String>> errors = new ArrayList<>();

	private final Map<String, String> items = new LinkedHashMap<>();

	private final Map<String, String> options = new LinkedHashMap<>();

	private FhirQuestionnaire(Instrument instrument) {
		this.instrument = instrument;
	}

	/**
	 * Reads the texts.
	 * @throws Refusal (400) with the place of everything that is wrong
	 */
	static Texts read(JsonNode questionnaire, Instrument instrument) {
		return new FhirQuestionnaire(instrument).read(questionnaire);
	}

	private Texts read(JsonNode questionnaire) {
		if (!"Questionnaire".equals(text(questionnaire, "", "resourceType"))) {
			error("/resourceType", "This must be Questionnaire.");
		}
		String language = text(questionnaire, "", "language");
		if (language != null && Locale.forLanguageTag(language).getLanguage().isEmpty()) {
			error("/language", "'%s' is no language tag.".formatted(language));
		}
		String title = text(questionnaire, "", "title");
		// the note under which the agency may use the texts
		String licence = text(questionnaire, "", "copyright");
		items(questionnaire, "");
		this.instrument.items()
			.stream()
			.filter((item) -> !this.items.containsKey(item))
			.forEach((item) -> error("/item", "There is no item with linkId %s.".formatted(item)));
		if (!this.errors.isEmpty() || language == null || title == null || licence == null) {
			throw Definition.refused(this.errors);
		}
		return new Texts(language, new Wording(title, licence, this.items, this.options, Map.of()));
	}

	private void items(JsonNode parent, String place) {
		JsonNode items = parent.path("item");
		if (!items.isArray() || items.isEmpty()) {
			error(place + "/item", "There must be at least one item.");
			return;
		}
		for (int i = 0; i < items.size(); i++) {
			String here = place + "/item/" + i;
			JsonNode item = items.get(i);
			String type = text(item, here, "type");
			if ("group".equals(type)) {
				items(item, here);
			}
			else if ("choice".equals(type)) {
				choice(item, here);
			}
			else if (type != null && !"display".equals(type)) {
				error(here + "/type", "'%s' cannot be scored; items are of type choice.".formatted(shown(type)));
			}
		}
	}

	private void choice(JsonNode item, String here) {
		String linkId = text(item, here, "linkId");
		String text = text(item, here, "text");
		if (linkId == null || text == null) {
			return;
		}
		if (!this.instrument.items().contains(linkId)) {
			error(here + "/linkId", "'%s' is no item of %s version %d; its items are %s.".formatted(shown(linkId),
					this.instrument.id(), this.instrument.version(), String.join(", ", this.instrument.items())));
		}
		else if (this.items.put(linkId, text) != null) {
			error(here + "/linkId", "%s is there twice.".formatted(linkId));
		}
		JsonNode offered = item.path("answerOption");
		if (!offered.isArray() || offered.size() != this.instrument.options().size()) {
			error(here + "/answerOption",
					"There must be %d options, given as valueCoding.".formatted(this.instrument.options().size()));
			return;
		}
		List<String> seen = new ArrayList<>();
		for (int i = 0; i < offered.size(); i++) {
			String place = here + "/answerOption/" + i + "/valueCoding";
			JsonNode coding = offered.get(i).path("valueCoding");
			String label = text(coding, place, "display");
			Optional<Option> option = option(offered.get(i), coding);
			if (option.isEmpty()) {
				error(place + "/code", "This is no option of %s, neither by its code nor by its ordinalValue."
					.formatted(this.instrument.id()));
			}
			else if (seen.contains(option.get().id())) {
				error(place + "/code", "%s is there twice.".formatted(option.get().id()));
			}
			else if (label != null) {
				seen.add(option.get().id());
				String before = this.options.putIfAbsent(option.get().id(), label);
				if (before != null && !before.equals(label)) {
					error(place + "/display",
							"Another item calls this option '%s'; one word for all.".formatted(shown(before)));
				}
			}
		}
	}

	private Optional<Option> option(JsonNode offered, JsonNode coding) {
		String code = coding.path("code").isString() ? coding.path("code").asString() : "";
		return this.instrument.options()
			.stream()
			.filter((option) -> option.id().equals(code))
			.findFirst()
			.or(() -> ordinal(offered).or(() -> ordinal(coding))
				.flatMap((value) -> this.instrument.options()
					.stream()
					.filter((option) -> BigDecimal.valueOf(option.points()).compareTo(value) == 0)
					.findFirst()));
	}

	private static Optional<BigDecimal> ordinal(JsonNode element) {
		return element.path("extension")
			.valueStream()
			.filter((extension) -> ORDINAL_VALUE.equals(extension.path("url").asString("")))
			.map((extension) -> extension.path("valueDecimal"))
			.filter(JsonNode::isNumber)
			.map(JsonNode::decimalValue)
			.findFirst();
	}

	private @Nullable String text(JsonNode parent, String place, String member) {
		JsonNode text = parent.path(member);
		if (!text.isString() || text.asString().isBlank() || text.asString().length() > 1000) {
			error(place + "/" + member, "This must be a text of up to 1000 characters.");
			return null;
		}
		return text.asString();
	}

	private static String shown(String sent) {
		return (sent.length() > 40) ? sent.substring(0, 40) + "…" : sent;
	}

	private void error(String pointer, String detail) {
		this.errors.add(Map.of("pointer", pointer, "detail", detail));
	}

	/**
	 * What a questionnaire gives.
	 *
	 * @param language of the texts
	 * @param wording the texts
	 */
	record Texts(String language, Wording wording) {

	}

}
