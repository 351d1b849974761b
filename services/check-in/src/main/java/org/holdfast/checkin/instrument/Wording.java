package org.holdfast.checkin.instrument;

import java.util.Map;

/**
 * The texts of an instrument in one language.
 *
 * @param title what people see as its name
 * @param items item id to question
 * @param options option id to label
 */
public record Wording(String title, Map<String, String> items, Map<String, String> options) {

	public Wording {
		items = Map.copyOf(items);
		options = Map.copyOf(options);
	}

	/**
	 * The question of an item.
	 * @param id of an item of this instrument
	 * @return the text
	 */
	public String item(String id) {
		return text(this.items, id);
	}

	/**
	 * The label of an option.
	 * @param id of an option of this instrument
	 * @return the text
	 */
	public String option(String id) {
		return text(this.options, id);
	}

	private static String text(Map<String, String> texts, String id) {
		String text = texts.get(id);
		if (text == null) {
			throw new IllegalArgumentException("no text for '%s'".formatted(id));
		}
		return text;
	}

}
