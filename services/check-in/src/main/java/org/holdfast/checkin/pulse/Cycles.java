package org.holdfast.checkin.pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.time.ClockMoved;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All cycles; opens and closes them by the clock, one at a time.
 */
@Component
class Cycles {

	private static final Comparator<Cycle> BY_TIME = Comparator.comparing(Cycle::opensAt).thenComparing(Cycle::id);

	private final Aggregates<Cycle> aggregates;

	private final Responses responses;

	private final Participants participants;

	private final Units units;

	private final ClosingGate gate;

	private final Clock clock;

	private final Duration grace;

	private final ReentrantLock oneAtATime = new ReentrantLock();

	/**
	 * A clock that may be simulated belongs to a single instance, where the gate suffices
	 * and waiting in real time would mean nothing: no grace.
	 */
	Cycles(Outbox outbox, Responses responses, Participants participants, Units units, ClosingGate gate, Clock clock,
			CheckInSettings settings, @Value("${holdfast.simulated-clock:false}") boolean simulated) {
		this.aggregates = outbox.aggregates(Cycle.class, "cycles");
		this.responses = responses;
		this.participants = participants;
		this.units = units;
		this.gate = gate;
		this.clock = clock;
		this.grace = simulated ? Duration.ZERO : settings.closingGrace();
	}

	/**
	 * Plans a cycle; the same plan again changes nothing.
	 * @throws Refusal (409) if it differs from what is planned under this id, or overlaps
	 * another cycle; (400) if it would be over already
	 */
	Cycle plan(Cycle wanted) {
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

	Optional<Cycle> find(String id) {
		return this.aggregates.find(id);
	}

	/** All, the earliest first. */
	List<Cycle> all() {
		return this.aggregates.findAll().stream().sorted(BY_TIME).toList();
	}

	/** The one that takes timely answers now. */
	Optional<Cycle> open() {
		Instant now = this.clock.instant();
		return this.aggregates.findAll().stream().filter((cycle) -> cycle.takesTimelyAnswers(now)).findFirst();
	}

	@Scheduled(fixedDelay = 1000)
	void everySecond() {
		runDueOneAtATime();
	}

	/** Returns when everything that became due is done. */
	@EventListener
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

	/**
	 * Closes and opens until nothing is due. The next one opens when the one before is
	 * counted, in the same order on every instance, so two are never open at once; one
	 * whose whole time was slept through opens and closes.
	 */
	private void runDue() {
		for (boolean moved = true; moved;) {
			Instant now = this.clock.instant();
			List<Cycle> unfinished = all().stream().filter((cycle) -> cycle.state() != Cycle.State.CLOSED).toList();
			Optional<Cycle> open = unfinished.stream().filter((cycle) -> cycle.state() == Cycle.State.OPEN).findFirst();
			if (open.isPresent()) {
				moved = !now.isBefore(open.get().closesAt().plus(this.grace));
				if (moved) {
					this.gate.closing(() -> close(open.get().id()));
				}
			}
			else {
				Optional<Cycle> next = unfinished.stream()
					.findFirst()
					.filter((cycle) -> !now.isBefore(cycle.opensAt()));
				next.ifPresent(
						(cycle) -> this.aggregates.change(cycle.id(), (present) -> present.orElseThrow().opened()));
				moved = next.isPresent();
			}
		}
	}

	private void close(String id) {
		List<Turnout> turnout = Turnout.of(this.units.all(), this.participants.invitedPerUnit(),
				this.responses.timelyScored(id));
		this.aggregates.change(id, (present) -> present.orElseThrow().closed(turnout));
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
