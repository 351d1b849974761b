package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.holdfast.checkin.instrument.Edition;
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
 * @param form which of its items
 * @param opensAt when it should open
 * @param closesAt the first instant at which an answer is late
 * @param starts from when on units are asked; one that is not named is asked as the one
 * above it
 * @param remindAt when those who have not answered may be reminded, at most twice
 * @param reminded how many of these times are done with
 * @param state how far it is
 */
public record Cycle(String id, @Nullable String series, Edition instrument, Form form, Instant opensAt,
		Instant closesAt, List<Start> starts, List<Instant> remindAt, int reminded, State state) {

	static final String TOPIC = "check-in.cycle";

	private static final int MOST_REMINDERS = 2;

	public Cycle {
		starts = List.copyOf(starts);
		remindAt = List.copyOf(remindAt);
		if (remindAt.size() > MOST_REMINDERS) {
			throw new IllegalArgumentException("nobody is reminded more than twice");
		}
	}

	/**
	 * A cycle planned by hand.
	 * @param id chosen by who plans it
	 * @param instrument what is asked
	 * @param opensAt when it should open
	 * @param closesAt the first instant at which an answer is late
	 * @return a planned one
	 * @throws Refusal (400) if it would be over before it begins
	 */
	public static Cycle planned(String id, Instrument instrument, Instant opensAt, Instant closesAt) {
		Cycle cycle = new Cycle(id, null, instrument.edition(), Form.whole(instrument),
				opensAt.truncatedTo(ChronoUnit.MILLIS), closesAt.truncatedTo(ChronoUnit.MILLIS), List.of(), List.of(),
				0, State.PLANNED);
		if (!cycle.opensAt.isBefore(cycle.closesAt)) {
			throw Refusal.invalid("cycle-without-time",
					"The cycle would close before it opens; closesAt must be after opensAt.");
		}
		return cycle;
	}

	/**
	 * A cycle of a series.
	 * @param id of the cycle
	 * @param series it belongs to
	 * @param instrument what is asked
	 * @param form which of its items
	 * @param opensAt when it should open
	 * @param closesAt the first instant at which an answer is late
	 * @param starts from when on units are asked
	 * @param remindAt when those who have not answered may be reminded
	 * @return a planned one
	 */
	public static Cycle of(String id, String series, Instrument instrument, Form form, Instant opensAt,
			Instant closesAt, List<Start> starts, List<Instant> remindAt) {
		return new Cycle(id, series, instrument.edition(), form, opensAt, closesAt, starts, remindAt, 0, State.PLANNED);
	}

	Change<Cycle> opened(Instrument instrument) {
		return (this.state != State.PLANNED) ? Change.none() : told(in(State.OPEN), "opened", instrument, List.of());
	}

	/**
	 * The counts are frozen in the event, and in {@link Turnouts} for who reads them
	 * here.
	 */
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

	/**
	 * Whether it is counted.
	 * @return true from then on for ever
	 */
	public boolean isClosed() {
		return this.state == State.CLOSED;
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

	/** After the reminders of this many times. */
	Change<Cycle> reminded(int times) {
		return (times <= this.reminded) ? Change.none() : Change.to(new Cycle(this.id, this.series, this.instrument,
				this.form, this.opensAt, this.closesAt, this.starts, this.remindAt, times, this.state));
	}

	/**
	 * Whether people of a unit are asked.
	 * @param upwards the unit and those above it, from below
	 */
	boolean asks(List<String> upwards) {
		return upwards.stream()
			.flatMap((unitId) -> this.starts.stream().filter((start) -> start.unitId().equals(unitId)))
			.findFirst()
			.map((start) -> !this.opensAt.isBefore(start.from()))
			.orElse(true);
	}

	private Cycle in(State state) {
		return new Cycle(this.id, this.series, this.instrument, this.form, this.opensAt, this.closesAt, this.starts,
				this.remindAt, this.reminded, state);
	}

	private static Change<Cycle> told(Cycle next, String state, Instrument instrument, List<Turnout> units) {
		return Change.to(next, Event.of(TOPIC, next.id, CycleChanged.of(next, state, instrument, units)));
	}

	/** How far a cycle is. */
	public enum State {

		PLANNED, OPEN, CLOSED;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
