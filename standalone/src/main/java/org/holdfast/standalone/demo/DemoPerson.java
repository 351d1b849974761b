package org.holdfast.standalone.demo;

import java.time.LocalDate;
import java.util.Set;

/**
 * Somebody of the demo agency, as the HR export has them.
 *
 * @param jobFamily decides the level of strain (see {@link DemoAgency})
 */
record DemoPerson(String staffId, String signInName, String unitId, String unitName, Set<String> roles,
		String jobFamily, LocalDate entryDate, boolean leadsUnit, boolean hasLeft) {
}
