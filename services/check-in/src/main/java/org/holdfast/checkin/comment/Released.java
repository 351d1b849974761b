package org.holdfast.checkin.comment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What check-in uses of {@code burnout-alert.released}.
 *
 * @param cycleId the cycle
 * @param commentGroups within which its comments may be read
 */
public record Released(String cycleId, List<Group> commentGroups) {

	public Released {
		commentGroups = List.copyOf(commentGroups);
		Set<String> known = new HashSet<>();
		if (cycleId.isBlank()
				|| !commentGroups.stream().flatMap((group) -> group.unitIds().stream()).allMatch(known::add)) {
			throw new IllegalArgumentException("cycleId must not be blank, and each unit in one group at most");
		}
	}

	/**
	 * A group.
	 *
	 * @param unitIds the units whose own members are in it
	 */
	public record Group(List<String> unitIds) {

		public Group {
			unitIds = List.copyOf(unitIds);
			if (unitIds.isEmpty() || unitIds.stream().anyMatch(String::isBlank)) {
				throw new IllegalArgumentException("unitIds: expected at least one, and none blank");
			}
		}

	}

}
