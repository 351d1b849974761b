package org.holdfast.checkin.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;

import org.springframework.stereotype.Component;

/**
 * The unit tree as profile last told it.
 */
@Component
public class Units {

	private static final int DEEPEST = 100;

	private final Rows<Unit> rows;

	private final Recent<Map<String, Unit>> tree;

	Units(EventReader reader) {
		this.rows = reader.rows(Unit.class, "units");
		this.tree = new Recent<>(() -> this.rows.findAll()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Unit::id, Function.identity())));
	}

	/**
	 * Takes what profile tells of a unit.
	 * @param event a change, or the tombstone of a unit that is gone
	 */
	public void on(Received<UnitChanged> event) {
		UnitChanged unit = event.value();
		if (unit == null) {
			this.rows.remove(event.key(), event.seq());
			this.tree.renew();
			return;
		}
		if (!unit.unitId().equals(event.key())) {
			throw new IllegalArgumentException("the key is not the unitId");
		}
		this.rows.put(unit.unitId(), event.seq(), new Unit(unit.unitId(), unit.name(), unit.parentId(), unit.leadId()));
		this.tree.renew();
	}

	/**
	 * Every unit there is.
	 * @return in no particular order
	 */
	public List<Unit> all() {
		return this.rows.findAll();
	}

	/**
	 * A unit and everything below it.
	 * @param unitId the unit
	 * @return without units that hang from one that has not been told of; empty where
	 * that is the unit itself
	 */
	public Set<String> downwardsFrom(String unitId) {
		return below((unit) -> unit.id().equals(unitId));
	}

	/**
	 * Units that a person leads, and everything below them.
	 * @param staffId who
	 * @return without units that hang from one that has not been told of
	 */
	public Set<String> ledBy(String staffId) {
		return below((unit) -> staffId.equals(unit.leadId()));
	}

	private Set<String> below(Predicate<Unit> top) {
		return this.tree.get()
			.keySet()
			.stream()
			.filter((unitId) -> upwardsFrom(unitId).stream().anyMatch(top))
			.collect(Collectors.toSet());
	}

	/**
	 * What people call a unit.
	 * @param unitId the unit
	 * @return its id where it is gone
	 */
	public String nameOf(String unitId) {
		Unit unit = this.tree.get().get(unitId);
		return (unit != null) ? unit.name() : unitId;
	}

	/**
	 * A unit and everything above it, which is where an answer from the unit appears.
	 * @param unitId the unit
	 * @return from the unit to the top; empty as long as one of them has not been told of
	 */
	public List<Unit> upwardsFrom(String unitId) {
		List<Unit> path = new ArrayList<>();
		Map<String, Unit> units = this.tree.get();
		String next = unitId;
		while (next != null) {
			Unit unit = units.get(next);
			// a tree that runs in a circle is profile's mistake and must not hang a
			// request
			if (unit == null || path.size() == DEEPEST) {
				return List.of();
			}
			path.add(unit);
			next = unit.parentId();
		}
		return path;
	}

}
