package org.holdfast.mentorship.circle.peers;

import java.util.Set;
import java.util.stream.Collectors;

import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Colleague.AsPeer;

/**
 * Somebody who is in a circle or could be.
 *
 * @param times half days on which they can meet
 * @param differentUnits whether nobody of their own unit may be with them
 */
public record Peer(Colleague colleague, Set<String> times, boolean differentUnits) {

	public Peer {
		times = Set.copyOf(times);
	}

	/** Somebody who could be in any circle. */
	public static Peer free(Colleague colleague, boolean differentUnits) {
		return new Peer(colleague,
				colleague.timesToMeet().stream().filter(HalfDays.WEEK::contains).collect(Collectors.toSet()),
				differentUnits);
	}

	/** Somebody who is in one already, which meets on a half day. */
	public static Peer settled(Colleague colleague, String halfDay, boolean differentUnits) {
		return new Peer(colleague, Set.of(halfDay), differentUnits);
	}

	String id() {
		return this.colleague.staffId();
	}

	Set<String> topics() {
		AsPeer asPeer = this.colleague.mentoring().asPeer();
		return (asPeer != null) ? asPeer.topics() : Set.of();
	}

	Set<String> caseloads() {
		return this.colleague.mentoring().caseloads();
	}

}
