package org.holdfast.checkin.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.holdfast.checkin.instrument.Edition;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.pulse.Cycle;
import org.holdfast.checkin.pulse.Form;
import org.holdfast.checkin.pulse.Start;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked again and again.
 *
 * @param id such as {@code pulse}
 * @param instrument what is asked
 * @param every from one opening to the next
 * @param firstOpensAt when the first cycle opens; its day and hour are kept in the
 * agency's zone
 * @param window how long a cycle is open
 * @param starts units that begin later, with all below them
 * @param rotation null where every item is asked every time
 * @param reminders how often the system may remind, at most twice
 * @param ended whether no further cycle opens
 * @param current the last one that opened, null before the first
 */
record Series(String id, Edition instrument, Period every, Instant firstOpensAt, Duration window, List<Start> starts,
		@Nullable Rotation rotation, int reminders, boolean ended, @Nullable Occurrence current) {

	static final int MOST_REMINDERS = 2;

	private static final int MONTHS_AHEAD = 36;

	Series {
		starts = List.copyOf(starts);
	}

	/**
	 * Checks a plan.
	 * @throws Refusal (400) if it makes no sense, with what to mend
	 */
	Series checked(Instrument asked, Instant now, ZoneId zone) {
		if (!this.id.matches(Instrument.ID)) {
			throw refused("/seriesId", "A series' id is up to 40 letters, digits and hyphens, such as pulse.");
		}
		if (this.every.isNegative() || this.every.isZero() || this.every.toTotalMonths() > 12
				|| at(1, zone).opensAt().isBefore(this.firstOpensAt.plus(Duration.ofDays(1)))) {
			throw refused("/every", "A series comes back after a day (P1D) to a year (P12M).");
		}
		if (!this.window.isPositive()) {
			throw refused("/window", "A cycle must be open for some time, such as PT108H.");
		}
		if (this.firstOpensAt.isBefore(now.minus(366, ChronoUnit.DAYS))
				|| this.firstOpensAt.isAfter(now.plus(366, ChronoUnit.DAYS))) {
			throw refused("/firstOpensAt", "The first cycle opens within a year of now.");
		}
		for (int round = 0; round < MONTHS_AHEAD; round++) {
			if (at(round, zone).closesAt().isAfter(at(round + 1L, zone).opensAt())) {
				throw refused("/window", "A cycle would still be open when the next one opens; make it shorter than %s."
					.formatted(this.every));
			}
		}
		if (this.reminders < 0 || this.reminders > MOST_REMINDERS) {
			throw refused("/reminders", "Nobody is reminded more than %d times.".formatted(MOST_REMINDERS));
		}
		if (this.rotation != null) {
			this.rotation.requireFits(asked);
		}
		return this;
	}

	/** Whether it is the same plan, wherever it stands. */
	boolean isPlannedLike(Series other) {
		return with(null, false).equals(other.with(null, false)) && this.ended == other.ended;
	}

	Series with(@Nullable Occurrence current, boolean ended) {
		return new Series(this.id, this.instrument, this.every, this.firstOpensAt, this.window, this.starts,
				this.rotation, this.reminders, ended, current);
	}

	/** The turn in which answers would be taken now. */
	Optional<Occurrence> due(Instant now, ZoneId zone) {
		return this.ended ? Optional.empty()
				: until(now, zone).reduce((a, b) -> b).filter((last) -> now.isBefore(last.closesAt()));
	}

	/** The next turn to come. */
	Optional<Occurrence> next(Instant now, ZoneId zone) {
		return this.ended ? Optional.empty() : Optional.of(at(until(now, zone).count(), zone));
	}

	/** Every turn that opens in a time. */
	Stream<Occurrence> between(Instant from, Instant until, ZoneId zone) {
		return this.ended ? Stream.empty()
				: until(until, zone).filter((turn) -> !turn.opensAt().isBefore(from) && turn.opensAt().isBefore(until));
	}

	Form form(Instrument asked, long round) {
		return (this.rotation != null) ? this.rotation.form(asked, round) : Form.whole(asked);
	}

	/** The cycle that a turn becomes. */
	Cycle cycle(Occurrence turn, Instrument asked, QuietHours quiet) {
		Duration open = Duration.between(turn.opensAt(), turn.closesAt());
		List<Instant> remindAt = Stream.of(open.dividedBy(2), open.multipliedBy(5).dividedBy(6))
			.limit(this.reminders)
			.map((after) -> quiet.next(turn.opensAt().plus(after)).truncatedTo(ChronoUnit.MILLIS))
			.filter((moment) -> moment.isBefore(turn.closesAt()))
			.distinct()
			.toList();
		return Cycle.of(turn.cycleId(), this.id, asked, form(asked, turn.round()), turn.opensAt(), turn.closesAt(),
				this.starts, remindAt);
	}

	private Stream<Occurrence> until(Instant now, ZoneId zone) {
		return LongStream.iterate(0, (round) -> round + 1)
			.mapToObj((round) -> at(round, zone))
			.takeWhile((turn) -> !turn.opensAt().isAfter(now));
	}

	private Occurrence at(long round, ZoneId zone) {
		ZonedDateTime opens = this.firstOpensAt.atZone(zone).plus(this.every.multipliedBy((int) round));
		// no id that is planned by hand has a dot
		return new Occurrence(this.id + "." + opens.toLocalDate(), round, opens.toInstant(),
				opens.toInstant().plus(this.window));
	}

	private static Refusal refused(String pointer, String detail) {
		return Refusal.invalid("invalid-series", pointer + ": " + detail)
			.with("errors", List.of(java.util.Map.of("pointer", pointer, "detail", detail)));
	}

}
