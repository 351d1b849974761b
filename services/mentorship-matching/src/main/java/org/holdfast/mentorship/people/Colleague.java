package org.holdfast.mentorship.people;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What profile last said about a person: read from {@code profile.staff} as it is, only
 * the fields used here, and kept as a row.
 *
 * @param startedOn since when they work here, if known
 * @param place where they work, if known
 */
public record Colleague(String staffId, String displayName, String unitId, @Nullable String managerId, Boolean active,
		Set<String> languages, @Nullable LocalDate startedOn, @Nullable String place, Mentoring mentoring) {

	private static final String ANYBODY = "anybody";

	private static final Set<String> EVERY_WAY = Set.of("in-person", "online");

	private static final Set<String> EVERY_TIME = Set.of("mon-am", "mon-pm", "tue-am", "tue-pm", "wed-am", "wed-pm",
			"thu-am", "thu-pm", "fri-am", "fri-pm");

	public Colleague {
		if (staffId.isBlank() || unitId.isBlank()) {
			throw new IllegalArgumentException("staffId and unitId must not be blank");
		}
		languages = Set.copyOf(languages);
	}

	/**
	 * What the person opted in to, and what they said for that purpose.
	 *
	 * @param asMentor null when not opted in, as {@code asMentee} and {@code asPeer}
	 * @param caseloads what they work with
	 * @param times half days on which they can usually meet, any if empty
	 * @param meets {@code in-person}, {@code online}, or either if empty
	 */
	public record Mentoring(@Nullable AsMentor asMentor, @Nullable AsMentee asMentee, Set<String> caseloads,
			Set<String> times, Set<String> meets, @Nullable AsPeer asPeer) {

		public Mentoring {
			caseloads = Set.copyOf(caseloads);
			times = Set.copyOf(times);
			meets = Set.copyOf(meets);
		}

	}

	/**
	 * How many people the person would accompany, and with what.
	 *
	 * @param wants {@code anybody}, {@code newcomers} or {@code experienced}
	 */
	public record AsMentor(Integer capacity, Set<String> skills, Set<String> directions, String wants) {

		public AsMentor {
			if (capacity < 0) {
				throw new IllegalArgumentException("capacity must not be negative");
			}
			skills = Set.copyOf(skills);
			directions = Set.copyOf(directions);
		}

	}

	/**
	 * What the person would like help with; may be empty.
	 *
	 * @param wants {@code anybody}, {@code more-experienced} or
	 * {@code similar-experience}
	 */
	public record AsMentee(Set<String> needs, Set<String> directions, String wants) {

		public AsMentee {
			needs = Set.copyOf(needs);
			directions = Set.copyOf(directions);
		}

	}

	/** Among which peers the person would like to be, and about what. */
	public record AsPeer(Boolean circle, Boolean supervisionGroup, Boolean introductions, Set<String> topics) {

		public AsPeer {
			topics = Set.copyOf(topics);
		}

	}

	public Colleague withoutManager() {
		return new Colleague(this.staffId, this.displayName, this.unitId, null, this.active, this.languages,
				this.startedOn, this.place, this.mentoring);
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

	/** Career directions that the person, as a mentee, thinks of. */
	public Set<String> directions() {
		return (this.mentoring.asMentee() != null) ? this.mentoring.asMentee().directions() : Set.of();
	}

	/** Career directions that the person, as a mentor, knows. */
	public Set<String> directionsKnown() {
		return (this.mentoring.asMentor() != null) ? this.mentoring.asMentor().directions() : Set.of();
	}

	public String wantsInAMentor() {
		return (this.mentoring.asMentee() != null) ? this.mentoring.asMentee().wants() : ANYBODY;
	}

	public String wantsInAMentee() {
		return (this.mentoring.asMentor() != null) ? this.mentoring.asMentor().wants() : ANYBODY;
	}

	/** Half days of the week on which the person can usually meet. */
	public Set<String> timesToMeet() {
		return this.mentoring.times().isEmpty() ? EVERY_TIME : this.mentoring.times();
	}

	public Set<String> waysToMeet() {
		return this.mentoring.meets().isEmpty() ? EVERY_WAY : this.mentoring.meets();
	}

}
