package org.holdfast.checkin.pulse;

import java.util.List;
import java.util.Locale;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * In which of our languages we speak to the caller; an instrument may have texts in more.
 */
@Configuration(proxyBeanMethods = false)
class PulseConfiguration {

	@Bean
	LocaleResolver localeResolver() {
		AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
		resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.forLanguageTag("es")));
		resolver.setDefaultLocale(Locale.ENGLISH);
		return resolver;
	}

}
