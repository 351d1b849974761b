package org.holdfast.defaults.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.bson.Document;
import org.holdfast.defaults.problem.Unavailable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/**
 * The pending events of a service: bounded, so that a broker that is away cannot fill the
 * database.
 */
public final class Outbox {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	private final MongoOperations mongo;

	private final OutboxSettings settings;

	private final JsonMapper json;

	private final EventIds ids;

	private final ObjectProvider<Tracer> tracer;

	private final ObjectProvider<Propagator> propagator;

	private final Set<String> collections = ConcurrentHashMap.newKeySet();

	private final AtomicLong waiting = new AtomicLong();

	private volatile @Nullable Relay relay;

	Outbox(MongoOperations mongo, OutboxSettings settings, JsonMapper json, EventIds ids, MeterRegistry meters,
			ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
		this.mongo = mongo;
		this.settings = settings;
		this.json = json;
		this.ids = ids;
		this.tracer = tracer;
		this.propagator = propagator;
		meters.gauge("holdfast.outbox.waiting", this.waiting);
	}

	/**
	 * The aggregates of one collection; asked for once per collection, at start.
	 */
	public <T> Aggregates<T> aggregates(Class<T> type, String collection) {
		if (this.collections.add(collection)) {
			this.mongo.indexOps(collection)
				.createIndex(new Index(Aggregates.WAITING, Sort.Direction.ASC).named("waiting").sparse());
			this.mongo.indexOps(collection)
				.createIndex(new Index(Aggregates.SENT_AT, Sort.Direction.ASC).named("sentAt").sparse());
		}
		return new Aggregates<>(type, collection, this.mongo, this);
	}

	void feed(Relay relay) {
		this.relay = relay;
	}

	Set<String> collections() {
		return Collections.unmodifiableSet(this.collections);
	}

	void admit(int events) {
		if (this.waiting.get() + events > this.settings.outbox().bound()) {
			throw new Unavailable(
					"We are saving up what the message broker has not taken yet, and that is full for now. Nothing was changed; repeat the request.",
					RETRY_AFTER);
		}
	}

	void accepted(String collection, String id, int events) {
		this.waiting.addAndGet(events);
		Relay relay = this.relay;
		if (relay != null && events > 0) {
			relay.nudge(new Relay.Place(collection, id));
		}
	}

	void published(int events) {
		this.waiting.updateAndGet((count) -> Math.max(0, count - events));
	}

	/**
	 * Another instance may have published what this one counts: the database is right.
	 */
	void recount(long events) {
		this.waiting.set(events);
	}

	long waiting() {
		return this.waiting.get();
	}

	List<Document> pending(List<Event> events, long sequence) {
		List<Document> pending = new ArrayList<>(events.size());
		Map<String, String> trace = events.isEmpty() ? Map.of() : trace();
		for (Event event : events) {
			if (!this.settings.publishes().containsKey(event.topic())) {
				throw new IllegalStateException("holdfast.publishes does not name the topic " + event.topic());
			}
			String value = (event.value() != null) ? this.json.writeValueAsString(event.value()) : null;
			pending.add(new Pending(this.ids.next(), ++sequence, event.topic(), event.key(), event.partitionKey(),
					value, this.ids.now(), trace)
				.stored());
		}
		return pending;
	}

	private Map<String, String> trace() {
		Tracer tracer = this.tracer.getIfAvailable();
		Propagator propagator = this.propagator.getIfAvailable();
		Span span = (tracer != null) ? tracer.currentSpan() : null;
		Map<String, String> headers = new HashMap<>();
		if (span != null && propagator != null) {
			propagator.inject(span.context(), headers, (carrier, name, value) -> headers.put(name, value));
		}
		return headers;
	}

}
