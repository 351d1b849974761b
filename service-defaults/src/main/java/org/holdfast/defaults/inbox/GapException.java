package org.holdfast.defaults.inbox;

/**
 * Events between the last one and this one are missing: the partition waits, and nothing
 * is skipped.
 */
public final class GapException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	GapException(String id, long expected, long got) {
		super("Expected event %d of %s, got %d: events are missing in between".formatted(expected, id, got));
	}

}
