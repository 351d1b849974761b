package org.holdfast.profile;

import java.util.function.Consumer;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.profile.notification.NotificationRequested;
import org.holdfast.profile.notification.Notifications;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the topics that this service reads. */
@Configuration(proxyBeanMethods = false)
class Messaging {

	@Bean
	Consumer<Message<byte[]>> notificationRequested(EventReader reader, Notifications notifications) {
		return reader.of("notification.requested", NotificationRequested.class, notifications::on);
	}

}
