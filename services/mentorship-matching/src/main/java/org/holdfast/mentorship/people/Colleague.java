package org.holdfast.mentorship.people;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What profile last said about a person: read from {@code profile.staff} as it is, only
 * the fields used here, and kept as a row.
 */
public record Colleague(String staffId, String displayName, String unitId, @Nullable String managerId, Boolean active,
		Set<String> languages, Mentoring mentoring) {

	public Colleague {
		if (staffId.isBlank() || unitId.isBlank()) {
			throw new IllegalArgumentException("staffId and unitId must not be blank");
		}
		languages = Set.copyOf(languages);
	}

	/** What the person opted in to; one, both or neither side. */
	public record Mentoring(@Nullable AsMentor asMentor, @Nullable AsMentee asMentee) {
	}

	/** How many people the person would accompany, and what they can help with. */
	public record AsMentor(Integer capacity, Set<String> skills) {

		public AsMentor {
			if (capacity < 0) {
				throw new IllegalArgumentException("capacity must not be negative");
			}
			skills = Set.copyOf(skills);
		}

	}

	/** What the person would like help with; may be empty. */
	public record AsMentee(Set<String> needs) {

		public AsMentee {
			needs = Set.copyOf(needs);
		}

	}

	public boolean offersToMentor() {
		return this.mentoring.asMentor() != null;
	}

	public boolean wantsAMentor() {
		return this.mentoring.asMentee() != null;
	}

	public int capacity() {
		return (this.mentoring.asMentor() != null) ? this.mentoring.asMentor().capacity() : 0;
	}

	public Set<String> skills() {
		return (this.mentoring.asMentor() != null) ? this.mentoring.asMentor().skills() : Set.of();
	}

	public Set<String> needs() {
		return (this.mentoring.asMentee() != null) ? this.mentoring.asMentee().needs() : Set.of();
	}

}
