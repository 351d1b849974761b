package org.holdfast.profile.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person may do in the suite; the HR system says so.
 */
public enum Role {

	STAFF, SUPERVISOR,

	/** Can be asked for help by everybody; in all else like staff. */
	COUNSELLOR,

	HR, ADMINISTRATOR;

	/**
	 * The role as it is written in files, tokens and events.
	 * @return the name in lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<Role> of(String id) {
		return Arrays.stream(values()).filter((role) -> role.id().equalsIgnoreCase(id)).findFirst();
	}

}
