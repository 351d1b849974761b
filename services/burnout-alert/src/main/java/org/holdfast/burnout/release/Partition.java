package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which units' own members form a block together: bottom-up in the unit tree, a block
 * with fewer than k answers joins the sibling with the fewest, and what has to stay
 * together is joined before that.
 */
final class Partition {

	private final CycleChanged cycle;

	private final Map<String, PartitionRelease.Sum> sums;

	private final int k;

	private final Together together;

	private final boolean merging;

	private final Map<String, List<CycleChanged.Unit>> children = new HashMap<>();

	Partition(CycleChanged cycle, Map<String, PartitionRelease.Sum> sums, int k, Together together,
			Set<PartitionRelease.Rule> rules) {
		this.cycle = cycle;
		this.sums = sums;
		this.k = k;
		this.together = together;
		this.merging = rules.contains(PartitionRelease.Rule.MERGE_SMALL);
	}

	/** Returns the blocks' units, each sorted. */
	List<SortedSet<String>> groups() {
		Map<String, CycleChanged.Unit> known = new HashMap<>();
		this.cycle.units().forEach((unit) -> known.put(unit.unitId(), unit));
		for (CycleChanged.Unit unit : this.cycle.units()) {
			String parent = unit.parentId();
			this.children
				.computeIfAbsent((parent != null && known.containsKey(parent)) ? parent : "", (id) -> new ArrayList<>())
				.add(unit);
		}
		List<Group> top = new ArrayList<>();
		this.children.getOrDefault("", List.of()).forEach((root) -> top.addAll(settle(root)));
		return merge(top, true).stream()
			.filter((group) -> group.answers() >= this.k || !this.merging)
			.map(Group::units)
			.sorted(Comparator.comparing(SortedSet::first))
			.toList();
	}

	/**
	 * Returns the blocks of a unit and all below it; if one is too small, it is alone.
	 */
	private List<Group> settle(CycleChanged.Unit unit) {
		List<Group> level = new ArrayList<>();
		// people who did not answer are a small block like any other: to leave them out
		// would tell that nobody did
		if (unit.hasMembers()) {
			level.add(new Group(new TreeSet<>(Set.of(unit.unitId())),
					this.sums.getOrDefault(unit.unitId(), PartitionRelease.Sum.NONE).answers()));
		}
		this.children.getOrDefault(unit.unitId(), List.of()).forEach((child) -> level.addAll(settle(child)));
		return merge(level, false);
	}

	/** Joins what stays together, and then the small ones, unless a part is elsewhere. */
	private List<Group> merge(List<Group> level, boolean top) {
		PriorityQueue<Group> fewestFirst = new PriorityQueue<>();
		List<Group> partly = new ArrayList<>();
		for (Group group : joined(level)) {
			boolean whole = top
					|| group.units().stream().allMatch((unit) -> group.units().containsAll(this.together.with(unit)));
			(whole ? fewestFirst : partly).add(group);
		}
		while (this.merging && fewestFirst.size() > 1
				&& Objects.requireNonNull(fewestFirst.peek()).answers() < this.k) {
			fewestFirst.add(fewestFirst.remove().with(fewestFirst.remove()));
		}
		partly.addAll(fewestFirst);
		return partly;
	}

	private List<Group> joined(List<Group> level) {
		List<Group> joined = new ArrayList<>();
		for (Group group : level) {
			Group all = group;
			if (this.together.isFree(group.units())) {
				joined.add(group);
				continue;
			}
			for (Group other : List.copyOf(joined)) {
				if (group.units()
					.stream()
					.anyMatch((unit) -> this.together.with(unit).stream().anyMatch(other.units()::contains))) {
					joined.remove(other);
					all = all.with(other);
				}
			}
			joined.add(all);
		}
		return joined;
	}

	/**
	 * Units whose own members are counted together, those with the fewest answers first.
	 */
	private record Group(SortedSet<String> units, int answers) implements Comparable<Group> {

		Group with(Group other) {
			SortedSet<String> all = new TreeSet<>(this.units);
			all.addAll(other.units);
			return new Group(all, this.answers + other.answers);
		}

		@Override
		public int compareTo(Group other) {
			int byAnswers = Integer.compare(this.answers, other.answers);
			return (byAnswers != 0) ? byAnswers : this.units.first().compareTo(other.units.first());
		}

	}

}
