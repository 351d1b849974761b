package org.holdfast.burnout.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A unit with its current name. */
public record Named(String unitId, String name) {

	public static List<Named> of(Iterable<String> unitIds, Map<String, String> names) {
		List<Named> named = new ArrayList<>();
		unitIds.forEach((id) -> named.add(new Named(id, names.getOrDefault(id, id))));
		return named;
	}

}
