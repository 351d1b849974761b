package org.holdfast.checkin.people;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What check-in uses of {@code profile.staff}.
 *
 * @param staffId the personnel number
 * @param displayName what colleagues call the person
 * @param unitId null where the person belongs to no unit
 * @param managerId null at the top
 * @param roles what the person may do
 * @param active whether the person works here
 */
public record StaffChanged(String staffId, String displayName, @Nullable String unitId, @Nullable String managerId,
		List<String> roles, Boolean active) {

	public StaffChanged {
		if (staffId.isBlank() || (unitId != null && unitId.isBlank())) {
			throw new IllegalArgumentException("staffId and unitId must not be blank");
		}
		roles = List.copyOf(roles);
	}

}
