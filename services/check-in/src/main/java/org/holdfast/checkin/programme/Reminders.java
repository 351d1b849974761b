package org.holdfast.checkin.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.holdfast.checkin.people.Erased;
import org.holdfast.checkin.pulse.Cycle;
import org.holdfast.checkin.pulse.Cycles;
import org.holdfast.checkin.pulse.Invitations;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.time.ClockMoved;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds who has not answered, by the clock alone: at most twice, never in quiet hours,
 * and nobody can ask who it was. When the cycle closes it takes everything back.
 */
@Component
class Reminders {

	private final Aggregates<Reminder> aggregates;

	private final Cycles cycles;

	private final Invitations invitations;

	private final QuietHours quiet;

	private final Clock clock;

	private final ReentrantLock oneAtATime = new ReentrantLock();

	Reminders(Outbox outbox, Cycles cycles, Invitations invitations, ProgrammeSettings settings, Clock clock) {
		this.aggregates = outbox.aggregates(Reminder.class, "reminders");
		this.cycles = cycles;
		this.invitations = invitations;
		this.quiet = settings.quietHours();
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 10_000)
	void everyTenSeconds() {
		this.oneAtATime.lock();
		try {
			runDue();
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	@EventListener
	@Order(3)
	void on(ClockMoved moved) {
		everyTenSeconds();
	}

	@EventListener
	void on(Erased person) {
		String pseudonym = person.pseudonym();
		if (pseudonym != null) {
			this.cycles.open()
				.forEach((cycle) -> this.aggregates.remove(Invitations.responseId(cycle, pseudonym),
						Reminder::takenBack));
		}
	}

	private void runDue() {
		Instant now = this.clock.instant();
		List<Cycle> open = this.cycles.open();
		for (Cycle cycle : open) {
			// times that were slept through come as one
			int times = (int) cycle.remindAt().stream().filter((moment) -> !now.isBefore(moment)).count();
			if (times > cycle.reminded() && !this.quiet.isQuiet(now)) {
				this.invitations.waiting(cycle)
					.forEach((staffId, id) -> this.aggregates.change(id,
							(present) -> Reminder.sent(present, id, cycle, staffId, times, now)));
				this.cycles.reminded(cycle, times);
			}
		}
		this.aggregates.find(Query.query(Criteria.where("cycleId").nin(open.stream().map(Cycle::id).toList())))
			.forEach((over) -> this.aggregates.remove(over.id(), Reminder::takenBack));
	}

}
