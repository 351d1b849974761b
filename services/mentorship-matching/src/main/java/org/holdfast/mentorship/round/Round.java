package org.holdfast.mentorship.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.fit.Points;
import org.holdfast.mentorship.fit.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * A round from opening to publishing; once published it does not change any more.
 *
 * @param id made up by who opens it
 * @param inputs how often what it decides from was taken in; the last one counts
 * @param programme version by which pairs are weighed
 * @param seed tells equal results apart
 * @param decisions what the owner decided about single pairs
 * @param result null until it is published
 */
record Round(String id, String name, State state, int inputs, int programme, long seed, Instant openedAt,
		List<Decision> decisions, @Nullable Result result) {

	enum State {

		OPEN,

		/** Decided, and being proposed to people. */
		PUBLISHED,

		/** Everybody concerned has their proposal. */
		DELIVERED,

		CANCELLED

	}

	/** Why the owner decided about a pair, as it is written. */
	enum Reason {

		bothAskedForIt, worksWellTogether, conflictKnown, tooClose, accessibility, other

	}

	/** What the owner decided about one pair, and why. */
	record Decision(Ruling ruling, Reason reason, Instant at, String by) {

		boolean isAbout(String mentorId, String menteeId) {
			return this.ruling.mentorId().equals(mentorId) && this.ruling.menteeId().equals(menteeId);
		}

	}

	/**
	 * What was published.
	 *
	 * @param pairs with the ids under which they are proposed
	 * @param unmatched ids of those for whom there was nobody
	 */
	record Result(Instant at, String by, List<Made> pairs, List<String> unmatched) {

		Result {
			pairs = List.copyOf(pairs);
			unmatched = List.copyOf(unmatched);
		}

	}

	/** A pair of a published round. */
	record Made(String matchId, String mentorId, String menteeId, List<Points> points) {

		Made {
			points = List.copyOf(points);
		}

	}

	Round {
		decisions = List.copyOf(decisions);
	}

	static Round opened(String id, String name, int programme, Instant now) {
		return new Round(id, name, State.OPEN, 1, programme, id.hashCode(), now, List.of(), null);
	}

	Round refreshed() {
		requireOpen();
		return new Round(this.id, this.name, this.state, this.inputs + 1, this.programme, this.seed, this.openedAt,
				this.decisions, null);
	}

	Round by(int programme) {
		requireOpen();
		return new Round(this.id, this.name, this.state, this.inputs, programme, this.seed, this.openedAt,
				this.decisions, null);
	}

	/**
	 * With a decision about a pair instead of the one there was; a mentee has one pin.
	 */
	Round deciding(Decision decision) {
		Ruling ruling = decision.ruling();
		List<Decision> decisions = new ArrayList<>(without(ruling.mentorId(), ruling.menteeId()).decisions());
		if (ruling.kind() == Ruling.Kind.pin) {
			decisions.removeIf((other) -> other.ruling().kind() == Ruling.Kind.pin
					&& other.ruling().menteeId().equals(ruling.menteeId()));
		}
		decisions.add(decision);
		return having(decisions);
	}

	Round without(String mentorId, String menteeId) {
		requireOpen();
		return having(this.decisions.stream().filter((each) -> !each.isAbout(mentorId, menteeId)).toList());
	}

	private Round having(List<Decision> decisions) {
		return new Round(this.id, this.name, this.state, this.inputs, this.programme, this.seed, this.openedAt,
				decisions, this.result);
	}

	Round published(Result result) {
		requireOpen();
		return in(State.PUBLISHED, result);
	}

	Round cancelled() {
		if (this.state != State.CANCELLED) {
			requireOpen();
		}
		return in(State.CANCELLED, null);
	}

	Round delivered() {
		return in(State.DELIVERED, this.result);
	}

	private Round in(State state, @Nullable Result result) {
		return new Round(this.id, this.name, state, this.inputs, this.programme, this.seed, this.openedAt,
				this.decisions, result);
	}

	/** The same without anything about an erased person, who cannot be reckoned again. */
	Round without(String staffId) {
		Result result = this.result;
		Result left = (result == null) ? null
				: new Result(result.at(), result.by(),
						result.pairs()
							.stream()
							.filter((made) -> !made.mentorId().equals(staffId) && !made.menteeId().equals(staffId))
							.toList(),
						result.unmatched().stream().filter((id) -> !id.equals(staffId)).toList());
		return new Round(this.id, this.name, this.state, this.inputs, this.programme, this.seed, this.openedAt,
				this.decisions.stream()
					.filter((each) -> !each.ruling().mentorId().equals(staffId)
							&& !each.ruling().menteeId().equals(staffId))
					.toList(),
				left);
	}

	boolean isOpen() {
		return this.state == State.OPEN;
	}

	List<Ruling> rulings() {
		return this.decisions.stream().map(Decision::ruling).toList();
	}

	/** Under which the inputs in force are stored. */
	String inputsId() {
		return this.id + "-" + this.inputs;
	}

	void requireOpen() {
		if (!isOpen()) {
			throw Refusal.conflict("round-is-over",
					"The round \"%s\" is %s and does not change any more. Open another one.".formatted(this.name,
							(this.state == State.CANCELLED) ? "cancelled" : "published"));
		}
	}

}
