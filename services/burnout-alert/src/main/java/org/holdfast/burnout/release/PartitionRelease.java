package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.holdfast.burnout.setting.BurnoutSettings;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may be said about a cycle without giving anyone away: the answers are put
 * into blocks of at least k, and a figure is published for unions of whole blocks only
 * (methods, section 4, steps 1 to 6).
 * <p>
 * The blocks depend on how many answered where, never on what they answered. Whatever is
 * published is a function of the blocks' sums, cut at both ends of the scale, so whoever
 * combines all figures learns at most those sums: nothing about fewer than k people, and
 * about any one person no more than a range of {@value Figure#LEEWAY} points.
 */
final class PartitionRelease {

	private static final int PAIR = 2;

	private static final String TOGETHER = "shown only together with others, so that a small group stays hidden";

	private PartitionRelease() {
	}

	/**
	 * Returns what is published of a closed cycle.
	 * @param answers the cycle's timely answers, exactly those that the cycle counted
	 * @param minimumGroup the agency's own smallest group; only ever raises the limit
	 * @param threshold the level that counts as high from now on
	 */
	static Release of(CycleChanged cycle, Collection<Answer> answers, int minimumGroup, int threshold) {
		return of(cycle, answers, minimumGroup, threshold, EnumSet.allOf(Rule.class));
	}

	static Release of(CycleChanged cycle, Collection<Answer> answers, int minimumGroup, int threshold,
			Set<Rule> rules) {
		int k = rules.contains(Rule.AT_LEAST_FIVE) ? smallestGroup(answers, minimumGroup) : PAIR;
		Map<String, Sum> sums = sums(answers);
		List<Release.Block> blocks = partition(cycle.units(), sums, k, rules).stream()
			.map((units) -> block(units, sums, rules))
			.toList();
		List<Release.Shown> shown = new ArrayList<>();
		Map<String, Cover> covers = covers(cycle.units(), sums, blocks);
		covers.forEach((unitId, cover) -> shown.add(cover.show(unitId, blocks, k)));
		return new Release(cycle.cycleId(), cycle.closesAt(), k, threshold, blocks, shown);
	}

	/** The promise made with each answer may be raised afterwards, never lowered. */
	private static int smallestGroup(Collection<Answer> answers, int minimumGroup) {
		int promised = answers.stream()
			.filter((answer) -> answer.strain() != null)
			.mapToInt(Answer::minimumGroup)
			.max()
			.orElse(BurnoutSettings.FEWEST);
		return Math.max(BurnoutSettings.FEWEST, Math.max(minimumGroup, promised));
	}

	private static Map<String, Sum> sums(Collection<Answer> answers) {
		Map<String, Sum> sums = new HashMap<>();
		for (Answer answer : answers) {
			Double strain = answer.strain();
			if (strain != null) {
				sums.merge(answer.unitId(), new Sum(1, Figure.hundredths(strain)), Sum::plus);
			}
		}
		return sums;
	}

	private static Release.Block block(SortedSet<String> units, Map<String, Sum> sums, Set<Rule> rules) {
		Sum sum = units.stream().map((unit) -> sums.getOrDefault(unit, Sum.NONE)).reduce(Sum.NONE, Sum::plus);
		long points = rules.contains(Rule.CUT_EXTREMES) ? Figure.cut(sum.points(), sum.answers()) : sum.points();
		return new Release.Block(List.copyOf(units), sum.answers(), points);
	}

	// Which units' own members form a block together

	private static List<SortedSet<String>> partition(List<CycleChanged.Unit> units, Map<String, Sum> sums, int k,
			Set<Rule> rules) {
		Map<String, CycleChanged.Unit> known = new HashMap<>();
		units.forEach((unit) -> known.put(unit.unitId(), unit));
		Map<String, List<CycleChanged.Unit>> children = new HashMap<>();
		for (CycleChanged.Unit unit : units) {
			children.computeIfAbsent(parent(unit, known), (id) -> new ArrayList<>()).add(unit);
		}
		List<Group> top = new ArrayList<>();
		for (CycleChanged.Unit root : children.getOrDefault("", List.of())) {
			top.addAll(settle(root, children, sums, k, rules));
		}
		return merge(top, k, rules).stream()
			.filter((group) -> group.answers() >= k || !rules.contains(Rule.MERGE_SMALL))
			.map(Group::units)
			.sorted(Comparator.comparing(SortedSet::first))
			.toList();
	}

	private static String parent(CycleChanged.Unit unit, Map<String, CycleChanged.Unit> known) {
		String parent = unit.parentId();
		return (parent != null && known.containsKey(parent)) ? parent : "";
	}

	/**
	 * Returns the blocks of a unit and all below it; if one is too small, it is alone.
	 */
	private static List<Group> settle(CycleChanged.Unit unit, Map<String, List<CycleChanged.Unit>> children,
			Map<String, Sum> sums, int k, Set<Rule> rules) {
		List<Group> level = new ArrayList<>();
		// people who did not answer are a small block like any other: to leave them out
		// would tell that nobody did
		if (unit.invited() > 0 || unit.responses() > 0) {
			level.add(new Group(new TreeSet<>(Set.of(unit.unitId())),
					sums.getOrDefault(unit.unitId(), Sum.NONE).answers()));
		}
		for (CycleChanged.Unit child : children.getOrDefault(unit.unitId(), List.of())) {
			level.addAll(settle(child, children, sums, k, rules));
		}
		return merge(level, k, rules);
	}

	private static List<Group> merge(List<Group> level, int k, Set<Rule> rules) {
		PriorityQueue<Group> fewestFirst = new PriorityQueue<>(level);
		while (rules.contains(Rule.MERGE_SMALL) && fewestFirst.size() > 1
				&& Objects.requireNonNull(fewestFirst.peek()).answers() < k) {
			fewestFirst.add(fewestFirst.remove().with(fewestFirst.remove()));
		}
		return List.copyOf(fewestFirst);
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
			Integer place = places.get(unit.unitId());
			for (CycleChanged.Unit at = unit; at != null; at = above(at, known)) {
				covers.computeIfAbsent(at.unitId(), (id) -> new Cover()).add(answers, place);
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
		CUT_EXTREMES

	}

	/** Answers of a unit's own members: how many, and their sum in hundredths. */
	private record Sum(int answers, long points) {

		static final Sum NONE = new Sum(0, 0);

		Sum plus(Sum other) {
			return new Sum(this.answers + other.answers, this.points + other.points);
		}

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

	/** The blocks that hold the answers of a unit and of all units below it. */
	private static final class Cover {

		private int answers;

		/**
		 * How many of the block's units are this unit or below it, by the block's place.
		 */
		private final SortedMap<Integer, Integer> inside = new TreeMap<>();

		void add(int answers, @Nullable Integer place) {
			this.answers += answers;
			if (place != null) {
				this.inside.merge(place, 1, Integer::sum);
			}
		}

		Release.Shown show(String unitId, List<Release.Block> blocks, int k) {
			List<Release.Block> held = this.inside.keySet().stream().map(blocks::get).toList();
			int together = held.stream().mapToInt(Release.Block::answers).sum();
			if (together < k) {
				return new Release.Shown(unitId, fewerThan(k), List.of(), null);
			}
			boolean whole = this.inside.entrySet()
				.stream()
				.allMatch((entry) -> blocks.get(entry.getKey()).unitIds().size() == entry.getValue());
			String reason = whole ? null : (this.answers < k) ? fewerThan(k) : TOGETHER;
			return new Release.Shown(unitId, reason, List.copyOf(this.inside.keySet()), Figure.of(held));
		}

		/** None at all is not told apart from a few. */
		private static String fewerThan(int k) {
			return "fewer than " + k + " answers";
		}

	}

}
