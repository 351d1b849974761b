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
import org.springframework.data.mongodb.core.query.Criteria;
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

	/** Present in the shell that is left of an aggregate until its end is published. */
	static final String GONE = "_gone";

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
		return Optional.ofNullable(document(id)).filter(Aggregates::isPresent).map(this::read);
	}

	public List<T> find(Query query) {
		return this.mongo.find(query.addCriteria(Criteria.where(GONE).exists(false)), this.type, this.collection);
	}

	public List<T> findAll() {
		return find(new Query());
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
			Document found = document(id);
			Optional<T> present = Optional.ofNullable(found).filter(Aggregates::isPresent).map(this::read);
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
		throw contended(id);
	}

	/**
	 * The same as {@link #change}, with one write and no look before it where there is
	 * nothing under the id yet: for ids that mostly are new.
	 * @param decide from the present state (empty if there is none) to the change; called
	 * again on conflict and where there is one, so without side effects
	 * @return the state after the change
	 * @throws org.holdfast.defaults.problem.Unavailable if too many events wait for the
	 * broker
	 * @throws IllegalStateException if there is neither a present nor a next state
	 */
	public T changeMostlyNew(String id, Function<Optional<T>, Change<T>> decide) {
		Change<T> change;
		try {
			change = decide.apply(Optional.empty());
			this.outbox.admit(change.events().size());
		}
		catch (RuntimeException refused) {
			// with what there is it may be decided otherwise, or nothing need be told
			return change(id, decide);
		}
		if (change.next() != null) {
			if (store(id, null, change.next(), change.events())) {
				this.outbox.accepted(this.collection, id, change.events().size());
				return change.next();
			}
		}
		return change(id, decide);
	}

	/**
	 * Takes an aggregate away, durably, before returning, with the last events of it,
	 * which are mostly tombstones. Nothing of its state is left but an empty shell that
	 * holds what is still to be published; the shell goes some minutes after the broker
	 * has acknowledged. What was not published before goes out first.
	 * <p>
	 * The next aggregate under the same id begins anew, and so do its sequence numbers
	 * once the shell is gone: readers would take them for old. Do not use an id again.
	 * @param last from the present state to what is to be told; called again on conflict,
	 * so without side effects
	 * @return false if there was nothing to take away
	 * @throws org.holdfast.defaults.problem.Unavailable if too many events wait for the
	 * broker; nothing was taken away
	 */
	public boolean remove(String id, Function<T, List<Event>> last) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Document found = document(id);
			if (found == null || !isPresent(found)) {
				return false;
			}
			List<Event> events = last.apply(read(found));
			this.outbox.admit(events.size());
			if (empty(found, events)) {
				this.outbox.accepted(this.collection, id, events.size());
				return true;
			}
		}
		throw contended(id);
	}

	private boolean empty(Document found, List<Event> events) {
		long sequence = found.getLong(SEQUENCE);
		long sent = found.getLong(SENT);
		// what was published holds state that must not outlive the aggregate
		List<Document> pending = new ArrayList<>(found.getList(OUTBOX, Document.class, List.of())
			.stream()
			.filter((event) -> event.getLong("seq") > sent)
			.toList());
		pending.addAll(this.outbox.pending(events, sequence));
		Bson unchanged = Filters.and(Filters.eq("_id", found.get("_id")), Filters.eq(VERSION, found.getLong(VERSION)));
		Document shell = new Document("_id", found.get("_id")).append(GONE, true)
			.append(VERSION, found.getLong(VERSION) + 1)
			.append(SEQUENCE, sequence + events.size())
			.append(SENT, sent)
			.append(OUTBOX, pending)
			.append(WAITING, true);
		Long matched = this.mongo.execute(this.collection,
				(documents) -> pending.isEmpty() ? documents.deleteOne(unchanged).getDeletedCount()
						: documents.replaceOne(unchanged, shell).getMatchedCount());
		return matched != null && matched == 1;
	}

	private @Nullable Document document(String id) {
		return this.mongo.execute(this.collection, (documents) -> documents.find(Filters.eq("_id", id)).first());
	}

	private static boolean isPresent(Document document) {
		return !document.containsKey(GONE);
	}

	private T read(Document document) {
		return this.mongo.getConverter().read(this.type, document);
	}

	private OptimisticLockingFailureException contended(String id) {
		return new OptimisticLockingFailureException(
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
		if (!isPresent(found)) {
			updates.add(Updates.unset(GONE));
		}
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
