package org.holdfast.checkin.people;

import org.jspecify.annotations.Nullable;

/**
 * A team or department.
 *
 * @param id the unit
 * @param name what people call it
 * @param parentId null at the top
 */
public record Unit(String id, String name, @Nullable String parentId) {

}
