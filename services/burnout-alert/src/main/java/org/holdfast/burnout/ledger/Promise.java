package org.holdfast.burnout.ledger;

import java.time.LocalDate;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said they would do.
 *
 * @param owner a name or a role, as the agency calls it
 * @param dueOn the last day on which it is kept in time
 * @param reason why it was dropped, or what came of it
 */
record Promise(String id, String text, String owner, LocalDate dueOn, State state, @Nullable String reason) {

	boolean isOverdue(LocalDate today) {
		return this.state == State.OPEN && this.dueOn.isBefore(today);
	}

	/** Returns it kept, or dropped for a reason. */
	Promise settle(State state, @Nullable String reason) {
		if (this.state != State.OPEN) {
			throw Refusal
				.conflict("already-settled",
						"The promise is %s already.".formatted(this.state.name().toLowerCase(Locale.ROOT)))
				.with("state", this.state);
		}
		if (state == State.OPEN) {
			throw Refusal.invalid("nothing-settled", "state: expected kept or dropped.");
		}
		if (state == State.DROPPED && (reason == null || reason.isBlank())) {
			throw Refusal.invalid("no-reason", "reason: say why the promise is dropped; everybody reads it.");
		}
		return new Promise(this.id, this.text, this.owner, this.dueOn, state, reason);
	}

	/** Where a promise stands. */
	enum State {

		/** It is still to be kept. */
		@JsonProperty("open")
		OPEN,
		/** It was kept. */
		@JsonProperty("kept")
		KEPT,
		/** It will not be kept, for the reason given. */
		@JsonProperty("dropped")
		DROPPED

	}

}
