package org.holdfast.mentorship.round;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.holdfast.mentorship.fit.Standing;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Unit;

/**
 * What a round decides from, as it was when it was taken in: never changed afterwards,
 * but for erasure.
 *
 * @param colleagues those who wait, those who have a place, and all above them
 * @param erased whether somebody was erased from it since
 */
record Inputs(String id, List<Colleague> colleagues, List<Unit> units, Circumstances circumstances, Set<String> waiting,
		List<Taken> taken, boolean erased) {

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
		Set<String> known = new HashSet<>(concerned);
		concerned.forEach((staffId) -> known.addAll(agency.above(staffId).people()));
		return new Inputs(id,
				agency.colleagues().stream().filter((colleague) -> known.contains(colleague.staffId())).toList(),
				List.copyOf(agency.units()), agency.circumstances().only(concerned), standing.waiting(),
				standing.taken()
					.entrySet()
					.stream()
					.map((entry) -> new Taken(entry.getKey(), entry.getValue()))
					.toList(),
				false);
	}

	Standing standing() {
		return new Standing(new Agency(this.colleagues, this.units, this.circumstances), this.waiting,
				this.taken.stream().collect(Collectors.toMap(Taken::mentorId, Taken::places)));
	}

	/** Everybody whom the round may bring together. */
	Set<String> concerned() {
		Set<String> concerned = new HashSet<>(this.waiting);
		this.colleagues.stream()
			.filter((colleague) -> colleague.capacity() > 0)
			.map(Colleague::staffId)
			.forEach(concerned::add);
		return concerned;
	}

	int freePlaces() {
		Standing standing = standing();
		return this.colleagues.stream()
			.mapToInt((colleague) -> Math.max(0, colleague.capacity() - standing.taken(colleague.staffId())))
			.sum();
	}

	boolean mentions(String staffId) {
		return this.colleagues.stream()
			.anyMatch((colleague) -> staffId.equals(colleague.staffId()) || staffId.equals(colleague.managerId()))
				|| this.units.stream().anyMatch((unit) -> staffId.equals(unit.leadId()));
	}

	Inputs without(String staffId) {
		return new Inputs(this.id,
				this.colleagues.stream()
					.filter((colleague) -> !colleague.staffId().equals(staffId))
					.map((colleague) -> staffId.equals(colleague.managerId()) ? colleague.withoutManager() : colleague)
					.toList(),
				this.units.stream()
					.map((unit) -> staffId.equals(unit.leadId()) ? new Unit(unit.unitId(), unit.parentId(), null)
							: unit)
					.toList(),
				this.circumstances.without(staffId),
				this.waiting.stream().filter((id) -> !id.equals(staffId)).collect(Collectors.toSet()),
				this.taken.stream().filter((each) -> !each.mentorId().equals(staffId)).toList(), true);
	}

}
