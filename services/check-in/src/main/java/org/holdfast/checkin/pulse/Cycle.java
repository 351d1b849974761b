package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One round of the pulse: planned, then open, then closed, never back.
 *
 * @param id chosen by who plans it, such as {@code 2026-W21}
 * @param series the recurring series it belongs to, null for one planned by hand
 * @param instrument what is asked
 * @param opensAt when it should open
 * @param closesAt the first instant at which an answer is late
 * @param state how far it is
 */
record Cycle(String id, @Nullable String series, Response.Questionnaire instrument, Instant opensAt, Instant closesAt,
		State state) {

	static final String TOPIC = "check-in.cycle";

	/**
	 * A cycle planned by hand.
	 * @throws Refusal (400) if it would be over before it begins
	 */
	static Cycle planned(String id, Response.Questionnaire instrument, Instant opensAt, Instant closesAt) {
		Cycle cycle = new Cycle(id, null, instrument, opensAt.truncatedTo(ChronoUnit.MILLIS),
				closesAt.truncatedTo(ChronoUnit.MILLIS), State.PLANNED);
		if (!cycle.opensAt.isBefore(cycle.closesAt)) {
			throw Refusal.invalid("cycle-without-time",
					"The cycle would close before it opens; closesAt must be after opensAt.");
		}
		return cycle;
	}

	Change<Cycle> opened(Instrument instrument) {
		return (this.state != State.PLANNED) ? Change.none() : told(in(State.OPEN), "opened", instrument, List.of());
	}

	/** The counts are frozen in the event; nobody here reads them again. */
	Change<Cycle> closed(Instrument instrument, List<Turnout> units) {
		return (this.state != State.OPEN) ? Change.none() : told(in(State.CLOSED), "closed", instrument, units);
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

	/** Cycles of different series may be open at once, two of one never. */
	boolean overlaps(Cycle other) {
		return Objects.equals(this.series, other.series) && this.opensAt.isBefore(other.closesAt)
				&& other.opensAt.isBefore(this.closesAt);
	}

	boolean isPlannedLike(Cycle other) {
		return this.opensAt.equals(other.opensAt) && this.closesAt.equals(other.closesAt)
				&& this.instrument.equals(other.instrument) && Objects.equals(this.series, other.series);
	}

	private Cycle in(State state) {
		return new Cycle(this.id, this.series, this.instrument, this.opensAt, this.closesAt, state);
	}

	private static Change<Cycle> told(Cycle next, String state, Instrument instrument, List<Turnout> units) {
		return Change.to(next, Event.of(TOPIC, next.id, CycleChanged.of(next, state, instrument, units)));
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
