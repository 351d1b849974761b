package org.holdfast.checkin.instrument;

import java.util.stream.Collectors;

/**
 * FHIR Questionnaires with texts of nobody's, for tests.
 */
public final class Questionnaires {

	private Questionnaires() {
	}

	/**
	 * One for an instrument that ships.
	 * @param id of the instrument
	 * @return JSON
	 */
	public static String of(String id) {
		return of(Definition.shipped(id));
	}

	static String of(Instrument instrument) {
		String options = instrument.options()
			.stream()
			.map((option) -> "{\"valueCoding\":{\"code\":\"%1$s\",\"display\":\"Choice %1$s\"}}".formatted(option.id()))
			.collect(Collectors.joining(","));
		String items = instrument.items()
			.stream()
			.map((item) -> "{\"linkId\":\"%1$s\",\"type\":\"choice\",\"text\":\"Statement %1$s\",\"answerOption\":[%2$s]}"
				.formatted(item, options))
			.collect(Collectors.joining(","));
		return """
				{"resourceType":"Questionnaire","status":"active","language":"en","title":"Five statements",
				"copyright":"Licensed to the agency",
				"item":[{"linkId":"all","type":"group","text":"Please think back","item":[%s]}]}""".formatted(items);
	}

}
