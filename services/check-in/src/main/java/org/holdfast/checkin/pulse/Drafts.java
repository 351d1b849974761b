package org.holdfast.checkin.pulse;

import java.time.Clock;
import java.util.Optional;

import org.holdfast.checkin.people.Erased;
import org.holdfast.defaults.time.ClockMoved;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All drafts, until they are sent, thrown away or too late.
 */
@Component
class Drafts {

	private static final String COLLECTION = "drafts";

	private final MongoOperations mongo;

	private final Clock clock;

	Drafts(MongoOperations mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	void save(Draft draft) {
		this.mongo.save(draft, COLLECTION);
	}

	Optional<Draft> find(String responseId) {
		return Optional.ofNullable(this.mongo.findById(responseId, Draft.class, COLLECTION));
	}

	void remove(String responseId) {
		Query draft = Query.query(Criteria.where("_id").is(responseId));
		// to look is cheaper than to remove nothing durably, and most answer in one go
		if (this.mongo.exists(draft, COLLECTION)) {
			this.mongo.remove(draft, COLLECTION);
		}
	}

	/** What a person had not sent goes with them. */
	@EventListener
	void on(Erased person) {
		if (person.pseudonym() != null) {
			this.mongo.remove(Query.query(Criteria.where("pseudonym").is(person.pseudonym())), COLLECTION);
		}
	}

	@Scheduled(fixedDelay = 3_600_000)
	void everyHour() {
		this.mongo.remove(Query.query(Criteria.where("until").lt(this.clock.instant())), COLLECTION);
	}

	@EventListener
	void on(ClockMoved moved) {
		everyHour();
	}

}
