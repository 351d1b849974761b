package org.holdfast.checkin.people;

import org.jspecify.annotations.Nullable;

/**
 * What check-in uses of {@code profile.units}.
 *
 * @param unitId the unit
 * @param name what people call it
 * @param parentId null at the top
 * @param leadId null where nobody leads it
 */
public record UnitChanged(String unitId, String name, @Nullable String parentId, @Nullable String leadId) {

	public UnitChanged {
		if (unitId.isBlank() || name.isBlank() || (parentId != null && parentId.isBlank())) {
			throw new IllegalArgumentException("unitId, name and parentId must not be blank");
		}
	}

}
