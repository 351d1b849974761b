package org.holdfast.mentorship;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.holdfast.defaults.outbox.Event;

/**
 * What the other services hear when a pair begins or ends; the reason of an end stays
 * here.
 *
 * @param state {@code active} or {@code ended}
 * @param since when the pair began
 * @param score 0 to 100, the sum of the points
 */
record MatchChanged(String matchId, String mentorId, String menteeId, String state, Instant since, int score,
		List<Points> points) {

	static final String TOPIC = "mentorship.match";

	static Event of(Match match) {
		return Event.of(TOPIC, match.id(), new MatchChanged(match.id(), match.mentorId(), match.menteeId(),
				match.state().name().toLowerCase(Locale.ROOT), match.since(), match.score(), match.points()));
	}

}
