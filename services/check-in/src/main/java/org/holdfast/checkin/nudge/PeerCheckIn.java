package org.holdfast.checkin.nudge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.holdfast.checkin.notice.Notices;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.vault.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Two people who ask each other how they are doing.
 *
 * @param id made up by who invites, so that a retry finds the same one
 * @param inviterId who invites
 * @param partnerId who is invited
 * @param everyDays how often they are asked
 * @param state where it stands
 * @param round how often they were asked so far
 * @param dueAt when they are asked next, null while they are not
 * @param overAt since when it is over
 * @param answers of the last rounds, the newest last
 * @param notices whom it had told
 */
record PeerCheckIn(String id, String inviterId, String partnerId, int everyDays, State state, int round,
		@Nullable Instant dueAt, @Nullable Instant overAt, List<Answer> answers, Notices notices) {

	private static final int ROUNDS_KEPT = 12;

	PeerCheckIn {
		answers = List.copyOf(answers);
	}

	/** Where it stands; both see the same. */
	enum State {

		@JsonProperty("invited")
		INVITED, @JsonProperty("active")
		ACTIVE, @JsonProperty("paused")
		PAUSED, @JsonProperty("ended")
		ENDED

	}

	/** The one tap. */
	enum Doing {

		@JsonProperty("well")
		WELL, @JsonProperty("so-so")
		SO_SO, @JsonProperty("not-well")
		NOT_WELL, @JsonProperty("let-us-talk")
		LET_US_TALK

	}

	/**
	 * What one of the two answered in a round.
	 *
	 * @param round which
	 * @param by who
	 * @param at when
	 * @param sealed how they are doing, and a note
	 */
	record Answer(int round, String by, Instant at, Sealed sealed) {

		/** Binds the ciphertext to its place. */
		static String field(int round) {
			return "answer-" + round;
		}

	}

	/**
	 * Inviting, which however often it is repeated is one invitation.
	 * @throws Refusal (409) if something else was proposed under this id
	 */
	static Change<PeerCheckIn> invited(Optional<PeerCheckIn> present, String id, String inviterId, String partnerId,
			int everyDays, Instant now) {
		if (present.isPresent()) {
			PeerCheckIn found = present.get();
			if (!found.inviterId.equals(inviterId) || !found.partnerId.equals(partnerId)
					|| found.everyDays != everyDays) {
				throw Refusal.conflict("check-in-differs",
						"Something else was proposed under this id already. Choose another id.");
			}
			return Change.none();
		}
		return new PeerCheckIn(id, inviterId, partnerId, everyDays, State.INVITED, 0, null, null, List.of(),
				Notices.none())
			.told(now, List.of(partnerId), "peer-check-in-invited");
	}

	boolean isBetween(String staffId) {
		return staffId.equals(this.inviterId) || staffId.equals(this.partnerId);
	}

	String otherThan(String staffId) {
		return staffId.equals(this.inviterId) ? this.partnerId : this.inviterId;
	}

	/**
	 * Accepts the invitation, or goes on after a pause.
	 * @throws Refusal (409) if it is over, or the other one has yet to accept
	 */
	Change<PeerCheckIn> activated(String by, Instant now) {
		return switch (this.state) {
			case ACTIVE -> Change.none();
			case ENDED -> throw over();
			case PAUSED -> Change.to(with(State.ACTIVE, this.round, next(now), this.notices));
			case INVITED -> {
				if (by.equals(this.inviterId)) {
					throw Refusal.conflict("not-accepted", "The other one has yet to accept.");
				}
				yield with(State.ACTIVE, 1, next(now), this.notices).told(now, List.of(this.inviterId),
						"peer-check-in-accepted");
			}
		};
	}

	/**
	 * Rests, until either of the two goes on.
	 * @throws Refusal (409) if it is not active
	 */
	Change<PeerCheckIn> paused() {
		return switch (this.state) {
			case PAUSED -> Change.none();
			case ACTIVE -> Change.to(with(State.PAUSED, this.round, null, this.notices));
			case INVITED -> throw Refusal.conflict("not-accepted", "The other one has yet to accept.");
			case ENDED -> throw over();
		};
	}

	/** Over, by either of the two, without a reason; what they answered is gone. */
	Change<PeerCheckIn> ended(Instant now) {
		if (this.state == State.ENDED) {
			return Change.none();
		}
		PeerCheckIn next = new PeerCheckIn(this.id, this.inviterId, this.partnerId, this.everyDays, State.ENDED,
				this.round, null, now, List.of(), this.notices.forgotten());
		return new Change<>(next, this.notices.retracted());
	}

	/**
	 * Answers the present round, or changes the answer.
	 * @throws Refusal (409) if it is not active, or the next round has begun meanwhile
	 */
	Change<PeerCheckIn> answered(Answer answer) {
		if (this.state != State.ACTIVE || answer.round() != this.round) {
			throw Refusal.conflict("not-asked", "You are not asked now, or the next time has come meanwhile.");
		}
		List<Answer> next = new ArrayList<>(this.answers);
		next.removeIf((each) -> each.round() <= this.round - ROUNDS_KEPT
				|| (each.round() == this.round && each.by().equals(answer.by())));
		next.add(answer);
		return Change.to(new PeerCheckIn(this.id, this.inviterId, this.partnerId, this.everyDays, this.state,
				this.round, this.dueAt, this.overAt, next, this.notices));
	}

	/** Asks both again when the time has come. */
	Change<PeerCheckIn> due(Instant now) {
		if (this.state != State.ACTIVE || this.dueAt == null || now.isBefore(this.dueAt)) {
			return Change.none();
		}
		// what was told before is of no use any more
		List<Event> events = new ArrayList<>(this.notices.retracted());
		Change<PeerCheckIn> asked = with(State.ACTIVE, this.round + 1, next(now), this.notices.forgotten()).told(now,
				List.of(this.inviterId, this.partnerId), "peer-check-in-due");
		events.addAll(asked.events());
		return new Change<>(asked.next(), events);
	}

	private Instant next(Instant now) {
		return now.plus(Duration.ofDays(this.everyDays));
	}

	private Change<PeerCheckIn> told(Instant now, List<String> staffIds, String subject) {
		Notices told = this.notices;
		List<Event> events = new ArrayList<>();
		for (String staffId : staffIds) {
			told = told.and(this.id, staffId);
			events.add(told.requested(subject, this.id, false, now));
		}
		return new Change<>(with(this.state, this.round, this.dueAt, told), events);
	}

	private PeerCheckIn with(State state, int round, @Nullable Instant dueAt, Notices notices) {
		return new PeerCheckIn(this.id, this.inviterId, this.partnerId, this.everyDays, state, round, dueAt,
				this.overAt, this.answers, notices);
	}

	private static Refusal over() {
		return Refusal.conflict("check-in-over", "This is over. Invite again if both of you want to.");
	}

}
