package org.holdfast.mentorship.session;

import java.time.Instant;

import org.holdfast.defaults.outbox.Event;

/**
 * What the other services hear when a session was held: nothing of what it was about.
 *
 * @param heldAt when it began
 */
record SessionHeld(String sessionId, String kind, String gatheringId, Instant heldAt, int minutes) {

	static final String TOPIC = "mentorship.session";

	static Event of(Session session) {
		int slash = session.gathering().indexOf('/');
		return Event.of(TOPIC, session.id(), new SessionHeld(session.id(), session.gathering().substring(0, slash),
				session.gathering().substring(slash + 1), session.plan().startsAt(), session.plan().minutes()));
	}

}
