package org.holdfast.mentorship;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What profile last said about a person: read from {@code profile.staff} as it is, only
 * the fields used here, and kept as a row.
 */
record Colleague(String staffId, String displayName, String unitId, @Nullable String managerId, Boolean active,
		Set<String> languages, Mentoring mentoring) {

	Colleague {
		if (staffId.isBlank() || unitId.isBlank()) {
			throw new IllegalArgumentException("staffId and unitId must not be blank");
		}
		languages = Set.copyOf(languages);
	}

	/** What the person opted in to; one, both or neither side. */
	record Mentoring(@Nullable AsMentor asMentor, @Nullable AsMentee asMentee) {
	}

	/** How many people the person would accompany, and what they can help with. */
	record AsMentor(Integer capacity, Set<String> skills) {

		AsMentor {
			if (capacity < 0) {
				throw new IllegalArgumentException("capacity must not be negative");
			}
			skills = Set.copyOf(skills);
		}

	}

	/** What the person would like help with; may be empty. */
	record AsMentee(Set<String> needs) {

		AsMentee {
			needs = Set.copyOf(needs);
		}

	}

	boolean offersToMentor() {
		return this.mentoring.asMentor() != null;
	}

	boolean wantsAMentor() {
		return this.mentoring.asMentee() != null;
	}

	int capacity() {
		return (this.mentoring.asMentor() != null) ? this.mentoring.asMentor().capacity() : 0;
	}

	Set<String> skills() {
		return (this.mentoring.asMentor() != null) ? this.mentoring.asMentor().skills() : Set.of();
	}

	Set<String> needs() {
		return (this.mentoring.asMentee() != null) ? this.mentoring.asMentee().needs() : Set.of();
	}

}
