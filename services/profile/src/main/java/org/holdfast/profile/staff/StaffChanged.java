package org.holdfast.profile.staff;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the other services are told about a person: no more than they need, and never how
 * to reach them.
 */
record StaffChanged(String staffId, String signInName, String displayName, String unitId, @Nullable String managerId,
		List<String> roles, boolean active, List<String> languages, LocalDate startedOn, @Nullable String jobFamily,
		@Nullable String place, Mentoring mentoring) {

	static final String TOPIC = "profile.staff";

	static StaffChanged of(StaffMember member) {
		PersonnelFile file = member.file();
		return new StaffChanged(member.id(), file.signInName(), file.displayName(), file.unitId(), file.managerId(),
				file.roles().stream().map(Role::id).toList(), member.active(), file.languages(), file.entryDate(),
				file.jobFamily(), file.place(), member.mentoring());
	}

}
