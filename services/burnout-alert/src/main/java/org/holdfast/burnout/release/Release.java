package org.holdfast.burnout.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.holdfast.burnout.setting.Policy;
import org.jspecify.annotations.Nullable;

/**
 * All that is ever shown of a cycle. It is written once, when the cycle's answers are
 * complete, and never changed.
 *
 * @param id the cycle's id
 * @param series the recurring series it belongs to; null for one planned by hand
 * @param closesAt when the cycle closed
 * @param minimumGroup the smallest number of answers any figure stands for
 * @param policy what the agency had chosen when the cycle opened
 * @param scales what the figures are about, the outcome first
 * @param blocks the parts the answers were put into; each answer is in one of them
 * @param shown what is shown of each unit, sorted by unit id
 * @param pools how groups lie around the agency, by scale; empty without blocks
 * @param cuts what is shown of each cross-cut that held when the cycle opened, sorted by
 * its id; releases of the time before there were any lack them
 * @param commentGroups within which groups people's comments may be read; none are stored
 * with releases of the time before there were any
 */
public record Release(String id, @Nullable String series, Instant closesAt, int minimumGroup, Policy policy,
		List<Scale> scales, List<Block> blocks, List<Shown> shown, List<Pool> pools, List<Cut> cuts,
		List<CommentGroup> commentGroups) {

	static final Comparator<Release> BY_CLOSE = Comparator.comparing(Release::closesAt).thenComparing(Release::id);

	public Release {
		scales = List.copyOf(scales);
		blocks = List.copyOf(blocks);
		shown = List.copyOf(shown);
		pools = List.copyOf(pools);
		cuts = List.copyOf(Objects.requireNonNullElse(cuts, List.of()));
		commentGroups = List.copyOf(Objects.requireNonNullElse(commentGroups, List.of()));
	}

	/** Returns what the cycle is about. */
	public Scale outcome() {
		return this.scales.getFirst();
	}

	public int threshold() {
		return this.policy.threshold();
	}

	/** Returns the place of a scale, -1 if the cycle had no such scale. */
	public int place(String scaleId) {
		return IntStream.range(0, this.scales.size())
			.filter((at) -> this.scales.get(at).id().equals(scaleId))
			.findFirst()
			.orElse(-1);
	}

	/** Returns what is shown of a unit, unless it did not exist then. */
	public Optional<Shown> of(String unitId) {
		int at = Collections.binarySearch(this.shown, new Shown(unitId, null, List.of(), List.of(), null, false),
				Comparator.comparing(Shown::unitId));
		return (at < 0) ? Optional.empty() : Optional.of(this.shown.get(at));
	}

	/** Returns what is shown of a cross-cut, unless it did not hold then. */
	Optional<Cut> cut(String crossCutId) {
		return this.cuts.stream().filter((cut) -> cut.crossCutId().equals(crossCutId)).findFirst();
	}

	/**
	 * Returns a figure in the light of all groups; null where only a limit is published.
	 */
	Pool.@Nullable Pooled pooled(@Nullable Figure figure, int scale) {
		return (scale < this.pools.size()) ? this.pools.get(scale).pooled(figure) : null;
	}

	/** Returns the units whose own members are in the blocks that a unit is part of. */
	public SortedSet<String> group(Shown unit) {
		SortedSet<String> group = new TreeSet<>();
		unit.blocks().forEach((block) -> group.addAll(this.blocks.get(block).unitIds()));
		return group;
	}

	/** Returns the calendar quarter of a close, in UTC, counted from year 0. */
	static int quarter(Instant closesAt) {
		ZonedDateTime at = closesAt.atZone(ZoneOffset.UTC);
		return at.getYear() * 4 + at.get(IsoFields.QUARTER_OF_YEAR) - 1;
	}

	/**
	 * The smallest part of the answers that anything is said about.
	 *
	 * @param unitIds the units whose own members are in it
	 * @param invited how many were asked; never shown, only the share that answered, in
	 * broad bands
	 * @param supported how many of those asked have a mentor, whether or not they
	 * answered; never shown, only whether they are at least as many as the smallest group
	 * @param answers how many answered; never shown, only its band
	 * @param points the sums of the answers by scale, in hundredths, cut as in
	 * {@link Figure#cut}; only the outcome's where no more may be shown
	 */
	public record Block(List<String> unitIds, int invited, int supported, int answers, List<Long> points) {

		public Block {
			unitIds = List.copyOf(unitIds);
			points = List.copyOf(points);
		}

		/** Returns what is published of the outcome. */
		public Figure figure() {
			return figure(0);
		}

		/**
		 * Returns the mean on a scale as it is published.
		 * @param scale its place in the release's list
		 * @return null where a limit is published in its place, or nothing
		 */
		public @Nullable Integer level(int scale) {
			return (scale < this.points.size()) ? figure(scale).level() : null;
		}

		Figure figure(int scale) {
			return Figure.of(List.of(this), scale);
		}

	}

	/**
	 * Blocks that are large enough together for their people's own words to be read.
	 *
	 * @param unitIds the units whose own members are in it
	 */
	public record CommentGroup(List<String> unitIds) {

		public CommentGroup {
			unitIds = List.copyOf(unitIds);
		}

	}

	/**
	 * What is shown of a unit with all units below it.
	 *
	 * @param reason why the unit has no figure of its own; null if it has
	 * @param blocks the blocks that hold its answers, as places in the release's list
	 * @param figures the figures of those blocks together, by scale; only the outcome's
	 * where no more may be shown; empty if there are no blocks
	 * @param participation what share of those asked answered, as a band; null where too
	 * few were asked or the unit is not shown alone
	 * @param silent whether at least twice the smallest group were asked and too few
	 * answered
	 */
	public record Shown(String unitId, @Nullable String reason, List<Integer> blocks, List<Figure> figures,
			@Nullable String participation, boolean silent) {

		public Shown {
			blocks = List.copyOf(blocks);
			figures = List.copyOf(figures);
		}

		public boolean withheld() {
			return this.reason != null;
		}

		/** Returns the unit with nothing shown of it. */
		Shown without(String reason) {
			return new Shown(this.unitId, reason, List.of(), List.of(), null, this.silent);
		}

		/** Returns the figure of the outcome; null if there is none. */
		public @Nullable Figure figure() {
			return figure(0);
		}

		@Nullable Figure figure(int scale) {
			return (scale < this.figures.size()) ? this.figures.get(scale) : null;
		}

	}

}
