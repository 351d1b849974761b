package org.holdfast.checkin.help;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Whom a person can turn to at once, shown to them where their words or the urgency call
 * for it. That they were shown is kept nowhere and told to nobody.
 */
@Component
public class CrisisResources {

	private final HelpSettings.Crisis settings;

	private final List<String> phrases;

	CrisisResources(HelpSettings settings) {
		this.settings = settings.crisis();
		this.phrases = this.settings.phrases().stream().map(CrisisResources::plain).toList();
	}

	List<Resource> all(Locale locale) {
		return this.settings.in(locale);
	}

	/**
	 * What to show.
	 * @param words as written, null for none
	 * @return empty where nothing calls for it
	 */
	List<Resource> calledFor(Urgency urgency, @Nullable String words, Locale locale) {
		return (urgency == Urgency.URGENT || (words != null && callsForIt(words))) ? all(locale) : List.of();
	}

	/**
	 * What to show to whoever wrote something.
	 * @param words as written
	 * @param locale whose language
	 * @return empty where nothing calls for it
	 */
	public List<Resource> calledFor(String words, Locale locale) {
		return calledFor(Urgency.CAN_WAIT, words, locale);
	}

	private boolean callsForIt(String words) {
		String plain = plain(words);
		return this.phrases.stream().anyMatch(plain::contains);
	}

	/**
	 * Small letters without accents, one space between words and around the whole, so
	 * that only whole words are found, however they are written.
	 */
	private static String plain(String text) {
		String letters = Normalizer.normalize(text, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			// don't, don’t and dont are the same
			.replaceAll("['\u2019]", "")
			.toLowerCase(Locale.ROOT);
		return " " + letters.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
	}

}
