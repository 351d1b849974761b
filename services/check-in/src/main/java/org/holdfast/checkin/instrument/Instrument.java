package org.holdfast.checkin.instrument;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as data; a version that was answered is never changed, a new one is
 * added.
 *
 * @param id such as {@code pulse}
 * @param version counts up with every change of items, options or scales
 * @param source who published it
 * @param licence under what terms its texts may be used
 * @param minutes how long it takes
 * @param items ids in the order of the questions
 * @param options what can be answered to each item, in the order shown
 * @param scales what the answers add up to: the outcome, then what may move with it
 * @param wordings language tag to texts; empty where the agency supplies them under its
 * own licence
 */
public record Instrument(String id, int version, String source, String licence, int minutes, List<String> items,
		List<Option> options, List<Scale> scales, Map<String, Wording> wordings) {

	public Instrument {
		items = List.copyOf(items);
		options = List.copyOf(options);
		scales = List.copyOf(scales);
		wordings = Map.copyOf(wordings);
		requireDistinct("item", items);
		requireDistinct("option", options.stream().map(Option::id).toList());
		requireDistinct("scale", scales.stream().map(Scale::id).toList());
		if (scales.getFirst().kind() != Kind.OUTCOME
				|| scales.stream().filter((scale) -> scale.kind() == Kind.OUTCOME).count() != 1) {
			throw new IllegalArgumentException("the first scale of %s, and only it, must be the outcome".formatted(id));
		}
		for (Scale scale : scales) {
			if (!items.containsAll(scale.items())) {
				throw new IllegalArgumentException(
						"scale %s: an item of it is not an item of %s".formatted(scale.id(), id));
			}
		}
		for (Wording wording : wordings.values()) {
			items.forEach(wording::item);
			options.forEach((option) -> wording.option(option.id()));
		}
	}

	/**
	 * Checks answers as they were sent.
	 * @param answers item id to option id; null stands for an item left out
	 * @return the given answers in the order of the items
	 * @throws Refusal (400, with the place) if an item or option is unknown or nothing is
	 * answered at all
	 */
	public Map<String, String> check(Map<String, @Nullable String> answers) {
		for (String item : answers.keySet()) {
			if (!this.items.contains(item)) {
				throw refused("/" + shown(item), "There is no such item in %s version %d; its items are %s."
					.formatted(this.id, this.version, String.join(", ", this.items)));
			}
		}
		Map<String, String> checked = new LinkedHashMap<>();
		for (String item : this.items) {
			String option = answers.get(item);
			if (option != null && this.options.stream().noneMatch((known) -> known.id().equals(option))) {
				throw refused("/" + item, "'%s' is not an option; choose one of %s or leave the item out."
					.formatted(shown(option), this.options.stream().map(Option::id).collect(Collectors.joining(", "))));
			}
			if (option != null) {
				checked.put(item, option);
			}
		}
		if (checked.isEmpty()) {
			throw refused("", "Nothing is answered; answer at least one item.");
		}
		return checked;
	}

	/**
	 * What the instrument is about.
	 * @return its first scale
	 */
	public Scale outcome() {
		return this.scales.getFirst();
	}

	/**
	 * A scale by its id.
	 * @param scale the id
	 * @return the scale
	 */
	public Scale scale(String scale) {
		return this.scales.stream().filter((known) -> known.id().equals(scale)).findFirst().orElseThrow();
	}

	/**
	 * The texts in the language that fits best.
	 * @param locale what the person prefers
	 * @return their texts, English where the language is not there
	 */
	public Wording wording(Locale locale) {
		Wording wording = this.wordings.getOrDefault(locale.getLanguage(), this.wordings.get("en"));
		if (wording == null) {
			throw new IllegalStateException("%s has no texts".formatted(this.id));
		}
		return wording;
	}

	int points(String option) {
		return this.options.stream().filter((known) -> known.id().equals(option)).findFirst().orElseThrow().points();
	}

	/**
	 * The points from the other end: 100 − x where options run from 0 to 100, 6 − x from
	 * 1 to 5.
	 */
	int reversed(int points) {
		return lowest() + highest() - points;
	}

	int lowest() {
		return this.options.stream().mapToInt(Option::points).min().orElseThrow();
	}

	int highest() {
		return this.options.stream().mapToInt(Option::points).max().orElseThrow();
	}

	private static String shown(String sent) {
		return (sent.length() > 40) ? sent.substring(0, 40) + "…" : sent;
	}

	private static Refusal refused(String place, String detail) {
		String pointer = "/answers" + place;
		return Refusal.invalid("invalid-answer", pointer + ": " + detail)
			.with("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
	}

	private static void requireDistinct(String what, List<String> ids) {
		if (ids.isEmpty() || new HashSet<>(ids).size() != ids.size()) {
			throw new IllegalArgumentException("every %s must be there once: %s".formatted(what, ids));
		}
		// ids are names of database fields
		if (!ids.stream().allMatch((id) -> id.matches("[a-zA-Z0-9-]+"))) {
			throw new IllegalArgumentException("%s ids are of letters, digits and hyphens: %s".formatted(what, ids));
		}
	}

}
