package org.holdfast.burnout.chart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

/** Run lengths and limits against published figures. */
class LimitsTests {

	@ParameterizedTest
	@CsvSource({ "0,168", ".25,74.2", ".5,26.6", ".75,13.3", "1,8.38", "1.5,4.75", "2,3.34" })
	void twoSidedCusumsRunAsLucasAndCrosierPublished(double shift, double published) {
		assertThat(Limits.twoSidedCusumRunLength(4, shift)).isCloseTo(published, withinPercentage(1));
	}

	@ParameterizedTest
	@CsvSource({ ".5,3.071,0,500", ".5,3.071,.25,255", ".5,3.071,.5,88.8", ".5,3.071,.75,35.9", ".5,3.071,1,17.5",
			".1,2.814,0,500", ".1,2.814,.25,106", ".1,2.814,.5,31.3", ".1,2.814,.75,15.9", ".1,2.814,1,10.3" })
	void twoSidedEwmasRunAsLucasAndSaccucciPublished(double weight, double limit, double shift, double published) {
		assertThat(Limits.twoSidedEwmaRunLength(weight, limit, shift)).isCloseTo(published, withinPercentage(1));
	}

	@Test
	void aOneSidedCusumRunsAsBrookAndEvansPublished() {
		assertThat(Limits.cusumRunLength(3, 0)).isCloseTo(117.6, withinPercentage(.1));
	}

	@ParameterizedTest
	@CsvSource({ "200,3.502,2.365,2.529", "500,4.389,2.740,2.870", "1000,5.071,2.992,3.103" })
	void limitsAreThoseOfTheTable(double runLength, double cusum, double slow, double quick) {
		assertThat(Limits.cusumLimit(runLength)).isCloseTo(cusum, within(.001));
		assertThat(Limits.ewmaLimit(.1, runLength)).isCloseTo(slow, within(.001));
		assertThat(Limits.ewmaLimit(.2, runLength)).isCloseTo(quick, within(.001));
	}

	@Test
	void aGroupOfTenIsFoundFiveTimesAsSoonAsOnePerson() {
		double limit = Limits.cusumLimit(200);
		assertThat(Limits.cusumRunLength(limit, .5 * Math.sqrt(10))).isCloseTo(4.0, within(.1));
		assertThat(Limits.cusumRunLength(limit, .5)).isCloseTo(21.8, within(.5));
	}

	@Test
	void aRunLengthThatIsNoneHasNoLimit() {
		assertThatIllegalArgumentException().isThrownBy(() -> Limits.cusumLimit(1));
		assertThatIllegalArgumentException().isThrownBy(() -> Limits.cusumLimit(Double.NaN));
	}

}
