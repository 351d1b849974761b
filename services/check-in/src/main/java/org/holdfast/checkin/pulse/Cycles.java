package org.holdfast.checkin.pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.instrument.Catalogue;
import org.holdfast.checkin.instrument.Edition;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.people.Units;
import org.holdfast.checkin.support.Mentoring;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.time.ClockMoved;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All cycles; opens and closes them by the clock, one at a time.
 */
@Component
public class Cycles {

	private static final Comparator<Cycle> BY_TIME = Comparator.comparing(Cycle::opensAt).thenComparing(Cycle::id);

	private final Aggregates<Cycle> aggregates;

	private final Catalogue catalogue;

	private final Responses responses;

	private final Turnouts turnouts;

	private final Invitations invitations;

	private final Units units;

	private final Mentoring mentoring;

	private final ClosingGate gate;

	private final Clock clock;

	private final Duration grace;

	private final ReentrantLock oneAtATime = new ReentrantLock();

	/**
	 * A clock that may be simulated belongs to a single instance, where the gate suffices
	 * and waiting in real time would mean nothing: no grace.
	 */
	Cycles(Outbox outbox, MongoOperations mongo, Catalogue catalogue, Responses responses, Turnouts turnouts,
			Invitations invitations, Units units, Mentoring mentoring, ClosingGate gate, Clock clock,
			CheckInSettings settings, @Value("${holdfast.simulated-clock:false}") boolean simulated) {
		this.aggregates = outbox.aggregates(Cycle.class, "cycles");
		this.catalogue = catalogue;
		mongo.indexOps("cycles").createIndex(new Index("state", Sort.Direction.ASC).named("state"));
		// those of the time when there was one instrument only
		mongo.updateMulti(Query.query(Criteria.where("instrument").exists(false)),
				Update.update("instrument", Edition.PULSE)
					.set("form", Form.whole(catalogue.get(Edition.PULSE)))
					.set("starts", List.of())
					.set("remindAt", List.of())
					.set("reminded", 0),
				"cycles");
		this.responses = responses;
		this.turnouts = turnouts;
		this.invitations = invitations;
		this.units = units;
		this.mentoring = mentoring;
		this.gate = gate;
		this.clock = clock;
		this.grace = simulated ? Duration.ZERO : settings.closingGrace();
	}

