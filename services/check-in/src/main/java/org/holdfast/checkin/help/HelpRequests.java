package org.holdfast.checkin.help;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * All requests for help.
 */
@Component
class HelpRequests {

	private static final String COLLECTION = "help-requests";

	private static final String TARGETS = "course.steps.target";

	private final Aggregates<HelpRequest> aggregates;

	HelpRequests(Outbox outbox, MongoOperations mongo) {
		this.aggregates = outbox.aggregates(HelpRequest.class, COLLECTION);
		Stream.of("askerId", TARGETS + ".personId", TARGETS + ".kind", "course.dueAt", "course.overAt")
			.forEach((field) -> mongo.indexOps(COLLECTION).createIndex(new Index(field, Sort.Direction.ASC)));
	}

	Optional<HelpRequest> find(String id) {
		return this.aggregates.find(id);
	}

	/** The newest first. */
	List<HelpRequest> of(String askerId) {
		return this.aggregates
			.find(Query.query(Criteria.where("askerId").is(askerId)).with(Sort.by(Sort.Direction.DESC, "askedAt")));
	}

	/** What may be addressed to a person, to be looked at more closely. */
	List<HelpRequest> perhapsFor(String staffId, List<Kind> groups) {
		return this.aggregates.find(Query
			.query(new Criteria().orOperator(Criteria.where(TARGETS + ".personId").is(staffId),
					Criteria.where("course.acceptedBy").is(staffId), Criteria.where(TARGETS + ".kind").in(groups)))
			.with(Sort.by(Sort.Direction.DESC, "askedAt")));
	}

	/** Whatever names a person who does not ask themself. */
	List<HelpRequest> naming(String staffId) {
		return this.aggregates
			.find(Query.query(new Criteria().orOperator(Criteria.where(TARGETS + ".personId").is(staffId),
					Criteria.where("course.acceptedBy").is(staffId),
					Criteria.where("course.steps.declinedBy").is(staffId),
					Criteria.where("course.remaining.personId").is(staffId),
					Criteria.where("wish.personId").is(staffId), Criteria.where("wish.goesOnTo.personId").is(staffId),
					Criteria.where("notices.told.staffId").is(staffId))));
	}

	List<HelpRequest> due(Instant now) {
		return this.aggregates.find(Query.query(Criteria.where("course.dueAt").lte(now)));
	}

	List<HelpRequest> overBefore(Instant then) {
		return this.aggregates.find(Query.query(Criteria.where("course.overAt").lt(then)));
	}

	HelpRequest change(String id, Function<Optional<HelpRequest>, Change<HelpRequest>> decide) {
		return this.aggregates.change(id, decide);
	}

	void remove(HelpRequest request) {
		this.aggregates.remove(request.id(), HelpRequest::removed);
	}

}
