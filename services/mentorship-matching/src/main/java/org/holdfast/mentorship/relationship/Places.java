package org.holdfast.mentorship.relationship;

import java.util.List;
import java.util.function.UnaryOperator;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.stereotype.Component;

/**
 * Keeps the places of the mentors, each change of one in one atomic write.
 */
@Component
public class Places {

	private final Aggregates<Mentor> mentors;

	Places(Outbox outbox) {
		this.mentors = outbox.aggregates(Mentor.class, "mentors");
	}

	public List<Mentor> mentors() {
		return this.mentors.findAll();
	}

	/**
	 * Offers so many places in all; of somebody who never offered one nothing is kept.
	 */
	public void offer(String mentorId, int capacity) {
		if (capacity > 0 || this.mentors.find(mentorId).isPresent()) {
			change(mentorId, (mentor) -> mentor.offering(capacity));
		}
	}

	/** Whether the match holds a place with the mentor now. */
	boolean claim(String matchId, String mentorId) {
		return change(mentorId, (mentor) -> mentor.claiming(matchId)).holds(matchId);
	}

	/** Whether the match has a place with the mentor for good now. */
	boolean take(Match match) {
		return change(match.mentorId(), (mentor) -> mentor.taking(match.id())).hasTaken(match.id());
	}

	/**
	 * Gives the place back unless the match is open and with this mentor.
	 * @return whether it is
	 */
	public boolean keepOrRelease(Match match, String mentorId) {
		boolean needed = match.isOpen() && match.mentorId().equals(mentorId);
		if (!needed && !mentorId.isEmpty()) {
			change(mentorId, (mentor) -> mentor.releasing(match.id()));
		}
		return needed;
	}

	void forget(String mentorId) {
		this.mentors.remove(mentorId, (last) -> List.of());
	}

	private Mentor change(String mentorId, UnaryOperator<Mentor> change) {
		return this.mentors.change(mentorId, (found) -> {
			Mentor next = change.apply(found.orElseGet(() -> Mentor.unknown(mentorId)));
			return found.filter(next::equals).isPresent() ? Change.none() : Change.to(next);
		});
	}

}
