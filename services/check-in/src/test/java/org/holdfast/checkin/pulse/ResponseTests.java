package org.holdfast.checkin.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResponseTests {

	private static final Duration MILLISECOND = Duration.ofMillis(1);

	private final Response first = Weeks.answered(Weeks.PERSON, "U-07", Weeks.fortyFive());

	@Test
	void aFirstAnswerIsScoredStampedAndTimely() {
		assertThat(this.first.score("strain")).isEqualTo(45.0);
		assertThat(this.first.answeredAt()).isEqualTo(Weeks.WEDNESDAY);
		assertThat(this.first.late()).isFalse();
		assertThat(this.first.revision()).isEqualTo(1);
		assertThat(this.first.rules()).isEqualTo(new Response.Rules(5));
	}

	@Test
	void theSameAnswersAgainChangeNothingWheneverTheyCome() {
		for (Cycle cycle : new Cycle[] { Weeks.open(), Weeks.closed() }) {
			assertThat(answered(this.first, Weeks.fortyFive(), cycle, Weeks.CLOSES.plus(Duration.ofDays(100))))
				.isEqualTo(Change.none());
		}
	}

	@Test
	void aChangedAnswerIsTheSameResponseWithTheNextRevision() {
		Response changed = Weeks.changed(this.first, Weeks.all("sometimes"));
		assertThat(changed.id()).isEqualTo(this.first.id());
		assertThat(changed.revision()).isEqualTo(2);
		assertThat(changed.score("strain")).isEqualTo(50.0);
	}

	@Test
	void whoMovesToAnotherUnitKeepsTheUnitOfTheFirstAnswer() {
		Change<Response> change = Response.answered(Optional.of(this.first),
				Weeks.given(Weeks.PERSON, "U-09", Weeks.all("never")), Weeks.open(), Weeks.WEDNESDAY, Weeks.LATE);
		assertThat(Weeks.next(change.next()).unitId()).isEqualTo("U-07");
		assertThat(change.events()).singleElement()
			.satisfies((event) -> assertThat(event.partitionKey()).isEqualTo("U-07"));
	}

	@Test
	void rulesAreRaisedButNeverLowered() {
		Response raised = answeredUnderRule(this.first, 8, "always");
		assertThat(raised.rules().minimumGroup()).isEqualTo(8);
		assertThat(answeredUnderRule(raised, 5, "never").rules().minimumGroup()).isEqualTo(8);
	}

	@Test
	void tooFewAnswersHaveNoScoreAndItIsPublishedAsNull() {
		Response unscored = Weeks.changed(this.first, Map.of("energy", "always", "workload", "always"));
		assertThat(unscored.scores()).containsEntry("strain", null);
	}

	@Test
	void anAnswerIsLateFromTheVeryInstantOfTheClose() {
		assertThat(late(Weeks.open(), Weeks.CLOSES.minus(MILLISECOND))).isFalse();
		assertThat(late(Weeks.open(), Weeks.CLOSES)).isTrue();
		assertThat(late(Weeks.closed(), Weeks.CLOSES)).isTrue();
	}

	@Test
	void anAnswerToAClosedCycleIsLateEvenIfTheClockWasSetBack() {
		assertThat(late(Weeks.closed(), Weeks.WEDNESDAY)).isTrue();
	}

	@Test
	void aLateAnswerCanBeChangedAndLateAnswersEndAfterAWeek() {
		Response late = Weeks.next(answered(null, Weeks.fortyFive(), Weeks.closed(), Weeks.CLOSES).next());
		Change<Response> changed = answered(late, Weeks.all("never"), Weeks.closed(), Weeks.CLOSES.plus(Weeks.LATE));
		assertThat(Weeks.next(changed.next()).late()).isTrue();
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> answered(null, Weeks.fortyFive(), Weeks.closed(),
					Weeks.CLOSES.plus(Weeks.LATE).plus(MILLISECOND)))
			.satisfies((refusal) -> assertThat(refusal.slug()).isEqualTo("cycle-closed"))
			.withMessageContaining("took late answers until 2026-05-31T18:00:00Z");
	}

	@Test
	void whatCountsIsNotChangedAfterTheClose() {
		for (Cycle cycle : new Cycle[] { Weeks.open(), Weeks.closed() }) {
			assertThatExceptionOfType(Refusal.class)
				.isThrownBy(() -> answered(this.first, Weeks.all("never"), cycle, Weeks.CLOSES))
				.satisfies((refusal) -> assertThat(refusal.slug()).isEqualTo("answer-counted"));
		}
	}

	@Test
	void aCycleThatIsNotOpenYetTakesNoAnswer() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> answered(null, Weeks.fortyFive(), Weeks.planned(), Weeks.OPENS))
			.satisfies((refusal) -> assertThat(refusal.slug()).isEqualTo("cycle-not-open"));
	}

	@Test
	void aPersonHasOneIdPerCycle() {
		assertThat(Response.id("2026-W21", Weeks.PERSON)).isEqualTo(this.first.id())
			.isNotEqualTo(Response.id("2026-W22", Weeks.PERSON))
			.isNotEqualTo(Response.id("2026-W21", "another"));
	}

	private static boolean late(Cycle cycle, Instant now) {
		return Weeks.next(answered(null, Weeks.fortyFive(), cycle, now).next()).late();
	}

	private static Change<Response> answered(@Nullable Response before, Map<String, String> answers, Cycle cycle,
			Instant now) {
		return Response.answered(Optional.ofNullable(before), Weeks.given(Weeks.PERSON, "U-07", answers), cycle, now,
				Weeks.LATE);
	}

	private static Response answeredUnderRule(Response before, int minimumGroup, String option) {
		return Weeks.next(
				Response
					.answered(Optional.of(before),
							new Response.Given(Weeks.PERSON, "U-07", Weeks.PULSE, Weeks.all(option),
									java.util.List.of(), minimumGroup),
							Weeks.open(), Weeks.WEDNESDAY, Weeks.LATE)
					.next());
	}

}
