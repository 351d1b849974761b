package org.holdfast.checkin.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

	/** How long a unit that another instance was told of may go unnoticed. */
	private static final Duration FRESH = Duration.ofSeconds(1);

	private final Rows<Unit> rows;

	private volatile Known known = new Known(Map.of(), System.nanoTime() - FRESH.toNanos());

	Units(EventReader reader) {
		this.rows = reader.rows(Unit.class, "units");
	}

	/**
	 * Takes what profile tells of a unit.
	 * @param event a change, or the tombstone of a unit that is gone
	 */
	public void on(Received<UnitChanged> event) {
		UnitChanged unit = event.value();
		if (unit == null) {
			this.rows.remove(event.key(), event.seq());
			look();
			return;
		}
		if (!unit.unitId().equals(event.key())) {
			throw new IllegalArgumentException("the key is not the unitId");
		}
		this.rows.put(unit.unitId(), event.seq(), new Unit(unit.unitId(), unit.name(), unit.parentId(), unit.leadId()));
		look();
	}

	/**
	 * Every unit there is.
	 * @return in no particular order
	 */
	public List<Unit> all() {
		return this.rows.findAll();
	}

	/**
	 * A unit and everything above it, which is where an answer from the unit appears.
	 * @param unitId the unit
	 * @return from the unit to the top; empty as long as one of them has not been told of
	 */
	public List<Unit> upwardsFrom(String unitId) {
		List<Unit> path = new ArrayList<>();
		Map<String, Unit> units = units();
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

	/** The tree is asked for with every answer and changes a few times a month. */
	private Map<String, Unit> units() {
		Known held = this.known;
		return (System.nanoTime() - held.since() < FRESH.toNanos()) ? held.units() : look();
	}

	private Map<String, Unit> look() {
		long now = System.nanoTime();
		Map<String, Unit> units = this.rows.findAll().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
		this.known = new Known(units, now);
		return units;
	}

	/**
	 * Every unit by its id, as read at a moment.
	 *
	 * @param since of {@link System#nanoTime()}
	 */
	private record Known(Map<String, Unit> units, long since) {

	}

}
