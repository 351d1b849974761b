package org.holdfast.burnout.release;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said about a sum of points. */
class FigureTests {

	@ParameterizedTest
	@CsvSource({ "5, 5-9", "9, 5-9", "10, 10-19", "19, 10-19", "20, 20-49", "49, 20-49", "50, 50-99", "100, 100-199",
			"199, 100-199", "200, 200-499", "500, 500-999", "1000, 1000-1999" })
	void peopleAreCountedInBands(int people, String band) {
		assertThat(Figure.Band.of(people)).hasToString(band);
	}

	@ParameterizedTest
	@CsvSource({ "5, 30250, 61", "5, 30200, 60", "6, 6001, 10", "7, 33333, 48" })
	void aMeanIsShownInWholePoints(int answers, long points, int level) {
		assertThat(figure(answers, points)).isEqualTo(new Figure(level, null, null, "5-9"));
	}

	@ParameterizedTest
	@CsvSource({ "5, 0, 12, 5-9", "5, 6000, 12, 5-9", "9, 3000, 12, 5-9", "10, 0, 6, 10-19", "60, 100, 2, 50-99" })
	void aMeanNearTheLowerEndIsShownAsALimit(int answers, long points, int atMost, String people) {
		assertThat(figure(answers, points)).isEqualTo(new Figure(null, atMost, null, people));
	}

	@ParameterizedTest
	@CsvSource({ "5, 50000, 88, 5-9", "5, 44000, 88, 5-9", "19, 190000, 94, 10-19" })
	void aMeanNearTheUpperEndIsShownAsALimit(int answers, long points, int atLeast, String people) {
		assertThat(figure(answers, points)).isEqualTo(new Figure(null, null, atLeast, people));
	}

	@Test
	void theLimitOfSeveralBlocksHoldsForTheLeastCertainOfThem() {
		assertThat(Figure.of(List.of(block(5, 0), block(12, 0)), 0)).isEqualTo(new Figure(null, 12, null, "10-19"));
		assertThat(Figure.of(List.of(block(5, 50000), block(12, 120000)), 0))
			.isEqualTo(new Figure(null, null, 88, "10-19"));
	}

	@Test
	void extremesInBothDirectionsMakeAMean() {
		assertThat(Figure.of(List.of(block(5, 0), block(5, 50000)), 0)).isEqualTo(new Figure(50, null, null, "10-19"));
	}

	@ParameterizedTest
	@CsvSource({ "50000, HIGHER_IS_WORSE, 88", "30000, HIGHER_IS_WORSE, 60", "0, HIGHER_IS_WORSE, ",
			"50000, HIGHER_IS_BETTER, ", "30000, HIGHER_IS_BETTER, 40", "0, HIGHER_IS_BETTER, 88" })
	void troubleIsAtTheWorseEndOfTheScale(long points, Scale.Direction direction, Integer burden) {
		Scale scale = new Scale("x", direction, 0, 100, Scale.Kind.OUTCOME);
		assertThat(figure(5, points).burden(scale)).isEqualTo(burden);
	}

	private static Figure figure(int answers, long points) {
		return block(answers, points).figure();
	}

	private static Release.Block block(int answers, long points) {
		return new Release.Block(List.of("A"), answers, 0, answers, List.of(Figure.cut(points, answers)));
	}

}
