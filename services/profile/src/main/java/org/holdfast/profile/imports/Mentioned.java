package org.holdfast.profile.imports;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Whom and what a row may point at: everyone and everything in the database or named
 * anywhere in the file, in a refused row too, so that one refused row refuses no other.
 *
 * @param staff personnel numbers
 * @param units unit codes
 */
record Mentioned(Set<String> staff, Set<String> units) {

	static Mentioned in(Collection<Line> lines, Known known) {
		Set<String> staff = new HashSet<>(known.staff().keySet());
		Set<String> units = new HashSet<>(known.units().keySet());
		for (Line line : lines) {
			staff.add(line.cell(Column.PERSONNEL_NUMBER));
			units.add(line.cell(Column.UNIT_CODE));
			if (line.says(Column.PARENT_UNIT_NAME)) {
				units.add(line.cell(Column.PARENT_UNIT_CODE));
			}
		}
		return new Mentioned(staff, units);
	}

}
