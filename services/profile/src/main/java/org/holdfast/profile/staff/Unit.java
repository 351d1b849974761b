package org.holdfast.profile.staff;

import org.jspecify.annotations.Nullable;

/**
 * A team, a department or the agency itself: a node of the tree people work in.
 *
 * @param id the unit's code in the HR system
 * @param name what people call it
 * @param parentId the unit above, or null at the root
 * @param leadId the personnel number of the person who leads it, if anyone does
 */
public record Unit(String id, String name, @Nullable String parentId, @Nullable String leadId) {

	public Unit {
		if (id.equals(parentId)) {
			throw new IllegalArgumentException("a unit is not its own parent");
		}
	}

}
