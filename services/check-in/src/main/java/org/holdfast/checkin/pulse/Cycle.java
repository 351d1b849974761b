package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.problem.Refusal;

/**
 * One round of the pulse: planned, then open, then closed, never back.
 *
 * @param id chosen by who plans it, such as {@code 2026-W21}
 * @param opensAt when it should open
 * @param closesAt the first instant at which an answer is late
 * @param state how far it is
 * @param units frozen at the close, empty before
 */
record Cycle(String id, Instant opensAt, Instant closesAt, State state, List<Turnout> units) {

	static final String TOPIC = "check-in.cycle";

	Cycle {
		units = List.copyOf(units);
	}

	/**
	 * A new cycle.
	 * @throws Refusal (400) if it would be over before it begins
	 */
	static Cycle planned(String id, Instant opensAt, Instant closesAt) {
		Cycle cycle = new Cycle(id, opensAt.truncatedTo(ChronoUnit.MILLIS), closesAt.truncatedTo(ChronoUnit.MILLIS),
				State.PLANNED, List.of());
		if (!cycle.opensAt.isBefore(cycle.closesAt)) {
			throw Refusal.invalid("cycle-without-time",
					"The cycle would close before it opens; closesAt must be after opensAt.");
		}
		return cycle;
	}

	Change<Cycle> opened() {
		return (this.state != State.PLANNED) ? Change.none()
				: told(new Cycle(this.id, this.opensAt, this.closesAt, State.OPEN, List.of()), "opened");
	}

	Change<Cycle> closed(List<Turnout> units) {
		return (this.state != State.OPEN) ? Change.none()
				: told(new Cycle(this.id, this.opensAt, this.closesAt, State.CLOSED, units), "closed");
	}

	/**
	 * Whether an answer stamped now is late; a closed cycle has counted, whatever a clock
	 * says that was set back.
	 */
	boolean isOver(Instant now) {
		return this.state == State.CLOSED || !now.isBefore(this.closesAt);
	}

	boolean takesTimelyAnswers(Instant now) {
		return this.state == State.OPEN && !isOver(now);
	}

	boolean overlaps(Cycle other) {
		return this.opensAt.isBefore(other.closesAt) && other.opensAt.isBefore(this.closesAt);
	}

	boolean isPlannedLike(Cycle other) {
		return this.opensAt.equals(other.opensAt) && this.closesAt.equals(other.closesAt);
	}

	private static Change<Cycle> told(Cycle next, String state) {
		return Change.to(next,
				Event.of(TOPIC, next.id, new CycleChanged(next.id, state, next.opensAt, next.closesAt, next.units)));
	}

	/** How far a cycle is. */
	enum State {

		PLANNED, OPEN, CLOSED;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
