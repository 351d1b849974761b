package org.holdfast.checkin.people;

import java.time.Instant;
import java.util.List;

/**
 * What check-in uses of {@code burnout-alert.cross-cut}.
 *
 * @param crossCutId the selection of units
 * @param versions all of them, the first one first
 */
public record CrossCutChanged(String crossCutId, List<Version> versions) {

	public CrossCutChanged {
		versions = List.copyOf(versions);
		if (crossCutId.isBlank() || versions.isEmpty()) {
			throw new IllegalArgumentException("crossCutId and versions: expected an id and at least one version");
		}
	}

	/**
	 * A version.
	 *
	 * @param name what people call it
	 * @param unitIds each stands for its own members and for all units below it
	 * @param active false in the one that ends it
	 * @param since cycles that open later go by it
	 */
	public record Version(String name, List<String> unitIds, Boolean active, Instant since) {

		public Version {
			unitIds = List.copyOf(unitIds);
			if (name.isBlank() || unitIds.isEmpty()) {
				throw new IllegalArgumentException("name and unitIds: expected a name and at least one unit");
			}
		}

	}

}
