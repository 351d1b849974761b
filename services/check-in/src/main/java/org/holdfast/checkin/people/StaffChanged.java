package org.holdfast.checkin.people;

import org.jspecify.annotations.Nullable;

/**
 * What check-in uses of {@code profile.staff}.
 *
 * @param staffId the personnel number
 * @param unitId null where the person belongs to no unit
 * @param active whether the person works here
 */
public record StaffChanged(String staffId, @Nullable String unitId, Boolean active) {

	public StaffChanged {
		if (staffId.isBlank() || (unitId != null && unitId.isBlank())) {
			throw new IllegalArgumentException("staffId and unitId must not be blank");
		}
	}

}
