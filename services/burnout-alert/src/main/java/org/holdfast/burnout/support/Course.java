package org.holdfast.burnout.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.holdfast.burnout.release.Release;
import org.jspecify.annotations.Nullable;

/**
 * What was published of one group, cycle by cycle, and whether enough of it were
 * supported. A group is the same only as long as it consists of the same units.
 *
 * @param moments by the place of the cycle
 */
record Course(List<String> unitIds, SortedMap<Integer, Moment> moments) {

	/** Fewer published levels than this before or after say too little. */
	private static final int FEWEST_LEVELS = 2;

	/**
	 * Returns the courses of all groups.
	 * @param releases those of the cycles to look at, earliest first
	 * @param scale of the levels
	 */
	static List<Course> of(List<Release> releases, String scale) {
		Map<List<String>, SortedMap<Integer, Moment>> courses = new TreeMap<>(
				(one, other) -> String.join("\n", one).compareTo(String.join("\n", other)));
		for (int cycle = 0; cycle < releases.size(); cycle++) {
			Release release = releases.get(cycle);
			for (Release.Block block : release.blocks()) {
				courses.computeIfAbsent(block.unitIds(), (units) -> new TreeMap<>())
					.put(cycle, new Moment(block.level(release.place(scale)),
							block.supported() >= release.minimumGroup(), block.answers()));
			}
		}
		List<Course> all = new ArrayList<>();
		courses.forEach((units, moments) -> all.add(new Course(units, moments)));
		return all;
	}

	/** Returns the first cycle at whose close enough were supported. */
	OptionalInt began() {
		return this.moments.entrySet()
			.stream()
			.filter((moment) -> moment.getValue().supported())
			.mapToInt(Map.Entry::getKey)
			.findFirst();
	}

	/** Tells whether there are levels enough before and after a cycle. */
	boolean spans(int cycle) {
		return levels(before(cycle)).size() >= FEWEST_LEVELS && levels(after(cycle)).size() >= FEWEST_LEVELS;
	}

	/** Tells whether too few were supported all the time around a cycle. */
	boolean isWithoutSupport(int cycle) {
		return IntStream.rangeClosed(cycle - Effect.CYCLES, cycle + Effect.CYCLES)
			.mapToObj(this.moments::get)
			.noneMatch((moment) -> moment != null && moment.supported());
	}

	/** Returns the mean level before a cycle. */
	double levelBefore(int cycle) {
		return mean(before(cycle));
	}

	/** Returns by how many points the mean level after a cycle differs from before. */
	double change(int cycle) {
		return mean(after(cycle)) - mean(before(cycle));
	}

	OptionalDouble level(int cycle) {
		return levels(IntStream.of(cycle)).stream().mapToDouble(Integer::doubleValue).findFirst();
	}

	int answers(int cycle) {
		Moment moment = this.moments.get(cycle);
		return (moment != null) ? moment.answers() : 0;
	}

	private double mean(IntStream cycles) {
		return levels(cycles).stream().mapToInt(Integer::intValue).average().orElseThrow();
	}

	private List<Integer> levels(IntStream cycles) {
		List<Integer> levels = new ArrayList<>();
		cycles.mapToObj(this.moments::get).forEach((moment) -> {
			Integer level = (moment != null) ? moment.level() : null;
			if (level != null) {
				levels.add(level);
			}
		});
		return levels;
	}

	private static IntStream before(int cycle) {
		return IntStream.range(cycle - Effect.CYCLES, cycle);
	}

	/** The cycle in which it began is neither before nor after. */
	private static IntStream after(int cycle) {
		return IntStream.rangeClosed(cycle + 1, cycle + Effect.CYCLES);
	}

	/**
	 * A group in one cycle.
	 *
	 * @param level as published; null where only a limit is
	 * @param supported whether at least as many people have a mentor as a figure may
	 * stand for
	 * @param answers how many answered; only its band is shown
	 */
	record Moment(@Nullable Integer level, boolean supported, int answers) {
	}

}
