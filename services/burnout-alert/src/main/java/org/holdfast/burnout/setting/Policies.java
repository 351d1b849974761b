package org.holdfast.burnout.setting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** All versions of what the agency chose; none is ever changed or removed. */
@Component
public class Policies {

	private static final String COLLECTION = "policies";

	private final MongoOperations mongo;

	private final Policy first;

	public Policies(MongoOperations mongo, BurnoutSettings settings) {
		this.mongo = mongo;
		this.first = settings.policy();
	}

	/** Returns all versions, the first one first. */
	public List<Policy> all() {
		List<Policy> all = new ArrayList<>(List.of(this.first));
		this.mongo.findAll(Stored.class, COLLECTION)
			.stream()
			.map(Stored::policy)
			.sorted(Comparator.comparing(Policy::version))
			.forEach(all::add);
		return all;
	}

	public Policy current() {
		return all().getLast();
	}

	/** Returns the version that holds for a cycle that opened at an instant. */
	public Policy at(Instant opened) {
		return all().stream().filter((policy) -> !policy.since().isAfter(opened)).toList().getLast();
	}

	/**
	 * Adds a version.
	 * @param next from the current version to the next one, which it must count
	 */
	Policy change(UnaryOperator<Policy> next) {
		while (true) {
			Policy policy = next.apply(current());
			try {
				this.mongo.insert(new Stored(policy.version(), policy), COLLECTION);
				return policy;
			}
			catch (DuplicateKeyException ex) {
				// somebody else was quicker; theirs is the current one now
			}
		}
	}

	/** A version under its number. */
	private record Stored(@Id int version, Policy policy) {
	}

}
