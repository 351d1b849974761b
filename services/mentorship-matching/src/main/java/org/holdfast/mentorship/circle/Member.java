package org.holdfast.mentorship.circle;

import java.time.Instant;

/**
 * Somebody's part in a circle.
 *
 * @param staffId empty once they are erased: the others keep their turns
 * @param at since when they have had this part
 * @param joined the number of the first meeting they are there for
 * @param left the number of the first meeting they are not there for any more
 */
record Member(String staffId, Part part, Instant at, int joined, int left) {

	enum Part {

		/** Has not answered the proposal. */
		INVITED,

		/** Does not want it; known only until the circle begins. */
		DECLINED,

		IN,

		/** By their own choice. */
		LEFT,

		/** Because a rule forbids it by now. */
		TAKEN_OUT

	}

	static Member invited(String staffId, Instant now) {
		return new Member(staffId, Part.INVITED, now, 0, Integer.MAX_VALUE);
	}

	static Member in(String staffId, Instant now, int joined) {
		return new Member(staffId, Part.IN, now, joined, Integer.MAX_VALUE);
	}

	static Member declined(String staffId, Instant now) {
		return new Member(staffId, Part.DECLINED, now, 0, Integer.MAX_VALUE);
	}

	Member gone(Part how, Instant now, int left) {
		return new Member(this.staffId, how, now, this.joined, left);
	}

	/** The same without a name, who was there all the same. */
	Member erased(int left) {
		return new Member("", Part.LEFT, this.at, this.joined, Math.min(this.left, left));
	}

	boolean is(String staffId) {
		return this.staffId.equals(staffId);
	}

	boolean isIn() {
		return this.part == Part.IN;
	}

	boolean isInvited() {
		return this.part == Part.INVITED;
	}

	/** Whether they hold a place. */
	boolean counts() {
		return isIn() || isInvited();
	}

	/** Whether they have ever been in it. */
	boolean wasThere() {
		return isIn() || this.part == Part.LEFT || this.part == Part.TAKEN_OUT;
	}

}
