package org.holdfast.checkin.people;

import org.jspecify.annotations.Nullable;

/**
 * A person who may be asked.
 *
 * @param id the staff id
 * @param unitId null where the person belongs to no unit
 * @param active whether the person works here
 */
record Participant(String id, @Nullable String unitId, boolean active) {

}
