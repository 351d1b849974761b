package org.holdfast.checkin.people;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A person who may be asked.
 *
 * @param id the staff id
 * @param displayName what colleagues call them
 * @param unitId null where the person belongs to no unit
 * @param managerId null at the top
 * @param roles any of staff, supervisor, counsellor, hr, administrator
 * @param active whether the person works here
 */
public record Participant(String id, String displayName, @Nullable String unitId, @Nullable String managerId,
		List<String> roles, boolean active) {

	public Participant {
		roles = List.copyOf(roles);
	}

}
