package org.holdfast.checkin.people;

import org.jspecify.annotations.Nullable;

/**
 * A team or department.
 *
 * @param id the unit
 * @param name what people call it
 * @param parentId null at the top
 * @param leadId null where nobody leads it
 */
public record Unit(String id, String name, @Nullable String parentId, @Nullable String leadId) {

	/** A unit that nobody leads. */
	public Unit(String id, String name, @Nullable String parentId) {
		this(id, name, parentId, null);
	}

}
