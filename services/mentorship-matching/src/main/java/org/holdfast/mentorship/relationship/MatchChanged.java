package org.holdfast.mentorship.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.holdfast.defaults.outbox.Event;
import org.holdfast.mentorship.fit.Points;

/**
 * What the other services hear when a relationship begins or ends; a pause and the reason
 * of an end stay here.
 *
 * @param state {@code active} or {@code ended}
 * @param since when the pair began
 * @param score 0 to 100, the sum of the points
 */
record MatchChanged(String matchId, String mentorId, String menteeId, String state, Instant since, int score,
		List<Points> points) {

	static final String TOPIC = "mentorship.match";

	static Event of(Match match) {
		return Event.of(TOPIC, match.id(),
				new MatchChanged(match.id(), match.mentorId(), match.menteeId(), match.isLiving() ? "active" : "ended",
						Objects.requireNonNull(match.since()), match.score(), match.points()));
	}

}
