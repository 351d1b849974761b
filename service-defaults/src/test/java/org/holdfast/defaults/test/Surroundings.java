package org.holdfast.defaults.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.holdfast.embedded.EmbeddedPair;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Puts a broker, a database and a key set around a service under test. Each context gets
 * a database and consumer groups of its own, and starts with empty topics.
 */
final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Map<String, String> settings = new LinkedHashMap<>();
		String brokers = Backing.kafkaBrokers();
		settings.put("spring.kafka.bootstrap-servers", brokers);
		settings.put("spring.cloud.stream.kafka.binder.brokers", brokers);
		settings.put("spring.mongodb.uri", Backing.mongoUri());
		settings.put("spring.mongodb.database", "test-" + UUID.randomUUID());
		settings.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Tokens.jwksUri());
		settings.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", Tokens.ISSUER);
		settings.put("holdfast.outbox.partitions", "3");
		TestPropertyValues.of(settings).applyTo(context);
		emptyTopics(brokers, topics(context));
	}

	private static List<String> topics(ConfigurableApplicationContext context) {
		Binder binder = Binder.get(context.getEnvironment());
		List<String> topics = new ArrayList<>(
				binder.bind("holdfast.publishes", Bindable.mapOf(String.class, Object.class))
					.orElse(Map.of())
					.keySet()
					.stream()
					.map((name) -> name.replaceAll("[\\[\\]]", ""))
					.toList());
		Map<String, Object> bindings = binder
			.bind("spring.cloud.stream.bindings", Bindable.mapOf(String.class, Object.class))
			.orElse(Map.of());
		bindings.values().forEach((binding) -> {
			if (binding instanceof Map<?, ?> properties && properties.get("destination") instanceof String topic) {
				topics.add(topic);
			}
		});
		return topics.stream().distinct().toList();
	}

	private static void emptyTopics(String brokers, List<String> topics) {
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
			List<String> present = admin.listTopics().names().get().stream().filter(topics::contains).toList();
			admin.deleteTopics(present).all().get();
			for (String topic : topics) {
				create(admin, topic);
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void create(Admin admin, String topic) throws InterruptedException, ExecutionException {
		for (int attempt = 0;; attempt++) {
			try {
				admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
				return;
			}
			catch (ExecutionException ex) {
				// deletion goes on in the background
				if (!(ex.getCause() instanceof TopicExistsException) || attempt == 100) {
					throw ex;
				}
				Thread.sleep(100);
			}
		}
	}

	/**
	 * The broker and the database: named from outside, started as containers, or in
	 * process.
	 */
	static final class Backing {

		private Backing() {
		}

		static String kafkaBrokers() {
			String given = System.getenv("HOLDFAST_KAFKA_BROKERS");
			if (given != null) {
				return given;
			}
			return OnContainers.Containers.areStarted() ? OnContainers.Containers.kafkaBrokers()
					: EmbeddedPair.shared().kafka().brokers();
		}

		static String mongoUri() {
			String given = System.getenv("HOLDFAST_MONGODB_URI");
			if (given != null) {
				return given;
			}
			return OnContainers.Containers.areStarted() ? OnContainers.Containers.mongoUri()
					: EmbeddedPair.shared().mongo().uri();
		}

	}

}
