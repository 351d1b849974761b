package org.holdfast.mentorship;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.holdfast.defaults.inbox.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the matches follow from what profile tells. Settling looks at everything as it is
 * and does what is left to do, so it does not matter what caused it, how often it runs,
 * or where an earlier run was cut short.
 */
@Component
@Lazy(false)
class Matching {

	private static final Logger logger = LoggerFactory.getLogger(Matching.class);

	/** More passes than that mean that somebody else keeps changing things: later. */
	private static final int PASSES = 10;

	private final Directory directory;

	private final Matches matches;

	private final Burst changes;

	private final long started = System.nanoTime();

	Matching(Directory directory, Matches matches, MentorshipSettings settings) {
		this.directory = directory;
		this.matches = matches;
		this.changes = new Burst(settings);
	}

	/** Counts as a change even when a duplicate: a crash may have followed the first. */
	void onColleague(Received<Colleague> told) {
		this.directory.keepColleague(told);
		this.changes.happened(now());
	}

	void onUnit(Received<Unit> told) {
		this.directory.keepUnit(told);
		this.changes.happened(now());
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
		Agency agency = this.directory.agency();
		Map<String, Mentor> mentors = index(this.matches.mentors(), Mentor::id);
		Map<String, Match> all = index(this.matches.all(), Match::id);
		boolean changed = offer(agency, mentors);
		changed |= repair(agency, mentors.values(), all);
		changed |= end(agency, all.values());
		return changed || bringTogether(agency, mentors, all.values());
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
				this.matches.offer(entry.getKey(), entry.getValue());
				changed = true;
			}
		}
		return changed;
	}

	/** Places held by a match that is not there, or does not need them. */
	private boolean repair(Agency agency, Collection<Mentor> mentors, Map<String, Match> all) {
		boolean changed = false;
		for (Mentor mentor : mentors) {
			for (String id : mentor.places()) {
				Match match = all.get(id);
				if (match == null) {
					complete(agency, mentor, id);
					changed = true;
				}
				else {
					changed |= !this.matches.keepOrRelease(match, mentor.id());
				}
			}
		}
		return changed;
	}

	private void complete(Agency agency, Mentor mentor, String id) {
		Optional<Pair> pair = pair(agency, mentor.id(), Match.menteeOf(id), mentor.places().size() - 1);
		obstacle(pair).ifPresentOrElse((because) -> this.matches.withdraw(id, mentor.id(), because),
				() -> this.matches.confirm(id, pair.orElseThrow()));
	}

	private boolean end(Agency agency, Collection<Match> all) {
		boolean changed = false;
		for (Match match : all) {
			if (match.isActive()) {
				Optional<String> obstacle = obstacle(pair(agency, match.mentorId(), match.menteeId(), 0));
				obstacle.ifPresent((because) -> this.matches.end(match.id(), because));
				changed |= obstacle.isPresent();
			}
		}
		return changed;
	}

	private boolean bringTogether(Agency agency, Map<String, Mentor> mentors, Collection<Match> all) {
		Map<String, Integer> last = all.stream()
			.collect(Collectors.toMap(Match::menteeId, Match::ordinal, Integer::max));
		Set<String> served = all.stream().filter(Match::isActive).map(Match::menteeId).collect(Collectors.toSet());
		Set<String> waiting = agency.colleagues()
			.stream()
			.filter(Colleague::wantsAMentor)
			.map(Colleague::staffId)
			.filter((id) -> !served.contains(id))
			.collect(Collectors.toSet());
		Map<String, Integer> taken = mentors.values()
			.stream()
			.collect(Collectors.toMap(Mentor::id, (mentor) -> mentor.places().size()));
		List<Pair> pairs = Pairing.of(agency, waiting, taken);
		for (Pair pair : pairs) {
			String mentee = pair.mentee().staffId();
			this.matches.begin(Match.id(mentee, last.getOrDefault(mentee, 0) + 1), pair);
		}
		return !pairs.isEmpty();
	}

	private static Optional<Pair> pair(Agency agency, String mentorId, String menteeId, int taken) {
		return agency.colleague(mentorId)
			.flatMap((mentor) -> agency.colleague(menteeId).map((mentee) -> new Pair(agency, mentor, mentee, taken)));
	}

	/** Why a pair cannot last, if so. */
	private static Optional<String> obstacle(Optional<Pair> pair) {
		return pair.isEmpty() ? Optional.of("gone") : HardRule.brokenBy(pair.get()).map(HardRule::name);
	}

	private static <T> Map<String, T> index(Collection<T> things, Function<T, String> id) {
		return things.stream().collect(Collectors.toMap(id, Function.identity()));
	}

	private Duration now() {
		return Duration.ofNanos(System.nanoTime() - this.started);
	}

}
