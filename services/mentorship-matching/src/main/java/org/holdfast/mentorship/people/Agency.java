package org.holdfast.mentorship.people;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The people and units as known at one moment, and who stands above whom in them or is to
 * be kept apart.
 */
public final class Agency {

	private final Map<String, Colleague> colleagues;

	private final Map<String, Unit> units;

	private final Map<String, Line> lines = new HashMap<>();

	private final Circumstances circumstances;

	public Agency(Collection<Colleague> colleagues, Collection<Unit> units, Circumstances circumstances) {
		this.circumstances = circumstances;
		this.colleagues = colleagues.stream().collect(Collectors.toMap(Colleague::staffId, Function.identity()));
		this.units = units.stream().collect(Collectors.toMap(Unit::unitId, Function.identity()));
	}

	public Collection<Colleague> colleagues() {
		return this.colleagues.values();
	}

	public Collection<Unit> units() {
		return this.units.values();
	}

	public Circumstances circumstances() {
		return this.circumstances;
	}

	public Optional<Colleague> colleague(String staffId) {
		return Optional.ofNullable(this.colleagues.get(staffId));
	}

	/**
	 * Everybody above a person: the manager, the leads of the unit and of the units above
	 * it, and everybody above those. A person is above themself only where the data runs
	 * in a circle.
	 */
	public Line above(String staffId) {
		Line known = this.lines.get(staffId);
		if (known == null) {
			known = climb(staffId);
			this.lines.put(staffId, known);
		}
		return known;
	}

	public LocalDate today() {
		return this.circumstances.today();
	}

	public boolean isOnHold(String staffId) {
		return this.circumstances.onHold().contains(staffId);
	}

	public boolean areKeptApart(String staffId, String other) {
		return this.circumstances.apart().contains(new Circumstances.Two(staffId, other));
	}

	public boolean haveTried(String staffId, String other) {
		return this.circumstances.tried().contains(new Circumstances.Two(staffId, other));
	}

	private Line climb(String staffId) {
		Set<String> above = new HashSet<>();
		boolean complete = true;
		Deque<String> next = new ArrayDeque<>(Set.of(staffId));
		Set<String> asked = new HashSet<>();
		while (!next.isEmpty()) {
			String id = next.pop();
			if (!asked.add(id)) {
				continue;
			}
			Colleague person = this.colleagues.get(id);
			if (person == null) {
				complete = false;
				continue;
			}
			Set<String> bosses = new HashSet<>();
			if (person.managerId() != null) {
				bosses.add(person.managerId());
			}
			complete &= addLeads(person.unitId(), bosses);
			bosses.remove(id); // who leads the own unit is not their own superior
			above.addAll(bosses);
			next.addAll(bosses);
		}
		return new Line(Set.copyOf(above), complete);
	}

	private boolean addLeads(String unitId, Set<String> leads) {
		Set<String> seen = new HashSet<>();
		for (@Nullable
		String id = unitId; id != null && seen.add(id);) {
			Unit unit = this.units.get(id);
			if (unit == null) {
				return false;
			}
			if (unit.leadId() != null) {
				leads.add(unit.leadId());
			}
			id = unit.parentId();
		}
		return true;
	}

	/** Whether one unit is directly above the other or both hang below the same one. */
	public boolean near(String unitId, String otherId) {
		String parent = parent(unitId);
		String otherParent = parent(otherId);
		return otherId.equals(parent) || unitId.equals(otherParent) || (parent != null && parent.equals(otherParent));
	}

	private @Nullable String parent(String unitId) {
		Unit unit = this.units.get(unitId);
		return (unit != null) ? unit.parentId() : null;
	}

	/**
	 * The people above someone, and whether all of it is known yet: rows arrive in any
	 * order, and what has not arrived cannot be ruled out.
	 */
	public record Line(Set<String> people, boolean complete) {
	}

}
