package org.holdfast.burnout.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges every view that a release is about to publish as somebody would who adds and
 * subtracts all of them, and knows nothing of how a view was made, only whose answers it
 * stands for (methods, section 4).
 * <p>
 * The figures of a release are a linear system. Its unknowns are the sums of the units'
 * own members: a view counts these all or not at all, so finer unknowns add nothing. A
 * view is a row of zeros and ones over the units. A row is admitted if it is constant on
 * each of the release's blocks, zero outside them, and touches none with fewer than k
 * answers.
 * <p>
 * That is the rank condition. Take the rows of the blocks with at least k answers. Blocks
 * are disjoint, so a row depends on these (does not raise their rank) exactly if it is
 * constant on each and zero outside: any combination of the blocks' rows is so, and a row
 * that is so is the combination whose coefficients are its constants. If every view is
 * admitted, all that can be derived from them together is such a combination; a group
 * that can be derived is then a union of those blocks, and has at least k answers. Hence
 * each view can be judged alone, in any order.
 * <p>
 * It refuses more than it must: to split a block of twelve into two halves would give
 * nobody away today. But blocks stay together for a quarter, and over several cycles the
 * halves could.
 */
final class Audit {

	/** How many of its own members answered, by unit that has members. */
	private final Map<String, Integer> answers;

	private final List<? extends Collection<String>> blocks;

	/** The place of its block, by unit. */
	private final Map<String, Integer> places = new HashMap<>();

	private final int k;

	/**
	 * Prepares an audit.
	 * @param answers how many of its own members answered, by unit that has members
	 * @param blocks the units of each block
	 * @param k the smallest number of answers that anything may be derived of
	 */
	Audit(Map<String, Integer> answers, List<? extends Collection<String>> blocks, int k) {
		this.answers = Map.copyOf(answers);
		this.blocks = List.copyOf(blocks);
		this.k = k;
		for (int place = 0; place < blocks.size(); place++) {
			for (String unit : blocks.get(place)) {
				if (this.places.put(unit, place) != null) {
					throw new IllegalArgumentException(unit + " is in two blocks");
				}
			}
		}
	}

	/**
	 * Tells whether a view may be published.
	 * @param units whose own members it stands for; those without members do not matter
	 */
	boolean admits(Collection<String> units) {
		Set<String> row = new HashSet<>(units);
		row.retainAll(this.answers.keySet());
		Set<Integer> touched = new HashSet<>();
		for (String unit : row) {
			Integer place = this.places.get(unit);
			if (place == null) {
				return false;
			}
			touched.add(place);
		}
		return touched.stream().map(this.blocks::get).allMatch((block) -> row.containsAll(block) && isLarge(block));
	}

	private boolean isLarge(Collection<String> block) {
		return block.stream().mapToInt((unit) -> this.answers.getOrDefault(unit, 0)).sum() >= this.k;
	}

}
