package org.holdfast.burnout.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;
import org.holdfast.defaults.security.Caller;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The units as they are called and led now, and which of them a caller may look at: HR
 * all, a supervisor those they lead and all below.
 */
@Component
public class Units {

	private final Rows<UnitChanged> rows;

	public Units(EventReader reader) {
		this.rows = reader.rows(UnitChanged.class, "units");
	}

	public void on(Received<UnitChanged> event) {
		UnitChanged unit = event.value();
		if (unit == null) {
			this.rows.remove(event.key(), event.seq());
		}
		else {
			this.rows.put(event.key(), event.seq(), unit);
		}
	}

	/** Returns the units that the caller may look at, by name. */
	public List<UnitChanged> seenBy(Caller caller) {
		List<UnitChanged> all = this.rows.findAll();
		Map<String, UnitChanged> known = new HashMap<>();
		all.forEach((unit) -> known.put(unit.unitId(), unit));
		return all.stream()
			.filter((unit) -> sees(caller, upwards(unit.unitId(), (id) -> Optional.ofNullable(known.get(id)))))
			.sorted(Comparator.comparing(UnitChanged::name).thenComparing(UnitChanged::unitId))
			.toList();
	}

	/**
	 * Returns a unit and, upwards from it, those above that the caller may look at; empty
	 * if the caller may not look at the unit or there is no such unit.
	 */
	public List<UnitChanged> seenUpwards(String unitId, Caller caller) {
		List<UnitChanged> path = upwards(unitId, this.rows::find);
		int seen = 0;
		while (seen < path.size() && sees(caller, path.subList(seen, path.size()))) {
			seen++;
		}
		return path.subList(0, seen);
	}

	/** Returns the current names; a unit that is gone is called by its id. */
	public Map<String, String> names(Collection<String> unitIds) {
		Map<String, String> names = new HashMap<>();
		unitIds.forEach((id) -> names.put(id, id));
		if (!unitIds.isEmpty()) {
			this.rows.find(Query.query(Criteria.where("_id").in(unitIds)))
				.forEach((unit) -> names.put(unit.unitId(), unit.name()));
		}
		return names;
	}

	/** Returns those of the units that there are not. */
	public List<String> unknown(Collection<String> unitIds) {
		Set<String> known = new HashSet<>();
		this.rows.find(Query.query(Criteria.where("_id").in(unitIds))).forEach((unit) -> known.add(unit.unitId()));
		return unitIds.stream().filter((id) -> !known.contains(id)).toList();
	}

	private static boolean sees(Caller caller, List<UnitChanged> path) {
		return caller.is("hr") || (caller.is("supervisor")
				&& path.stream().anyMatch((unit) -> caller.staffId().equals(unit.leadId())));
	}

	private static List<UnitChanged> upwards(String unitId, Lookup lookup) {
		List<UnitChanged> path = new ArrayList<>();
		Set<String> passed = new HashSet<>();
		String at = unitId;
		while (at != null && passed.add(at)) {
			Optional<UnitChanged> unit = lookup.find(at);
			unit.ifPresent(path::add);
			at = unit.map(UnitChanged::parentId).orElse(null);
		}
		return path;
	}

	/** Finds a unit by its id. */
	private interface Lookup {

		Optional<UnitChanged> find(String unitId);

	}

}
