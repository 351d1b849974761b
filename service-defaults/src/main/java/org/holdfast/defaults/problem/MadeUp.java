package org.holdfast.defaults.problem;

import java.util.UUID;

/**
 * An id that a caller makes up for what is new, so that a request can be repeated.
 */
public final class MadeUp {

	private MadeUp() {
	}

	/**
	 * Checks an id.
	 * @param id as the caller sent it
	 * @return the id as it is kept: a UUID in lower case
	 * @throws Refusal (400) if it is no UUID
	 */
	public static String id(String id) {
		try {
			return UUID.fromString(id).toString();
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.invalid("invalid-id",
					"%s is no UUID. Make up a random one for what is new, and use it again to repeat or change it."
						.formatted(id));
		}
	}

}
