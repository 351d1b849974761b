package org.holdfast.defaults.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * One sample of an event, kept beside its publisher: the contract that both sides test.
 *
 * @param key the record's key
 * @param headers the record's headers
 * @param value the record's value
 */
public record ContractSample(String key, Map<String, String> headers, JsonNode value) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Reads {@code services/<publisher>/contract/<topic>.json}, from within any module.
	 */
	public static ContractSample of(String publisher, String topic) {
		Path root = Path.of("").toAbsolutePath();
		while (root != null && !Files.exists(root.resolve("services"))) {
			root = root.getParent();
		}
		if (root == null) {
			throw new IllegalStateException("Run this test from within the repository");
		}
		return of(root.resolve(Path.of("services", publisher, "contract", topic + ".json")));
	}

	public static ContractSample of(Path file) {
		try {
			JsonNode sample = JSON.readTree(Files.readString(file));
			Map<String, String> headers = new TreeMap<>();
			sample.get("headers")
				.properties()
				.forEach((header) -> headers.put(header.getKey(), header.getValue().asString()));
			return new ContractSample(sample.get("key").asString(), headers, sample.get("value"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same with a member of the value replaced.
	 */
	public ContractSample withValue(String member, Object value) {
		ObjectNode changed = (ObjectNode) this.value.deepCopy();
		changed.set(member, JSON.valueToTree(value));
		return new ContractSample(this.key, this.headers, changed);
	}

	/**
	 * The same without a member of the value: malformed wherever the member is used.
	 */
	public ContractSample without(String member) {
		ObjectNode changed = (ObjectNode) this.value.deepCopy();
		changed.remove(member);
		return new ContractSample(this.key, this.headers, changed);
	}

	/**
	 * The same as the event with another sequence number.
	 */
	public ContractSample withSequence(long sequence) {
		return withHeader("ce_sequence", String.valueOf(sequence));
	}

	public ContractSample withHeader(String name, String value) {
		Map<String, String> changed = new TreeMap<>(this.headers);
		changed.put(name, value);
		return new ContractSample(this.key, changed, this.value);
	}

	public ContractSample withKey(String key) {
		return new ContractSample(key, this.headers, this.value);
	}

	public byte[] bytes() {
		return JSON.writeValueAsBytes(this.value);
	}

	/**
	 * As a consumer gets it from the binder.
	 */
	public Message<byte[]> message() {
		MessageBuilder<byte[]> message = MessageBuilder.withPayload(bytes())
			.setHeader(KafkaHeaders.RECEIVED_KEY, this.key.getBytes(StandardCharsets.UTF_8));
		this.headers.forEach(message::setHeader);
		return message.build();
	}

}
