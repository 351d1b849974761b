package org.holdfast.defaults.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event as it waits inside its aggregate's document.
 *
 * @param seq position among all events of this aggregate, from 1 without gaps
 */
record Pending(String id, long seq, String topic, String key, String partitionKey, @Nullable String value, Instant time,
		Map<String, String> trace) {

	static Pending of(Document stored) {
		Map<String, String> trace = new TreeMap<>();
		stored.get("trace", new Document()).forEach((name, value) -> trace.put(name, String.valueOf(value)));
		return new Pending(stored.getString("id"), stored.getLong("seq"), stored.getString("topic"),
				stored.getString("key"), stored.getString("partitionKey"), stored.getString("value"),
				stored.getDate("time").toInstant(), trace);
	}

	static List<Pending> in(Document aggregate) {
		return aggregate.getList(Aggregates.OUTBOX, Document.class, List.of()).stream().map(Pending::of).toList();
	}

	Document stored() {
		return new Document("id", this.id).append("seq", this.seq)
			.append("topic", this.topic)
			.append("key", this.key)
			.append("partitionKey", this.partitionKey)
			.append("value", this.value)
			.append("time", Date.from(this.time))
			.append("trace", new Document(Map.copyOf(this.trace)));
	}

	/**
	 * The record on the wire: JSON value, CloudEvents 1.0 attributes as headers (Kafka
	 * protocol binding, binary mode).
	 * @param source the publishing service
	 * @param partitions how many partitions the topic has
	 */
	ProducerRecord<String, byte[]> record(String source, int partitions) {
		int partition = Utils.toPositive(Utils.murmur2(this.partitionKey.getBytes(StandardCharsets.UTF_8)))
				% partitions;
		byte[] bytes = (this.value != null) ? this.value.getBytes(StandardCharsets.UTF_8) : null;
		ProducerRecord<String, byte[]> sent = new ProducerRecord<>(this.topic, partition, this.key, bytes);
		Map<String, String> headers = new TreeMap<>(this.trace);
		headers.put("ce_specversion", "1.0");
		headers.put("ce_id", this.id);
		headers.put("ce_type", this.topic);
		headers.put("ce_source", "/" + source);
		headers.put("ce_time", this.time.toString());
		headers.put("ce_sequence", String.valueOf(this.seq));
		headers.put("content-type", "application/json");
		headers.forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		return sent;
	}

}
