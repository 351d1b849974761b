package org.holdfast.profile.staff;

import java.time.LocalDate;

/**
 * A person who works here: what HR knows, what the person opted into, and whether today
 * is a day of theirs.
 *
 * @param id the personnel number
 * @param file what the HR system knows
 * @param mentoring what the person opted into
 * @param active whether the person works here today
 */
public record StaffMember(String id, PersonnelFile file, Mentoring mentoring, boolean active) {

	public static StaffMember joining(String id, PersonnelFile file, LocalDate today) {
		return new StaffMember(id, file, Mentoring.NONE, file.worksOn(today));
	}

	/**
	 * The same person after the HR system said something else; what the person opted into
	 * is not HR's to change.
	 * @param file what the HR system knows now
	 * @param today the day in the agency's time zone
	 * @return the next state
	 */
	public StaffMember with(PersonnelFile file, LocalDate today) {
		return new StaffMember(this.id, file, this.mentoring, file.worksOn(today));
	}

	StaffMember with(Mentoring mentoring) {
		return new StaffMember(this.id, this.file, mentoring, this.active);
	}

	StaffMember on(LocalDate today) {
		return with(this.file, today);
	}

}
