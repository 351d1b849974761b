package org.holdfast.burnout.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.holdfast.burnout.chart.Population.Watch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.holdfast.burnout.chart.Population.PULSE;
import static org.holdfast.burnout.chart.Population.TEXTBOOK;

/** What a person's chart says, and how well, on made-up people. */
class ChartTests {

	/** Ten years of weekly answers. */
	private static final double RUN_LENGTH = 520;

	private static final double LIMIT = Limits.personal(RUN_LENGTH);

	/** The part of charts of that run length that alarm in their first 52 answers. */
	private static final double STATED = .087;

	private static final Prior PRIOR = Prior.FIRST_DAY;

	private static final Instant START = Population.START;

	@Test
	void surprisesAreStandardNormalFromTheFirstAnswerOn() {
		double[] sums = new double[8];
		double[] squares = new double[8];
		double successive = 0;
		int people = 4000;
		Population plain = new Population(41, 14, 10, 8, .3, 0);
		// certainty about a mean is told in own variances, so people's means scatter with
		// them
		for (int person = 0; person < people; person++) {
			double[] scores = plain.scores(new SplittableRandom(person), 8, 8, 0, 0);
			Chart chart = Chart.begin(plain.prior());
			double before = 0;
			for (int week = 0; week < 8; week++) {
				chart = chart.observe(scores[week], Population.week(week), plain.prior(), LIMIT);
				sums[week] += chart.q();
				squares[week] += chart.q() * chart.q();
				successive += (week > 0) ? chart.q() * before : 0;
				before = chart.q();
			}
		}
		for (int week = 0; week < 8; week++) {
			assertThat(sums[week] / people).as("mean").isCloseTo(0, within(.08));
			assertThat(squares[week] / people).as("variance").isCloseTo(1, within(.15));
		}
		assertThat(successive / people / 7).as("autocorrelation").isCloseTo(0, within(.05));
	}

	@Test
	void falseAlarmsAreAsManyAsStatedOnDiscreteScoresWithCarryOver() {
		double measured = PULSE.falseAlarms(Watch.ours(PULSE.prior(), LIMIT), 6000, 52, 1);
		assertThat(measured).isBetween(.8 * STATED, 1.2 * STATED);
	}

	@Test
	void whoeverIsWatchedForYearsIsWarnedInVainAsRarelyAsStated() {
		int raised = 0;
		int people = 400;
		int weeks = 520;
		for (int person = 0; person < people; person++) {
			double[] scores = PULSE.scores(new SplittableRandom(person), weeks, weeks, 0, 0);
			Chart chart = Chart.begin(PULSE.prior());
			for (int week = 0; week < weeks; week++) {
				boolean before = chart.raised();
				chart = chart.observe(scores[week], Population.week(week), PULSE.prior(), LIMIT);
				raised += (chart.raised() && !before) ? 1 : 0;
			}
		}
		assertThat((double) people * weeks / raised).isBetween(RUN_LENGTH / 1.2, RUN_LENGTH * 1.2);
	}

	@Test
	void aShiftIsFoundSoonAfterFourAnswersOnly() {
		Watch ours = Watch.ours(PULSE.prior(), LIMIT);
		double points = 1.5 * PULSE.deviation();
		assertThat(PULSE.falseAlarms(ours, 6000, 52, 3)).isLessThanOrEqualTo(.095);
		assertThat(PULSE.detection(ours, 6000, 4, 8, 0, points, 4)).isGreaterThanOrEqualTo(.6);
	}

	@Test
	void textbookLimitsFindLessAndAlarmFarMoreOften() {
		Watch textbook = Watch.textbook(4, Limits.cusumLimit(RUN_LENGTH));
		Watch ours = Watch.ours(TEXTBOOK.prior(), LIMIT);
		assertThat(TEXTBOOK.falseAlarms(textbook, 3000, 56, 5)).isGreaterThan(.3);
		assertThat(TEXTBOOK.falseAlarms(ours, 3000, 56, 5)).isLessThan(.11);
		assertThat(TEXTBOOK.detection(ours, 3000, 12, 8, 1.5, 0, 6)).isGreaterThan(.6);
	}

	@Test
	void carryOverThatIsIgnoredCostsFalseAlarms() {
		Prior deaf = new Prior(PULSE.mean(), 14 * 14, 10 * 10, 8, 0, Population.WEEK);
		assertThat(PULSE.falseAlarms(Watch.ours(deaf, LIMIT), 3000, 52, 7)).isGreaterThan(1.5 * STATED);
	}

	@Test
	void itIsOverWhenTheAnswersAreAsUsualAgain() {
		Chart chart = Chart.begin(PRIOR);
		int week = 0;
		for (; week < 20; week++) {
			chart = chart.observe(40 + week % 3 * 5, Population.week(week), PRIOR, LIMIT);
		}
		assertThat(chart.raised()).isFalse();
		double usual = chart.mean();
		for (; week < 60; week++) {
			chart = chart.observe(85, Population.week(week), PRIOR, LIMIT);
		}
		assertThat(chart.raised()).isTrue();
		assertThat(chart.cusum()).isLessThanOrEqualTo(LIMIT);
		assertThat(chart.mean()).as("usual").isBetween(usual, 85.0);
		int raised = week;
		while (chart.raised()) {
			chart = chart.observe(40, Population.week(week++), PRIOR, LIMIT);
		}
		assertThat(week - raised).isLessThanOrEqualTo(6);
		assertThat(chart.cusum()).isZero();
	}

	@Test
	void aLongSilenceLeavesLittleOfTheLastAnswer() {
		Chart chart = Chart.begin(PRIOR).observe(80, START, PRIOR, LIMIT);
		Chart next = chart.observe(50, START.plus(Duration.ofDays(7)), PRIOR, LIMIT);
		Chart later = chart.observe(50, START.plus(Duration.ofDays(700)), PRIOR, LIMIT);
		assertThat(later.q()).as("nothing of 80 is carried over").isGreaterThan(next.q());
		assertThat(later.ewma()).as("weighs alone").isCloseTo(Math.max(0, later.q()), within(1e-3));
	}

	@Test
	void noScoreIsNoCall() {
		Chart chart = Chart.begin(PRIOR);
		assertThatIllegalArgumentException().isThrownBy(() -> chart.observe(Double.NaN, START, PRIOR, LIMIT));
	}

	@Property(tries = 200)
	void nothingBreaksIt(@ForAll @Size(max = 60) List<@IntRange(max = 20) Integer> steps,
			@ForAll @IntRange(min = -40, max = 4000) int hours) {
		Chart chart = Chart.begin(PRIOR);
		for (int step = 0; step < steps.size(); step++) {
			chart = chart.observe(steps.get(step) * 5.0, START.plus(Duration.ofHours((long) step * hours)), PRIOR,
					LIMIT);
			assertThat(chart.q()).isBetween(-8.0, 8.0);
			assertThat(chart.cusum()).isBetween(0.0, LIMIT);
			assertThat(chart.mean()).isBetween(-100.0, 200.0);
			assertThat(chart.drift()).isFinite();
		}
	}

	@Test
	void yearsOfTheSameAnswerAndThenTheWorstAreNoTroubleToIt() {
		Chart chart = Chart.begin(PRIOR);
		for (int week = 0; week < 5000; week++) {
			chart = chart.observe(0, Population.week(week), PRIOR, LIMIT);
		}
		assertThat(chart.raised()).isFalse();
		chart = chart.observe(100, Population.week(5000), PRIOR, LIMIT);
		assertThat(chart.raised()).isTrue();
		assertThat(chart.q()).isEqualTo(8);
	}

}
