package org.holdfast.defaults.inbox;

/**
 * An event that can never be used as it is. The message says where and what, and holds no
 * value of the event.
 */
final class Malformed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	Malformed(String message) {
		super(message);
	}

}
