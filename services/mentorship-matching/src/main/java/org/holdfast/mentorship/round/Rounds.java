package org.holdfast.mentorship.round;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Pairing;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.fit.Ruling;
import org.holdfast.mentorship.fit.Standing;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Unsettled;
import org.holdfast.mentorship.pool.Situation;
import org.holdfast.mentorship.pool.Situations;
import org.holdfast.mentorship.programme.Programmes;
import org.holdfast.mentorship.relationship.Matches;
import org.holdfast.mentorship.relationship.Suggestion;
import org.holdfast.mentorship.round.Round.Decision;
import org.holdfast.mentorship.round.Round.Made;
import org.holdfast.mentorship.round.Round.Reason;
import org.holdfast.mentorship.round.Round.Result;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Opens rounds, decides and publishes them.
 * <p>
 * What a round decides from is stored before the round refers to it. Publishing is one
 * write; the proposals follow from it, under ids that were decided with it, so that a
 * crash in between changes nothing. Until they are made the automatic way leaves alone
 * everybody whom the round is about.
 */
@Component
public class Rounds {

	private final Aggregates<Round> rounds;

	private final Aggregates<Inputs> inputs;

	private final Situations situations;

	private final Programmes programmes;

	private final Matches matches;

	private final ApplicationEventPublisher inside;

	private final Clock clock;

	Rounds(Outbox outbox, Situations situations, Programmes programmes, Matches matches,
			ApplicationEventPublisher inside, Clock clock) {
		this.rounds = outbox.aggregates(Round.class, "rounds");
		this.inputs = outbox.aggregates(Inputs.class, "round-inputs");
		this.situations = situations;
		this.programmes = programmes;
		this.matches = matches;
		this.inside = inside;
		this.clock = clock;
	}

	List<Round> all() {
		return this.rounds.findAll();
	}

	/**
	 * A round.
	 * @throws Refusal (404) if there is none
	 */
	Round find(String id) {
		return this.rounds.find(id)
			.orElseThrow(() -> Refusal.notFound("no-such-round", "There is no round " + id + "."));
	}

	/** What a round decides from. */
	Inputs inputs(Round round) {
		return this.inputs.find(round.inputsId())
			.orElseThrow(() -> new IllegalStateException("The inputs of round %s are missing".formatted(round.id())));
	}

	/**
	 * Opens a round with everybody who waits and every place that is free, but for those
	 * of other open rounds. Opening it again changes nothing.
	 * @throws Refusal (409) if another one was opened under the id
	 */
	Round open(String id, String name) {
		Round opened = Round.opened(id, name, this.programmes.current().version(), this.clock.instant());
		if (this.rounds.find(id).isEmpty()) {
			takeIn(opened);
		}
		return this.rounds.change(id, (found) -> {
			found.filter((other) -> !other.name().equals(name)).ifPresent((other) -> {
				throw Refusal.conflict("id-taken",
						"Another round, \"%s\", has this id. Make up another one.".formatted(other.name()));
			});
			return found.isPresent() ? Change.none() : Change.to(opened);
		});
	}

	/**
	 * Takes in again who waits and which places are free.
	 * @throws Refusal (409) if the round is over, or somebody else did so at the same
	 * time
	 */
	Round refresh(String id) {
		Round round = find(id);
		Round next = round.refreshed();
		takeIn(next);
		Round refreshed = change(id, (present) -> {
			if (present.inputs() != round.inputs()) {
				throw Refusal.conflict("changed-meanwhile", "Somebody else has just refreshed this round.");
			}
			return present.refreshed();
		});
		this.inputs.remove(round.inputsId(), (last) -> List.of());
		return refreshed;
	}

	private void takeIn(Round round) {
		Set<String> others = new HashSet<>();
		this.rounds.findAll()
			.stream()
			.filter((other) -> isInTheWay(other) && !other.id().equals(round.id()))
			.forEach((other) -> others.addAll(inputs(other).concerned()));
		Standing standing = this.situations.now().standing(others);
		// not for who is late, while others decide from them already
		Inputs inputs = this.inputs.change(round.inputsId(), (found) -> (found.isPresent() && isInUse(round))
				? Change.none() : Change.to(Inputs.of(round.inputsId(), standing)));
		// whose erasure at the same moment could not see them here yet
		Agency now = this.situations.now().agency();
		inputs.snapshot()
			.colleagues()
			.stream()
			.map(Colleague::staffId)
			.filter((staffId) -> now.colleague(staffId).isEmpty())
			.forEach(this::forget);
	}

	private boolean isInUse(Round round) {
		return this.rounds.find(round.id()).filter((present) -> present.inputs() == round.inputs()).isPresent();
	}

	Round weighBy(String id, int programme) {
		this.programmes.version(programme);
		return change(id, (round) -> round.by(programme));
	}

	/**
	 * Pins or forbids a pair.
	 * @throws Refusal (409) if a pinned pair breaks a hard rule or the mentee does not
	 * wait; (404) if one of the two is not in the round
	 */
	Round decide(String id, Ruling ruling, Reason reason, String by) {
		Round round = find(id);
		Standing standing = inputs(round).standing();
		requireIn(standing, ruling.menteeId(), ruling.mentorId());
		if (ruling.kind() == Ruling.Kind.pin) {
			Pairing.forbids(standing, programme(round), ruling.mentorId(), ruling.menteeId()).ifPresent((rule) -> {
				throw Refusal
					.conflict("rule-forbids-it",
							"These two cannot be brought together: %s. Rules hold for pinned pairs too."
								.formatted(rule.toldAs()))
					.with("rule", rule.toldAs());
			});
		}
		return change(id, (present) -> present.deciding(new Decision(ruling, reason, this.clock.instant(), by)));
	}

