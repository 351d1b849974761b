package org.holdfast.burnout.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.holdfast.burnout.chart.Population.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

/** What many people's tallies tell about the agency. */
class CohortTests {

	@ParameterizedTest
	@CsvSource({ "41,14,10,0", "41,14,10,.3", "50,8,12,.5", "35,10,10,.15" })
	void theTruthIsRecovered(double mean, double between, double within, double carryOver) {
		Population population = new Population(mean, between, within, 8, carryOver, 0);
		Prior prior = Cohort.estimate(tallies(population, 3000, 4, 40), Prior.FIRST_DAY);
		assertThat(prior.mean()).isCloseTo(mean, within(1.0));
		assertThat(prior.between()).isCloseTo(between * between, withinPercentage(12));
		assertThat(prior.within()).isCloseTo(within * within, withinPercentage(10));
		assertThat(prior.carryOver()).isCloseTo(carryOver, within(.04));
		assertThat(prior.degrees()).isBetween(6.0, 11.0);
	}

	@Test
	void shortSeriesDoNotHideCarryOver() {
		Population population = new Population(41, 14, 10, 0, .3, 5);
		assertThat(Cohort.estimate(tallies(population, 4000, 4, 5), Prior.FIRST_DAY).carryOver()).isCloseTo(.3,
				within(.06));
	}

	@Test
	void anAgencyOf240ToldAfterAQuarterKeepsTheStatedRate() {
		Prior prior = Cohort.estimate(tallies(Population.PULSE, 240, 6, 13), Prior.FIRST_DAY);
		double measured = Population.PULSE.falseAlarms(Watch.ours(prior, Limits.personal(520)), 4000, 52, 11);
		assertThat(measured).isBetween(.06, .115);
	}

	@Test
	void fewPeopleChangeNothing() {
		assertThat(Cohort.estimate(tallies(Population.PULSE, Cohort.FEWEST_PEOPLE - 1, 10, 11), Prior.FIRST_DAY))
			.isEqualTo(Prior.FIRST_DAY);
		assertThat(Cohort.estimate(List.of(), Prior.FIRST_DAY)).isEqualTo(Prior.FIRST_DAY);
	}

	@Test
	void peopleWhoAlwaysAnswerTheSameMakeNoPriorOfNothing() {
		Population same = new Population(40, 0, 0, 0, 0, 5);
		assertThat(Cohort.estimate(tallies(same, 100, 10, 11), Prior.FIRST_DAY)).isEqualTo(Prior.FIRST_DAY);
	}

	@Test
	void theOrderOfPeopleChangesNextToNothing() {
		List<Tally> tallies = tallies(Population.PULSE, 100, 5, 20);
		assertThat(Cohort.estimate(tallies.reversed(), Prior.FIRST_DAY).mean())
			.isCloseTo(Cohort.estimate(tallies, Prior.FIRST_DAY).mean(), within(1e-6));
	}

	private static List<Tally> tallies(Population population, int people, int fewest, int most) {
		List<Tally> tallies = new ArrayList<>();
		SplittableRandom random = new SplittableRandom(99);
		for (int person = 0; person < people; person++) {
			double[] scores = population.scores(random, random.nextInt(fewest, most), most, 0, 0);
			Tally tally = Tally.NONE;
			for (int week = 0; week < scores.length; week++) {
				tally = (week == 0) ? tally.with(scores[0], Population.START, null, 0, Population.WEEK)
						: tally.with(scores[week], Population.week(week), Population.week(week - 1), scores[week - 1],
								Population.WEEK);
			}
			tallies.add(tally);
		}
		return tallies;
	}

}
