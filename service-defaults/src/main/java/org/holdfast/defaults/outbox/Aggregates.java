package org.holdfast.defaults.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/**
 * One collection of aggregates, each with its pending events in its own document, so that
 * a change and what it tells are one atomic write in every run mode.
 *
 * @param <T> a record with a component {@code String id}
 */
public final class Aggregates<T> {

	static final String VERSION = "_version";

	static final String SEQUENCE = "_seq";

	/** Sequence number up to which the broker has acknowledged. */
	static final String SENT = "_sent";

	/** Present while events wait for the broker. */
	static final String WAITING = "_waiting";

	/** Since when all events of this document are published. */
	static final String SENT_AT = "_sentAt";

	static final String OUTBOX = "_outbox";

	private static final int ATTEMPTS = 100;

	private final Class<T> type;

	private final String collection;

	private final MongoOperations mongo;

	private final Outbox outbox;

	Aggregates(Class<T> type, String collection, MongoOperations mongo, Outbox outbox) {
		this.type = type;
		this.collection = collection;
		this.mongo = mongo;
		this.outbox = outbox;
	}

	public Optional<T> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, this.type, this.collection));
	}

	public List<T> find(Query query) {
		return this.mongo.find(query, this.type, this.collection);
	}

	public List<T> findAll() {
		return this.mongo.findAll(this.type, this.collection);
	}

	/**
	 * Loads an aggregate, lets a pure function decide, and stores its next state together
	 * with its events, durably, before returning; decides again where another writer was
	 * quicker.
	 * @param decide from the present state (empty if there is none) to the change; called
	 * again on conflict, so without side effects
	 * @return the state after the change
	 * @throws org.holdfast.defaults.problem.Unavailable if too many events wait for the
	 * broker
	 * @throws IllegalStateException if there is neither a present nor a next state
	 */
	public T change(String id, Function<Optional<T>, Change<T>> decide) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Document found = this.mongo.execute(this.collection,
					(documents) -> documents.find(Filters.eq("_id", id)).first());
			Optional<T> present = Optional.ofNullable(found)
				.map((document) -> this.mongo.getConverter().read(this.type, document));
			Change<T> change = decide.apply(present);
			if (change.next() == null) {
				return present.orElseThrow(
						() -> new IllegalStateException("Nothing is stored under " + id + " and nothing was decided"));
			}
			this.outbox.admit(change.events().size());
			if (store(id, found, change.next(), change.events())) {
				this.outbox.accepted(this.collection, id, change.events().size());
				return change.next();
			}
		}
		throw new OptimisticLockingFailureException(
				"%s %s is changed by too many at once".formatted(this.type.getSimpleName(), id));
	}

	private boolean store(String id, @Nullable Document found, T next, List<Event> events) {
		long version = (found != null) ? found.getLong(VERSION) : 0;
		long sequence = (found != null) ? found.getLong(SEQUENCE) : 0;
		Document state = new Document();
		this.mongo.getConverter().write(next, state);
		state.remove("_class");
		state.remove("_id");
		List<Document> pending = this.outbox.pending(events, sequence);
		Document envelope = new Document(VERSION, version + 1).append(SEQUENCE, sequence + events.size());
		if (!events.isEmpty()) {
			envelope.append(WAITING, true);
		}
		if (found == null) {
			Document whole = new Document("_id", id).append(SENT, 0L).append(OUTBOX, pending);
			whole.putAll(envelope);
			whole.putAll(state);
			return inserted(whole);
		}
		List<Bson> updates = new ArrayList<>();
		state.putAll(envelope);
		updates.add(new Document("$set", state));
		Set<String> gone = new java.util.TreeSet<>(found.keySet());
		gone.removeAll(state.keySet());
		gone.removeIf((field) -> field.startsWith("_"));
		gone.forEach((field) -> updates.add(Updates.unset(field)));
		if (!events.isEmpty()) {
			updates.add(Updates.unset(SENT_AT));
			updates.add(Updates.pushEach(OUTBOX, pending));
		}
		Bson filter = Filters.and(Filters.eq("_id", id), Filters.eq(VERSION, version));
		return matched(filter, Updates.combine(updates));
	}

	private boolean matched(Bson filter, Bson update) {
		Long matched = this.mongo.execute(this.collection,
				(documents) -> documents.updateOne(filter, update).getMatchedCount());
		return matched != null && matched == 1;
	}

	private boolean inserted(Document whole) {
		Boolean inserted = this.mongo.execute(this.collection, (documents) -> {
			try {
				documents.insertOne(whole);
				return true;
			}
			catch (DuplicateKeyException ex) {
				return false;
			}
			catch (MongoWriteException ex) {
				if (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY && isAboutId(ex)) {
					return false;
				}
				throw ex;
			}
		});
		return Boolean.TRUE.equals(inserted);
	}

	/** Another unique index that refuses is the caller's to handle, not a lost race. */
	private static boolean isAboutId(MongoWriteException refused) {
		return refused.getError().getMessage().contains("_id");
	}

}
