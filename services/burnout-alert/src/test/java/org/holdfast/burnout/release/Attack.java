package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.holdfast.burnout.release.Simulation.Week;

/**
 * What a well-informed attacker finds out from figures: who knows the units of the time,
 * who answered, and every rule of the release. Figures are sums over sets of units, so
 * whatever can be derived is a combination of those sets.
 */
final class Attack {

	private static final int WIDTH = 60;

	private static final int PASSES = 12;

	private final List<Scale> scales;

	private final Set<PartitionRelease.Rule> rules;

	/** By cycle and scale: the units that a figure stands for, and the figure. */
	private final Map<String, Map<Set<String>, Figure>> figures = new LinkedHashMap<>();

	/** By cycle: the sets of units with members, whether anybody answered or not. */
	private final Map<String, Set<Set<String>>> asked = new LinkedHashMap<>();

	private final List<String> found = new ArrayList<>();

	/**
	 * Prepares an attack.
	 * @param rules the rules that figures are known to follow
	 */
	Attack(List<Scale> scales, Set<PartitionRelease.Rule> rules) {
		this.scales = scales;
		this.rules = rules;
	}

	/** Takes a figure from a response; one that says otherwise than before is a find. */
	void sees(Week week, String scale, Set<String> units, Figure figure) {
		Set<String> answered = units.stream()
			.filter((unit) -> week.answers(Set.of(unit)) > 0)
			.collect(Collectors.toCollection(TreeSet::new));
		this.asked.computeIfAbsent(week.cycleId(), (key) -> new HashSet<>())
			.add(units.stream().filter(week::asks).collect(Collectors.toCollection(TreeSet::new)));
		Figure before = this.figures.computeIfAbsent(week.cycleId() + " " + scale, (key) -> new LinkedHashMap<>())
			.put(answered, figure);
		if (before != null && !before.equals(figure)) {
			this.found.add("%s %s: %s has two figures".formatted(week.cycleId(), scale, answered));
		}
	}

	int figures() {
		return this.figures.values().stream().mapToInt(Map::size).sum();
	}

	/** Returns all that should not have been found out. */
	List<String> finds(List<Week> weeks) {
		for (Week week : weeks) {
			List<Set<String>> classes = classes(of(week, this.scales.getFirst()).keySet());
			small(week, of(week, this.scales.getFirst()).keySet(), classes);
			for (Scale scale : this.scales) {
				small(week, of(week, scale).keySet(), classes(of(week, scale).keySet()));
			}
			narrow(week, classes);
		}
		acrossWeeks(weeks);
		return this.found.stream().distinct().toList();
	}

	private Map<Set<String>, Figure> of(Week week, Scale scale) {
		return this.figures.getOrDefault(week.cycleId() + " " + scale.id(), Map.of());
	}

	/** The units that no figure tells apart. */
	private static List<Set<String>> classes(Collection<Set<String>> sets) {
		Map<List<Set<String>>, Set<String>> classes = new LinkedHashMap<>();
		Set<String> units = new TreeSet<>();
		sets.forEach(units::addAll);
		for (String unit : units) {
			classes
				.computeIfAbsent(sets.stream().filter((set) -> set.contains(unit)).toList(),
						(seenIn) -> new TreeSet<>())
				.add(unit);
		}
		return List.copyOf(classes.values());
	}

	/**
	 * Looks for people fewer than k whose sum follows. A member who adds their own answer
	 * then knows the sum of fewer than k - 1 others, so that is looked for too.
	 */
	private void small(Week week, Collection<Set<String>> sets, List<Set<String>> classes) {
		List<Set<String>> few = classes.stream().filter((each) -> week.answers(each) < week.k()).toList();
		for (Set<String> group : together(few, (group) -> week.answers(group) < week.k())) {
			if (isDerivable(group, sets)) {
				this.found.add("%s: the sum of %s, %d people".formatted(week.cycleId(), group, week.answers(group)));
			}
		}
	}

	/** Looks for persons whose answer is known more closely than to 60 points. */
	private void narrow(Week week, List<Set<String>> classes) {
		double[][][] sums = new double[classes.size()][this.scales.size()][];
		for (int scale = 0; scale < this.scales.size(); scale++) {
			double[][] bounds = bounds(week, classes, scale);
			for (int each = 0; each < classes.size(); each++) {
				sums[each][scale] = bounds[each];
			}
		}
		for (int each = 0; each < classes.size(); each++) {
			int people = week.answers(classes.get(each));
			if (week.everyQuestion(classes.get(each))) {
				bringTogether(sums[each]);
			}
			for (int scale = 0; scale < this.scales.size(); scale++) {
				double least = Math.max(0, sums[each][scale][0] - 100.0 * (people - 1));
				double most = Math.min(100, sums[each][scale][1]);
				if (most - least < WIDTH - 1e-6) {
					this.found.add("%s: each of %s on %s is within %.1f to %.1f".formatted(week.cycleId(),
							classes.get(each), this.scales.get(scale).id(), least, most));
				}
			}
		}
	}

