package org.holdfast.defaults.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

import org.holdfast.defaults.problem.Unavailable;

/**
 * Makes the consumers of a service: an event is checked, then handed over; what is
 * malformed or cannot be handled is set aside at once with its cause, and the service
 * goes on. Where the database or the broker fails, the event is tried again for as long
 * as that lasts.
 */
public final class EventReader {

	private static final Logger log = LoggerFactory.getLogger(EventReader.class);

	private final EventJson json = new EventJson();

	private final Map<String, Consumer<RawEvent>> readers = new ConcurrentHashMap<>();

	private final Quarantine quarantine;

	private final MongoOperations mongo;

	private final MeterRegistry meters;

	private final ObjectProvider<Tracer> tracer;

	private final ObjectProvider<Propagator> propagator;

	EventReader(Quarantine quarantine, MongoOperations mongo, MeterRegistry meters, ObjectProvider<Tracer> tracer,
			ObjectProvider<Propagator> propagator) {
		this.quarantine = quarantine;
		this.mongo = mongo;
		this.meters = meters;
		this.tracer = tracer;
		this.propagator = propagator;
	}

	/**
	 * A consumer of one topic.
	 * @param topic name of the topic, as in {@code ce_type}
	 * @param type record with the fields that are used; its constructor refuses nonsense
	 * with an {@link IllegalArgumentException} whose message holds no value
	 * @param on does what follows; called again with the same event after a crash or a
	 * redelivery, so its effect must be the same
	 */
	public <T> Consumer<Message<byte[]>> of(String topic, Class<T> type, Consumer<Received<T>> on) {
		Consumer<RawEvent> reader = (raw) -> on.accept(check(raw, topic, type));
		this.readers.put(topic, reader);
		return (message) -> read(topic, raw(topic, message), reader);
	}

	/**
	 * The rows of one collection, fed by events.
	 */
	public <T> Rows<T> rows(Class<T> type, String collection) {
		return new Rows<>(type, collection, this.mongo);
	}

	/**
	 * Handles an event that was set aside once more.
	 * @throws RuntimeException with the cause if it fails again
	 */
	void replay(String topic, RawEvent raw) {
		Consumer<RawEvent> reader = this.readers.get(topic);
		if (reader == null) {
			throw new IllegalStateException("This service no longer reads " + topic);
		}
		reader.accept(raw);
	}

	private void read(String topic, RawEvent raw, Consumer<RawEvent> reader) {
		Span span = span(topic, raw);
		try (AutoCloseable _ = scope(span)) {
			reader.accept(raw);
			letGoOfWhatIsGone(topic, raw);
			count(topic, "handled");
		}
		catch (GapException gap) {
			count(topic, "gap");
			log.error("{}: {}", topic, gap.getMessage());
			throw gap;
		}
		catch (Exception failure) {
			if (isInfrastructure(failure)) {
				count(topic, "retried");
				throw new InfrastructureException(topic + " waits: " + failure.getMessage(), failure);
			}
			this.quarantine.setAside(topic, raw, cause(failure));
			count(topic, "quarantined");
			log.warn("Set aside an event of {} at {}: {}", topic, raw.position(), cause(failure));
		}
		finally {
			if (span != null) {
				span.end();
			}
		}
	}

	/** Of what a tombstone is about, nothing may stay behind set aside. */
	private void letGoOfWhatIsGone(String topic, RawEvent raw) {
		if (raw.value() == null && raw.key() != null) {
			this.quarantine.forget(topic, raw.key());
		}
	}

	private <T> Received<T> check(RawEvent raw, String topic, Class<T> type) {
		String key = raw.key();
		if (key == null || key.isBlank()) {
			throw new Malformed("the key is missing");
		}
		if (!topic.equals(raw.headers().get("ce_type"))) {
			throw new Malformed("header ce_type: expected " + topic);
		}
		byte[] value = raw.value();
		return new Received<>(key, sequence(raw), time(raw), (value != null) ? this.json.read(value, type) : null);
	}

	private static long sequence(RawEvent raw) {
		try {
			long sequence = Long.parseLong(raw.headers().getOrDefault("ce_sequence", ""));
			if (sequence >= 1) {
				return sequence;
			}
		}
		catch (NumberFormatException ex) {
			// said below
		}
		throw new Malformed("header ce_sequence: expected a whole number from 1");
	}

	private static Instant time(RawEvent raw) {
		try {
			return Instant.parse(raw.headers().getOrDefault("ce_time", ""));
		}
		catch (DateTimeParseException ex) {
			throw new Malformed("header ce_time: expected an instant as in RFC 3339");
		}
	}

	private static boolean isInfrastructure(Exception failure) {
		return (failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException))
				|| failure instanceof MongoException || failure instanceof KafkaException
				|| failure instanceof Unavailable || failure instanceof InterruptedException;
	}

	static String cause(Exception failure) {
		// the message of an exception that is not ours may hold a person's answer
		return (failure instanceof Malformed || failure instanceof IllegalArgumentException
				|| failure instanceof GapException) ? String.valueOf(failure.getMessage())
						: failure.getClass().getSimpleName() + " at " + place(failure);
	}

	private static String place(Exception failure) {
		StackTraceElement[] trace = failure.getStackTrace();
		return (trace.length > 0) ? trace[0].getClassName() + ":" + trace[0].getLineNumber() : "an unknown place";
	}

	private static RawEvent raw(String topic, Message<byte[]> message) {
		Map<String, String> headers = new LinkedHashMap<>();
		message.getHeaders().forEach((name, value) -> {
			if (name.startsWith("ce_") || name.equals("traceparent") || name.equals("tracestate")) {
				headers.put(name, text(value));
			}
		});
		Object key = message.getHeaders().get(KafkaHeaders.RECEIVED_KEY);
		Object partition = message.getHeaders().get(KafkaHeaders.RECEIVED_PARTITION);
		Object offset = message.getHeaders().get(KafkaHeaders.OFFSET);
		// a tombstone arrives as a KafkaNull, whatever the declared type says
		Object payload = ((Message<?>) message).getPayload();
		return new RawEvent(topic, (partition instanceof Integer number) ? number : -1,
				(offset instanceof Long number) ? number : -1L, (key != null) ? text(key) : null, headers,
				(payload instanceof byte[] bytes) ? bytes : null);
	}

	private static String text(Object value) {
		return (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
	}

	private @Nullable Span span(String topic, RawEvent raw) {
		Tracer tracer = this.tracer.getIfAvailable();
		Propagator propagator = this.propagator.getIfAvailable();
		if (tracer == null || propagator == null) {
			return null;
		}
		return propagator.extract(new HashMap<>(raw.headers()), Map::get)
			.kind(Span.Kind.CONSUMER)
			.name("process " + topic)
			.start();
	}

	private AutoCloseable scope(@Nullable Span span) {
		Tracer tracer = this.tracer.getIfAvailable();
		return (tracer != null && span != null) ? tracer.withSpan(span)::close : () -> {
		};
	}

	private void count(String topic, String outcome) {
		this.meters.counter("holdfast.events", "topic", topic, "outcome", outcome).increment();
	}

	/**
	 * The event is fine and something it needs is away: try again.
	 */
	static final class InfrastructureException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		InfrastructureException(String message, Throwable cause) {
			super(message, cause);
		}

	}

}
