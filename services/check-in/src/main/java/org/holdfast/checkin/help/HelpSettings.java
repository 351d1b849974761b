package org.holdfast.checkin.help;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an agency can set about asking for help.
 *
 * @param reactWithin how long somebody may take before a request goes on
 * @param keep how long a request is kept once it is over
 * @param crisis what is shown to a person who may be in danger
 */
@Validated
@ConfigurationProperties("holdfast.check-in.help")
record HelpSettings(@DefaultValue Map<Kind, Map<Urgency, Duration>> reactWithin, @DefaultValue("30d") Duration keep,
		@Valid @DefaultValue Crisis crisis) {

	HelpSettings {
		for (Kind kind : Kind.values()) {
			for (Urgency urgency : Urgency.values()) {
				Duration within = reactWithin.getOrDefault(kind, Map.of()).get(urgency);
				if (within == null || !within.isPositive()) {
					throw new IllegalArgumentException(
							"holdfast.check-in.help.react-within must give a time for %s, %s".formatted(kind, urgency));
				}
			}
		}
		if (crisis.resources().getOrDefault("en", List.of()).isEmpty()) {
			throw new IllegalArgumentException("holdfast.check-in.help.crisis.resources.en must name at least one");
		}
	}

	Duration within(Kind kind, Urgency urgency) {
		@Nullable Duration within = this.reactWithin.getOrDefault(kind, Map.of()).get(urgency);
		return (within != null) ? within : Duration.ZERO;
	}

	/**
	 * What is shown to a person who may be in danger.
	 *
	 * @param phrases in any language; where one of them occurs in the person's words, the
	 * resources are shown
	 * @param resources language to whom the person can turn to at once
	 */
	record Crisis(@DefaultValue List<String> phrases, @DefaultValue Map<String, List<@Valid Resource>> resources) {

		List<Resource> in(Locale locale) {
			return this.resources.getOrDefault(locale.getLanguage(), this.resources.getOrDefault("en", List.of()));
		}

	}

}
