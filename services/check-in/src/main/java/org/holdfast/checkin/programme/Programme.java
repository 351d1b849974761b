package org.holdfast.checkin.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.holdfast.checkin.instrument.Catalogue;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.pulse.Cycle;
import org.holdfast.checkin.pulse.Cycles;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.time.ClockMoved;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All series; opens their cycles by the clock. A turn that was slept through entirely is
 * left out: nobody could have answered it.
 */
@Component
class Programme {

	private static final int MONTHS_AHEAD = 13;

	private static final String BY_HAND = "by hand";

	private final Aggregates<Series> aggregates;

	private final Catalogue catalogue;

	private final Cycles cycles;

	private final Clock clock;

	private final ZoneId zone;

	private final QuietHours quiet;

	private final Budget budget;

	private final ReentrantLock oneAtATime = new ReentrantLock();

	Programme(Outbox outbox, Catalogue catalogue, Cycles cycles, Clock clock, ProgrammeSettings settings) {
		this.aggregates = outbox.aggregates(Series.class, "series");
		this.catalogue = catalogue;
		this.cycles = cycles;
		this.clock = clock;
		this.zone = settings.zone();
		this.quiet = settings.quietHours();
		this.budget = new Budget(settings.budget());
	}

	/**
	 * Plans a series, or changes the plan for cycles that have not opened; the same plan
	 * again changes nothing.
	 * @throws Refusal (400) if it makes no sense; (404) if there is no such instrument;
	 * (409) if that has no texts, or it would take more of a person's time than the
	 * budget has
	 */
	Series plan(Series wanted) {
		this.oneAtATime.lock();
		try {
			Instrument asked = this.catalogue.get(wanted.instrument());
			wanted.checked(asked, this.clock.instant(), this.zone);
			List<Series> all = new ArrayList<>(all());
			all.removeIf((series) -> series.id().equals(wanted.id()));
			all.add(wanted);
			this.budget.require(asked(all, byHand()));
			this.catalogue.use(wanted.instrument());
			this.aggregates.change(wanted.id(),
					(present) -> present.filter((held) -> held.isPlannedLike(wanted)).isPresent() ? Change.none()
							: Change.to(wanted.with(present.map(Series::current).orElse(null), false)));
			runDue();
			return this.aggregates.find(wanted.id()).orElseThrow();
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	/**
	 * Ends a series: no further cycle opens, an open one closes by itself.
	 * @throws Refusal (404) if there is none
	 */
	void end(String id) {
		this.aggregates.change(id, (present) -> {
			Series series = present.orElseThrow(() -> Refusal.notFound("no-such-series", "There is no such series."));
			return series.ended() ? Change.none() : Change.to(series.with(series.current(), true));
		});
	}

	/**
	 * Plans a cycle by hand, within the budget.
	 * @throws Refusal as {@link Cycles#plan}; (409) if it would take more of a person's
	 * time than the budget has
	 */
	Cycle plan(Cycle wanted) {
		this.oneAtATime.lock();
		try {
			if (this.cycles.find(wanted.id()).isEmpty()) {
				List<Cycle> byHand = new ArrayList<>(byHand());
				byHand.add(wanted);
				this.budget.require(asked(all(), byHand));
			}
			return this.cycles.plan(wanted);
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	/** All, by id. */
	List<Series> all() {
		return this.aggregates.findAll().stream().sorted(Comparator.comparing(Series::id)).toList();
	}

	Optional<Occurrence> next(Series series) {
		return series.next(this.clock.instant(), this.zone);
	}

	/** What a year ahead takes of one person. */
	List<Budget.Month> months() {
		return Budget.months(asked(all(), byHand()));
	}

	int budget() {
		return this.budget.minutes();
	}

	@Scheduled(fixedDelay = 1000)
	void everySecond() {
		runDueOneAtATime();
	}

	/** Returns when everything that became due is done, after what was open is closed. */
	@EventListener
	@Order(2)
	void on(ClockMoved moved) {
		runDueOneAtATime();
	}

	private void runDueOneAtATime() {
		this.oneAtATime.lock();
		try {
			runDue();
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	private void runDue() {
		for (Series series : all()) {
			series.due(this.clock.instant(), this.zone).ifPresent((turn) -> open(series, turn));
		}
	}

	/**
	 * The series itself remembers its turn before the cycle is there, so that of several
	 * instances, or a plan that changes meanwhile, only one decides.
	 */
	private void open(Series seen, Occurrence turn) {
		Occurrence current = seen.current();
		Optional<Cycle> opened = Optional.ofNullable(current).flatMap((held) -> this.cycles.find(held.cycleId()));
		if (current == null || opened.filter(Cycle::isClosed).isPresent()) {
			if (current != null && current.cycleId().equals(turn.cycleId())) {
				return;
			}
			Series now = this.aggregates.change(seen.id(),
					(present) -> present.filter(seen::equals)
						.map((held) -> Change.to(held.with(turn, false)))
						.orElseGet(Change::none));
			if (!turn.equals(now.current())) {
				return;
			}
			current = turn;
		}
		else if (opened.isPresent()) {
			return;
		}
		Instrument asked = this.catalogue.use(seen.instrument());
		this.cycles.openDue(seen.cycle(current, asked, this.quiet));
	}

	private List<Cycle> byHand() {
		return this.cycles.all().stream().filter((cycle) -> cycle.series() == null).toList();
	}

	private List<Budget.Asked> asked(List<Series> series, List<Cycle> byHand) {
		YearMonth first = YearMonth.from(this.clock.instant().atZone(this.zone));
		Instant from = first.atDay(1).atStartOfDay(this.zone).toInstant();
		Instant until = first.plusMonths(MONTHS_AHEAD).atDay(1).atStartOfDay(this.zone).toInstant();
		List<Budget.Asked> asked = new ArrayList<>();
		for (Series each : series) {
			Instrument instrument = this.catalogue.get(each.instrument());
			each.between(from, until, this.zone)
				.forEach((turn) -> asked.add(new Budget.Asked(each.id(), month(turn.opensAt()),
						each.form(instrument, turn.round()).minutes(instrument))));
		}
		for (Cycle cycle : byHand) {
			if (!cycle.opensAt().isBefore(from) && cycle.opensAt().isBefore(until)) {
				asked.add(new Budget.Asked(BY_HAND, month(cycle.opensAt()),
						cycle.form().minutes(this.catalogue.get(cycle.instrument()))));
			}
		}
		return asked;
	}

	private YearMonth month(Instant moment) {
		return YearMonth.from(moment.atZone(this.zone));
	}

}
