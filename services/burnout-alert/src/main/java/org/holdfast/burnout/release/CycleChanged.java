package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code check-in.cycle}: that a cycle opened or closed and,
 * at the close, the unit tree of that moment with what each unit gave.
 *
 * @param series the recurring series it belongs to; null for one planned by hand
 * @param scales what its answers are scored on, the outcome first
 */
public record CycleChanged(String cycleId, State state, Instant opensAt, Instant closesAt, @Nullable String series,
		List<Scale> scales, List<Unit> units) {

	public CycleChanged {
		units = List.copyOf(units);
		scales = List.copyOf(scales);
		if (scales.isEmpty() || scales.stream().map(Scale::id).distinct().count() != scales.size()) {
			throw new IllegalArgumentException("scales: expected at least one, and each once");
		}
		requireTree(units);
	}

	/** Returns what the cycle is about: a response counts if it has a score on it. */
	public Scale outcome() {
		return this.scales.getFirst();
	}

	public boolean closed() {
		return this.state == State.CLOSED;
	}

	/** Returns each unit with itself and all units below it. */
	Map<String, Set<String>> below() {
		Map<String, Unit> known = new HashMap<>();
		this.units.forEach((unit) -> known.put(unit.unitId(), unit));
		Map<String, Set<String>> below = new HashMap<>();
		for (Unit unit : this.units) {
			for (Unit at = unit; at != null; at = known.get(at.parentId())) {
				below.computeIfAbsent(at.unitId(), (id) -> new HashSet<>()).add(unit.unitId());
			}
		}
		return below;
	}

	private static void requireTree(List<Unit> units) {
		Map<String, Unit> known = new HashMap<>();
		for (Unit unit : units) {
			if (known.put(unit.unitId(), unit) != null) {
				throw new IllegalArgumentException("units: " + unit.unitId() + " is there twice");
			}
		}
		Set<String> rooted = new HashSet<>();
		for (Unit unit : units) {
			Set<String> path = new HashSet<>();
			for (Unit at = unit; at != null && !rooted.contains(at.unitId()); at = known.get(at.parentId())) {
				if (!path.add(at.unitId())) {
					throw new IllegalArgumentException("units: " + at.unitId() + " is above itself");
				}
			}
			rooted.addAll(path);
		}
	}

	/** Where a cycle stands. */
	public enum State {

		/** Answers are being collected. */
		@JsonProperty("opened")
		OPENED,
		/** The answers that count are complete. */
		@JsonProperty("closed")
		CLOSED

	}

	/**
	 * A unit as it stood when the cycle closed. Its numbers are about its own members,
	 * not about the units below it.
	 *
	 * @param invited how many people were asked
	 * @param responses how many of them gave a scored answer in time
	 * @param revisions the sum of the sequence numbers of those answers, so that a
	 * changed answer still on its way is noticed, where the publisher tells it
	 * @param supported how many of those asked have a mentor
	 */
	public record Unit(String unitId, @Nullable String parentId, Integer invited, Integer responses, Long revisions,
			Integer supported) {

		public Unit {
			if (unitId.isBlank() || invited < 0 || responses < 0 || supported < 0 || supported > invited) {
				throw new IllegalArgumentException(
						"units: expected an id and numbers from 0, and no more supported than invited");
			}
		}

		/**
		 * Tells whether it has members of its own, though none of them may have answered.
		 */
		boolean hasMembers() {
			return this.invited > 0 || this.responses > 0;
		}

	}

}
