package org.holdfast.defaults.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.types.Binary;

import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Events that could not be used, kept whole with their cause until an administrator has
 * them replayed.
 */
final class Quarantine {

	private static final String COLLECTION = "quarantine";

	private final MongoOperations mongo;

	private final Clock clock;

	Quarantine(MongoOperations mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * An entry as an administrator sees it: never the value, which may be somebody's
	 * answer.
	 *
	 * @param bytes size of the value
	 */
	record Entry(String id, String topic, String cause, Instant setAsideAt, int bytes) {
	}

	void setAside(String topic, RawEvent raw, String cause) {
		// the position makes setting aside idempotent, too
		String id = (raw.offset() >= 0) ? raw.position() : UUID.randomUUID().toString();
		Document entry = new Document("_id", id).append("topic", topic)
			.append("partition", raw.partition())
			.append("offset", raw.offset())
			.append("key", raw.key())
			.append("headers", new Document(new TreeMap<>(raw.headers())))
			.append("value", (raw.value() != null) ? new Binary(raw.value()) : null)
			.append("cause", cause)
			.append("setAsideAt", Date.from(this.clock.instant()));
		this.mongo.execute(COLLECTION,
				(entries) -> entries.replaceOne(Filters.eq("_id", id), entry, new ReplaceOptions().upsert(true)));
	}

	List<Entry> list() {
		List<Document> found = this.mongo.execute(COLLECTION,
				(entries) -> entries.find().sort(Sorts.ascending("setAsideAt")).into(new ArrayList<>()));
		return (found != null) ? found.stream().map(Quarantine::entry).toList() : List.of();
	}

	Optional<RawEvent> find(String id) {
		Document found = this.mongo.execute(COLLECTION, (entries) -> entries.find(Filters.eq("_id", id)).first());
		return Optional.ofNullable(found).map((entry) -> {
			Map<String, String> headers = new TreeMap<>();
			entry.get("headers", new Document()).forEach((name, value) -> headers.put(name, String.valueOf(value)));
			Binary value = entry.get("value", Binary.class);
			return new RawEvent(entry.getString("topic"), entry.getInteger("partition"), entry.getLong("offset"),
					entry.getString("key"), headers, (value != null) ? value.getData() : null);
		});
	}

	void remove(String id) {
		this.mongo.execute(COLLECTION, (entries) -> entries.deleteOne(Filters.eq("_id", id)));
	}

	void forget(String topic, String key) {
		this.mongo.execute(COLLECTION,
				(entries) -> entries.deleteMany(Filters.and(Filters.eq("topic", topic), Filters.eq("key", key))));
	}

	private static Entry entry(Document stored) {
		Binary value = stored.get("value", Binary.class);
		return new Entry(stored.getString("_id"), stored.getString("topic"), stored.getString("cause"),
				stored.getDate("setAsideAt").toInstant(), (value != null) ? value.length() : 0);
	}

}
