package org.holdfast.mentorship.fit;

/**
 * What the owner of the programme decided about one pair: that it shall be, or shall not
 * be.
 */
public record Ruling(Kind kind, String mentorId, String menteeId) {

	/** What is decided, as it is written. */
	public enum Kind {

		pin, forbid

	}

}
