package org.holdfast.profile.staff;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the HR system knows about a person; only an import changes it.
 *
 * @param firstName the given name
 * @param lastName the family name
 * @param signInName the name the person signs in with, in lower case
 * @param email the address for notifications, if there is one
 * @param unitId the unit the person works in
 * @param managerId the personnel number of the person's manager, if there is one
 * @param roles what the person may do, in the order of {@link Role}
 * @param jobTitle the title in the agency's own words
 * @param jobFamily the family of jobs the title belongs to
 * @param place where the person works, in the agency's own words
 * @param entryDate the first day at work
 * @param exitDate the last day at work, if it is known
 * @param fte the part of a full-time post, 1.0 is full time
 * @param languages the languages the person reads, the preferred one first
 */
public record PersonnelFile(String firstName, String lastName, String signInName, @Nullable String email, String unitId,
		@Nullable String managerId, List<Role> roles, @Nullable String jobTitle, @Nullable String jobFamily,
		@Nullable String place, LocalDate entryDate, @Nullable LocalDate exitDate, @Nullable Double fte,
		List<String> languages) {

	public PersonnelFile {
		if (exitDate != null && exitDate.isBefore(entryDate)) {
			throw new IllegalArgumentException("the exit date is before the entry date");
		}
		roles = roles.stream().distinct().sorted().toList();
		languages = languages.stream().distinct().toList();
	}

	String displayName() {
		return this.firstName + " " + this.lastName;
	}

	/**
	 * Whether the person works here on a day.
	 * @param day the day in the agency's time zone
	 * @return true from the entry date up to and including the exit date
	 */
	public boolean worksOn(LocalDate day) {
		return !day.isBefore(this.entryDate) && (this.exitDate == null || !day.isAfter(this.exitDate));
	}

}
