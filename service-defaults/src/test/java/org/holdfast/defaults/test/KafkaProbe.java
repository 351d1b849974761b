package org.holdfast.defaults.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;

/**
 * The other side of the broker: publishes what other services would, and reads what the
 * service under test has published.
 */
@TestComponent
public class KafkaProbe implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final String brokers;

	private final KafkaProducer<String, byte[]> producer;

	public KafkaProbe(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
		this.brokers = brokers;
		this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", brokers, "acks", "all"), new StringSerializer(),
				new ByteArraySerializer());
	}

	/**
	 * A record as it was on the topic.
	 *
	 * @param value null is a tombstone
	 */
	public record Published(String key, Map<String, String> headers, @Nullable JsonNode value) {

		public long sequence() {
			return Long.parseLong(this.headers.getOrDefault("ce_sequence", "0"));
		}

	}

	public void publish(ContractSample sample) {
		publish(sample.headers().get("ce_type"), sample.key(), sample.headers(), sample.bytes());
	}

	/**
	 * Publishes the sample for another partition key.
	 */
	public void publish(ContractSample sample, String partitionKey) {
		int partitions = this.producer.partitionsFor(sample.headers().get("ce_type")).size();
		int partition = org.apache.kafka.common.utils.Utils
			.toPositive(org.apache.kafka.common.utils.Utils.murmur2(partitionKey.getBytes(StandardCharsets.UTF_8)))
				% partitions;
		send(new ProducerRecord<>(sample.headers().get("ce_type"), partition, sample.key(), sample.bytes()),
				sample.headers());
	}

	/**
	 * Publishes anything, also what nobody should.
	 */
	public void publish(@Nullable String topic, String key, Map<String, String> headers, byte @Nullable [] value) {
		send(new ProducerRecord<>(topic, key, value), headers);
	}

	/**
	 * Everything on a topic so far, in order within each key.
	 */
	public List<Published> all(String topic) {
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", this.brokers),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((info) -> new TopicPartition(topic, info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<Published> found = new ArrayList<>();
			while (partitions.stream().anyMatch((partition) -> consumer.position(partition) < ends.get(partition))) {
				for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
					found.add(published(each));
				}
			}
			return found;
		}
	}

	/**
	 * Waits until a topic holds what is expected.
	 */
	public List<Published> await(String topic, Predicate<List<Published>> expected) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		List<Published> found = all(topic);
		while (!expected.test(found)) {
			if (System.nanoTime() > end) {
				throw new AssertionError("Not seen on %s within %s; it holds %s".formatted(topic, PATIENCE, found));
			}
			found = all(topic);
		}
		return found;
	}

	/**
	 * Waits for a number of records on a topic.
	 */
	public List<Published> await(String topic, int count) {
		return await(topic, (found) -> found.size() >= count);
	}

	/**
	 * Waits for the last value of a key.
	 */
	public JsonNode awaitValue(String topic, String key) {
		return await(topic,
				(found) -> found.stream().anyMatch((each) -> each.key().equals(key) && each.value() != null))
			.stream()
			.filter((each) -> each.key().equals(key))
			.map(Published::value)
			.reduce((first, second) -> second)
			.orElseThrow();
	}

	@Override
	public void close() {
		this.producer.close();
	}

	private void send(ProducerRecord<String, byte[]> sent, Map<String, String> headers) {
		headers.forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		try {
			this.producer.send(sent).get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Published published(ConsumerRecord<String, byte[]> each) {
		Map<String, String> headers = new TreeMap<>();
		each.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return new Published(each.key(), headers, (each.value() != null) ? json(each.value()) : null);
	}

	/** A topic may hold what is no JSON; then it is a text. */
	private static JsonNode json(byte[] value) {
		try {
			return JSON.readTree(value);
		}
		catch (JacksonException ex) {
			return JSON.getNodeFactory().stringNode(new String(value, StandardCharsets.UTF_8));
		}
	}

}
