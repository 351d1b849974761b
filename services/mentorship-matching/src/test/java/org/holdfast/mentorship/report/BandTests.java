package org.holdfast.mentorship.report;

import java.util.List;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Bands, and what is told in them. */
class BandTests {

	@Test
	void peopleAreCountedInBandsOfWhichTheLowestIsFewerThanFive() {
		assertThat(Band.ofPeople(0)).isEqualTo(Band.ofPeople(4)).isEqualTo(new Band(0, 4));
		assertThat(Band.ofPeople(5)).isEqualTo(Band.ofPeople(9)).isEqualTo(new Band(5, 9));
		assertThat(Band.ofPeople(10)).isEqualTo(new Band(10, 19));
		assertThat(Band.ofPeople(20)).isEqualTo(Band.ofPeople(49)).isEqualTo(new Band(20, 49));
		assertThat(Band.ofPeople(50)).isEqualTo(new Band(50, 99));
		assertThat(Band.ofPeople(499)).isEqualTo(new Band(200, 499));
	}

	@Property
	void everyNumberIsInItsBand(@ForAll @IntRange(max = 100000) int number) {
		assertThat(number).isBetween(Band.ofPeople(number).from(), Band.ofPeople(number).to());
		assertThat(number).isBetween(Band.ofDays(number).from(), Band.ofDays(number).to());
		assertThat(Band.ofPeople(number + 1).from()).isIn(Band.ofPeople(number).from(), number + 1);
	}

	@Property
	void whateverIsToldOfDaysHasFivePeopleOnEitherSide(
			@ForAll @Size(max = 60) List<@IntRange(max = 1000) Integer> days) {
		List<Long> numbers = days.stream().map(Integer::longValue).toList();
		Spread spread = Spread.of(numbers);
		assertThat(spread == null).isEqualTo(days.size() < 10);
		if (spread == null) {
			return;
		}
		assertThat(spread.lowerQuartile() == null).isEqualTo(days.size() < 20);
		Band told = spread.median();
		assertThat(numbers.stream().filter((each) -> each <= told.to()).count()).isGreaterThanOrEqualTo(5);
		assertThat(numbers.stream().filter((each) -> each >= told.from()).count()).isGreaterThanOrEqualTo(5);
		if (spread.lowerQuartile() != null && spread.upperQuartile() != null) {
			Band lower = spread.lowerQuartile();
			Band upper = spread.upperQuartile();
			assertThat(numbers.stream().filter((each) -> each <= lower.to()).count()).isGreaterThanOrEqualTo(5);
			assertThat(numbers.stream().filter((each) -> each >= upper.from()).count()).isGreaterThanOrEqualTo(5);
		}
	}

	@Test
	void quartilesAreThoseOfTheNumbers() {
		assertThat(Spread.of(LongStream.rangeClosed(1, 100).boxed().toList()))
			.isEqualTo(new Spread(new Band(31, 60), new Band(15, 30), new Band(61, 90)));
	}

	@Test
	void supplyIsReadOffTheBands() {
		assertThat(Supply.of(new Band(10, 19), new Band(5, 9))).isEqualTo(Supply.tooFew);
		assertThat(Supply.of(new Band(10, 19), new Band(10, 19))).isEqualTo(Supply.enough);
		assertThat(Supply.of(new Band(0, 4), new Band(5, 9))).isEqualTo(Supply.plenty);
	}

}
