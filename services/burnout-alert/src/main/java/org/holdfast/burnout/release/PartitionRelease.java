package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.holdfast.burnout.setting.BurnoutSettings;
import org.holdfast.burnout.setting.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may be said about a cycle without giving anyone away: the answers are put
 * into blocks of at least k, and a figure is published for unions of whole blocks only
 * (methods, section 4).
 * <p>
 * The blocks depend on how many answered where, never on what they answered. Whatever is
 * published is a function of the blocks' sums, cut at both ends of the scale, so whoever
 * combines all figures learns at most those sums: nothing about fewer than k people, and
 * about any one person no more than a range of {@value Figure#LEEWAY} points.
 * <p>
 * Words say more than figures: blocks are put together further, until each group of them
 * has at least {@value #FEWEST_FOR_COMMENTS} answers, and comments are read within those.
 */
final class PartitionRelease {

	/** The fewest answers among which somebody's own words are read. */
	static final int FEWEST_FOR_COMMENTS = 10;

	private static final int PAIR = 2;

	private static final String TOGETHER = "shown only together with others, so that a small group stays hidden";

	private PartitionRelease() {
	}

	/**
	 * Returns what is published of a closed cycle.
	 * @param answers the cycle's timely answers, exactly those that the cycle counted
	 * @param policy what the agency chose; its smallest group only ever raises the limit
	 * @param earlier releases; those of the same quarter and outcome decide what stays
	 * together
	 */
	static Release of(CycleChanged cycle, Collection<Answer> answers, Policy policy, Collection<Release> earlier) {
		return of(cycle, answers, policy, earlier, EnumSet.allOf(Rule.class));
	}

	static Release of(CycleChanged cycle, Collection<Answer> answers, Policy policy, Collection<Release> earlier,
			Set<Rule> rules) {
		List<Answer> counted = answers.stream().filter((answer) -> answer.score(cycle.outcome()) != null).toList();
		int k = rules.contains(Rule.AT_LEAST_FIVE) ? smallestGroup(counted, policy) : PAIR;
		Map<String, Sum> sums = sums(counted, cycle.scales());
		List<Release.Block> blocks = new Partition(cycle, sums, k, Together.of(cycle, earlier, rules), rules).groups()
			.stream()
			.map((units) -> block(units, cycle, sums, rules))
			.toList();
		List<Release.Shown> shown = new ArrayList<>();
		covers(cycle.units(), sums, blocks)
			.forEach((unitId, cover) -> shown.add(cover.show(unitId, blocks, k, cycle.scales().size())));
		List<Release.CommentGroup> commentGroups = new Partition(cycle, sums, Math.max(FEWEST_FOR_COMMENTS, k),
				Together.ofComments(cycle, blocks, earlier, rules), rules)
			.groups()
			.stream()
			.map((units) -> new Release.CommentGroup(List.copyOf(units)))
			.toList();
		return new Release(cycle.cycleId(), cycle.series(), cycle.closesAt(), k, policy, cycle.scales(), blocks, shown,
				pools(blocks, cycle.scales().size()), commentGroups);
	}

	/** The promise made with each answer may be raised afterwards, never lowered. */
	private static int smallestGroup(Collection<Answer> answers, Policy policy) {
		int promised = answers.stream().mapToInt(Answer::minimumGroup).max().orElse(BurnoutSettings.FEWEST);
		return Math.max(BurnoutSettings.FEWEST, Math.max(policy.minimumGroup(), promised));
	}

	private static Map<String, Sum> sums(Collection<Answer> answers, List<Scale> scales) {
		Map<String, Sum> sums = new HashMap<>();
		for (Answer answer : answers) {
			sums.merge(answer.unitId(), Sum.of(answer, scales), Sum::plus);
		}
		return sums;
	}

	private static Release.Block block(SortedSet<String> units, CycleChanged cycle, Map<String, Sum> sums,
			Set<Rule> rules) {
		Sum sum = units.stream().map((unit) -> sums.getOrDefault(unit, Sum.NONE)).reduce(Sum.NONE, Sum::plus);
		List<CycleChanged.Unit> members = cycle.units()
			.stream()
			.filter((unit) -> units.contains(unit.unitId()))
			.toList();
		int invited = members.stream().mapToInt(CycleChanged.Unit::invited).sum();
		int supported = members.stream().mapToInt(CycleChanged.Unit::supported).sum();
		List<Long> points = (sum.answers() > 0) ? sum.points() : Collections.nCopies(cycle.scales().size(), 0L);
		if (rules.contains(Rule.EVERY_QUESTION) && !sum.everyQuestion()) {
			points = points.subList(0, Math.min(1, points.size()));
		}
		if (rules.contains(Rule.CUT_EXTREMES)) {
			points = points.stream().map((each) -> Figure.cut(each, sum.answers())).toList();
		}
		return new Release.Block(List.copyOf(units), invited, supported, sum.answers(), points);
	}

	private static List<Pool> pools(List<Release.Block> blocks, int scales) {
		List<Pool> pools = new ArrayList<>();
		for (int scale = 0; scale < scales; scale++) {
			Pool pool = Pool.of(blocks, scale);
			if (pool == null) {
				break;
			}
			pools.add(pool);
		}
		return pools;
	}

	// What is shown of each unit

	private static Map<String, Cover> covers(List<CycleChanged.Unit> units, Map<String, Sum> sums,
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
			int answers = sums.getOrDefault(unit.unitId(), Sum.NONE).answers();
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

	/** A rule of the release; tests leave one out to see that it is needed. */
	enum Rule {

		/** No figure stands for fewer than k answers. */
		AT_LEAST_FIVE,
		/**
		 * Small blocks are merged, so that only whole blocks are ever counted together.
		 */
		MERGE_SMALL,
		/** Sums are cut where they would narrow down a single answer. */
		CUT_EXTREMES,
		/**
		 * More than the outcome is shown only where everybody answered every question,
		 * and no sum would have to be cut.
		 */
		EVERY_QUESTION,
		/** Units that were counted together stay together for the quarter. */
		STAY_TOGETHER

	}

	/**
	 * Answers of some people: how many, and their sums in hundredths by scale.
	 *
	 * @param whole how many of them have a score on every scale
	 */
	record Sum(int answers, int whole, List<Long> points) {

		static final Sum NONE = new Sum(0, 0, List.of());

		static Sum of(Answer answer, List<Scale> scales) {
			List<Long> points = new ArrayList<>();
			boolean whole = true;
			for (Scale scale : scales) {
				Double score = answer.score(scale);
				points.add((score != null) ? scale.hundredths(score) : 0);
				whole &= score != null;
			}
			return new Sum(1, whole ? 1 : 0, points);
		}

		Sum plus(Sum other) {
			if (this.answers == 0 || other.answers == 0) {
				return (this.answers == 0) ? other : this;
			}
			List<Long> points = new ArrayList<>();
			for (int scale = 0; scale < this.points.size(); scale++) {
				points.add(this.points.get(scale) + other.points.get(scale));
			}
			return new Sum(this.answers + other.answers, this.whole + other.whole, points);
		}

		/**
		 * Tells whether every scale may be shown: the outcome is made of its drivers, so
		 * whatever one of them hides would follow from the others.
		 */
		boolean everyQuestion() {
			return this.whole == this.answers
					&& this.points.stream().noneMatch((each) -> Figure.isExtreme(each, this.answers));
		}

	}

	/** The blocks that hold the answers of a unit and of all units below it. */
	private static final class Cover {

		private int answers;

		private int invited;

		/**
		 * How many of the block's units are this unit or below it, by the block's place.
		 */
		private final SortedMap<Integer, Integer> inside = new TreeMap<>();

		void add(int answers, int invited, @Nullable Integer place) {
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
				return new Release.Shown(unitId, fewerThan(k), List.of(), List.of(), null, silent);
			}
			boolean whole = this.inside.entrySet()
				.stream()
				.allMatch((entry) -> blocks.get(entry.getKey()).unitIds().size() == entry.getValue());
			String reason = whole ? null : (this.answers < k) ? fewerThan(k) : TOGETHER;
			boolean more = held.stream().allMatch((block) -> block.points().size() == scales);
			List<Figure> figures = IntStream.range(0, more ? scales : 1)
				.mapToObj((scale) -> Figure.of(held, scale))
				.toList();
			return new Release.Shown(unitId, reason, List.copyOf(this.inside.keySet()), figures,
					whole ? Participation.of(this.answers, this.invited) : null, silent);
		}

		/** None at all is not told apart from a few. */
		private static String fewerThan(int k) {
			return "fewer than " + k + " answers";
		}

	}

}
