package org.holdfast.mentorship.round;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.holdfast.mentorship.fit.Standing;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Snapshot;

/**
 * What a round decides from, as it was when it was taken in: never changed afterwards,
 * but for erasure.
 *
 * @param snapshot of those who wait and those who have a place
 * @param erased whether somebody was erased from it since
 */
record Inputs(String id, Snapshot snapshot, Set<String> waiting, List<Taken> taken, boolean erased) {

	/** How many places of a mentor were taken. */
	record Taken(String mentorId, int places) {

	}

	static Inputs of(String id, Standing standing) {
		Agency agency = standing.agency();
		Set<String> concerned = new HashSet<>(standing.waiting());
		agency.colleagues()
			.stream()
			.filter((colleague) -> colleague.capacity() > 0)
			.map(Colleague::staffId)
			.forEach(concerned::add);
		return new Inputs(id, Snapshot.of(agency, concerned), standing.waiting(),
				standing.taken()
					.entrySet()
					.stream()
					.map((entry) -> new Taken(entry.getKey(), entry.getValue()))
					.toList(),
				false);
	}

	Standing standing() {
		return new Standing(this.snapshot.agency(), this.waiting,
				this.taken.stream().collect(Collectors.toMap(Taken::mentorId, Taken::places)));
	}

	/** Everybody whom the round may bring together. */
	Set<String> concerned() {
		Set<String> concerned = new HashSet<>(this.waiting);
		concerned.addAll(mentors());
		return concerned;
	}

	/** Who offers places, whether any of them is free or not. */
	List<String> mentors() {
		return this.snapshot.colleagues()
			.stream()
			.filter((colleague) -> colleague.capacity() > 0)
			.map(Colleague::staffId)
			.toList();
	}

	int freePlaces() {
		Standing standing = standing();
		return this.snapshot.colleagues()
			.stream()
			.mapToInt((colleague) -> Math.max(0, colleague.capacity() - standing.taken(colleague.staffId())))
			.sum();
	}

	boolean mentions(String staffId) {
		return this.snapshot.mentions(staffId);
	}

	Inputs without(String staffId) {
		return new Inputs(this.id, this.snapshot.without(staffId),
				this.waiting.stream().filter((id) -> !id.equals(staffId)).collect(Collectors.toSet()),
				this.taken.stream().filter((each) -> !each.mentorId().equals(staffId)).toList(), true);
	}

}
