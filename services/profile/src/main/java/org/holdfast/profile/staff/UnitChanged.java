package org.holdfast.profile.staff;

import org.jspecify.annotations.Nullable;

/**
 * What the other services are told about a unit.
 */
record UnitChanged(String unitId, String name, @Nullable String parentId, @Nullable String leadId) {

	static final String TOPIC = "profile.units";

	static UnitChanged of(Unit unit) {
		return new UnitChanged(unit.id(), unit.name(), unit.parentId(), unit.leadId());
	}

}
