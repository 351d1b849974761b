package org.holdfast.profile.staff;

import java.time.LocalDate;
import java.util.List;

import org.holdfast.profile.staff.Mentoring.AsMentee;
import org.holdfast.profile.staff.Mentoring.AsMentor;
import org.holdfast.profile.staff.Mentoring.AsPeer;

/**
 * People for tests.
 */
public final class People {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	static final Mentoring BOTH = new Mentoring(
			new AsMentor(2, List.of("court-work"), List.of("supervision-and-training"), "newcomers"),
			new AsMentee(List.of("court-work"), List.of("leadership"), "more-experienced"),
			List.of("domestic-violence", "child-protection"), List.of("fri-am", "tue-pm"), List.of("online"),
			new AsPeer(true, false, true, List.of("self-care", "court-work")));

	private People() {
	}

	public static PersonnelFile file() {
		return new PersonnelFile("A", "Saltmarsh", "a.saltmarsh", "a.saltmarsh@example.org", "U-07", "S-0101",
				List.of(Role.STAFF), "Social worker", "child protection", "East Quay", LocalDate.of(2020, 1, 31), null,
				0.8, List.of("en"));
	}

	public static StaffMember person(String id) {
		return StaffMember.joining(id, file(), TODAY);
	}

	static PersonnelFile working(String entry, String exit) {
		PersonnelFile file = file();
		return new PersonnelFile(file.firstName(), file.lastName(), file.signInName(), file.email(), file.unitId(),
				file.managerId(), file.roles(), file.jobTitle(), file.jobFamily(), file.place(), LocalDate.parse(entry),
				(exit != null) ? LocalDate.parse(exit) : null, file.fte(), file.languages());
	}

}
