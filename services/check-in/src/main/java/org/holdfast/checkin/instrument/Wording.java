package org.holdfast.checkin.instrument;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The texts of an instrument in one language.
 *
 * @param title what people see as its name
 * @param licence under what terms these texts are used, null where the instrument's own
 * note says it
 * @param items item id to question
 * @param options option id to label
 * @param needs need id to label, empty where the instrument asks for none
 */
public record Wording(String title, @Nullable String licence, Map<String, String> items, Map<String, String> options,
		Map<String, String> needs) {

	private static final int LONGEST = 1000;

	public Wording {
		items = checked("items", items);
		options = checked("options", options);
		needs = (needs != null) ? checked("needs", needs) : Map.of();
		if (title == null || title.isBlank() || title.length() > LONGEST) {
			throw new IllegalArgumentException("title must be a text of up to %d characters".formatted(LONGEST));
		}
	}

	private static Map<String, String> checked(String what, Map<String, String> texts) {
		if (texts == null) {
			throw new IllegalArgumentException(what + " must be there");
		}
		texts.forEach((id, text) -> {
			if (text == null || text.isBlank() || text.length() > LONGEST) {
				throw new IllegalArgumentException(
						"%s: %s must be a text of up to %d characters".formatted(what, id, LONGEST));
			}
		});
		return Map.copyOf(texts);
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

	/**
	 * The label of a need.
	 * @param id of a need of this instrument
	 * @return the text
	 */
	public String need(String id) {
		return text(this.needs, id);
	}

	private static String text(Map<String, String> texts, String id) {
		String text = texts.get(id);
		if (text == null) {
			throw new IllegalArgumentException("no text for '%s'".formatted(id));
		}
		return text;
	}

}
