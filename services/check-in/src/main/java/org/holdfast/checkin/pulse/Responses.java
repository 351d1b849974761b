package org.holdfast.checkin.pulse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.holdfast.checkin.instrument.Scale;
import org.holdfast.checkin.people.Erased;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * All responses, read by id alone except when a cycle is counted.
 */
@Component
class Responses {

	private final Aggregates<Response> aggregates;

	Responses(Outbox outbox, MongoOperations mongo) {
		this.aggregates = outbox.aggregates(Response.class, "responses");
		mongo.indexOps("responses").createIndex(new Index("cycleId", Sort.Direction.ASC).named("cycle"));
	}

	/** Most answer a cycle once. */
	Response change(String id, Function<Optional<Response>, Change<Response>> decide) {
		return this.aggregates.changeMostlyNew(id, decide);
	}

	Optional<Response> find(String cycleId, String pseudonym) {
		return this.aggregates.find(Response.id(cycleId, pseudonym));
	}

	/**
	 * A person's own, found by the ids they must have: one read whoever else answered.
	 */
	List<Response> find(List<Cycle> cycles, String pseudonym) {
		List<String> ids = cycles.stream().map((cycle) -> Response.id(cycle.id(), pseudonym)).toList();
		return this.aggregates.find(Query.query(Criteria.where("_id").in(ids)));
	}

	/** All responses to a cycle. */
	List<Response> of(String cycleId) {
		return this.aggregates.find(Query.query(Criteria.where("cycleId").is(cycleId)));
	}

	/** What a closing cycle counts. */
	List<Response> timelyScored(String cycleId, Scale outcome) {
		return of(cycleId).stream()
			.filter((response) -> !response.late() && response.score(outcome.id()) != null)
			.toList();
	}

	/**
	 * What came too late to count was for the person alone: nobody needs it any more.
	 * What counts stays, anonymous.
	 */
	@EventListener
	void on(Erased person) {
		if (person.pseudonym() != null) {
			this.aggregates.find(Query.query(Criteria.where("pseudonym").is(person.pseudonym()).and("late").is(true)))
				.forEach((late) -> this.aggregates.remove(late.id(), (response) -> List.of(response.gone())));
		}
	}

}
