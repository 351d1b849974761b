package org.holdfast.burnout.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.commons.statistics.distribution.TDistribution;
import org.holdfast.burnout.release.Figure;
import org.jspecify.annotations.Nullable;

/**
 * How the level of groups changed after enough of their people had found support, more
 * than that of groups without: difference in differences, adjusted for the level before
 * (analysis of covariance), because support goes where strain is high and what is high
 * falls by itself. It is an association; that support did it does not follow.
 * <p>
 * Made of published levels only, and of whether at least as many people of a group have a
 * mentor as a figure may stand for, whether or not they answered.
 *
 * @param change by how many points more the level rose, mean over the groups; below 0 is
 * a fall; null where it cannot be said
 * @param from where it may lie at least, with 95 % confidence
 * @param to where it may lie at most
 * @param reason why it cannot be said
 * @param groups how many groups with support it is about
 * @param people how many answered in these, as a band; null without such groups
 * @param compared how many groups without support they were compared with
 * @param course mean levels around the beginning
 */
record Effect(@Nullable Double change, @Nullable Double from, @Nullable Double to, @Nullable Reason reason, int groups,
		@Nullable String people, int compared, List<Moment> course) {

	/** How many cycles before and after the beginning are looked at. */
	static final int CYCLES = 4;

	/** Groups whose levels before differ by more points are not comparable. */
	static final int COMPARABLE = 10;

	private static final int FEWEST_COMPARABLE = 3;

	/** Two of them go into the line, so that two degrees of freedom are left. */
	private static final int FEWEST_WITHOUT = 4;

	private static final double TAIL = .025;

	static Effect of(List<Course> courses) {
		Map<Integer, List<Course>> begun = new TreeMap<>();
		for (Course course : courses) {
			course.began()
				.stream()
				.filter(course::spans)
				.forEach((cycle) -> begun.computeIfAbsent(cycle, (at) -> new ArrayList<>()).add(course));
		}
		if (begun.isEmpty()) {
			return none(Reason.NO_GROUP);
		}
		List<Cohort> cohorts = new ArrayList<>();
		begun.forEach((cycle, with) -> Cohort.of(cycle, with, courses).ifPresent(cohorts::add));
		if (cohorts.isEmpty()) {
			return none(Reason.NOTHING_COMPARABLE);
		}
		return of(cohorts);
	}

	private static Effect none(Reason reason) {
		return new Effect(null, null, null, reason, 0, null, 0, List.of());
	}

	/** All groups count the same. */
	private static Effect of(Collection<Cohort> cohorts) {
		int groups = cohorts.stream().mapToInt((cohort) -> cohort.with().size()).sum();
		double change = 0;
		double squares = 0;
		int degrees = 0;
		Map<Course, Double> weights = new HashMap<>();
		Set<Course> compared = new HashSet<>();
		int people = 0;
		for (Cohort cohort : cohorts) {
			squares += cohort.line().squares();
			degrees += cohort.line().degrees();
			compared.addAll(cohort.without());
			for (Course course : cohort.with()) {
				people += course.answers(cohort.cycle());
				double before = course.levelBefore(cohort.cycle());
				change += (course.change(cohort.cycle()) - cohort.line().at(before)) / groups;
				weights.merge(course, 1.0 / groups, Double::sum);
				for (int other = 0; other < cohort.without().size(); other++) {
					weights.merge(cohort.without().get(other), -cohort.line().weight(other, before) / groups,
							Double::sum);
				}
			}
		}
		// a group that is compared with at several times is one group: its weights add up
		double spread = Math
			.sqrt(squares / degrees * weights.values().stream().mapToDouble((weight) -> weight * weight).sum());
		double margin = TDistribution.of(compared.size() - 2.0).inverseSurvivalProbability(TAIL) * spread;
		return new Effect(rounded(change), rounded(change - margin), rounded(change + margin), null, groups,
				Figure.Band.of(people).toString(), compared.size(), course(cohorts));
	}

	private static List<Moment> course(Collection<Cohort> cohorts) {
		List<Moment> course = new ArrayList<>();
		for (int at = -CYCLES; at <= CYCLES; at++) {
			List<Double> with = new ArrayList<>();
			List<Double> without = new ArrayList<>();
			for (Cohort cohort : cohorts) {
				int cycle = cohort.cycle() + at;
				for (Course group : cohort.with()) {
					group.level(cycle).ifPresent(with::add);
					mean(cohort.comparable(group), cycle).ifPresent(without::add);
				}
			}
			course.add(new Moment(at, mean(with), mean(without)));
		}
		return course;
	}

	private static OptionalDouble mean(List<Course> groups, int cycle) {
		return groups.stream().map((group) -> group.level(cycle)).flatMapToDouble(OptionalDouble::stream).average();
	}

	private static @Nullable Double mean(List<Double> levels) {
		return levels.isEmpty() ? null
				: rounded(levels.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
	}

	private static double rounded(double value) {
		return Math.round(value * 10) / 10.0;
	}

	/** Why a change cannot be said. */
	enum Reason {

		/**
		 * In no group do enough people have a mentor, with two levels published in the
		 * {@value Effect#CYCLES} cycles before that began and two in those after.
		 */
		@JsonProperty("no-group")
		NO_GROUP,
		/**
		 * At the same time there are fewer than {@value Effect#FEWEST_WITHOUT} groups
		 * without support, or fewer than {@value Effect#FEWEST_COMPARABLE} of them within
		 * {@value Effect#COMPARABLE} points of the level before.
		 */
		@JsonProperty("nothing-comparable")
		NOTHING_COMPARABLE

	}

	/**
	 * Mean levels at one distance from the beginning.
	 *
	 * @param cycle how many cycles after the one in which it began; below 0 before it
	 * @param supported of the groups with support; null where nothing was published
	 * @param compared of groups without whose level before was comparable; null where
	 * nothing was published
	 */
	record Moment(int cycle, @Nullable Double supported, @Nullable Double compared) {
	}

	/**
	 * Groups in which support began in the same cycle, and those without at that time.
	 *
	 * @param line how the latter changed, by their level before
	 */
	private record Cohort(int cycle, List<Course> with, List<Course> without, Line line) {

		static Optional<Cohort> of(int cycle, List<Course> begun, List<Course> all) {
			List<Course> without = all.stream()
				.filter((course) -> course.isWithoutSupport(cycle) && course.spans(cycle))
				.toList();
			List<Course> with = begun.stream()
				.filter((course) -> comparable(course, without, cycle).size() >= FEWEST_COMPARABLE)
				.toList();
			if (with.isEmpty() || without.size() < FEWEST_WITHOUT) {
				return Optional.empty();
			}
			return Optional.of(new Cohort(cycle, with, without,
					Line.of(without.stream().mapToDouble((course) -> course.levelBefore(cycle)).toArray(),
							without.stream().mapToDouble((course) -> course.change(cycle)).toArray())));
		}

		List<Course> comparable(Course group) {
			return comparable(group, this.without, this.cycle);
		}

		private static List<Course> comparable(Course group, List<Course> without, int cycle) {
			double level = group.levelBefore(cycle);
			return without.stream()
				.filter((course) -> Math.abs(course.levelBefore(cycle) - level) <= COMPARABLE)
				.toList();
		}

	}

}
