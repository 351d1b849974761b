package org.holdfast.mentorship.circle.forming;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Unit;

/**
 * What a forming decides from, as it was when it was opened: never changed afterwards,
 * but for erasure.
 *
 * @param colleagues the candidates and all above them
 * @param units with those leads who are among them
 * @param candidates ids of those who could be in a circle
 * @param former circles whose members should not meet again
 * @param erased whether somebody was erased from it since
 */
record Inputs(String id, List<Colleague> colleagues, List<Unit> units, Circumstances circumstances,
		Set<String> candidates, List<Company> former, boolean erased) {

	/** People who were in a circle together. */
	record Company(Set<String> people) {

	}

	Inputs {
		candidates = Set.copyOf(candidates);
		former = List.copyOf(former);
	}

	static Inputs of(String id, Agency agency, Set<String> candidates, Collection<Set<String>> former) {
		Set<String> known = new HashSet<>(candidates);
		candidates.forEach((staffId) -> known.addAll(agency.above(staffId).people()));
		return new Inputs(id,
				agency.colleagues().stream().filter((colleague) -> known.contains(colleague.staffId())).toList(),
				agency.units().stream().map((unit) -> known.contains(unit.leadId()) ? unit : unled(unit)).toList(),
				agency.circumstances().only(candidates), candidates,
				former.stream().map((people) -> new Company(kept(people, candidates::contains))).toList(), false);
	}

	Agency agency() {
		return new Agency(this.colleagues, this.units, this.circumstances);
	}

	List<Set<String>> formerCompany() {
		return this.former.stream().map(Company::people).toList();
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
				this.units.stream().map((unit) -> staffId.equals(unit.leadId()) ? unled(unit) : unit).toList(),
				this.circumstances.without(staffId), kept(this.candidates, (id) -> !id.equals(staffId)),
				this.former.stream()
					.map((company) -> new Company(kept(company.people(), (id) -> !id.equals(staffId))))
					.toList(),
				true);
	}

	private static Unit unled(Unit unit) {
		return new Unit(unit.unitId(), unit.parentId(), null);
	}

	private static Set<String> kept(Set<String> all, Predicate<String> which) {
		return all.stream().filter(which).collect(Collectors.toSet());
	}

}
