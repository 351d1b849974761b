package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.instrument.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A person's own answers as a FHIR R4 {@code QuestionnaireResponse}. It has no subject
 * and no author: it says nothing about whose it is.
 */
record FhirAnswers(String resourceType, Identifier identifier, String questionnaire, String status, Instant authored,
		List<Item> item) {

	private static final String NEEDS = "needs";

	static FhirAnswers of(Response response, Instrument instrument, List<Locale> languages) {
		Wording wording = instrument.wording(languages);
		String system = "urn:holdfast:instrument:" + instrument.id();
		List<Item> items = new ArrayList<>();
		for (String id : instrument.items()) {
			String option = response.answers().get(id);
			if (option != null) {
				items.add(new Item(id, wording.item(id),
						List.of(new Answer(new Coding(system + ":options", option, wording.option(option))))));
			}
		}
		if (!response.needs().isEmpty()) {
			items.add(new Item(NEEDS, null,
					response.needs()
						.stream()
						.map((need) -> new Answer(new Coding(system + ":needs", need, wording.need(need))))
						.toList()));
		}
		return new FhirAnswers("QuestionnaireResponse", new Identifier("urn:holdfast:response", response.id()),
				"%s|%d".formatted(system, instrument.version()), (response.revision() > 1) ? "amended" : "completed",
				response.answeredAt(), items);
	}

	static Bundle bundle(List<FhirAnswers> all) {
		return new Bundle("Bundle", "collection",
				all.stream()
					.map((each) -> new Entry("urn:holdfast:response:" + each.identifier().value(), each))
					.toList());
	}

	/**
	 * All that a person answered.
	 *
	 * @param resourceType always Bundle
	 * @param type always collection
	 * @param entry each answer; left out where there is none, for FHIR knows no empty
	 * list
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	record Bundle(String resourceType, String type, List<Entry> entry) {

	}

	record Entry(String fullUrl, FhirAnswers resource) {

	}

	record Identifier(String system, String value) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(String linkId, @Nullable String text, List<Answer> answer) {

	}

	record Answer(Coding valueCoding) {

	}

	record Coding(String system, String code, String display) {

	}

}
