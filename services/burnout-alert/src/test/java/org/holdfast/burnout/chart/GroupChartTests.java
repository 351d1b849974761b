package org.holdfast.burnout.chart;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** How blocks are charted, and what all of them together may alarm in vain. */
class GroupChartTests {

	@Test
	void whatColleaguesHaveInCommonIsTakenOff() {
		assertThat(GroupChart.standardised(6, 9, 0)).isCloseTo(2, within(1e-9));
		assertThat(GroupChart.standardised(6, 9, .1)).isCloseTo(2 / Math.sqrt(1.8), within(1e-9));
		SplittableRandom random = new SplittableRandom(1);
		double squares = 0;
		for (int week = 0; week < 20_000; week++) {
			double common = random.nextGaussian() * Math.sqrt(.1);
			double sum = 0;
			for (int member = 0; member < 8; member++) {
				sum += common + random.nextGaussian() * Math.sqrt(.9);
			}
			squares += Math.pow(GroupChart.standardised(sum, 8, .1), 2);
		}
		assertThat(squares / 20_000).isCloseTo(1, within(.03));
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 18, 60 })
	void theDashboardAlarmsInVainAsOftenAsTheBudgetSays(int blocks) {
		Budget budget = new Budget(blocks, 13, 1);
		double limit = budget.limit();
		SplittableRandom random = new SplittableRandom(blocks);
		int alarms = 0;
		int quarters = 40_000 / blocks;
		for (int block = 0; block < blocks; block++) {
			GroupChart chart = GroupChart.NEW;
			for (int cycle = 0; cycle < quarters * 13; cycle++) {
				GroupChart next = chart.observe(random.nextGaussian(), limit);
				alarms += (next.raised() && !chart.raised()) ? 1 : 0;
				chart = next;
			}
		}
		assertThat((double) alarms / quarters).isBetween(.75 * budget.expected(), 1.1 * budget.expected());
	}

	@Test
	void noChartIsTunedToAlarmAllTheTime() {
		assertThat(new Budget(1, 3, 1).runLength()).isEqualTo(26);
		assertThat(new Budget(1, 3, 1).expected()).isLessThan(.12);
		assertThat(new Budget(0, 13, 1).expected()).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> new Budget(1, 0, 1));
	}

	@Test
	void blocksThatMergeGoOnFromTheMeanOfTheirPeople() {
		GroupChart.Part calm = new GroupChart.Part(6, new GroupChart(1, false));
		GroupChart.Part alarmed = new GroupChart.Part(2, new GroupChart(5, true));
		assertThat(GroupChart.merged(List.of(calm, alarmed))).isEqualTo(new GroupChart(2, false));
		assertThat(GroupChart.merged(List.of(alarmed, calm))).isEqualTo(new GroupChart(2, false));
		assertThat(GroupChart.merged(List.of(alarmed))).isEqualTo(alarmed.chart());
		assertThat(GroupChart.merged(List.of())).isEqualTo(GroupChart.NEW);
	}

}
