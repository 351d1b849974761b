package org.holdfast.mentorship.session;

import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.mentorship.gathering.Members;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes back, as time passes and gatherings end, what people need not hear of a session
 * any more.
 */
@Component
@Lazy(false)
class Upkeep {

	private final Sessions sessions;

	private final Members members;

	Upkeep(Sessions sessions, Members members) {
		this.sessions = sessions;
		this.members = members;
	}

	@Scheduled(fixedDelayString = "${holdfast.mentorship.sweep}")
	void sweep() {
		this.sessions.told()
			.forEach((session) -> this.members.find(session.gathering())
				.ifPresent((gathering) -> this.sessions.tick(session, gathering)));
	}

	@EventListener
	void on(ClockMoved moved) {
		sweep();
	}

}
