package org.holdfast.mentorship.circle.forming;

import java.time.Instant;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.circle.peers.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A forming of circles from opening to publishing; once published it does not change any
 * more.
 *
 * @param id made up by who opens it; the seed follows from it
 * @param settings by what it forms
 * @param result null until it is published
 */
record Forming(String id, String name, Settings settings, State state, long seed, Instant openedAt,
		@Nullable Result result) {

	/**
	 * By what circles are formed.
	 *
	 * @param differentUnits whether no two of a circle may work in the same unit
	 * @param newCompany whether nobody may be with somebody of their circles by the last
	 * two formings
	 */
	record Settings(Kind kind, boolean differentUnits, boolean newCompany) {

	}

	enum State {

		OPEN,

		/** Decided, and being proposed to people. */
		PUBLISHED,

		/** Every circle is proposed. */
		DELIVERED,

		CANCELLED

	}

	/** What was published. */
	record Result(Instant at, String by, Outcome outcome) {

	}

	static Forming opened(String id, String name, Settings settings, Instant now) {
		return new Forming(id, name, settings, State.OPEN, id.hashCode(), now, null);
	}

	Forming published(Result result) {
		requireOpen();
		return in(State.PUBLISHED, result);
	}

	Forming cancelled() {
		if (this.state != State.CANCELLED) {
			requireOpen();
		}
		return in(State.CANCELLED, null);
	}

	Forming delivered() {
		return in(State.DELIVERED, this.result);
	}

	/** The same without anything about an erased person. */
	Forming without(String staffId) {
		return in(this.state, (this.result == null) ? null
				: new Result(this.result.at(), this.result.by(), this.result.outcome().without(staffId)));
	}

	private Forming in(State state, @Nullable Result result) {
		return new Forming(this.id, this.name, this.settings, state, this.seed, this.openedAt, result);
	}

	/** Whether the people in it are not free for another one. */
	boolean isInTheWay() {
		return this.state == State.OPEN || this.state == State.PUBLISHED;
	}

	/** Whether it is the same as somebody asks to open once more. */
	boolean isAlso(String name, Settings settings) {
		return this.name.equals(name) && this.settings.equals(settings);
	}

	void requireOpen() {
		if (this.state != State.OPEN) {
			throw Refusal.conflict("forming-is-over",
					"The forming \"%s\" is %s and does not change any more. Open another one.".formatted(this.name,
							(this.state == State.CANCELLED) ? "cancelled" : "published"));
		}
	}

}
