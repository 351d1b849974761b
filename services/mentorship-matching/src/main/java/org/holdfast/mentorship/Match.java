package org.holdfast.mentorship;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A mentor and a mentee who were brought together, from beginning to end.
 *
 * @param id the mentee and how many matches they had up to this one, so that two who
 * decide at once decide about the same match
 * @param points as they were when the pair was made: why these two
 * @param because why it ended, kept in here and shown to nobody
 */
record Match(String id, String mentorId, String menteeId, State state, Instant since, List<Points> points,
		@Nullable String because) {

	enum State {

		ACTIVE, ENDED,

		/** Was about to begin when it stopped being possible; nobody heard of it. */
		WITHDRAWN

	}

	Match {
		points = List.copyOf(points);
	}

	static Match begun(String id, Pair pair, Instant now) {
		return new Match(id, pair.mentor().staffId(), pair.mentee().staffId(), State.ACTIVE, now, pair.points(), null);
	}

	static Match withdrawn(String id, String mentorId, Instant now, String because) {
		return new Match(id, mentorId, menteeOf(id), State.WITHDRAWN, now, List.of(), because);
	}

	/** An end is for good: a later match of the two is another one. */
	Match ended(String because) {
		return new Match(this.id, this.mentorId, this.menteeId, State.ENDED, this.since, this.points, because);
	}

	boolean isActive() {
		return this.state == State.ACTIVE;
	}

	boolean hasBegun() {
		return this.state != State.WITHDRAWN;
	}

	int score() {
		return Points.sum(this.points);
	}

	int ordinal() {
		return Integer.parseInt(this.id.substring(this.id.lastIndexOf('-') + 1));
	}

	static String id(String menteeId, int ordinal) {
		return menteeId + "-" + ordinal;
	}

	static String menteeOf(String id) {
		return id.substring(0, id.lastIndexOf('-'));
	}

}
