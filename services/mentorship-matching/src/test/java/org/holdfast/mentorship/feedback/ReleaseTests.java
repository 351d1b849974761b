package org.holdfast.mentorship.feedback;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.holdfast.mentorship.feedback.Release.Beyond;
import org.holdfast.mentorship.feedback.Release.Counted;
import org.holdfast.mentorship.feedback.Release.Figure;

import static org.assertj.core.api.Assertions.assertThat;

class ReleaseTests {

	private static final Quarter QUARTER = new Quarter(2026, 2);

	@Example
	void aMeanHasOneDecimalAndTheNumberOfPeopleIsABand() {
		Release release = release(List.of(1, 2, 2, 3, 4, 4, 5));
		assertThat(release.people()).isEqualTo("5-9");
		assertThat(release.figures()).containsExactly(new Figure("fit", 3.0, null), new Figure("helpful", 3.0, null),
				new Figure("safe", 3.0, null));
		assertThat(release(List.of(3, 3, 3, 3, 3, 4)).figures().getFirst().mean()).isEqualTo(3.2);
		assertThat(release(Collections.nCopies(10, 3)).people()).isEqualTo("10-19");
		assertThat(release(Collections.nCopies(50, 3)).people()).isEqualTo("50-99");
	}

	@Property
	void fewerThanFiveAreNeitherDescribedNorCounted(
			@ForAll @Size(max = 4) List<@IntRange(min = 1, max = 5) Integer> answers) {
		Release release = release(answers);
		assertThat(release.people()).isNull();
		assertThat(release.figures()).isEmpty();
		assertThat(release.counted()).isEmpty();
	}

	/** Also for somebody who knows how many people there were. */
	@Property
	void eachPersonMayHaveGivenAtLeastThreeDifferentAnswers(
			@ForAll @Size(min = 5, max = 12) List<@IntRange(min = 1, max = 5) Integer> answers) {
		double mean = release(answers).figures().getFirst().mean();
		int people = answers.size();
		List<Integer> possible = IntStream.rangeClosed(1, 5)
			.filter((one) -> IntStream.rangeClosed(people - 1, 5 * (people - 1))
				.anyMatch((others) -> meanOf(one + others, people) == mean))
			.boxed()
			.toList();
		assertThat(possible).hasSizeGreaterThanOrEqualTo(3);
	}

	@Example
	void whenEverybodySaysTheSameExtremeOnlyThatItIsExtremeIsSaid() {
		assertThat(release(Collections.nCopies(5, 5)).figures()).isEqualTo(release(List.of(5, 5, 5, 4, 4)).figures())
			.extracting(Figure::mean)
			.containsOnly(4.5);
		assertThat(release(Collections.nCopies(7, 1)).figures()).extracting(Figure::mean).containsOnly(1.5);
	}

	@Example
	void aMeanThatStandsForEverythingBeyondItSaysSo() {
		assertThat(beyond(Collections.nCopies(5, 5))).isEqualTo(Beyond.more);
		assertThat(beyond(List.of(4, 4, 5, 5, 4))).as("4.4").isNull();
		assertThat(beyond(List.of(4, 5, 4, 5, 4, 5))).as("4.5, which says the same as for any more")
			.isEqualTo(Beyond.more);
		assertThat(beyond(Collections.nCopies(9, 1))).isEqualTo(Beyond.less);
		assertThat(beyond(Collections.nCopies(20, 5))).isEqualTo(Beyond.more);
		assertThat(release(Collections.nCopies(50, 5)).figures().getFirst()).as("the end itself")
			.isEqualTo(new Figure("fit", 5.0, null));
	}

	@Example
	void theQuartersOfTheCalendarFollowEachOther() {
		assertThat(Stream.iterate(Quarter.of(Instant.parse("2026-09-30T23:59:59.999Z")), Quarter::next).limit(3))
			.extracting(Quarter::toString)
			.containsExactly("2026-Q3", "2026-Q4", "2027-Q1");
		assertThat(QUARTER.isOver(Instant.parse("2026-06-30T23:59:59.999Z"))).isFalse();
		assertThat(QUARTER.isOver(Instant.parse("2026-07-01T00:00:00Z"))).isTrue();
	}

	private static Beyond beyond(List<Integer> answers) {
		return release(answers).figures().getFirst().beyond();
	}

	private static double meanOf(int sum, int people) {
		List<Integer> answers = IntStream.range(0, people)
			.mapToObj((i) -> sum / people + ((i < sum % people) ? 1 : 0))
			.toList();
		return release(answers).figures().getFirst().mean();
	}

	private static Release release(List<Integer> answers) {
		return Release.of(Side.MENTEE, QUARTER,
				IntStream.range(0, answers.size())
					.mapToObj((i) -> new Counted("token " + i, Collections.nCopies(3, answers.get(i))))
					.toList());
	}

}
