package org.holdfast.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(120)
class EmbeddedKafkaTests {

	private static final String TOPIC = "test.happened";

	private static final int PARTITIONS = 3;

	private static final int KILLS = Integer.getInteger("kills", 2);

	@TempDir
	private Path folder;

	@Test
	void whatWasAcknowledgedIsReadAfterEveryKill() throws Exception {
		Set<String> acknowledged = new HashSet<>();
		for (int kill = 1; kill <= KILLS; kill++) {
			try (Child child = Child.start(Publisher.class, List.of(), this.folder, kill)) {
				child.awaitFirstLine();
				Thread.sleep(ThreadLocalRandom.current().nextInt(100, 1500));
				acknowledged.addAll(child.kill());
			}
			long before = System.nanoTime();
			try (EmbeddedKafka kafka = EmbeddedKafka.start(this.folder, 0)) {
				IO.println("Kafka runs again %d ms after a kill".formatted((System.nanoTime() - before) / 1_000_000));
				Set<String> missing = new HashSet<>(acknowledged);
				missing.removeAll(values(kafka));
				assertThat(missing).isEmpty();
			}
		}
		assertThat(acknowledged).hasSizeGreaterThan(KILLS * 10);
	}

	@Test
	void itResumesAtTheSamePlace() throws Exception {
		int port = Loopback.freePort();
		for (int start = 0; start < 2; start++) {
			try (EmbeddedKafka kafka = EmbeddedKafka.start(this.folder, port);
					Producer<String, String> producer = producer(kafka)) {
				assertThat(kafka.brokers()).isEqualTo("127.0.0.1:" + port);
				assertThat(kafka.isHealthy()).isTrue();
				createTopic(kafka);
				assertThat(producer.send(new ProducerRecord<>(TOPIC, 0, "key", "value")).get().offset())
					.isEqualTo(start);
			}
		}
	}

	@Test
	void aFatalErrorStopsTheBrokerAndNotTheProcess() throws Exception {
		try (EmbeddedKafka kafka = EmbeddedKafka.start(this.folder, 0)) {
			CountDownLatch told = new CountDownLatch(1);
			kafka.onFatal(() -> {
				throw new IllegalStateException("one action fails");
			});
			kafka.onFatal(told::countDown);
			Exit.halt(1, "the disk is gone");
			assertThat(kafka.isHealthy()).isFalse();
			assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
		}
		try (EmbeddedKafka again = EmbeddedKafka.start(this.folder, 0)) {
			assertThat(again.isHealthy()).isTrue();
		}
	}

	@Test
	void losingItsFilesIsAFatalErrorToo() throws Exception {
		try (EmbeddedKafka kafka = EmbeddedKafka.start(this.folder, 0)) {
			CountDownLatch told = new CountDownLatch(1);
			kafka.onFatal(told::countDown);
			Files.delete(this.folder.resolve("replication-offset-checkpoint"));
			createTopic(kafka);
			assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(kafka.isHealthy()).isFalse();
		}
	}

	@Test
	void topicsAreNotCreatedByAccident() throws Exception {
		try (EmbeddedKafka kafka = EmbeddedKafka.start(this.folder, 0); Admin admin = admin(kafka)) {
			try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
				consumer.assign(List.of(new TopicPartition("mistyped", 0)));
				consumer.poll(Duration.ofMillis(500));
			}
			assertThat(admin.listTopics().names().get()).doesNotContain("mistyped");
		}
	}

	@Test
	void aPortInUseIsNamedWithItsRemedy() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			int port = taken.getLocalPort();
			assertThatExceptionOfType(EmbeddedStartException.class)
				.isThrownBy(() -> EmbeddedKafka.start(this.folder, port))
				.withMessage(
						"Port %d is in use, which the embedded Kafka broker needs. Stop what holds it or set HOLDFAST_PORT.",
						port);
			assertThatExceptionOfType(EmbeddedStartException.class)
				.isThrownBy(() -> EmbeddedKafka.start(this.folder, 0, port))
				.withMessageStartingWith("Port %d is in use, which the embedded Kafka broker (its controller) needs",
						port);
		}
	}

	@Test
	void aFolderInUseIsNamedWithItsRemedy() {
		try (EmbeddedKafka kafka = EmbeddedKafka.start(this.folder, 0)) {
			assertThatExceptionOfType(EmbeddedStartException.class)
				.isThrownBy(() -> EmbeddedKafka.start(this.folder, 0))
				.withMessageContaining(this.folder + " is in use, where the embedded Kafka broker keeps its files")
				.withMessageContaining("Stop the other Holdfast");
			assertThat(kafka.isHealthy()).isTrue();
		}
	}

	@Test
	void aDamagedFolderIsNamedWithItsRemedy() throws Exception {
		Files.writeString(this.folder.resolve("meta.properties"), "version=nonsense");
		assertThatExceptionOfType(EmbeddedStartException.class).isThrownBy(() -> EmbeddedKafka.start(this.folder, 0))
			.withMessageContaining("cannot start from the folder " + this.folder)
			.withMessageContaining("restore it from a backup");
	}

	private static Set<String> values(EmbeddedKafka kafka) {
		Set<String> values = new HashSet<>();
		try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
			List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
				.mapToObj((partition) -> new TopicPartition(TOPIC, partition))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream().anyMatch((partition) -> consumer.position(partition) < ends.get(partition))) {
				for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
					values.add(each.value());
				}
			}
		}
		return values;
	}

	private static void createTopic(EmbeddedKafka kafka) throws Exception {
		try (Admin admin = admin(kafka)) {
			admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
		}
		catch (ExecutionException ex) {
			assertThat(ex).hasCauseInstanceOf(TopicExistsException.class);
		}
	}

	private static Admin admin(EmbeddedKafka kafka) {
		return Admin.create(Map.of("bootstrap.servers", kafka.brokers()));
	}

	private static Producer<String, String> producer(EmbeddedKafka kafka) {
		return new KafkaProducer<>(Map.of("bootstrap.servers", kafka.brokers(), "acks", "all"), new StringSerializer(),
				new StringSerializer());
	}

	private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka) {
		return new KafkaConsumer<>(Map.of("bootstrap.servers", kafka.brokers()), new StringDeserializer(),
				new StringDeserializer());
	}

	/**
	 * Publishes and says what the broker has acknowledged.
	 */
	static final class Publisher {

		private Publisher() {
		}

		static void main(String[] args) throws Exception {
			EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), 0);
			createTopic(kafka);
			Producer<String, String> producer = producer(kafka);
			for (int i = 0;; i++) {
				String value = args[1] + "-" + i;
				producer.send(new ProducerRecord<>(TOPIC, value, value), (metadata, failure) -> {
					if (failure == null) {
						Child.acknowledge(value);
					}
				});
				if (i % 20 == 0) {
					Thread.sleep(1);
				}
			}
		}

	}

}
