package org.holdfast.burnout.unit;

import org.jspecify.annotations.Nullable;

/** What this service reads of {@code profile.units}: a unit's name, place and lead. */
public record UnitChanged(String unitId, String name, @Nullable String parentId, @Nullable String leadId) {

	public UnitChanged {
		if (unitId.isBlank() || name.isBlank()) {
			throw new IllegalArgumentException("unitId, name: expected some text");
		}
	}

}
