package org.holdfast.checkin.pulse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.holdfast.checkin.people.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it stood when a cycle closed.
 *
 * @param unitId the unit
 * @param parentId the unit above it, null at the top
 * @param invited active people whose unit this very one is
 * @param responses timely responses with a score, given for this very unit
 * @param revisions sum of the sequence numbers of those responses' last events, so that a
 * reader notices a change that is still on its way to it
 * @param supported how many of the invited have a mentor, whether or not they answered
 */
record Turnout(String unitId, @Nullable String parentId, int invited, int responses, long revisions, int supported) {

	/**
	 * The whole tree with its counts. A unit that is gone, or named and not told of yet,
	 * stands at the top, so that no response is left out.
	 * @param asked staff id to unit
	 * @param mentees the staff ids of those who have a mentor
	 */
	static List<Turnout> of(List<Unit> units, Map<String, String> asked, Set<String> mentees, List<Response> counted) {
		Map<String, Integer> invited = new HashMap<>();
		Map<String, Integer> supported = new HashMap<>();
		asked.forEach((staffId, unitId) -> {
			invited.merge(unitId, 1, Integer::sum);
			supported.merge(unitId, mentees.contains(staffId) ? 1 : 0, Integer::sum);
		});
		Map<String, Unit> known = new TreeMap<>();
		units.forEach((unit) -> known.put(unit.id(), unit));
		Map<String, List<Response>> responses = counted.stream().collect(Collectors.groupingBy(Response::unitId));
		Set<String> ids = new TreeSet<>(known.keySet());
		ids.addAll(invited.keySet());
		ids.addAll(responses.keySet());
		for (Unit unit : units) {
			if (unit.parentId() != null) {
				ids.add(unit.parentId());
			}
		}
		List<Turnout> turnout = new ArrayList<>();
		for (String id : ids) {
			Unit unit = known.get(id);
			List<Response> own = responses.getOrDefault(id, List.of());
			turnout.add(new Turnout(id, (unit != null) ? unit.parentId() : null, invited.getOrDefault(id, 0),
					own.size(), own.stream().mapToLong(Response::revision).sum(), supported.getOrDefault(id, 0)));
		}
		return turnout;
	}

}
