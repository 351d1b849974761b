package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.holdfast.burnout.release.PartitionRelease.Rule;
import org.holdfast.burnout.unit.UnitChanged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is published beside the outcome: the answers to the questions it is made of. */
class ScalesTests {

	private static final List<String> ITEMS = List.of("energy", "workload", "clients");

	private static final UnitChanged UNIT = new UnitChanged("A", "East", null, null);

	@Test
	void driversAreShownWhereEverybodyAnsweredEveryQuestion() {
		Release release = release(
				List.of(row(20, 40, 60), row(20, 40, 60), row(40, 40, 80), row(60, 60, 60), row(80, 20, 40)));
		assertThat(level(release, "strain")).isEqualTo(48);
		assertThat(level(release, "energy")).isEqualTo(44);
		assertThat(level(release, "workload")).isEqualTo(40);
		assertThat(level(release, "clients")).isEqualTo(60);
	}

	@Test
	void oneQuestionThatOnePersonSkippedHidesAllDriversOfTheBlock() {
		List<double[]> rows = new ArrayList<>(
				List.of(row(20, 40, 60), row(20, 40, 60), row(40, 40, 80), row(60, 60, 60)));
		rows.add(row(90, 50, Double.NaN));
		Release release = release(rows);
		assertThat(release.of("A").orElseThrow().figures()).hasSize(1);
		Trend.Period period = trend(release, "energy");
		assertThat(period.state()).isEqualTo("withheld");
		assertThat(period.reason()).startsWith("not everybody answered every question");
		assertThat(period.figure()).isNull();
		assertThat(trend(release, "strain").state()).isEqualTo("published");
	}

	@Test
	void withoutThatRuleTheOneWhoSkippedAQuestionIsSingledOut() {
		List<double[]> rows = new ArrayList<>(
				List.of(row(20, 40, 60), row(20, 40, 60), row(40, 40, 80), row(60, 60, 60)));
		rows.add(row(96, 84, Double.NaN));
		Release release = release(rows, EnumSet.complementOf(EnumSet.of(Rule.EVERY_QUESTION)));
		List<Long> points = release.blocks().getFirst().points();
		// three times the strain, less the three drivers, is the mean of the one who left
		// one out: the others' items add up to three times their strain
		double skipped = (3 * points.getFirst() - points.stream().skip(1).mapToLong(Long::longValue).sum()) / 100.0;
		assertThat(skipped).isCloseTo(90, within(0.1));
	}

	@Test
	void aQuestionThatAllAnswerAlikeDoesNotFollowFromTheOthers() {
		List<double[]> rows = List.of(row(100, 40, 60), row(100, 40, 60), row(100, 40, 80), row(100, 60, 60),
				row(100, 20, 40));
		assertThat(release(rows).of("A").orElseThrow().figures()).hasSize(1);
		// what cutting that one question alone would leave to subtract
		List<Long> points = release(rows, EnumSet.complementOf(EnumSet.of(Rule.EVERY_QUESTION))).blocks()
			.getFirst()
			.points();
		assertThat(points.get(1)).isEqualTo(44000);
		assertThat(3 * points.get(0) - points.get(2) - points.get(3)).isCloseTo(50000, within(10L));
	}

	@Property(tries = 300)
	void whereDriversAreShownEveryoneMayHaveGivenAnswersSixtyPointsApart(@ForAll("rows") List<double[]> rows) {
		for (Release.Block block : release(rows).blocks()) {
			if (block.points().size() > 1) {
				assertThat(rows).allSatisfy((row) -> assertThat(row).doesNotContain(Double.NaN));
				assertThat(block.points())
					.allSatisfy((points) -> assertThat(Math.min(points, 10000L * block.answers() - points))
						.isGreaterThanOrEqualTo(6000));
				long[] sums = new long[4];
				rows.forEach((row) -> {
					sums[0] += STRAIN.hundredths((row[0] + row[1] + row[2]) / 3);
					for (int item = 0; item < 3; item++) {
						sums[item + 1] += Math.round(row[item] * 100);
					}
				});
				assertThat(block.points()).containsExactly(sums[0], sums[1], sums[2], sums[3]);
			}
		}
	}

	@Test
	void scoresAreBroughtToZeroToOneHundred() {
		Scale scale = new Scale("cs", Scale.Direction.HIGHER_IS_BETTER, 10, 50, Scale.Kind.OUTCOME);
		assertThat(scale.hundredths(10)).isZero();
		assertThat(scale.hundredths(30)).isEqualTo(5000);
		assertThat(scale.hundredths(50)).isEqualTo(10000);
		assertThat(scale.hundredths(60)).isEqualTo(10000);
		assertThat(scale.burden(70)).isEqualTo(30);
	}

	@Test
	void anAnswerWithDriversOnlyIsNotCounted() {
		Answer answer = Agency.answer("2026-W21", "A", Map.of("energy", 20.0), 5, 1);
		assertThat(answer.counts(cycle(1))).isFalse();
		assertThat(
				PartitionRelease.of(cycle(1), java.util.Collections.nCopies(6, answer), Agency.policy(5, 60), List.of())
					.blocks())
			.isEmpty();
	}

	private static final Scale STRAIN = Agency.STRAIN;

	private static double[] row(double... items) {
		return items;
	}

	private static Release release(List<double[]> rows) {
		return release(rows, EnumSet.allOf(Rule.class));
	}

	private static Release release(List<double[]> rows, EnumSet<Rule> rules) {
		return PartitionRelease.of(cycle(rows.size()), rows.stream().map(ScalesTests::answer).toList(),
				Agency.policy(5, 60), java.util.Collections.emptySortedMap(), List.of(), rules);
	}

	static Answer answer(double[] items) {
		Map<String, Double> scores = new HashMap<>();
		double sum = 0;
		int answered = 0;
		for (int item = 0; item < items.length; item++) {
			if (!Double.isNaN(items[item])) {
				scores.put(ITEMS.get(item), items[item]);
				sum += items[item];
				answered++;
			}
		}
		scores.put("strain", sum / answered);
		return Agency.answer("2026-W21", "A", scores, 5, 1);
	}

	private static CycleChanged cycle(int people) {
		List<Scale> scales = new ArrayList<>(List.of(STRAIN));
		ITEMS
			.forEach((item) -> scales.add(new Scale(item, Scale.Direction.HIGHER_IS_WORSE, 0, 100, Scale.Kind.DRIVER)));
		return new CycleChanged("2026-W21", CycleChanged.State.CLOSED, Agency.FIRST_CLOSE, Agency.FIRST_CLOSE, "pulse",
				scales, List.of(new CycleChanged.Unit("A", null, people, people, (long) people, 0)));
	}

	private static Trend.Period trend(Release release, String scale) {
		return Trend.of(List.of(UNIT), List.of(release), release.scales().get(release.place(scale)), (ids) -> Map.of())
			.periods()
			.getFirst();
	}

	private static Integer level(Release release, String scale) {
		return trend(release, scale).figure().level();
	}

	@Provide
	static Arbitrary<List<double[]>> rows() {
		Arbitrary<Double> item = Arbitraries.frequencyOf(
				net.jqwik.api.Tuple.of(30, Arbitraries.of(0.0, 25.0, 50.0, 75.0, 100.0)),
				net.jqwik.api.Tuple.of(1, Arbitraries.of(Double.NaN)));
		return item.array(double[].class)
			.ofSize(3)
			.filter((row) -> !Double.isNaN(row[0]))
			.list()
			.ofMinSize(5)
			.ofMaxSize(8);
	}

}
