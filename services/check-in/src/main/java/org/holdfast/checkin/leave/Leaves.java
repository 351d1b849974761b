package org.holdfast.checkin.leave;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.holdfast.checkin.people.Erased;
import org.holdfast.checkin.people.Recent;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The leaves that HR entered.
 */
@Component
public class Leaves {

	private static final String COLLECTION = "leaves";

	private final MongoOperations mongo;

	private final Recent<Map<String, Leave>> known;

	Leaves(MongoOperations mongo) {
		this.mongo = mongo;
		this.known = new Recent<>(
				() -> all().stream().collect(Collectors.toUnmodifiableMap(Leave::id, Function.identity())));
	}

	/** Replaces what was entered for a person. */
	void enter(Leave leave) {
		if (leave.times().isEmpty()) {
			forget(leave.id());
		}
		else {
			this.mongo.save(leave, COLLECTION);
			this.known.renew();
		}
	}

	/** All there are, by person. */
	List<Leave> all() {
		return this.mongo.findAll(Leave.class, COLLECTION).stream().sorted(Comparator.comparing(Leave::id)).toList();
	}

	/**
	 * Whether a person is away for the whole of a time, to the last moment.
	 * @param staffId who
	 * @param from where the time begins
	 * @param until where it ends
	 * @return false as soon as there is a moment in which they are there
	 */
	public boolean cover(String staffId, Instant from, Instant until) {
		return Optional.ofNullable(this.known.get().get(staffId))
			.map((leave) -> leave.coversAll(from, until))
			.orElse(false);
	}

	/**
	 * Everybody who is away for the whole of a time.
	 * @param from where the time begins
	 * @param until where it ends
	 * @return staff ids
	 */
	public Set<String> away(Instant from, Instant until) {
		return all().stream()
			.filter((leave) -> leave.coversAll(from, until))
			.map(Leave::id)
			.collect(Collectors.toSet());
	}

	@EventListener
	void on(Erased person) {
		forget(person.staffId());
	}

	private void forget(String staffId) {
		this.mongo.remove(Query.query(Criteria.where("_id").is(staffId)), COLLECTION);
		this.known.renew();
	}

}
