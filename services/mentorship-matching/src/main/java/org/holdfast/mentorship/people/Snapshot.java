package org.holdfast.mentorship.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Some people with all above them as they were at one moment, to decide from it later and
 * to reckon again: never changed afterwards, but for erasure.
 *
 * @param units with those leads who are among the people
 */
public record Snapshot(List<Colleague> colleagues, List<Unit> units, Circumstances circumstances) {

	/** Of those concerned, and of nobody else but whom they report to. */
	public static Snapshot of(Agency agency, Set<String> concerned) {
		Set<String> known = new HashSet<>(concerned);
		concerned.forEach((staffId) -> known.addAll(agency.above(staffId).people()));
		return new Snapshot(
				agency.colleagues().stream().filter((colleague) -> known.contains(colleague.staffId())).toList(),
				agency.units().stream().map((unit) -> known.contains(unit.leadId()) ? unit : unled(unit)).toList(),
				agency.circumstances().only(concerned));
	}

	public Agency agency() {
		return new Agency(this.colleagues, this.units, this.circumstances);
	}

	public boolean mentions(String staffId) {
		return this.colleagues.stream()
			.anyMatch((colleague) -> staffId.equals(colleague.staffId()) || staffId.equals(colleague.managerId()))
				|| this.units.stream().anyMatch((unit) -> staffId.equals(unit.leadId()));
	}

	/** The same without an erased person. */
	public Snapshot without(String staffId) {
		return new Snapshot(
				this.colleagues.stream()
					.filter((colleague) -> !colleague.staffId().equals(staffId))
					.map((colleague) -> staffId.equals(colleague.managerId()) ? colleague.withoutManager() : colleague)
					.toList(),
				this.units.stream().map((unit) -> staffId.equals(unit.leadId()) ? unled(unit) : unit).toList(),
				this.circumstances.without(staffId));
	}

	private static Unit unled(Unit unit) {
		return new Unit(unit.unitId(), unit.parentId(), null);
	}

}
