package org.holdfast.checkin.instrument;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param needs what a person may name as weighing most, any or none of them; never
 * published
 * @param scales what the answers add up to: the outcome, then what may move with it
 * @param wordings language tag to texts; empty where the agency supplies them under its
 * own licence
 */
public record Instrument(String id, int version, String source, String licence, int minutes, List<String> items,
		List<Option> options, List<String> needs, List<Scale> scales, Map<String, Wording> wordings) {

	/** What an id of an instrument or a series looks like. */
	public static final String ID = "[A-Za-z0-9][A-Za-z0-9-]{0,39}";

	private static final int LONGEST = 200;

	public Instrument {
		requireText("id", id);
		requireText("source", source);
		requireText("licence", licence);
		if (!id.matches(ID)) {
			throw new IllegalArgumentException("an id is of up to 40 letters, digits and hyphens");
		}
		if (version < 1 || minutes < 1) {
			throw new IllegalArgumentException("version and minutes must be at least 1");
		}
		if (items == null || options == null || scales == null || items.size() > LONGEST) {
			throw new IllegalArgumentException("items (up to %d), options and scales must be there".formatted(LONGEST));
		}
		needs = (needs != null) ? List.copyOf(needs) : List.of();
		wordings = (wordings != null) ? wordings : Map.of();
		items = List.copyOf(items);
		options = List.copyOf(options);
		scales = List.copyOf(scales);
		wordings = Map.copyOf(wordings);
		requireDistinct("item", items);
		requireDistinct("option", options.stream().map(Option::id).toList());
		if (!needs.isEmpty()) {
			requireDistinct("need", needs);
		}
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
		for (Map.Entry<String, Wording> wording : wordings.entrySet()) {
			if (!wording.getKey().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
				throw new IllegalArgumentException("a language is a tag such as en or pt-BR");
			}
			requireExactly("items", items, wording.getValue().items());
			requireExactly("options", options.stream().map(Option::id).toList(), wording.getValue().options());
			requireExactly("needs", needs, wording.getValue().needs());
		}
	}

	/** Id and version, under which it is kept. */
	static String key(String id, int version) {
		return id + ":" + version;
	}

	String key() {
		return key(this.id, this.version);
	}

	/**
	 * By which it is named in answers and events.
	 * @return id and version
	 */
	public Edition edition() {
		return new Edition(this.id, this.version);
	}

	/**
	 * The same with texts in one more language, or other texts in one.
	 */
	Instrument with(String language, Wording wording) {
		Map<String, Wording> all = new LinkedHashMap<>(this.wordings);
		all.put(language, wording);
		return new Instrument(this.id, this.version, this.source, this.licence, this.minutes, this.items, this.options,
				this.needs, this.scales, all);
	}

	/**
	 * Checks needs as they were sent.
	 * @param named need ids; null stands for none
	 * @return each once, in the order of the instrument
	 * @throws Refusal (400, with the place) if one is unknown
	 */
	public List<String> checkNeeds(@Nullable List<@Nullable String> named) {
		List<@Nullable String> given = (named != null) ? named : List.of();
		for (int i = 0; i < given.size(); i++) {
			String need = given.get(i);
			if (need == null || !this.needs.contains(need)) {
				throw refusedAt("/needs/" + i,
						this.needs.isEmpty() ? "%s version %d asks for no needs.".formatted(this.id, this.version)
								: "'%s' is not a need; choose of %s.".formatted(shown(String.valueOf(need)),
										String.join(", ", this.needs)));
			}
		}
		return this.needs.stream().filter(given::contains).toList();
	}

	/**
	 * Checks answers as they were sent.
	 * @param answers item id to option id; null stands for an item left out
	 * @return the given answers in the order of the items
	 * @throws Refusal (400, with the place) if an item or option is unknown or nothing is
	 * answered at all
	 */
	public Map<String, String> check(Map<String, @Nullable String> answers) {
		Map<String, String> checked = checkDraft(answers);
		if (checked.isEmpty()) {
			throw refused("", "Nothing is answered; answer at least one item.");
		}
		return checked;
	}

	/**
	 * Checks answers that are not finished.
	 * @param answers item id to option id; null stands for an item left out
	 * @return the given answers in the order of the items, which may be none
	 * @throws Refusal (400, with the place) if an item or option is unknown
	 */
	public Map<String, String> checkDraft(Map<String, @Nullable String> answers) {
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
	 * @return their texts; English, or else any, where the language is not there
	 */
	public Wording wording(Locale locale) {
		return Stream.of(locale.toLanguageTag(), locale.getLanguage(), "en")
			.map(this.wordings::get)
			.filter(Objects::nonNull)
			.findFirst()
			.or(() -> this.wordings.entrySet().stream().min(Map.Entry.comparingByKey()).map(Map.Entry::getValue))
			.orElseThrow(() -> new IllegalStateException("%s has no texts".formatted(this.id)));
	}

	/**
	 * The texts in the first language of a list that they are in.
	 * @param preferred what the person prefers, the best first
	 * @return their texts; English, or else any, where none of the languages is there
	 */
	public Wording wording(List<Locale> preferred) {
		return wording(preferred.stream()
			.filter((locale) -> this.wordings.containsKey(locale.toLanguageTag())
					|| this.wordings.containsKey(locale.getLanguage()))
			.findFirst()
			.orElse(Locale.ENGLISH));
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
		return refusedAt("/answers" + place, detail);
	}

	private static Refusal refusedAt(String pointer, String detail) {
		return Refusal.invalid("invalid-answer", pointer + ": " + detail)
			.with("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
	}

	private static void requireText(String what, String text) {
		if (text == null || text.isBlank() || text.length() > LONGEST) {
			throw new IllegalArgumentException("%s must be a text of up to %d characters".formatted(what, LONGEST));
		}
	}

	private static void requireExactly(String what, List<String> ids, Map<String, String> texts) {
		for (String id : ids) {
			if (!texts.containsKey(id)) {
				throw new IllegalArgumentException("%s: there is no text for '%s'".formatted(what, id));
			}
		}
		for (String id : texts.keySet()) {
			if (!ids.contains(id)) {
				throw new IllegalArgumentException("%s: there is no '%s' in the instrument".formatted(what, id));
			}
		}
	}

	private static void requireDistinct(String what, List<String> ids) {
		if (ids.isEmpty() || new HashSet<>(ids).size() != ids.size()) {
			throw new IllegalArgumentException("every %s must be there once: %s".formatted(what, ids));
		}
		// ids are names of database fields
		if (!ids.stream().allMatch((id) -> id.matches("[a-zA-Z0-9-]{1,60}"))) {
			throw new IllegalArgumentException("%s ids are of letters, digits and hyphens: %s".formatted(what, ids));
		}
	}

}
