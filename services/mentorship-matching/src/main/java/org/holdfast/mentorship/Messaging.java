package org.holdfast.mentorship;

import java.util.function.Consumer;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Binds the topics that this service reads to those who deal with them.
 */
@Configuration(proxyBeanMethods = false)
class Messaging {

	@Bean
	Consumer<Message<byte[]>> staff(EventReader reader, Matching matching) {
		return reader.of("profile.staff", Colleague.class, matching::onColleague);
	}

	@Bean
	Consumer<Message<byte[]>> units(EventReader reader, Matching matching) {
		return reader.of("profile.units", Unit.class, matching::onUnit);
	}

}
