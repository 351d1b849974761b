package org.holdfast.mentorship;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Begins and ends matches so that neither a crash between two writes nor another instance
 * can give one place to two, or one mentee to two mentors.
 * <p>
 * A match begins in two steps: its id claims a place with the mentor, then the match is
 * stored under that id. Whoever finds the id stored already gives the place back, unless
 * it is this very pair. A place is given back only once the match under its id is there
 * and does not need it, which never changes again: so each step may be repeated by
 * anybody, at any time.
 */
@Component
class Matches {

	private final Aggregates<Mentor> mentors;

	private final Aggregates<Match> matches;

	private final Clock clock;

	Matches(Outbox outbox, MongoOperations mongo, Clock clock) {
		this.mentors = outbox.aggregates(Mentor.class, "mentors");
		this.matches = outbox.aggregates(Match.class, "matches");
		this.clock = clock;
		Stream.of("mentorId", "menteeId")
			.forEach((side) -> mongo.indexOps("matches").createIndex(new Index(side, Sort.Direction.ASC)));
	}

	List<Mentor> mentors() {
		return this.mentors.findAll();
	}

	List<Match> all() {
		return this.matches.findAll();
	}

	List<Match> of(String staffId) {
		return this.matches.find(Query.query(new Criteria().orOperator(Criteria.where("mentorId").is(staffId),
				Criteria.where("menteeId").is(staffId))));
	}

	void offer(String mentorId, int capacity) {
		change(mentorId, (mentor) -> mentor.offering(capacity));
	}

	/**
	 * Begins a match unless another was quicker.
	 * @return whether it is active with this mentor now
	 */
	boolean begin(String id, Pair pair) {
		return claim(id, pair.mentor().staffId()) && confirm(id, pair);
	}

	/** The first step: whether the match holds a place with the mentor now. */
	boolean claim(String id, String mentorId) {
		return change(mentorId, (mentor) -> mentor.claiming(id)).holds(id);
	}

	/** The second step, which also completes what a crash left after the first. */
	boolean confirm(String id, Pair pair) {
		Match match = this.matches.change(id, (found) -> {
			if (found.isPresent()) {
				return Change.none();
			}
			Match begun = Match.begun(id, pair, now());
			return Change.to(begun, MatchChanged.of(begun));
		});
		return keepOrRelease(match, pair.mentor().staffId());
	}

	/**
	 * Gives up a match that holds a place but is not possible any more. Its id is used
	 * up, for somebody may be about to store it.
	 */
	void withdraw(String id, String mentorId, String because) {
		Match match = this.matches.change(id, (found) -> found.isPresent() ? Change.none()
				: Change.to(Match.withdrawn(id, mentorId, now(), because)));
		keepOrRelease(match, mentorId);
	}

	void end(String id, String because) {
		Match match = this.matches.change(id, (found) -> found.filter(Match::isActive).map((active) -> {
			Match ended = active.ended(because);
			return Change.to(ended, MatchChanged.of(ended));
		}).orElseGet(Change::none));
		keepOrRelease(match, match.mentorId());
	}

	/** Gives the place back unless the match is alive and with this mentor. */
	boolean keepOrRelease(Match match, String mentorId) {
		boolean needed = match.isActive() && match.mentorId().equals(mentorId);
		if (!needed) {
			change(mentorId, (mentor) -> mentor.releasing(match.id()));
		}
		return needed;
	}

	/** As exactly as the database keeps it. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private Mentor change(String mentorId, UnaryOperator<Mentor> change) {
		return this.mentors.change(mentorId, (found) -> {
			Mentor next = change.apply(found.orElseGet(() -> Mentor.unknown(mentorId)));
			return found.filter(next::equals).isPresent() ? Change.none() : Change.to(next);
		});
	}

}
