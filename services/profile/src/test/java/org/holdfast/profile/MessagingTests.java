package org.holdfast.profile;

import java.time.Clock;
import java.time.Instant;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.holdfast.defaults.inbox.InboxDefaults;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.profile.notification.NotificationRequested;
import org.holdfast.profile.notification.Notifications;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.function.cloudevent.CloudEventsFunctionExtensionConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.cloud.stream.binder.test.EnableTestBinder;
import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.function.FunctionConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/** What is read of the samples that other services keep of their events. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, classes = MessagingTests.Bound.class,
		properties = { "spring.cloud.stream.default-binder=integration",
				"logging.level.org.holdfast.defaults.inbox=error" })
@ActiveProfiles("test")
class MessagingTests {

	private static final ContractSample REQUESTED = ContractSample.of("check-in", "notification.requested");

	@Autowired
	private InputDestination topics;

	@Autowired
	private BindingServiceProperties bindings;

	@MockitoBean
	private Notifications notifications;

	@MockitoBean
	private MongoOperations mongo;

	private final ArgumentCaptor<Received<NotificationRequested>> requested = ArgumentCaptor.captor();

	@Test
	void aNotificationIsReadAsCheckInAsksForIt() {
		this.topics.send(REQUESTED.message(), "notification.requested");
		then(this.notifications).should().on(this.requested.capture());
		assertThat(this.requested.getValue().key()).isEqualTo(REQUESTED.key());
		assertThat(this.requested.getValue().required())
			.isEqualTo(new NotificationRequested("3f0a4b52-7c1e-4d0e-9a55-0d6f2a9b1c11-1", "S-0101", "help-asked",
					"3f0a4b52-7c1e-4d0e-9a55-0d6f2a9b1c11", false, Instant.parse("2026-05-20T07:15:30.250Z")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "notificationId", "staffId", "subject", "about", "urgent", "requestedAt" })
	void aNotificationWithSomethingMissingIsNotGuessed(String member) {
		this.topics.send(REQUESTED.without(member).message(), "notification.requested");
		this.topics.send(REQUESTED.withValue(member, null).message(), "notification.requested");
		this.topics.send(REQUESTED.withValue(member, " ").message(), "notification.requested");
		then(this.notifications).should(never()).on(any());
	}

	@Test
	void nothingElseIsRead() {
		assertThat(this.bindings.getBindings().values()).extracting(BindingProperties::getDestination)
			.containsExactly("notification.requested");
	}

	/** The bindings and the reader, without a database. */
	@Configuration(proxyBeanMethods = false)
	@EnableTestBinder
	@Import(Messaging.class)
	@ImportAutoConfiguration({ InboxDefaults.class, ContextFunctionCatalogAutoConfiguration.class,
			BindingServiceConfiguration.class, FunctionConfiguration.class,
			CloudEventsFunctionExtensionConfiguration.class })
	static class Bound {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		SimpleMeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

}
