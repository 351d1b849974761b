package org.holdfast.mentorship.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When people meet, for how long, and about what.
 *
 * @param minutes 5 to 480
 * @param topics ids of tags of the vocabulary
 */
record Plan(Instant startsAt, int minutes, List<String> topics) {

	Plan {
		// as exactly as the database keeps it
		startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
		topics = List.copyOf(topics);
	}

	Instant endsAt() {
		return this.startsAt.plus(Duration.ofMinutes(this.minutes));
	}

	boolean isAtTheTimeOf(Plan other) {
		return this.startsAt.equals(other.startsAt) && this.minutes == other.minutes;
	}

}
