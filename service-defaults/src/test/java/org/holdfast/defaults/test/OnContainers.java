package org.holdfast.defaults.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Runs a {@link WholeService} test on the images of Apache Kafka and MongoDB, where a
 * Docker engine answers; skipped with a word about it where none does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnContainers.Containers.class)
public @interface OnContainers {

	/**
	 * Starts both containers once per JVM, before the service under test.
	 */
	final class Containers implements ExecutionCondition, BeforeAllCallback {

		private static @Nullable KafkaContainer kafka;

		private static @Nullable MongoDBContainer mongo;

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (DockerClientFactory.instance().isDockerAvailable()) {
				return ConditionEvaluationResult.enabled("a Docker engine answers");
			}
			System.out.println("SKIPPED: " + context.getDisplayName()
					+ " needs a Docker engine, and none answers; the same test ran on the embedded pair");
			return ConditionEvaluationResult.disabled("no Docker engine answers");
		}

		@Override
		public void beforeAll(ExtensionContext context) {
			start();
		}

		private static synchronized void start() {
			if (kafka == null) {
				kafka = new KafkaContainer("apache/kafka:4.2.2");
				mongo = new MongoDBContainer("mongo:8.0");
				kafka.start();
				mongo.start();
			}
		}

		static boolean areStarted() {
			return kafka != null;
		}

		static String kafkaBrokers() {
			return java.util.Objects.requireNonNull(kafka).getBootstrapServers();
		}

		static String mongoUri() {
			return java.util.Objects.requireNonNull(mongo).getConnectionString();
		}

	}

}
