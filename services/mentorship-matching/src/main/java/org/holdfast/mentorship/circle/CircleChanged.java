package org.holdfast.mentorship.circle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.holdfast.defaults.outbox.Event;
import org.holdfast.mentorship.circle.peers.Kind;

/**
 * What the other services hear when a circle begins, has other members, or ends.
 *
 * @param memberIds in order; once it has ended, who was in it until then
 * @param state {@code active} or {@code ended}
 * @param since when it began
 */
record CircleChanged(String circleId, Kind kind, List<String> memberIds, String state, Instant since) {

	static final String TOPIC = "mentorship.circle";

	static Event of(Circle circle) {
		return Event.of(TOPIC, circle.id(), new CircleChanged(circle.id(), circle.kind(), circle.memberIds(),
				circle.isLiving() ? "active" : "ended", Objects.requireNonNull(circle.since())));
	}

}
