package org.holdfast.mentorship.matching;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.mentorship.MentorshipSettings;
import org.holdfast.mentorship.circle.Settling;
import org.holdfast.mentorship.circle.forming.Formings;
import org.holdfast.mentorship.fit.HardRule;
import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Pairing;
import org.holdfast.mentorship.fit.Standing;
import org.holdfast.mentorship.gathering.Erasure;
import org.holdfast.mentorship.participation.Participations;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.people.Heard;
import org.holdfast.mentorship.people.Unit;
import org.holdfast.mentorship.people.Unsettled;
import org.holdfast.mentorship.pool.Situation;
import org.holdfast.mentorship.pool.Situations;
import org.holdfast.mentorship.relationship.Match;
import org.holdfast.mentorship.relationship.Matches;
import org.holdfast.mentorship.relationship.Mentor;
import org.holdfast.mentorship.relationship.Places;
import org.holdfast.mentorship.relationship.Suggestion;
import org.holdfast.mentorship.round.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the matches follow from what profile tells. Settling looks at everything as it is
 * and does what is left to do, so it does not matter what caused it, how often it runs,
 * or where an earlier run was cut short.
 */
@Component
@Lazy(false)
public class Matching {

	private static final Logger logger = LoggerFactory.getLogger(Matching.class);

	/** More passes than that mean that somebody else keeps changing things: later. */
	private static final int PASSES = 10;

	private final Directory directory;

	private final Participations participations;

	private final Situations situations;

	private final Rounds rounds;

	private final Places places;

	private final Matches matches;

	private final Erasure erasure;

	private final Formings formings;

	private final Settling circles;

	private final ApplicationEventPublisher inside;

	private final Burst changes;

	private final long started = System.nanoTime();

	Matching(Directory directory, Participations participations, Situations situations, Rounds rounds, Places places,
			Matches matches, Erasure erasure, Formings formings, Settling circles, ApplicationEventPublisher inside,
			MentorshipSettings settings) {
		this.directory = directory;
		this.participations = participations;
		this.situations = situations;
		this.rounds = rounds;
		this.places = places;
		this.matches = matches;
		this.erasure = erasure;
		this.formings = formings;
		this.circles = circles;
		this.inside = inside;
		this.changes = new Burst(settings);
	}

	/** Counts as a change even when a duplicate: a crash may have followed the first. */
	public void onColleague(Received<Colleague> told) {
		this.directory.keepColleague(told);
		// at once, for whoever accepts a moment later
		this.directory.colleague(told.key())
			.ifPresent((colleague) -> this.places.offer(colleague.staffId(), places(colleague)));
		// not for one who is back since
		boolean erased = told.value() == null && this.directory.colleague(told.key()).isEmpty();
		if (erased) {
			this.participations.forget(told.key());
			this.rounds.forget(told.key());
			this.formings.forget(told.key());
			this.erasure.forget(told.key());
		}
		this.inside.publishEvent(new Heard(told, erased));
		this.changes.happened(elapsed());
	}

	public void onUnit(Received<Unit> told) {
		this.directory.keepUnit(told);
		this.changes.happened(elapsed());
	}

	@EventListener
	void on(Unsettled something) {
		this.changes.happened(elapsed());
	}

	/** What has become due since is dealt with before anybody looks, or reports. */
	@EventListener
	@Order(0)
	void on(ClockMoved moved) {
		settle();
	}

	@Scheduled(fixedDelay = 100)
	void settleAfterABurst() {
		if (!this.changes.over(elapsed())) {
			return;
		}
		try {
			settle();
		}
		catch (RuntimeException ex) {
			this.changes.failed(elapsed());
			logger.warn("Could not settle the matches, will try again", ex);
		}
	}

	/**
	 * Ends what is not possible any more, completes or gives up what a crash left half
	 * done, and brings together whom it can, until nothing is left to do.
	 */
	public synchronized void settle() {
		for (int pass = 0; pass < PASSES; pass++) {
			if (!settleOnce()) {
				return;
			}
		}
	}

