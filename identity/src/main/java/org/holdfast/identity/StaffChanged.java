package org.holdfast.identity;

import java.util.List;

/** What identity uses of {@code profile.staff}. */
record StaffChanged(String staffId, String signInName, String displayName, List<String> roles, Boolean active) {

	StaffChanged {
		if (staffId.isBlank() || signInName.isBlank() || displayName.isBlank()) {
			throw new IllegalArgumentException("staffId, signInName and displayName must say something");
		}
		roles = List.copyOf(roles);
	}

}
