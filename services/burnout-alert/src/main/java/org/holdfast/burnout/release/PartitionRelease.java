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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.holdfast.burnout.crosscut.CrossCut;
import org.holdfast.burnout.setting.BurnoutSettings;
import org.holdfast.burnout.setting.Policy;

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

	private static final String REFUSED = "not shown, because less than a whole group would follow from it";

	private PartitionRelease() {
	}

	/** Returns what is published of a closed cycle where there is no cross-cut. */
	static Release of(CycleChanged cycle, Collection<Answer> answers, Policy policy, Collection<Release> earlier) {
		return of(cycle, answers, policy, Collections.emptySortedMap(), earlier, EnumSet.allOf(Rule.class));
	}

	/**
	 * Returns what is published of a closed cycle.
	 * @param answers the cycle's timely answers, exactly those that the cycle counted
	 * @param policy what the agency chose; its smallest group only ever raises the limit
	 * @param crossCuts those that hold for the cycle, by id
	 * @param earlier releases; those of the same quarter and outcome decide what stays
	 * together
	 * @param rules all of them, except in tests
	 */
	static Release of(CycleChanged cycle, Collection<Answer> answers, Policy policy,
			SortedMap<String, CrossCut.Edition> crossCuts, Collection<Release> earlier, Set<Rule> rules) {
		List<Answer> counted = answers.stream().filter((answer) -> answer.score(cycle.outcome()) != null).toList();
		int promised = smallestGroup(counted, policy);
		int k = rules.contains(Rule.AT_LEAST_FIVE) ? promised : PAIR;
		Map<String, Sum> sums = sums(counted, cycle.scales());
		List<SortedSet<String>> groups = new Partition(cycle, sums, k, Together.of(cycle, earlier, rules), rules)
			.groups();
		Predicate<Collection<String>> audit = rules.contains(Rule.AUDIT)
				? new Audit(members(cycle, sums), groups, promised)::admits : (units) -> true;
		List<Release.Block> blocks = groups.stream()
			.filter(audit)
			.map((units) -> block(units, cycle, sums, rules))
			.toList();
		List<Release.CommentGroup> commentGroups = new Partition(cycle, sums, Math.max(FEWEST_FOR_COMMENTS, k),
				Together.ofComments(cycle, blocks, earlier, rules), rules)
			.groups()
			.stream()
			.map((units) -> new Release.CommentGroup(List.copyOf(units)))
			.toList();
		Function<SortedSet<String>, List<Release.Block>> parts = rules.contains(Rule.WHOLE_BLOCKS) ? (inside) -> blocks
				: (inside) -> Stream.of(block(inside, cycle, sums, rules))
					.filter((part) -> part.answers() >= k)
					.toList();
		return new Release(cycle.cycleId(), cycle.series(), cycle.closesAt(), k, policy, cycle.scales(), blocks,
				units(cycle, sums, blocks, k, audit), pools(blocks, cycle.scales().size()),
				cuts(cycle, crossCuts, parts, k, audit), commentGroups);
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

	private static Map<String, Integer> members(CycleChanged cycle, Map<String, Sum> sums) {
		Map<String, Integer> members = new HashMap<>();
		cycle.units()
			.stream()
			.filter(CycleChanged.Unit::hasMembers)
			.forEach((unit) -> members.put(unit.unitId(), sums.getOrDefault(unit.unitId(), Sum.NONE).answers()));
		return members;
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

	// What is shown, if the audit admits it as standing for whom everybody takes it for

	private static List<Release.Shown> units(CycleChanged cycle, Map<String, Sum> sums, List<Release.Block> blocks,
			int k, Predicate<Collection<String>> audit) {
		Map<String, Set<String>> below = cycle.below();
		List<Release.Shown> units = new ArrayList<>();
		Cover.of(cycle.units(), sums, blocks).forEach((unitId, cover) -> {
			Release.Shown unit = cover.show(unitId, blocks, k, cycle.scales().size());
			Collection<String> whose = !unit.withheld() ? below.getOrDefault(unitId, Set.of())
					: unit.blocks().stream().flatMap((block) -> blocks.get(block).unitIds().stream()).toList();
			units.add(audit.test(whose) ? unit : unit.without(REFUSED));
		});
		return units;
	}

	private static List<Cut> cuts(CycleChanged cycle, SortedMap<String, CrossCut.Edition> crossCuts,
			Function<SortedSet<String>, List<Release.Block>> parts, int k, Predicate<Collection<String>> audit) {
		Map<String, Set<String>> below = cycle.below();
		List<Cut> cuts = new ArrayList<>();
		crossCuts.forEach((id, edition) -> {
			SortedSet<String> inside = new TreeSet<>();
			edition.unitIds().forEach((unitId) -> inside.addAll(below.getOrDefault(unitId, Set.of())));
			Cut cut = Cut.of(id, edition, inside, parts.apply(inside), cycle.scales().size(), fewerThan(k));
			inside.removeAll(cut.leftOut());
			cuts.add((cut.withheld() || audit.test(inside)) ? cut : cut.without(REFUSED));
		});
		return cuts;
	}

	/** None at all is not told apart from a few. */
	static String fewerThan(int k) {
		return "fewer than " + k + " answers";
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
		STAY_TOGETHER,
		/** Of a cross-cut, only the blocks that are wholly inside count. */
		WHOLE_BLOCKS,
		/**
		 * Whatever the other rules let through, nothing is published that gives fewer
		 * than k answers away.
		 */
		AUDIT

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

}