	private boolean settleOnce() {
		Situation now = this.situations.now();
		Set<String> erased = now.erased();
		if (!erased.isEmpty()) {
			erased.forEach(this.matches::forget);
			return true;
		}
		now.matches().values().forEach((match) -> this.matches.tick(match, this.participations::holdForSilence));
		boolean changed = offer(now);
		changed |= repair(now);
		changed |= end(now);
		changed |= this.formings.deliver();
		changed |= this.circles.settle(now.agency());
		return changed || this.rounds.deliver(now) || (now.programme().automatic() && bringTogether(now));
	}

	/** The places of each mentor follow what they offer in their profile. */
	private boolean offer(Situation now) {
		Map<String, Mentor> mentors = now.mentors();
		Map<String, Integer> capacities = new HashMap<>();
		mentors.keySet().forEach((id) -> capacities.put(id, 0));
		now.agency()
			.colleagues()
			.stream()
			.filter((colleague) -> places(colleague) > 0)
			.forEach((colleague) -> capacities.put(colleague.staffId(), places(colleague)));
		boolean changed = false;
		for (Map.Entry<String, Integer> entry : capacities.entrySet()) {
			Mentor mentor = mentors.getOrDefault(entry.getKey(), Mentor.unknown(entry.getKey()));
			if (mentor.capacity() != entry.getValue()) {
				this.places.offer(entry.getKey(), entry.getValue());
				changed = true;
			}
		}
		return changed;
	}

	private static int places(Colleague mentor) {
		return mentor.active() ? mentor.capacity() : 0;
	}

	/** Places held by a match that is not there, or does not need them. */
	private boolean repair(Situation now) {
		boolean changed = false;
		for (Mentor mentor : now.mentors().values()) {
			for (String id : mentor.places()) {
				Match match = now.matches().get(id);
				if (match == null) {
					complete(now, mentor, id);
					changed = true;
				}
				else {
					changed |= !this.places.keepOrRelease(match, mentor.id());
				}
			}
		}
		return changed;
	}

	private void complete(Situation now, Mentor mentor, String id) {
		Optional<Pair> pair = pair(now, mentor.id(), Match.menteeOf(id), mentor.places().size() - 1);
		if (pair.isPresent() && HardRule.brokenByProposed(pair.get()).isEmpty()) {
			this.matches.confirm(id, Suggestion.of(pair.get()));
		}
		else {
			this.matches.withdraw(id, mentor.id());
		}
	}

	private boolean end(Situation now) {
		boolean changed = false;
		for (Match match : now.matches().values()) {
			if (!match.isOpen()) {
				continue;
			}
			Optional<String> obstacle = obstacle(now, match);
			obstacle.ifPresent((rule) -> this.matches.endByRule(match.id(), rule));
			changed |= obstacle.isPresent();
			if (obstacle.isEmpty() && !match.isLiving()) {
				changed |= goOn(match, now.mentors().getOrDefault(match.mentorId(), Mentor.unknown(match.mentorId())));
			}
		}
		return changed;
	}

	/** A proposal that both want begins, one that nobody can accept any more ends. */
	private boolean goOn(Match match, Mentor mentor) {
		if (this.matches.begin(match) != match) {
			return true;
		}
		if (mentor.isFull() && mentor.holds(match.id())) {
			this.matches.endForLackOfAPlace(match.id());
			return true;
		}
		return false;
	}

	private boolean bringTogether(Situation now) {
		Standing standing = now.standing(this.rounds.reserved());
		List<Pair> pairs = Pairing.of(standing, now.programme(), List.of(), 0).pairs();
		pairs.forEach((pair) -> this.matches.propose(now.nextMatchId(pair.mentee().staffId()), Suggestion.of(pair)));
		return !pairs.isEmpty();
	}

	private static Optional<Pair> pair(Situation now, String mentorId, String menteeId, int taken) {
		return now.agency()
			.colleague(mentorId)
			.flatMap((mentor) -> now.agency()
				.colleague(menteeId)
				.map((mentee) -> new Pair(now.agency(), now.programme(), mentor, mentee, taken)));
	}

	/** The rule that an open match breaks by now, if so. */
	private static Optional<String> obstacle(Situation now, Match match) {
		Optional<Pair> pair = pair(now, match.mentorId(), match.menteeId(), 0);
		if (pair.isEmpty()) {
			return Optional.of("bothActive");
		}
		return (match.isLiving() ? HardRule.brokenBy(pair.get()) : HardRule.brokenByProposed(pair.get()))
			.map(HardRule::name);
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.started);
	}

}
