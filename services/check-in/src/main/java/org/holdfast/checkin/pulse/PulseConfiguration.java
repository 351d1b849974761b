package org.holdfast.checkin.pulse;

import java.util.List;
import java.util.Locale;

import org.holdfast.checkin.instrument.Definition;
import org.holdfast.checkin.instrument.Instrument;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * What is asked, and in which of its languages: the one of the caller's
 * {@code Accept-Language} that the pulse has.
 */
@Configuration(proxyBeanMethods = false)
class PulseConfiguration {

	@Bean
	Instrument pulse() {
		return Definition.pulse();
	}

	@Bean
	LocaleResolver localeResolver(Instrument pulse) {
		AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
		List<Locale> languages = pulse.wordings().keySet().stream().sorted().map(Locale::forLanguageTag).toList();
		resolver.setSupportedLocales(languages);
		resolver.setDefaultLocale(Locale.ENGLISH);
		return resolver;
	}

}
