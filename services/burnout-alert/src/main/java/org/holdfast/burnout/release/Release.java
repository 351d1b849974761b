package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * All that is ever shown of a cycle. It is written once, when the cycle's answers are
 * complete, and never changed.
 *
 * @param id the cycle's id
 * @param closesAt when the cycle closed
 * @param minimumGroup the smallest number of answers any figure stands for
 * @param threshold the level that counted as high
 * @param blocks the parts the answers were put into; each answer is in one of them
 * @param shown what is shown of each unit, sorted by unit id
 */
public record Release(String id, Instant closesAt, int minimumGroup, int threshold, List<Block> blocks,
		List<Shown> shown) {

	static final Comparator<Release> BY_CLOSE = Comparator.comparing(Release::closesAt).thenComparing(Release::id);

	public Release {
		blocks = List.copyOf(blocks);
		shown = List.copyOf(shown);
	}

	/** Returns what is shown of a unit, unless it did not exist then. */
	public Optional<Shown> of(String unitId) {
		int at = Collections.binarySearch(this.shown, new Shown(unitId, null, List.of(), null),
				Comparator.comparing(Shown::unitId));
		return (at < 0) ? Optional.empty() : Optional.of(this.shown.get(at));
	}

	/** Returns the units whose own members are in the blocks that a unit is part of. */
	public SortedSet<String> group(Shown unit) {
		SortedSet<String> group = new TreeSet<>();
		unit.blocks().forEach((block) -> group.addAll(this.blocks.get(block).unitIds()));
		return group;
	}

	/**
	 * The smallest part of the answers that anything is said about.
	 *
	 * @param unitIds the units whose own members are in it
	 * @param answers how many; never shown, only its band
	 * @param points the sum of the answers in hundredths, cut as in {@link Figure#cut}
	 */
	public record Block(List<String> unitIds, int answers, long points) {

		public Figure figure() {
			return Figure.of(List.of(this));
		}

	}

	/**
	 * What is shown of a unit with all units below it.
	 *
	 * @param reason why the unit has no figure of its own; null if it has
	 * @param blocks the blocks that hold its answers, as places in the release's list
	 * @param figure the figure of those blocks together; null if there are none
	 */
	public record Shown(String unitId, @Nullable String reason, List<Integer> blocks, @Nullable Figure figure) {

		public boolean withheld() {
			return this.reason != null;
		}

	}

}
