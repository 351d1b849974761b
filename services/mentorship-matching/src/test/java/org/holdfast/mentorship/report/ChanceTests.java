package org.holdfast.mentorship.report;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChanceTests {

	@Test
	void theStatisticOfSharesIsPearsons() {
		// 10 of 20 and 30 of 40: chi-square 3.75 with one degree of freedom
		assertThat(Chance.ofShares(new int[] { 10, 30 }, new int[] { 10, 10 })).isCloseTo(0.0528, within(0.0001));
		assertThat(Chance.ofShares(new int[] { 10, 20 }, new int[] { 5, 10 })).isCloseTo(1, within(1e-9));
	}

	@Test
	void theRatioOfMeansIsFishers() {
		// F(2, 15) = 9.3 for these three, a textbook's example
		assertThat(Chance
			.ofMeans(List.of(List.of(6, 8, 4, 5, 3, 4), List.of(8, 12, 9, 11, 6, 8), List.of(13, 9, 11, 8, 7, 12))))
			.isCloseTo(0.0024, within(0.0001));
		assertThat(Chance.ofMeans(List.of(List.of(5, 5), List.of(5, 5)))).isEqualTo(1);
		assertThat(Chance.ofMeans(List.of(List.of(5, 5), List.of(6, 6)))).isZero();
	}

	@Test
	void partsThatDoNotDifferAreSaidToAboutOnceInAHundredTimes() {
		Random random = new Random(7);
		int tries = 4000;
		int shares = 0;
		int means = 0;
		for (int each = 0; each < tries; each++) {
			int[] yes = IntStream.range(0, 4).map((part) -> drawn(random, 25)).toArray();
			int[] no = IntStream.of(yes).map((some) -> 25 - some).toArray();
			shares += (Chance.ofShares(yes, no) < Chance.LEVEL) ? 1 : 0;
			List<List<Integer>> scores = IntStream.range(0, 4)
				.mapToObj((part) -> IntStream.range(0, 8)
					.mapToObj((i) -> (int) (70 + 10 * random.nextGaussian()))
					.toList())
				.toList();
			means += (Chance.ofMeans(scores) < Chance.LEVEL) ? 1 : 0;
		}
		// 40 expected, give or take 6.3
		assertThat(shares).isBetween(20, 60);
		assertThat(means).isBetween(20, 60);
	}

	private static int drawn(Random random, int of) {
		return (int) IntStream.range(0, of).filter((each) -> random.nextDouble() < 0.6).count();
	}

}