	/**
	 * Checks that two are in a round.
	 * @param mentorId null if it is about the mentee alone
	 * @throws Refusal (404) if one is not
	 */
	static void requireIn(Standing standing, String menteeId, @Nullable String mentorId) {
		if (!standing.waiting().contains(menteeId)) {
			throw Refusal.notFound("not-in-this-round",
					"%s does not wait for a mentor in this round. Refresh it if that changed.".formatted(menteeId));
		}
		if (mentorId != null
				&& standing.agency().colleague(mentorId).filter((mentor) -> mentor.capacity() > 0).isEmpty()) {
			throw Refusal.notFound("not-in-this-round",
					"%s is no mentor in this round. Refresh it if that changed.".formatted(mentorId));
		}
	}

	Round undecide(String id, String mentorId, String menteeId) {
		return change(id, (round) -> round.without(mentorId, menteeId));
	}

	Programme programme(Round round) {
		return this.programmes.version(round.programme());
	}

	/**
	 * What the round would bring by a programme; the same as often as it is asked.
	 * @throws Refusal (409) if more pairs are pinned than can be
	 */
	Outcome outcome(Round round, Programme programme) {
		try {
			return Outcome.of(inputs(round).standing(), programme, round.rulings(), round.seed());
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.conflict("pins-do-not-go-together",
					"The pinned pairs cannot all be: %s. Take one back.".formatted(ex.getMessage()));
		}
	}

	/**
	 * Decides the round; proposals follow at once. Publishing it again changes nothing.
	 * @throws Refusal (409) if it is cancelled, or what it decided from is not so any
	 * more
	 */
	Round publish(String id, String by) {
		Round round = find(id);
		if (round.result() != null) {
			return round;
		}
		round.requireOpen();
		Outcome outcome = outcome(round, programme(round));
		Situation now = this.situations.now();
		requireStillSo(outcome, now);
		Result result = new Result(this.clock.instant(), by,
				outcome.pairs()
					.stream()
					.map((pair) -> new Made(now.nextMatchId(pair.mentee().staffId()), pair.mentor().staffId(),
							pair.mentee().staffId(), pair.points()))
					.toList(),
				outcome.unmatched());
		Round published = change(id, (present) -> {
			if (present.result() != null) {
				return present;
			}
			if (!present.equals(round)) {
				throw Refusal.conflict("changed-meanwhile",
						"The round was changed while it was being published. Look at it again.");
			}
			return present.published(result);
		});
		this.inside.publishEvent(new Unsettled());
		return published;
	}

	/** What was taken in may be old: nobody is published who has changed since. */
	private static void requireStillSo(Outcome outcome, Situation now) {
		Standing standing = now.standing(Set.of());
		Map<String, Integer> taken = new HashMap<>(standing.taken());
		List<Map<String, String>> changed = new ArrayList<>();
		for (Pair pair : outcome.pairs()) {
			String mentor = pair.mentor().staffId();
			String mentee = pair.mentee().staffId();
			String because = standing.agency().colleague(mentor).isEmpty() || !standing.waiting().contains(mentee)
					? "doesNotWaitAnyMore"
					: Pairing
						.forbids(new Standing(standing.agency(), standing.waiting(), taken), pair.programme(), mentor,
								mentee)
						.map((rule) -> rule.toldAs())
						.orElse("");
			if (!because.isEmpty()) {
				changed.add(Map.of("mentorId", mentor, "menteeId", mentee, "because", because));
			}
			taken.merge(mentor, 1, Integer::sum);
		}
		if (!changed.isEmpty()) {
			throw Refusal.conflict("round-is-old",
					"%d of the pairs are not possible any more. Refresh the round, look at the preview, and publish then."
						.formatted(changed.size()))
				.with("pairs", changed);
		}
	}

	Round cancel(String id) {
		Round cancelled = change(id, Round::cancelled);
		this.inside.publishEvent(new Unsettled());
		return cancelled;
	}

	/**
	 * Makes the proposals of published rounds.
	 * @return whether there were any to make
	 */
	public boolean deliver(Situation now) {
		boolean delivered = false;
		for (Round round : this.rounds.find(Query.query(Criteria.where("state").is(Round.State.PUBLISHED)))) {
			Result result = round.result();
			if (result != null) {
				result.pairs()
					.stream()
					.filter((made) -> !now.matches().containsKey(made.matchId()))
					.forEach((made) -> this.matches.propose(made.matchId(),
							new Suggestion(made.mentorId(), made.menteeId(), made.points(), round.programme())));
			}
			change(round.id(), Round::delivered);
			delivered = true;
		}
		return delivered;
	}

	/** Ids of those whom the automatic way leaves to a round. */
	public Set<String> reserved() {
		Set<String> reserved = new HashSet<>();
		this.rounds.findAll()
			.stream()
			.filter(Rounds::isInTheWay)
			.forEach((round) -> reserved.addAll(inputs(round).concerned()));
		return reserved;
	}

	private static boolean isInTheWay(Round round) {
		return round.isOpen() || round.state() == Round.State.PUBLISHED;
	}

	/** Leaves nothing of an erased person. */
	public void forget(String staffId) {
		this.inputs.findAll()
			.forEach((each) -> this.inputs.change(each.id(),
					(found) -> found.filter((present) -> present.mentions(staffId))
						.map((present) -> Change.to(present.without(staffId)))
						.orElseGet(Change::none)));
		this.rounds.findAll().forEach((each) -> change(each.id(), (round) -> round.without(staffId)));
	}

	private Round change(String id, UnaryOperator<Round> change) {
		find(id);
		return this.rounds.change(id, (found) -> found.map((present) -> {
			Round next = change.apply(present);
			return next.equals(present) ? Change.<Round>none() : Change.to(next);
		}).orElseGet(Change::none));
	}

}
