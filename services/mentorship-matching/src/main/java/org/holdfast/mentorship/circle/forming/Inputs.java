package org.holdfast.mentorship.circle.forming;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Snapshot;

/**
 * What a forming decides from, as it was when it was opened: never changed afterwards,
 * but for erasure.
 *
 * @param snapshot of the candidates
 * @param candidates ids of those who could be in a circle
 * @param former circles whose members should not meet again
 * @param erased whether somebody was erased from it since
 */
record Inputs(String id, Snapshot snapshot, Set<String> candidates, List<Company> former, boolean erased) {

	/** People who were in a circle together. */
	record Company(Set<String> people) {

	}

	Inputs {
		candidates = Set.copyOf(candidates);
		former = List.copyOf(former);
	}

	static Inputs of(String id, Agency agency, Set<String> candidates, Collection<Set<String>> former) {
		return new Inputs(id, Snapshot.of(agency, candidates), candidates,
				former.stream().map((people) -> new Company(kept(people, candidates::contains))).toList(), false);
	}

	Agency agency() {
		return this.snapshot.agency();
	}

	List<Set<String>> formerCompany() {
		return this.former.stream().map(Company::people).toList();
	}

	boolean mentions(String staffId) {
		return this.snapshot.mentions(staffId);
	}

	Inputs without(String staffId) {
		return new Inputs(this.id, this.snapshot.without(staffId), kept(this.candidates, (id) -> !id.equals(staffId)),
				this.former.stream()
					.map((company) -> new Company(kept(company.people(), (id) -> !id.equals(staffId))))
					.toList(),
				true);
	}

	private static Set<String> kept(Set<String> all, Predicate<String> which) {
		return all.stream().filter(which).collect(Collectors.toSet());
	}

}
