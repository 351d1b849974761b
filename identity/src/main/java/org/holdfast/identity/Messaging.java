package org.holdfast.identity;

import java.util.function.Consumer;

import org.holdfast.defaults.inbox.EventReader;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the topic that accounts come from. */
@Configuration(proxyBeanMethods = false)
class Messaging {

	@Bean
	Consumer<Message<byte[]>> staff(EventReader reader, Accounts accounts) {
		return reader.of("profile.staff", StaffChanged.class, accounts::on);
	}

}
