package org.holdfast.mentorship.people;

import org.jspecify.annotations.Nullable;

/**
 * What profile last said about a unit, read from {@code profile.units}: its place in the
 * tree and who leads it.
 */
public record Unit(String unitId, @Nullable String parentId, @Nullable String leadId) {

	public Unit {
		if (unitId.isBlank()) {
			throw new IllegalArgumentException("unitId must not be blank");
		}
	}

}
