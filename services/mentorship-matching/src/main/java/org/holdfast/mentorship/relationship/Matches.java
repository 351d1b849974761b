package org.holdfast.mentorship.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.MentorshipSettings;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Gatherings;
import org.holdfast.mentorship.notice.Notice;
import org.holdfast.mentorship.people.Unsettled;
import org.holdfast.mentorship.relationship.Match.Offer;
import org.holdfast.mentorship.relationship.Match.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Proposes, begins and ends matches so that neither a crash between two writes nor
 * another instance can give one place to two, or one mentee to two mentors.
 * <p>
 * A match is proposed in two steps: its id claims a place with the mentor, then the match
 * is stored under that id. Whoever finds the id stored already gives the place back,
 * unless it is this very pair. It begins in two steps too: both have said yes, then the
 * place is taken. A place is given back only once the match under its id is there and
 * does not need it, which never changes again: so each step may be repeated by anybody,
 * at any time.
 */
@Component
public class Matches implements Gatherings {

	private final Places places;

	private final Aggregates<Match> matches;

	private final MentorshipSettings settings;

	private final ApplicationEventPublisher inside;

	private final Clock clock;

	Matches(Places places, Outbox outbox, MongoOperations mongo, MentorshipSettings settings,
			ApplicationEventPublisher inside, Clock clock) {
		this.inside = inside;
		this.places = places;
		this.matches = outbox.aggregates(Match.class, "matches");
		this.settings = settings;
		this.clock = clock;
		Stream.of("mentorId", "menteeId")
			.forEach((side) -> mongo.indexOps("matches").createIndex(new Index(side, Sort.Direction.ASC)));
	}

	public List<Match> all() {
		return this.matches.findAll();
	}

	List<Match> of(String staffId) {
		return this.matches.find(Query.query(new Criteria().orOperator(Criteria.where("mentorId").is(staffId),
				Criteria.where("menteeId").is(staffId))));
	}

	/**
	 * A match of a person.
	 * @throws Refusal (404) if there is none, or it is that of others
	 */
	public Match of(String staffId, String id) {
		return this.matches.find(id)
			.filter((match) -> match.isOf(staffId) && match.state() != Match.State.WITHDRAWN)
			.orElseThrow(() -> Refusal.notFound("no-such-match", "You have no match " + id + "."));
	}

	/**
	 * Proposes a match unless another was quicker.
	 * @return whether it is open with this mentor now
	 */
	public boolean propose(String id, Suggestion suggestion) {
		return this.places.claim(id, suggestion.mentorId()) && confirm(id, suggestion);
	}

	/** The second step, which also completes what a crash left after the first. */
	public boolean confirm(String id, Suggestion suggestion) {
		Match match = this.matches.change(id, (found) -> {
			if (found.isPresent()) {
				return Change.none();
			}
			Instant now = this.clock.instant();
			return told(null,
					Match.proposed(id, suggestion, new Offer(now, now.plus(this.settings.proposal().remindAfter()),
							now.plus(this.settings.proposal().answerWithin()))),
					now);
		});
		return this.places.keepOrRelease(match, suggestion.mentorId());
	}

	/**
	 * Gives up a match that holds a place but is not possible any more. Its id is used
	 * up, for somebody may be about to store it.
	 */
	public void withdraw(String id, String mentorId) {
		Match match = this.matches.change(id, (found) -> found.isPresent() ? Change.none()
				: Change.to(Match.withdrawn(id, mentorId, this.clock.instant())));
		this.places.keepOrRelease(match, mentorId);
	}

	/**
	 * Says yes to a proposal, or that a relationship goes on; it begins once both have
	 * said yes. Saying it again changes nothing.
	 * @throws Refusal (404) if it is none of the person's; (409) if it is over, or the
	 * mentor has no place any more: another proposal follows
	 */
	Match accept(String staffId, String id) {
		of(staffId, id);
		Match match = change(id, (present) -> present.isLiving() ? present.resumed() : present.acceptedBy(staffId));
		Match settled = begin(match);
		if (match.isAgreed() && !settled.isLiving()) {
			throw Refusal.conflict("no-place-left",
					"This mentor's last place was taken a moment ago. We are looking for another mentor; the next proposal comes by itself.");
		}
		return settled;
	}

