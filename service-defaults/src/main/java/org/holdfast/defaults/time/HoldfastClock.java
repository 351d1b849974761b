package org.holdfast.defaults.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The clock of a service: real time, or a simulated instant that stands still until it is
 * set and that a restart finds again.
 */
public final class HoldfastClock extends Clock {

	private static final String COLLECTION = "clock";

	private static final Document THE_CLOCK = new Document("_id", "clock");

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final boolean mayBeSimulated;

	private volatile @Nullable Instant simulated;

	HoldfastClock(MongoOperations mongo, ApplicationEventPublisher events, boolean mayBeSimulated) {
		this.mongo = mongo;
		this.events = events;
		this.mayBeSimulated = mayBeSimulated;
		Document stored = mayBeSimulated ? mongo.execute(COLLECTION, (collection) -> collection.find(THE_CLOCK).first())
				: null;
		this.simulated = (stored != null) ? stored.getDate("now").toInstant() : null;
	}

	/**
	 * Returns the time to the millisecond, as the database keeps it.
	 */
	@Override
	public Instant instant() {
		Instant fixed = this.simulated;
		return ((fixed != null) ? fixed : Instant.now()).truncatedTo(ChronoUnit.MILLIS);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("Holdfast keeps time in UTC");
	}

	boolean isSimulated() {
		return this.simulated != null;
	}

	/**
	 * Sets the simulated instant and lets every listener do what became due.
	 * @throws IllegalStateException if this service runs on real time only
	 */
	public void set(Instant now) {
		requireSimulation();
		Document stored = new Document(THE_CLOCK).append("now", Date.from(now));
		this.mongo.execute(COLLECTION, (collection) -> collection.replaceOne(THE_CLOCK, stored,
				new com.mongodb.client.model.ReplaceOptions().upsert(true)));
		this.simulated = now;
		this.events.publishEvent(new ClockMoved(now));
	}

	/**
	 * Goes back to real time.
	 * @throws IllegalStateException if this service runs on real time only
	 */
	public void resume() {
		requireSimulation();
		this.mongo.execute(COLLECTION, (collection) -> collection.deleteOne(THE_CLOCK));
		this.simulated = null;
		this.events.publishEvent(new ClockMoved(instant()));
	}

	private void requireSimulation() {
		if (!this.mayBeSimulated) {
			throw new IllegalStateException("This service runs on real time: HOLDFAST_SIMULATED_CLOCK is not set");
		}
	}

}
