package org.holdfast.profile.imports;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.holdfast.profile.staff.StaffMember;
import org.holdfast.profile.staff.Unit;

/**
 * What the database holds before an import.
 *
 * @param staff the people by personnel number
 * @param units the units by code
 */
record Known(Map<String, StaffMember> staff, Map<String, Unit> units) {

	static Known of(Collection<StaffMember> staff, Collection<Unit> units) {
		return new Known(staff.stream().collect(Collectors.toMap(StaffMember::id, Function.identity())),
				units.stream().collect(Collectors.toMap(Unit::id, Function.identity())));
	}

}
