package org.holdfast.defaults.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Publishes pending events: nudged by every change, and sweeping for what a crash left
 * behind. One thread, so the events of an aggregate stay in order; a later event is sent
 * only when the broker has the earlier one.
 */
final class Relay implements SmartLifecycle, Runnable {

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	private static final int BATCH = 500;

	private static final int NUDGES = 100_000;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	/** An aggregate with something to publish. */
	record Place(String collection, String id) {
	}

	/** An event of an aggregate on its way to the broker. */
	private record Flight(Object id, long seq, Future<?> future) {
	}

	private final Outbox outbox;

	private final OutboxSettings.Outbox settings;

	private final String source;

	private final MongoOperations mongo;

	private final KafkaOperations<String, byte[]> kafka;

	private final KafkaAdmin admin;

	private final BlockingQueue<Place> nudges = new LinkedBlockingQueue<>(NUDGES);

	private final Map<String, Integer> partitions = new HashMap<>();

	private volatile boolean running;

	private volatile boolean publishing = true;

	private Thread thread = Thread.currentThread();

	Relay(Outbox outbox, OutboxSettings settings, String source, MongoOperations mongo,
			KafkaOperations<String, byte[]> kafka, KafkaAdmin admin) {
		this.outbox = outbox;
		this.settings = settings.outbox();
		this.source = source;
		this.mongo = mongo;
		this.kafka = kafka;
		this.admin = admin;
		outbox.feed(this);
	}

	void nudge(Place place) {
		// a nudge that does not fit is found by the sweep
		if (!this.nudges.offer(place)) {
			log.debug("Left {} to the sweep", place);
		}
	}

	boolean isPublishing() {
		return this.publishing;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("relay-" + this.source).daemon().start(this);
	}