	/**
	 * Plans a cycle; the same plan again changes nothing.
	 * @param wanted the plan
	 * @return as it stands
	 * @throws Refusal (409) if it differs from what is planned under this id, or overlaps
	 * another cycle; (400) if it would be over already
	 */
	public Cycle plan(Cycle wanted) {
		this.oneAtATime.lock();
		try {
			this.aggregates.change(wanted.id(), (present) -> present.map((held) -> unchanged(held, wanted))
				.orElseGet(() -> Change.to(admitted(wanted))));
			runDue();
			return find(wanted.id()).orElseThrow();
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	/**
	 * A cycle by its id.
	 * @param id of the cycle
	 * @return as it stands
	 */
	public Optional<Cycle> find(String id) {
		return this.aggregates.find(id);
	}

	/**
	 * All there were and are.
	 * @return the earliest first
	 */
	public List<Cycle> all() {
		return this.aggregates.findAll().stream().sorted(BY_TIME).toList();
	}

	/**
	 * Those that take timely answers now.
	 * @return the one that closes first at the front
	 */
	public List<Cycle> open() {
		Instant now = this.clock.instant();
		return unfinished().stream()
			.filter((cycle) -> cycle.takesTimelyAnswers(now))
			.sorted(Comparator.comparing(Cycle::closesAt).thenComparing(Cycle::id))
			.toList();
	}

	/** Planned and open ones, however many there were before. */
	private List<Cycle> unfinished() {
		return this.aggregates.find(Query.query(Criteria.where("state").in(Cycle.State.PLANNED, Cycle.State.OPEN)))
			.stream()
			.sorted(BY_TIME)
			.toList();
	}

	@Scheduled(fixedDelay = 1000)
	void everySecond() {
		runDueOneAtATime();
	}

	/** Returns when everything that became due is done. */
	@EventListener
	@Order(1)
	void on(ClockMoved moved) {
		runDueOneAtATime();
	}

	/**
	 * Opens a cycle of a series now, unless another of the series is not closed yet.
	 * @param due a cycle whose time has come
	 */
	public void openDue(Cycle due) {
		this.oneAtATime.lock();
		try {
			if (unfinished().stream().noneMatch((cycle) -> Objects.equals(cycle.series(), due.series()))) {
				this.aggregates.change(due.id(), (present) -> present.isPresent() ? Change.none() : Change.to(due));
				runDue();
			}
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	/**
	 * Notes that the reminders of a cycle are done with.
	 * @param cycle the cycle
	 * @param times of how many times
	 */
	public void reminded(Cycle cycle, int times) {
		this.aggregates.change(cycle.id(), (present) -> present.orElseThrow().reminded(times));
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

	/**
	 * Closes and opens until nothing is due. The next one of a series opens when the one
	 * before is counted, in the same order on every instance, so two are never open at
	 * once; one whose whole time was slept through opens and closes.
	 */
	private void runDue() {
		while (unfinished().stream()
			.collect(Collectors.groupingBy((cycle) -> Objects.requireNonNullElse(cycle.series(), ""), TreeMap::new,
					Collectors.toList()))
			.values()
			.stream()
			.map(this::movedOn)
			.reduce(false, Boolean::logicalOr)) {
			// what one moved may make another due
		}
	}

	/** Whether one of these, all of one series, was due. */
	private boolean movedOn(List<Cycle> series) {
		Instant now = this.clock.instant();
		Optional<Cycle> open = series.stream().filter((cycle) -> cycle.state() == Cycle.State.OPEN).findFirst();
		if (open.isPresent()) {
			boolean due = !now.isBefore(open.get().closesAt().plus(this.grace));
			if (due) {
				this.gate.closing(() -> close(open.get()));
			}
			return due;
		}
		Cycle next = series.getFirst();
		boolean due = !now.isBefore(next.opensAt());
		if (due) {
			Instrument instrument = this.catalogue.use(next.instrument());
			this.aggregates.change(next.id(), (present) -> present.orElseThrow().opened(instrument));
		}
		return due;
	}

	private void close(Cycle cycle) {
		Instrument instrument = this.catalogue.get(cycle.instrument());
		List<Turnout> turnout = Turnout.of(this.units.all(), this.invitations.asked(cycle), this.mentoring.mentees(),
				this.responses.timelyScored(cycle.id(), instrument.outcome()));
		this.turnouts.keep(cycle, turnout);
		this.aggregates.change(cycle.id(), (present) -> present.orElseThrow().closed(instrument, turnout));
	}

	private Change<Cycle> unchanged(Cycle held, Cycle wanted) {
		if (!held.isPlannedLike(wanted)) {
			throw Refusal.conflict("cycle-differs",
					"Cycle %s is planned from %s to %s already, and people may rely on it. Choose another id."
						.formatted(held.id(), held.opensAt(), held.closesAt()));
		}
		return Change.none();
	}

	private Cycle admitted(Cycle wanted) {
		if (!this.clock.instant().isBefore(wanted.closesAt())) {
			throw Refusal.invalid("cycle-over",
					"The cycle would be over already; closesAt must be after %s.".formatted(this.clock.instant()));
		}
		all().stream().filter(wanted::overlaps).findFirst().ifPresent((other) -> {
			throw Refusal.conflict("cycles-overlap",
					"Cycle %s runs from %s to %s, and only one may be open at a time. Choose a time before or after it."
						.formatted(other.id(), other.opensAt(), other.closesAt()));
		});
		return wanted;
	}

}
