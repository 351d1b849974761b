package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.holdfast.burnout.crosscut.CrossCut;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a cross-cut in one cycle: the figures of the blocks that lie wholly
 * inside it.
 *
 * @param version the version that held when the cycle opened
 * @param unitIds what it selects: each unit with all units below it
 * @param reason why it has no figure; null if it has
 * @param leftOut the units inside whose own members do not count, because they were
 * counted together with others outside; sorted
 * @param figures by scale; only the outcome's where no more may be shown; empty if there
 * is none
 * @param participation what share of those asked answered, as a band; null where too few
 * were asked or not everybody inside counts
 */
public record Cut(String crossCutId, int version, String name, List<String> unitIds, @Nullable String reason,
		List<String> leftOut, List<Figure> figures, @Nullable String participation) {

	static final String NONE_INSIDE = "all of its units were counted together with others outside";

	public Cut {
		unitIds = List.copyOf(unitIds);
		leftOut = List.copyOf(leftOut);
		figures = List.copyOf(figures);
	}

	/**
	 * Puts together what is shown.
	 * @param inside the selected units and all below them
	 * @param blocks the parts that the answers were put into
	 * @param tooFew the reason where nobody inside is shown anywhere
	 */
	static Cut of(String id, CrossCut.Edition edition, Set<String> inside, List<Release.Block> blocks, int scales,
			String tooFew) {
		List<Release.Block> whole = new ArrayList<>();
		SortedSet<String> leftOut = new TreeSet<>();
		for (Release.Block block : blocks) {
			if (inside.containsAll(block.unitIds())) {
				whole.add(block);
			}
			else {
				block.unitIds().stream().filter(inside::contains).forEach(leftOut::add);
			}
		}
		String reason = !whole.isEmpty() ? null : leftOut.isEmpty() ? tooFew : NONE_INSIDE;
		String participation = leftOut.isEmpty()
				? Participation.of(whole.stream().mapToInt(Release.Block::answers).sum(),
						whole.stream().mapToInt(Release.Block::invited).sum())
				: null;
		return new Cut(id, edition.version(), edition.name(), edition.unitIds(), reason, List.copyOf(leftOut),
				whole.isEmpty() ? List.of() : Figure.all(whole, scales), participation);
	}

	boolean withheld() {
		return this.reason != null;
	}

	/** Returns the same with nothing shown. */
	Cut without(String reason) {
		return new Cut(this.crossCutId, this.version, this.name, this.unitIds, reason, List.of(), List.of(), null);
	}

	@Nullable Figure figure(int scale) {
		return (scale < this.figures.size()) ? this.figures.get(scale) : null;
	}

}
