package org.holdfast.mentorship.people;

import org.holdfast.defaults.inbox.Received;

/**
 * Profile told something about a colleague, and it is kept; told inside the service,
 * where it may be told again.
 *
 * @param erased whether nobody is known under that id any more
 */
public record Heard(Received<Colleague> told, boolean erased) {

	public String staffId() {
		return this.told.key();
	}

}
