package org.holdfast.burnout.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The blocks that hold the answers of a unit and of all units below it. */
final class Cover {

	private static final String TOGETHER = "shown only together with others, so that a small group stays hidden";

	private int answers;

	private int invited;

	/**
	 * How many of the block's units are this unit or below it, by the block's place.
	 */
	private final SortedMap<Integer, Integer> inside = new TreeMap<>();

	/** Returns what holds each unit's answers, by unit. */
	static Map<String, Cover> of(List<CycleChanged.Unit> units, Map<String, PartitionRelease.Sum> sums,
			List<Release.Block> blocks) {
		Map<String, Integer> places = new HashMap<>();
		for (int place = 0; place < blocks.size(); place++) {
			for (String unitId : blocks.get(place).unitIds()) {
				places.put(unitId, place);
			}
		}
		Map<String, CycleChanged.Unit> known = new HashMap<>();
		units.forEach((unit) -> known.put(unit.unitId(), unit));
		Map<String, Cover> covers = new TreeMap<>();
		for (CycleChanged.Unit unit : units) {
			int answers = sums.getOrDefault(unit.unitId(), PartitionRelease.Sum.NONE).answers();
			int invited = unit.invited();
			Integer place = places.get(unit.unitId());
			for (CycleChanged.Unit at = unit; at != null; at = above(at, known)) {
				covers.computeIfAbsent(at.unitId(), (id) -> new Cover()).add(answers, invited, place);
			}
		}
		return covers;
	}

	private static CycleChanged.@Nullable Unit above(CycleChanged.Unit unit, Map<String, CycleChanged.Unit> known) {
		return (unit.parentId() != null) ? known.get(unit.parentId()) : null;
	}

	private void add(int answers, int invited, @Nullable Integer place) {
		this.answers += answers;
		this.invited += invited;
		if (place != null) {
			this.inside.merge(place, 1, Integer::sum);
		}
	}

	Release.Shown show(String unitId, List<Release.Block> blocks, int k, int scales) {
		List<Release.Block> held = this.inside.keySet().stream().map(blocks::get).toList();
		int together = held.stream().mapToInt(Release.Block::answers).sum();
		boolean silent = this.invited >= 2 * k && this.answers < k;
		if (together < k) {
			return new Release.Shown(unitId, PartitionRelease.fewerThan(k), List.of(), List.of(), null, silent);
		}
		boolean whole = this.inside.entrySet()
			.stream()
			.allMatch((entry) -> blocks.get(entry.getKey()).unitIds().size() == entry.getValue());
		String reason = whole ? null : (this.answers < k) ? PartitionRelease.fewerThan(k) : TOGETHER;
		return new Release.Shown(unitId, reason, List.copyOf(this.inside.keySet()), Figure.all(held, scales),
				whole ? Participation.of(this.answers, this.invited) : null, silent);
	}

}
