package org.holdfast.checkin.support;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.time.ClockMoved;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells under pseudonyms who is supported. It compares what is with what was told, so
 * that nothing is told twice and somebody who answers for the first time later is not
 * forgotten; and it waits until there are as many to tell the same of as a figure may
 * stand for.
 */
@Component
class Supports {

	private final Aggregates<Support> aggregates;

	private final Mentoring mentoring;

	private final Participants participants;

	private final Clock clock;

	private final int together;

	private final ReentrantLock oneAtATime = new ReentrantLock();

	Supports(Outbox outbox, Mentoring mentoring, Participants participants, Clock clock, CheckInSettings settings) {
		this.aggregates = outbox.aggregates(Support.class, "supports");
		this.mentoring = mentoring;
		this.participants = participants;
		this.clock = clock;
		this.together = settings.minimumGroup();
	}

	@Scheduled(fixedDelay = 30_000)
	void everyHalfMinute() {
		tell();
	}

	/** Returns when what can be told is told. */
	@EventListener
	void on(ClockMoved moved) {
		tell();
	}

	private void tell() {
		this.oneAtATime.lock();
		try {
			// sorted by pseudonym, which says nothing about who was first
			Set<String> supported = new TreeSet<>(this.participants.knownPseudonymsOf(this.mentoring.mentees()));
			Set<String> told = this.aggregates.findAll()
				.stream()
				.filter(Support::active)
				.map(Support::id)
				.collect(Collectors.toCollection(TreeSet::new));
			Set<String> started = new TreeSet<>(supported);
			started.removeAll(told);
			told.removeAll(supported);
			tell(started, true);
			tell(told, false);
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	private void tell(Set<String> pseudonyms, boolean active) {
		if (pseudonyms.size() < this.together) {
			return;
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		pseudonyms.forEach((pseudonym) -> this.aggregates.change(pseudonym,
				(present) -> Support.told(present, pseudonym, active, today)));
	}

}