	/** What the sum of each class can be, from all figures that it is part of. */
	private double[][] bounds(Week week, List<Set<String>> classes, int scale) {
		Map<Set<String>, Figure> figures = of(week, this.scales.get(scale));
		boolean cut = this.rules.contains(PartitionRelease.Rule.CUT_EXTREMES);
		boolean wholeOnly = this.rules.contains(PartitionRelease.Rule.EVERY_QUESTION);
		double[][] bounds = new double[classes.size()][];
		int[] people = classes.stream().mapToInt(week::answers).toArray();
		boolean[] seen = new boolean[classes.size()];
		for (int each = 0; each < bounds.length; each++) {
			Set<String> units = classes.get(each);
			seen[each] = figures.keySet().stream().anyMatch((set) -> set.containsAll(units));
			double end = (cut && seen[each]) ? WIDTH : 0;
			bounds[each] = new double[] { end, 100.0 * people[each] - end };
		}
		for (int pass = 0; pass < PASSES; pass++) {
			figures.forEach((set, figure) -> narrow(set, figure, classes, people, bounds));
		}
		for (int each = 0; each < bounds.length; each++) {
			// where drivers are shown nothing was cut; else a sum at the limit may be
			// anything
			// beyond
			boolean mayBeCut = cut && seen[each] && !(wholeOnly && showsDrivers(week, classes.get(each)));
			if (mayBeCut && bounds[each][0] <= WIDTH) {
				bounds[each][0] = 0;
			}
			if (mayBeCut && bounds[each][1] >= 100.0 * people[each] - WIDTH) {
				bounds[each][1] = 100.0 * people[each];
			}
		}
		return bounds;
	}

	private boolean showsDrivers(Week week, Set<String> units) {
		return this.scales.size() > 1
				&& of(week, this.scales.get(1)).keySet().stream().anyMatch((set) -> set.containsAll(units));
	}

	private static void narrow(Set<String> set, Figure figure, List<Set<String>> classes, int[] people,
			double[][] bounds) {
		List<Integer> inside = new ArrayList<>();
		double least = 0;
		double most = 0;
		int all = 0;
		for (int each = 0; each < bounds.length; each++) {
			if (set.containsAll(classes.get(each))) {
				inside.add(each);
				least += bounds[each][0];
				most += bounds[each][1];
				all += people[each];
			}
		}
		double from = (figure.level() != null) ? (figure.level() - 0.5) * all : (figure.atLeast() != null) ? least : 0;
		double to = (figure.level() != null) ? (figure.level() + 0.5) * all : most;
		if (figure.level() == null) {
			// every class of the set is cut at the same end
			for (int each : inside) {
				int end = (figure.atMost() != null) ? 0 : 1;
				bounds[each][1 - end] = bounds[each][end];
			}
			return;
		}
		for (int each : inside) {
			double low = Math.max(bounds[each][0], from - (most - bounds[each][1]));
			double high = Math.min(bounds[each][1], to - (least - bounds[each][0]));
			least += low - bounds[each][0];
			most += high - bounds[each][1];
			bounds[each][0] = low;
			bounds[each][1] = high;
		}
	}

	/** The outcome is the mean of its drivers: each follows from the others. */
	private static void bringTogether(double[][] sums) {
		int drivers = sums.length - 1;
		for (int pass = 0; pass < PASSES; pass++) {
			for (int driver = 1; driver <= drivers; driver++) {
				double least = drivers * sums[0][0];
				double most = drivers * sums[0][1];
				for (int other = 1; other <= drivers; other++) {
					least -= (other != driver) ? sums[other][1] : 0;
					most -= (other != driver) ? sums[other][0] : 0;
				}
				sums[driver][0] = Math.max(sums[driver][0], least);
				sums[driver][1] = Math.min(sums[driver][1], most);
			}
			double least = Arrays.stream(sums).skip(1).mapToDouble((sum) -> sum[0]).sum() / drivers;
			double most = Arrays.stream(sums).skip(1).mapToDouble((sum) -> sum[1]).sum() / drivers;
			sums[0][0] = Math.max(sums[0][0], least);
			sums[0][1] = Math.min(sums[0][1], most);
		}
	}

	/**
	 * Takes what units feel as constant for a quarter, and looks for a small unit that
	 * was there all the time.
	 */
	private void acrossWeeks(List<Week> weeks) {
		Map<Integer, List<Week>> quarters = weeks.stream()
			.collect(Collectors.groupingBy((week) -> Release.quarter(week.closesAt())));
		quarters.forEach((quarter, all) -> {
			Set<Set<String>> sets = new HashSet<>();
			all.forEach((week) -> sets.addAll(this.asked.getOrDefault(week.cycleId(), Set.of())));
			List<Set<String>> few = classes(sets).stream()
				.filter((each) -> all.stream()
					.allMatch((week) -> week.answers(each) < 5 && each.stream().allMatch(week::asks)))
				.toList();
			for (Set<String> group : together(few,
					(group) -> all.stream().allMatch((week) -> week.answers(group) < 5))) {
				if (isDerivable(group, sets)) {
					this.found.add("quarter %d: the sum of %s, taken as constant".formatted(quarter, group));
				}
			}
		});
	}

	private static List<Set<String>> together(List<Set<String>> few, java.util.function.Predicate<Set<String>> small) {
		List<Set<String>> groups = new ArrayList<>(few.stream().filter(small).toList());
		for (int one = 0; one < few.size(); one++) {
			for (int other = one + 1; other < few.size(); other++) {
				Set<String> both = new TreeSet<>(few.get(one));
				both.addAll(few.get(other));
				if (small.test(both)) {
					groups.add(both);
				}
			}
		}
		return groups;
	}

	private static boolean isDerivable(Set<String> group, Collection<Set<String>> sets) {
		List<String> units = sets.stream().flatMap(Set::stream).distinct().sorted().toList();
		if (!units.containsAll(group)) {
			return false;
		}
		List<long[]> system = new ArrayList<>(sets.stream().map((set) -> vector(set, units)).toList());
		int rank = Rank.of(system);
		system.add(vector(group, units));
		return Rank.of(system) == rank;
	}

	private static long[] vector(Set<String> set, List<String> units) {
		return units.stream().mapToLong((unit) -> set.contains(unit) ? 1 : 0).toArray();
	}

}
