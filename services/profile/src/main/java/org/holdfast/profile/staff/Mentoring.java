package org.holdfast.profile.staff;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a person entered to give or to receive mentoring; both sides are opt-in.
 *
 * @param asMentor what the person offers, or null when not opted in
 * @param asMentee what the person asks for, or null when not opted in
 */
public record Mentoring(@Nullable AsMentor asMentor, @Nullable AsMentee asMentee) {

	static final int MOST_MENTEES = 10;

	public static final Mentoring NONE = new Mentoring(null, null);

	/**
	 * A person's offer to mentor others.
	 *
	 * @param capacity how many mentees at most, 1 to 10
	 * @param skills tags of the vocabulary
	 */
	public record AsMentor(int capacity, List<String> skills) {

		public AsMentor {
			if (capacity < 1 || capacity > MOST_MENTEES) {
				throw new IllegalArgumentException("capacity must be from 1 to " + MOST_MENTEES);
			}
			skills = Vocabulary.ordered(skills);
		}

	}

	/**
	 * A person's wish for a mentor.
	 *
	 * @param needs tags of the vocabulary
	 */
	public record AsMentee(List<String> needs) {

		public AsMentee {
			needs = Vocabulary.ordered(needs);
		}

	}

}
