package org.holdfast.checkin.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.holdfast.checkin.people.Erased;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Every reading of something about a person by another person. One entry stands for all
 * readings of the same thing by the same person on one day, so that a page that refreshes
 * itself does not bury the rest.
 */
@Component
public class AccessLog {

	private static final String COLLECTION = "access-log";

	private final MongoOperations mongo;

	private final Clock clock;

	AccessLog(MongoOperations mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
		mongo.indexOps(COLLECTION).createIndex(new Index("about", Sort.Direction.ASC).named("about"));
	}

	/**
	 * Keeps a reading, durably, before returning; to be called before what was read is
	 * handed out.
	 * @param reader who reads
	 * @param about whom it is about
	 * @param what of which kind it is
	 * @param thing which one it is
	 */
	public void read(String reader, String about, What what, String thing) {
		Instant now = this.clock.instant();
		LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
		// the parts have no line breaks in common with what joins them
		String id = String.join("\n", about, reader, what.name(), thing, day.toString());
		Query entry = Query.query(Criteria.where("_id").is(id));
		Update reading = new Update().setOnInsert("about", about)
			.setOnInsert("by", reader)
			.setOnInsert("what", what.name())
			.setOnInsert("thing", thing)
			.setOnInsert("first", now)
			.set("last", now)
			.inc("times", 1);
		try {
			this.mongo.upsert(entry, reading, COLLECTION);
		}
		catch (DuplicateKeyException ex) {
			// another reading of the same made the entry meanwhile
			this.mongo.upsert(entry, reading, COLLECTION);
		}
	}

	/** What was read about a person, the newest first. */
	List<Entry> about(String staffId) {
		return this.mongo.find(Query.query(Criteria.where("about").is(staffId)), Entry.class, COLLECTION)
			.stream()
			.sorted(Comparator.comparing(Entry::last).reversed().thenComparing(Entry::id))
			.toList();
	}

	/** Their own log goes; in the logs of others they are nobody from now on. */
	@EventListener
	void on(Erased person) {
		this.mongo.remove(Query.query(Criteria.where("about").is(person.staffId())), COLLECTION);
		for (Entry entry : this.mongo.find(Query.query(Criteria.where("by").is(person.staffId())), Entry.class,
				COLLECTION)) {
			// the id names them too
			String id = UUID.randomUUID().toString();
			this.mongo.save(entry.withoutReader(id), COLLECTION);
			this.mongo.remove(Query.query(Criteria.where("_id").is(entry.id())), COLLECTION);
		}
	}

	/** What can be read about a person by another one. */
	public enum What {

		/** That somebody asked for help, of whom and how urgently. */
		HELP_REQUEST,

		/** The words with which they asked. */
		WORDS,

		/** How they answered "How are you doing?". */
		CHECK_IN

	}

	/**
	 * A kind of reading on one day.
	 *
	 * @param by null for somebody who was erased since
	 */
	record Entry(@Id String id, String about, @Nullable String by, What what, String thing, Instant first, Instant last,
			int times) {

		Entry withoutReader(String id) {
			return new Entry(id, this.about, null, this.what, this.thing, this.first, this.last, this.times);
		}

	}

}
