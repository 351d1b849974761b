package org.holdfast.burnout.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which units must be counted together because they were before in the same quarter. If
 * people answer the same for weeks, blocks that split and join anew would give away the
 * small unit that changed sides; blocks that only merge do not.
 */
final class Together {

	private final Map<String, Set<String>> classes = new HashMap<>();

	private Together() {
	}

	static Together of(CycleChanged cycle, Collection<Release> earlier, Set<PartitionRelease.Rule> rules) {
		return before(cycle, earlier, rules, (release) -> release.blocks().stream().map(Release.Block::unitIds));
	}

	/** For groups of comments, which moreover are made of the cycle's whole blocks. */
	static Together ofComments(CycleChanged cycle, Collection<Release.Block> blocks, Collection<Release> earlier,
			Set<PartitionRelease.Rule> rules) {
		Together together = before(cycle, earlier, rules,
				(release) -> release.commentGroups().stream().map(Release.CommentGroup::unitIds));
		blocks.forEach((block) -> together.unite(block.unitIds()));
		return together;
	}

	private static Together before(CycleChanged cycle, Collection<Release> earlier, Set<PartitionRelease.Rule> rules,
			Function<Release, Stream<List<String>>> groups) {
		Together together = new Together();
		Set<String> known = new HashSet<>();
		cycle.units().stream().filter(CycleChanged.Unit::hasMembers).forEach((unit) -> known.add(unit.unitId()));
		if (rules.contains(PartitionRelease.Rule.STAY_TOGETHER)) {
			for (Release release : earlier) {
				if (Release.quarter(release.closesAt()) == Release.quarter(cycle.closesAt())
						&& release.outcome().id().equals(cycle.outcome().id())) {
					groups.apply(release)
						.forEach((group) -> together.unite(group.stream().filter(known::contains).toList()));
				}
			}
		}
		return together;
	}

	/** Returns the units that a unit must be counted with, itself included. */
	Set<String> with(String unitId) {
		return this.classes.getOrDefault(unitId, Set.of(unitId));
	}

	/** Tells whether none of the units has to be counted with any other. */
	boolean isFree(Set<String> units) {
		return units.stream().noneMatch((unit) -> with(unit).size() > 1);
	}

	private void unite(List<String> units) {
		Set<String> all = new HashSet<>();
		units.forEach((unit) -> all.addAll(with(unit)));
		all.forEach((unit) -> this.classes.put(unit, all));
	}

}
