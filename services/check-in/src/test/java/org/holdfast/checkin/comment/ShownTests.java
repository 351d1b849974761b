package org.holdfast.checkin.comment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ShownTests {

	private static final Function<Comment, Optional<String>> WORDS = (comment) -> Optional
		.of("words of " + comment.id());

	@Test
	void tenAnswersAreEnoughAndNineAreNot() {
		assertThat(Shown.of(10, 10, promised(10), WORDS).texts()).hasSize(1);
		assertThat(Shown.of(9, 10, promised(10), WORDS)).isEqualTo(new Shown(null, List.of(), Shown.Reason.TOO_FEW));
		assertThat(Shown.of(9, 10, List.of(), WORDS).reason()).isEqualTo(Shown.Reason.TOO_FEW);
		// whatever anybody sets
		assertThat(Shown.of(9, 1, promised(10), WORDS).reason()).isEqualTo(Shown.Reason.TOO_FEW);
		assertThatIllegalArgumentException().isThrownBy(() -> promised(9));
	}

	@Test
	void aRaisedSettingHidesAndALoweredOneShowsNothingThatWasPromisedMore() {
		assertThat(Shown.of(14, 15, promised(10), WORDS).reason()).isEqualTo(Shown.Reason.TOO_FEW);
		assertThat(Shown.of(14, 10, promised(10, 15, 10), WORDS).texts()).isEmpty();
		assertThat(Shown.of(15, 10, promised(10, 15, 10), WORDS).texts()).hasSize(3);
	}

	@Test
	void oneWhoseWordsAreGoneTakesTheWholeGroupDown() {
		assertThat(Shown.of(12, 10, promised(10, 10, 10),
				(comment) -> comment.id().equals("c-1") ? Optional.empty() : WORDS.apply(comment)))
			.isEqualTo(new Shown("10-19", List.of(), Shown.Reason.TAKEN_DOWN));
	}

	@Test
	void theyAreReadInTheirRandomOrderHoweverTheyAreStored() {
		List<Comment> comments = promised(10, 10, 10);
		List<String> order = List.of("words of c-2", "words of c-1", "words of c-0");
		assertThat(Shown.of(12, 10, comments, WORDS).texts()).isEqualTo(order);
		assertThat(Shown.of(12, 10, comments.reversed(), WORDS).texts()).isEqualTo(order);
	}

	@Test
	void theNumberOfPeopleIsABand() {
		assertThat(List.of(10, 19, 20, 49, 50, 120))
			.extracting((answers) -> Shown.of(answers, 10, List.of(), WORDS).people())
			.containsExactly("10-19", "10-19", "20-49", "20-49", "50-99", "100-199");
	}

	private static List<Comment> promised(int... minimumGroups) {
		return IntStream.range(0, minimumGroups.length)
			.mapToObj((at) -> new Comment("c-" + at, "2026-W21", "A", "p-" + at, null, minimumGroups[at], -at))
			.toList();
	}

}
