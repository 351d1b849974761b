package org.holdfast.defaults.inbox;

import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Gives a service its event reader, and tames the Kafka binder: no skipping after three
 * attempts, no dead-letter topic that may lose what it is given, no types from headers.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@Import(QuarantineController.class)
public class InboxDefaults {

	private static final long FIRST_PAUSE = 200;

	private static final long LONGEST_PAUSE = 10_000;

	@Bean
	Quarantine quarantine(MongoOperations mongo, Clock clock) {
		return new Quarantine(mongo, clock);
	}

	@Bean
	EventReader eventReader(Quarantine quarantine, MongoOperations mongo, MeterRegistry meters,
			ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
		return new EventReader(quarantine, mongo, meters, tracer, propagator);
	}

	@Bean
	KafkaHeaderMapper kafkaBinderHeaderMapper() {
		return new SimpleKafkaHeaderMapper();
	}

	@Bean
	ListenerContainerWithDlqAndRetryCustomizer patientContainers(
			@Value("${holdfast.instance:}") @Nullable String instance) {
		return new PatientContainers(instance);
	}

	private static final class PatientContainers implements ListenerContainerWithDlqAndRetryCustomizer {

		private final @Nullable String instance;

		PatientContainers(@Nullable String instance) {
			this.instance = instance;
		}

		@Override
		public boolean retryAndDlqInBinding(String destination, String group) {
			return false;
		}

		@Override
		public void configure(AbstractMessageListenerContainer<?, ?> container, String destination, String group,
				@Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> deadLetters,
				@Nullable BackOff backOff) {
			ExponentialBackOff patience = new ExponentialBackOff(FIRST_PAUSE, 2);
			patience.setMaxInterval(LONGEST_PAUSE);
			DefaultErrorHandler retryForEver = new DefaultErrorHandler(patience);
			// what can never succeed was set aside by the reader
			retryForEver.setClassifications(Map.of(), true);
			container.setCommonErrorHandler(retryForEver);
			if (this.instance != null && !this.instance.isBlank()) {
				// a member that is known comes back without a rebalance
				Properties properties = container.getContainerProperties().getKafkaConsumerProperties();
				properties.setProperty(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + this.instance);
			}
		}

	}

}
