package org.holdfast.defaults.outbox;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Gives a service its outbox, its relay and the topics it owns.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
		"org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxDefaults {

	@Bean
	Outbox outbox(MongoOperations mongo, OutboxSettings settings, Clock clock, MeterRegistry meters,
			ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
		return new Outbox(mongo, settings, JsonMapper.builder().build(), new EventIds(clock), meters, tracer,
				propagator);
	}

	@Bean
	@Lazy(false)
	Relay relay(Outbox outbox, OutboxSettings settings, @Value("${spring.application.name}") String source,
			MongoOperations mongo, KafkaOperations<String, byte[]> kafka, KafkaAdmin admin) {
		return new Relay(outbox, settings, source, mongo, kafka, admin);
	}

	@Bean
	KafkaAdmin.NewTopics ownTopics(OutboxSettings settings) {
		return new KafkaAdmin.NewTopics(settings.newTopics().toArray(NewTopic[]::new));
	}

	@Bean
	HealthIndicator outboxHealthIndicator(Outbox outbox, Relay relay) {
		return () -> (relay.isPublishing() ? Health.up() : Health.outOfService())
			.withDetail("waiting", outbox.waiting())
			.build();
	}

}
