package org.holdfast.defaults.inbox;

import java.util.List;
import java.util.Optional;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.bson.conversions.Bson;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * What a service knows from another one's events: a row per source, replaced only by a
 * newer event of that source. Reading twice changes nothing, and figures computed from
 * rows count nothing twice.
 *
 * @param <T> a record with a component {@code String id}
 */
public final class Rows<T> {

	private static final String SEQUENCE = "_seq";

	private static final String GONE = "_gone";

	private final Class<T> type;

	private final String collection;

	private final MongoOperations mongo;

	Rows(Class<T> type, String collection, MongoOperations mongo) {
		this.type = type;
		this.collection = collection;
		this.mongo = mongo;
	}

	/**
	 * Takes the row if its event is newer than the one that is held. For events that
	 * carry the whole state of their source: compaction may have left out earlier ones.
	 * @return false for a duplicate and for an older event; nothing changed
	 */
	public boolean put(String id, long seq, T row) {
		return replace(id, seq, Filters.lt(SEQUENCE, seq), written(row));
	}

	/**
	 * Takes the row if its event is the next of its source.
	 * @return false for a duplicate; nothing changed
	 * @throws GapException if events before this one are missing
	 */
	public boolean append(String id, long seq, T row) {
		long held = heldSequence(id);
		if (seq > held + 1) {
			throw new GapException(id, held + 1, seq);
		}
		return seq == held + 1 && replace(id, seq, Filters.eq(SEQUENCE, held), written(row));
	}

	/**
	 * Takes a tombstone: the row is gone, and an older event does not bring it back.
	 * @return false for a duplicate and for an older tombstone
	 */
	public boolean remove(String id, long seq) {
		return replace(id, seq, Filters.lt(SEQUENCE, seq), new Document(GONE, true));
	}

	/**
	 * Lets go of rows with all that is known of them, as an erasure asks; an event about
	 * one of them that comes again later is taken as new.
	 */
	public void forget(Query query) {
		this.mongo.remove(query, this.collection);
	}

	public Optional<T> find(String id) {
		return find(Query.query(Criteria.where("_id").is(id))).stream().findFirst();
	}

	public List<T> findAll() {
		return find(new Query());
	}

	public List<T> find(Query query) {
		return this.mongo.find(query.addCriteria(Criteria.where(GONE).exists(false)), this.type, this.collection);
	}

	private long heldSequence(String id) {
		Document held = this.mongo.execute(this.collection,
				(documents) -> documents.find(Filters.eq("_id", id)).first());
		return (held != null) ? held.getLong(SEQUENCE) : 0;
	}

	private Document written(T row) {
		Document state = new Document();
		this.mongo.getConverter().write(row, state);
		state.remove("_class");
		return state;
	}

	private boolean replace(String id, long seq, Bson olderThan, Document row) {
		Document stored = new Document("_id", id).append(SEQUENCE, seq);
		row.forEach(stored::putIfAbsent);
		Boolean replaced = this.mongo.execute(this.collection, (documents) -> {
			try {
				// inserts where there is none, which fails where an equal or newer one is
				// held
				documents.replaceOne(Filters.and(Filters.eq("_id", id), olderThan), stored,
						new ReplaceOptions().upsert(true));
				return true;
			}
			catch (DuplicateKeyException ex) {
				return false;
			}
			catch (MongoWriteException ex) {
				if (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
					return false;
				}
				throw ex;
			}
		});
		return Boolean.TRUE.equals(replaced);
	}

}