	/** Takes the place of a match that both want, also where a crash came between. */
	public Match begin(Match match) {
		if (!match.isAgreed()) {
			return match;
		}
		boolean taken = this.places.take(match);
		Match settled = change(match.id(), (present) -> !present.isAgreed() ? present : taken
				? present.begun(this.clock.instant()) : present.ended(this.clock.instant(), Reason.NO_PLACE, null));
		this.places.keepOrRelease(settled, match.mentorId());
		this.inside.publishEvent(new Unsettled());
		return settled;
	}

	/**
	 * Rests until one of the two goes on.
	 * @throws Refusal (404) if it is none of the person's; (409) if it is over or has not
	 * begun
	 */
	Match pause(String staffId, String id) {
		of(staffId, id);
		return change(id, Match::paused);
	}

	/**
	 * Ends a relationship or declines a proposal, without a reason.
	 * @throws Refusal (404) if it is none of the person's
	 */
	Match leave(String staffId, String id) {
		of(staffId, id);
		return end(id, Reason.CHOSEN, null);
	}

	/** Ends what a hard rule forbids by now. */
	public void endByRule(String id, String rule) {
		end(id, Reason.RULE, rule);
	}

	/** Lets a proposal go that nobody can accept any more. */
	public void endForLackOfAPlace(String id) {
		end(id, Reason.NO_PLACE, null);
	}

	/**
	 * Does what time brings: lets a proposal lapse that was not answered, reminds, and
	 * takes back what is no news any more.
	 * @param silent is told first who did not answer in time
	 */
	public void tick(Match match, Consumer<String> silent) {
		Instant now = this.clock.instant();
		if (match.isDue(now)) {
			match.silent().forEach(silent);
			end(match.id(), Reason.UNANSWERED, null);
		}
		else if (!Notice.ids(match.notices(now)).equals(match.told())) {
			change(match.id(), UnaryOperator.identity());
		}
	}

	private Match end(String id, Reason reason, @Nullable String rule) {
		Match match = change(id,
				(present) -> present.isOpen() ? present.ended(this.clock.instant(), reason, rule) : present);
		this.places.keepOrRelease(match, match.mentorId());
		this.inside.publishEvent(new Unsettled());
		return match;
	}

	@Override
	public String kind() {
		return "match";
	}

	/** A match that has begun, for its two people to meet in. */
	@Override
	public Optional<Gathering> find(String id) {
		return this.matches.find(id)
			.filter(Match::hasBegun)
			.map((match) -> new Gathering(kind(), id, match.members(), match.isLiving()));
	}

	/**
	 * Leaves nothing of an erased person: the matches they sought are gone, and those
	 * they gave keep no trace of them.
	 */
	@Override
	public void forget(String staffId) {
		for (Match match : of(staffId)) {
			end(match.id(), Reason.GONE, null);
			if (match.menteeId().equals(staffId)) {
				this.matches.remove(match.id(),
						(last) -> erased(last, Notice.changes(last.told(), List.of(), this.clock.instant())));
			}
			else {
				this.matches.change(match.id(),
						(found) -> found.filter((present) -> present.isOf(staffId)).map((present) -> {
							Change<Match> change = told(present, present.withoutMentor(), this.clock.instant());
							return new Change<>(change.next(), erased(present, change.events()));
						}).orElseGet(Change::none));
			}
		}
		this.places.forget(staffId);
	}

	private static List<Event> erased(Match match, List<Event> events) {
		return !match.hasBegun() ? events
				: Stream.concat(events.stream(), Stream.of(Event.tombstone(MatchChanged.TOPIC, match.id()))).toList();
	}

	private Match change(String id, UnaryOperator<Match> change) {
		return this.matches.change(id,
				(found) -> found.map((present) -> told(present, change.apply(present), this.clock.instant()))
					.orElseGet(Change::none));
	}

	/** A change with all there is to tell of it. */
	private static Change<Match> told(@Nullable Match before, Match after, Instant now) {
		List<Notice> notices = after.notices(now);
		Match next = after.having(notices);
		if (next.equals(before)) {
			return Change.none();
		}
		List<Event> events = new ArrayList<>();
		if (next.hasBegun() && (before == null || before.isLiving() != next.isLiving())) {
			events.add(MatchChanged.of(next));
		}
		events.addAll(Notice.changes((before != null) ? before.told() : after.told(), notices, now));
		return new Change<>(next, events);
	}

}
