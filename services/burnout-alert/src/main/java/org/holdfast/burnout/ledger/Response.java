package org.holdfast.burnout.ledger;

import java.time.Instant;
import java.util.List;

import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the agency, or the lead of a unit, answered to a cycle.
 *
 * @param id the cycle's id; for a unit's, with the unit's
 * @param unitId the unit it is about; null for the whole agency
 * @param publishedBy the staff id of who published it
 */
record Response(String id, String cycleId, @Nullable String unitId, String text, Instant publishedAt,
		String publishedBy, List<Promise> promises) {

	Response {
		promises = List.copyOf(promises);
	}

	static String id(String cycleId, @Nullable String unitId) {
		return (unitId != null) ? cycleId + "/" + unitId : cycleId;
	}

	/** Returns it with one of its promises kept or dropped. */
	Response settle(String promiseId, Promise.State state, @Nullable String reason) {
		if (this.promises.stream().noneMatch((promise) -> promise.id().equals(promiseId))) {
			throw Refusal.notFound("no-such-promise", "There is no such promise. GET /ledger lists them.");
		}
		return new Response(this.id, this.cycleId, this.unitId, this.text, this.publishedAt, this.publishedBy,
				this.promises.stream()
					.map((promise) -> promise.id().equals(promiseId) ? promise.settle(state, reason) : promise)
					.toList());
	}

}
