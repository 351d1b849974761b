package org.holdfast.mentorship.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.mentorship.MentorshipSettings;
import org.holdfast.mentorship.fit.HardRule;
import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Pairing;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.participation.Participations;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances.Two;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.people.Unit;
import org.holdfast.mentorship.people.Unsettled;
import org.holdfast.mentorship.programme.Programmes;
import org.holdfast.mentorship.relationship.Match;
import org.holdfast.mentorship.relationship.Matches;
import org.holdfast.mentorship.relationship.Mentor;
import org.holdfast.mentorship.relationship.Places;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
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

	private final Programmes programmes;

	private final Places places;

	private final Matches matches;

	private final Burst changes;

	private final Clock clock;

	private final long started = System.nanoTime();

	Matching(Directory directory, Participations participations, Programmes programmes, Places places, Matches matches,
			MentorshipSettings settings, Clock clock) {
		this.directory = directory;
		this.participations = participations;
		this.programmes = programmes;
		this.places = places;
		this.matches = matches;
		this.changes = new Burst(settings);
		this.clock = clock;
	}

	/** Counts as a change even when a duplicate: a crash may have followed the first. */
	public void onColleague(Received<Colleague> told) {
		if (told.value() == null) {
			this.participations.forget(told.key());
			this.matches.forget(told.key());
		}
		this.directory.keepColleague(told);
		this.changes.happened(now());
	}

	public void onUnit(Received<Unit> told) {
		this.directory.keepUnit(told);
		this.changes.happened(now());
	}

	@EventListener
	void on(Unsettled something) {
		this.changes.happened(now());
	}

	/** What has become due since is dealt with before anybody looks. */
	@EventListener
	void on(ClockMoved moved) {
		settle();
	}

	@Scheduled(fixedDelay = 100)
	void settleAfterABurst() {
		if (!this.changes.over(now())) {
			return;
		}
		try {
			settle();
		}
		catch (RuntimeException ex) {
			this.changes.failed(now());
			logger.warn("Could not settle the matches, will try again", ex);
		}
	}

	/**
	 * Ends what is not possible any more, completes or gives up what a crash left half
	 * done, and brings together whom it can, until nothing is left to do.
	 */
	synchronized void settle() {
		for (int pass = 0; pass < PASSES; pass++) {
			if (!settleOnce()) {
				return;
			}
		}
	}

	private boolean settleOnce() {
		Map<String, Mentor> mentors = index(this.places.mentors(), Mentor::id);
		Map<String, Match> all = index(this.matches.all(), Match::id);
		Set<Two> tried = all.values()
			.stream()
			.filter(Match::wasTried)
			.map((match) -> new Two(match.mentorId(), match.menteeId()))
			.collect(Collectors.toSet());
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		Programme programme = this.programmes.current();
		Agency agency = this.directory.agency(this.participations.circumstances(today, tried));
		all.values().forEach((match) -> this.matches.tick(match, this.participations::holdForSilence));
		boolean changed = offer(agency, mentors);
		changed |= repair(agency, programme, mentors.values(), all);
		changed |= end(agency, programme, mentors, all.values());
		return changed || (programme.automatic() && bringTogether(agency, programme, mentors, all.values()));
	}

	/** The places of each mentor follow what they offer in their profile. */
	private boolean offer(Agency agency, Map<String, Mentor> mentors) {
		Map<String, Integer> capacities = new HashMap<>();
		mentors.keySet().forEach((id) -> capacities.put(id, 0));
		agency.colleagues()
			.stream()
			.filter((colleague) -> colleague.active() && colleague.capacity() > 0)
			.forEach((colleague) -> capacities.put(colleague.staffId(), colleague.capacity()));
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

	/** Places held by a match that is not there, or does not need them. */
	private boolean repair(Agency agency, Programme programme, Collection<Mentor> mentors, Map<String, Match> all) {
		boolean changed = false;
		for (Mentor mentor : mentors) {
			for (String id : mentor.places()) {
				Match match = all.get(id);
				if (match == null) {
					complete(agency, programme, mentor, id);
					changed = true;
				}
				else {
					changed |= !this.places.keepOrRelease(match, mentor.id());
				}
			}
		}
		return changed;
	}

	private void complete(Agency agency, Programme programme, Mentor mentor, String id) {
		Optional<Pair> pair = pair(agency, programme, mentor.id(), Match.menteeOf(id), mentor.places().size() - 1);
		if (pair.isPresent() && HardRule.brokenByProposed(pair.get()).isEmpty()) {
			this.matches.confirm(id, pair.get());
		}
		else {
			this.matches.withdraw(id, mentor.id());
		}
	}

	private boolean end(Agency agency, Programme programme, Map<String, Mentor> mentors, Collection<Match> all) {
		boolean changed = false;
		for (Match match : all) {
			if (!match.isOpen()) {
				continue;
			}
			Optional<String> obstacle = obstacle(agency, programme, match);
			obstacle.ifPresent((rule) -> this.matches.endByRule(match.id(), rule));
			changed |= obstacle.isPresent();
			if (obstacle.isEmpty() && !match.isLiving()) {
				changed |= goOn(match, mentors.getOrDefault(match.mentorId(), Mentor.unknown(match.mentorId())));
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

	private boolean bringTogether(Agency agency, Programme programme, Map<String, Mentor> mentors,
			Collection<Match> all) {
		Map<String, Integer> last = all.stream()
			.collect(Collectors.toMap(Match::menteeId, Match::ordinal, Integer::max));
		Set<String> served = all.stream().filter(Match::isOpen).map(Match::menteeId).collect(Collectors.toSet());
		Set<String> waiting = agency.colleagues()
			.stream()
			.filter(Colleague::wantsAMentor)
			.map(Colleague::staffId)
			.filter((id) -> !served.contains(id))
			.collect(Collectors.toSet());
		Map<String, Integer> taken = mentors.values()
			.stream()
			.collect(Collectors.toMap(Mentor::id, (mentor) -> mentor.places().size()));
		List<Pair> pairs = Pairing.of(agency, programme, waiting, taken);
		for (Pair pair : pairs) {
			String mentee = pair.mentee().staffId();
			this.matches.propose(Match.id(mentee, last.getOrDefault(mentee, 0) + 1), pair);
		}
		return !pairs.isEmpty();
	}

	private static Optional<Pair> pair(Agency agency, Programme programme, String mentorId, String menteeId,
			int taken) {
		return agency.colleague(mentorId)
			.flatMap((mentor) -> agency.colleague(menteeId)
				.map((mentee) -> new Pair(agency, programme, mentor, mentee, taken)));
	}

	/** The rule that an open match breaks by now, if so. */
	private static Optional<String> obstacle(Agency agency, Programme programme, Match match) {
		Optional<Pair> pair = pair(agency, programme, match.mentorId(), match.menteeId(), 0);
		if (pair.isEmpty()) {
			return Optional.of("bothActive");
		}
		return (match.isLiving() ? HardRule.brokenBy(pair.get()) : HardRule.brokenByProposed(pair.get()))
			.map(HardRule::name);
	}

	private static <T> Map<String, T> index(Collection<T> things, Function<T, String> id) {
		return things.stream().collect(Collectors.toMap(id, Function.identity()));
	}

	private Duration now() {
		return Duration.ofNanos(System.nanoTime() - this.started);
	}

}