	@Override
	public void stop() {
		this.running = false;
		this.thread.interrupt();
		try {
			this.thread.join(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Stops after the web server, so that what a last request changed is still sent. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 1000;
	}

	@Override
	public void run() {
		Duration pause = Duration.ZERO;
		boolean fresh = true;
		Instant nextSweep = Instant.MIN;
		while (this.running) {
			try {
				TimeUnit.MILLISECONDS.sleep(pause.toMillis());
				if (fresh) {
					sendKeptAgain();
					fresh = false;
				}
				if (!now().isBefore(nextSweep)) {
					sweep();
					nextSweep = now().plus(this.settings.sweep());
				}
				publish(nudged(Duration.between(now(), nextSweep)));
				this.publishing = true;
				pause = Duration.ZERO;
			}
			catch (InterruptedException ex) {
				break;
			}
			catch (KafkaException | org.springframework.kafka.KafkaException | DataAccessException
					| com.mongodb.MongoException | IllegalStateException ex) {
				this.publishing = false;
				nextSweep = Instant.MIN;
				pause = pause.isZero() ? Duration.ofMillis(100) : pause.multipliedBy(2);
				pause = (pause.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : pause;
				log.warn("Events wait, next try in {} ms: {}", pause.toMillis(), ex.getMessage());
			}
		}
	}

	private Set<Place> nudged(Duration atMost) throws InterruptedException {
		Set<Place> places = new LinkedHashSet<>();
		Place first = this.nudges.poll(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
		if (first != null) {
			places.add(first);
			List<Place> more = new ArrayList<>();
			this.nudges.drainTo(more, BATCH - 1);
			places.addAll(more);
		}
		return places;
	}

	/** What was published just before a crash may not have reached the broker's disk. */
	private void sendKeptAgain() throws InterruptedException {
		for (String collection : this.outbox.collections()) {
			List<Future<?>> inFlight = new ArrayList<>();
			for (Document kept : find(collection, Filters.exists(Aggregates.SENT_AT), Integer.MAX_VALUE)) {
				Pending.in(kept).forEach((event) -> inFlight.add(send(event)));
			}
			for (Future<?> flight : inFlight) {
				await(flight);
			}
		}
	}

	private void sweep() throws InterruptedException {
		long waiting = 0;
		for (String collection : this.outbox.collections()) {
			List<Document> found;
			do {
				found = find(collection, Filters.exists(Aggregates.WAITING), BATCH);
				publish(collection, found);
			}
			while (found.size() == BATCH && this.running);
			waiting += find(collection, Filters.exists(Aggregates.WAITING), BATCH).size();
			trim(collection);
		}
		this.outbox.recount(waiting);
	}

	private void trim(String collection) {
		Bson old = Filters.lt(Aggregates.SENT_AT, Date.from(now().minus(this.settings.keep())));
		this.mongo.execute(collection,
				(documents) -> documents.deleteMany(Filters.and(old, Filters.exists(Aggregates.GONE))));
		// a change that comes in between has unset SENT_AT, and its events stay
		this.mongo.execute(collection, (documents) -> documents.updateMany(old,
				Updates.combine(Updates.set(Aggregates.OUTBOX, List.of()), Updates.unset(Aggregates.SENT_AT))));
	}

	private void publish(Set<Place> places) throws InterruptedException {
		Map<String, List<String>> ids = places.stream()
			.collect(Collectors.groupingBy(Place::collection, LinkedHashMap::new,
					Collectors.mapping(Place::id, Collectors.toList())));
		for (Map.Entry<String, List<String>> entry : ids.entrySet()) {
			publish(entry.getKey(), find(entry.getKey(), Filters.in("_id", entry.getValue()), BATCH));
		}
	}

	private List<Document> find(String collection, Bson filter, int limit) {
		List<Document> found = this.mongo.execute(collection, (documents) -> documents.find(filter)
			.projection(Projections.include(Aggregates.SEQUENCE, Aggregates.SENT, Aggregates.OUTBOX, Aggregates.GONE))
			.limit(limit)
			.into(new ArrayList<>()));
		return (found != null) ? found : List.of();
	}

	private void publish(String collection, List<Document> aggregates) throws InterruptedException {
		Map<Object, List<Pending>> waiting = new LinkedHashMap<>();
		Map<Object, Long> sent = new HashMap<>();
		for (Document aggregate : aggregates) {
			long upTo = aggregate.getLong(Aggregates.SENT);
			List<Pending> events = Pending.in(aggregate).stream().filter((event) -> event.seq() > upTo).toList();
			waiting.put(aggregate.get("_id"), events);
			sent.put(aggregate.get("_id"), upTo);
		}
		RuntimeException failure = null;
		int published = 0;
		try {
			for (int round = 0; !waiting.isEmpty(); round++) {
				int turn = round;
				waiting.values().removeIf((events) -> events.size() <= turn);
				List<Flight> inFlight = new ArrayList<>();
				waiting.forEach((id, events) -> inFlight.add(send(id, events.get(turn))));
				for (Flight flight : inFlight) {
					await(flight.future());
					sent.put(flight.id(), flight.seq());
					published++;
				}
			}
		}
		catch (KafkaException | org.springframework.kafka.KafkaException | IllegalStateException ex) {
			failure = ex;
		}
		acknowledge(collection, aggregates, sent);
		this.outbox.published(published);
		if (failure != null) {
			throw failure;
		}
	}

	private void acknowledge(String collection, List<Document> aggregates, Map<Object, Long> sent) {
		List<WriteModel<Document>> updates = new ArrayList<>();
		Date now = Date.from(now());
		for (Document aggregate : aggregates) {
			Object id = aggregate.get("_id");
			long upTo = sent.getOrDefault(id, 0L);
			updates.add(new UpdateOneModel<>(Filters.eq("_id", id), Updates.max(Aggregates.SENT, upTo)));
			if (upTo == aggregate.getLong(Aggregates.SEQUENCE)) {
				List<Bson> published = new ArrayList<>(
						List.of(Updates.unset(Aggregates.WAITING), Updates.set(Aggregates.SENT_AT, now)));
				if (aggregate.containsKey(Aggregates.GONE)) {
					published.add(Updates.set(Aggregates.OUTBOX, withoutState(aggregate)));
				}
				updates
					.add(new UpdateOneModel<>(Filters.and(Filters.eq("_id", id), Filters.eq(Aggregates.SEQUENCE, upTo)),
							Updates.combine(published)));
			}
		}
		if (!updates.isEmpty()) {
			this.mongo.execute(collection,
					(documents) -> documents.bulkWrite(updates, new BulkWriteOptions().ordered(true)));
		}
	}

	/** Of what is gone, only tombstones may be needed once more. */
	private static List<Document> withoutState(Document shell) {
		return Pending.in(shell).stream().filter((event) -> event.value() == null).map(Pending::stored).toList();
	}

	private Flight send(Object id, Pending event) {
		return new Flight(id, event.seq(), send(event));
	}

	private Future<?> send(Pending event) {
		return this.kafka.send(event.record(this.source, partitions(event.topic())));
	}

	private int partitions(String topic) {
		Integer known = this.partitions.get(topic);
		if (known == null) {
			// the broker may have been away when this service started
			this.admin.initialize();
			known = this.kafka.partitionsFor(topic).size();
			if (known == 0) {
				throw new IllegalStateException("The topic " + topic + " does not exist yet");
			}
			this.partitions.put(topic, known);
		}
		return known;
	}

	private static void await(Future<?> flight) throws InterruptedException {
		try {
			flight.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("The broker has not acknowledged", ex);
		}
	}

	/**
	 * Rhythm and keeping go by real time, also where the service's clock is simulated.
	 */
	private static Instant now() {
		return Clock.systemUTC().instant();
	}

}
