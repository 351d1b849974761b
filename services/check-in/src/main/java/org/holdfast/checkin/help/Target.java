package org.holdfast.checkin.help;

import org.jspecify.annotations.Nullable;

/**
 * Whom a request is addressed to.
 *
 * @param kind what they are to the person
 * @param personId the one person, null for all who have the role
 */
record Target(Kind kind, @Nullable String personId) {

	/** Stands for a person who was erased: no staff id is blank. */
	static final String NOBODY = "";

	boolean names(String staffId) {
		return staffId.equals(this.personId);
	}

	Target without(String staffId) {
		return names(staffId) ? new Target(this.kind, NOBODY) : this;
	}

}
