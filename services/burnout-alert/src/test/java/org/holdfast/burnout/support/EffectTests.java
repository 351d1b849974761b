package org.holdfast.burnout.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EffectTests {

	private static final int CYCLES = 16;

	private static final int RUNS = 400;

	/** Groups lie 8 points around 45 and move by 3 from cycle to cycle. */
	private static final double BETWEEN = 8;

	private static final double WITHIN = 3;

	@Test
	void aFallAfterSupportIsFoundAndTheIntervalHoldsItAsOftenAsItSays() {
		Tried tried = tried((random) -> {
			List<Course> courses = new ArrayList<>();
			for (int group = 0; group < 30; group++) {
				int begins = (group < 6) ? 5 + group % 3 : Integer.MAX_VALUE;
				double usual = 45 + BETWEEN * random.nextGaussian();
				courses.add(course(group, begins,
						(cycle) -> usual + WITHIN * random.nextGaussian() - ((cycle >= begins) ? 6 : 0)));
			}
			return courses;
		}, -6);
		assertThat(tried.mean()).isCloseTo(-6, within(.3));
		assertThat(tried.held()).isBetween(.93, .98);
	}

	/** Before and after alone would call it a success. */
	@Test
	void whatFallsByItselfIsNotTakenForAnEffectOfSupport() {
		List<Double> falls = new ArrayList<>();
		Tried tried = tried((random) -> {
			List<double[]> groups = new ArrayList<>();
			for (int group = 0; group < 36; group++) {
				double usual = 45 + random.nextGaussian() * 4;
				groups.add(random.doubles(CYCLES).map((any) -> usual + random.nextGaussian() * 8).toArray());
			}
			// the highest of the four cycles before get mentors
			groups.sort(Comparator.comparingDouble((levels) -> -before(levels, 6)));
			List<Course> courses = new ArrayList<>();
			for (int group = 0; group < groups.size(); group++) {
				double[] levels = groups.get(group);
				courses.add(course(group, (group < 8) ? 6 : Integer.MAX_VALUE, (cycle) -> levels[cycle]));
			}
			courses.subList(0, 8).forEach((course) -> falls.add(course.change(6)));
			return courses;
		}, 0);
		assertThat(falls.stream().mapToDouble(Double::doubleValue).average().orElseThrow()).isLessThan(-3);
		assertThat(tried.mean()).isCloseTo(0, within(.6));
		assertThat(tried.held()).isBetween(.92, .99);
	}

	@Test
	void theDifferenceIsThatOfTheMeansLessThatOfTheOthers() {
		List<Course> courses = new ArrayList<>(List.of(course(0, 4, (cycle) -> (cycle > 4) ? 40 : 50)));
		for (int group = 1; group < 6; group++) {
			courses.add(course(group, Integer.MAX_VALUE, (cycle) -> (cycle > 4) ? 48 : 50));
		}
		Effect effect = Effect.of(courses);
		assertThat(effect.change()).isEqualTo(-8);
		assertThat(effect.groups()).isEqualTo(1);
		assertThat(effect.compared()).isEqualTo(5);
		assertThat(effect.people()).isEqualTo("5-9");
		assertThat(effect.reason()).isNull();
		assertThat(effect.course()).hasSize(9)
			.contains(new Effect.Moment(-4, 50.0, 50.0), new Effect.Moment(0, 50.0, 50.0),
					new Effect.Moment(1, 40.0, 48.0));
	}

	@Test
	void theCycleInWhichItBeganIsNeitherBeforeNorAfter() {
		List<Course> courses = without(5);
		courses.add(course(9, 4, (cycle) -> (cycle == 4) ? 90 : 50));
		assertThat(Effect.of(courses).change()).isEqualTo(0);
	}

	@Test
	void aGroupThatGetsSupportInTheTimeIsNotComparedWith() {
		List<Course> courses = without(4);
		courses.add(course(8, 8, (cycle) -> 50));
		courses.add(course(9, 4, (cycle) -> 50));
		assertThat(Effect.of(courses).compared()).isEqualTo(4);
		assertThat(Effect.of(courses).groups()).isEqualTo(2);
	}

	@Test
	void withTooLittleToGoByItSaysWhyThereIsNone() {
		assertThat(Effect.of(List.of()).reason()).isEqualTo(Effect.Reason.NO_GROUP);
		assertThat(Effect.of(without(10)).reason()).isEqualTo(Effect.Reason.NO_GROUP);
		List<Course> atOnce = without(10);
		atOnce.add(course(20, 1, (cycle) -> 50));
		assertThat(Effect.of(atOnce).reason()).as("one cycle before").isEqualTo(Effect.Reason.NO_GROUP);
		List<Course> few = without(3);
		few.add(course(20, 6, (cycle) -> 50));
		assertThat(Effect.of(few).reason()).isEqualTo(Effect.Reason.NOTHING_COMPARABLE);
		List<Course> elsewhere = without(10);
		elsewhere.add(course(20, 6, (cycle) -> 75));
		Effect effect = Effect.of(elsewhere);
		assertThat(effect.reason()).isEqualTo(Effect.Reason.NOTHING_COMPARABLE);
		assertThat(effect.change()).isNull();
		assertThat(effect.people()).isNull();
	}

	@Test
	void aCycleInWhichOnlyALimitIsPublishedIsLeftOut() {
		List<Course> courses = without(5);
		TreeMap<Integer, Course.Moment> moments = new TreeMap<>(course(9, 4, (cycle) -> 50).moments());
		moments.put(2, new Course.Moment(null, false, 6));
		courses.add(new Course(List.of("9"), moments));
		assertThat(Effect.of(courses).change()).isEqualTo(0);
		assertThat(Effect.of(courses).course()).contains(new Effect.Moment(-2, null, 50.0));
	}

	private static List<Course> without(int groups) {
		List<Course> courses = new ArrayList<>();
		for (int group = 0; group < groups; group++) {
			courses.add(course(group, Integer.MAX_VALUE, (cycle) -> 50));
		}
		return courses;
	}

	private static Course course(int group, int begins, IntFunction<Number> level) {
		TreeMap<Integer, Course.Moment> moments = new TreeMap<>();
		for (int cycle = 0; cycle < CYCLES; cycle++) {
			moments.put(cycle,
					new Course.Moment((int) Math.round(level.apply(cycle).doubleValue()), cycle >= begins, 6));
		}
		return new Course(List.of("U-" + group), moments);
	}

	private static double before(double[] levels, int cycle) {
		double sum = 0;
		for (int at = cycle - Effect.CYCLES; at < cycle; at++) {
			sum += levels[at];
		}
		return sum;
	}

	private static Tried tried(java.util.function.Function<Random, List<Course>> agency, double truth) {
		double sum = 0;
		int held = 0;
		int told = 0;
		for (int run = 0; run < RUNS; run++) {
			Effect effect = Effect.of(agency.apply(new Random(run)));
			if (effect.change() != null) {
				told++;
				sum += effect.change();
				held += (effect.from() <= truth && truth <= effect.to()) ? 1 : 0;
			}
		}
		assertThat(told).isGreaterThan(RUNS * 9 / 10);
		return new Tried(sum / told, (double) held / told);
	}

	/** What many runs came to. */
	private record Tried(double mean, double held) {
	}

}
