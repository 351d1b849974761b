package org.holdfast.profile.imports;

import java.util.Set;

import org.holdfast.profile.staff.PersonnelFile;
import org.jspecify.annotations.Nullable;

/**
 * A line that makes sense by itself: a unit, and usually a person in it.
 *
 * @param line the physical line on which it begins
 * @param unit what the line says about its unit
 * @param person what the line says about a person; null where it only describes a unit
 */
record Row(int line, UnitColumns unit, @Nullable Person person) {

	/**
	 * What a line says about its unit and the unit above.
	 *
	 * @param code the unit
	 * @param name what people call it
	 * @param parentCode the unit above, or null at the root
	 * @param parentName what people call the unit above, or null when the line does not
	 * say
	 */
	record UnitColumns(String code, String name, @Nullable String parentCode, @Nullable String parentName) {
	}

	/**
	 * What a line says about a person.
	 *
	 * @param number the personnel number
	 * @param file what the HR system knows
	 * @param leads the units the person leads
	 */
	record Person(String number, PersonnelFile file, Set<String> leads) {
	}

}
