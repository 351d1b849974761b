package org.holdfast.burnout.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How answers go into a person's chart, and when that person is told. */
class PersonalChartTests {

	private static final PersonalChart.Rules RULES = new PersonalChart.Rules((scale, time) -> Prior.FIRST_DAY,
			Limits.personal(520), "about one in 10 years of weekly answers");

	private static final Predicate<String> NONE_DONE = (cycle) -> false;

	private static final double[] CALM_THEN_TROUBLE = { 40, 45, 35, 40, 45, 40, 80, 85, 90, 85, 90, 85, 40, 35, 40, 40,
			45, 35, 40, 40, 45 };

	private static final double[] CALM = { 40, 45, 35, 40, 45, 40, 35, 40, 45, 40, 40, 45 };

	private final List<Event> told = new ArrayList<>();

	private PersonalChart chart = PersonalChart.of("p", "strain");

	@Test
	void anEpisodeIsToldOnceWhenItBeginsAndOnceWhenItIsOver() {
		take(answers(CALM_THEN_TROUBLE), NONE_DONE);
		assertThat(this.told).hasSize(2);
		Warned raised = (Warned) this.told.getFirst().value();
		assertThat(this.told.getFirst().key()).isEqualTo("p:strain");
		assertThat(raised).isNotNull();
		assertThat(raised.state()).isEqualTo(Warned.State.RAISED);
		assertThat(raised.evidence().latest()).isGreaterThanOrEqualTo(80);
		assertThat(raised.evidence().usual()).isBetween(35.0, 60.0);
		assertThat(raised.evidence().earlierAnswers()).isBetween(6, 9);
		assertThat(raised.cycleId()).isEqualTo("W" + raised.evidence().earlierAnswers());
		assertThat(((Warned) this.told.getLast().value()).state()).isEqualTo(Warned.State.OVER);
		assertThat(this.chart.warned()).isFalse();
	}

	@Test
	void duplicatesAndOlderVersionsChangeNothing() {
		List<Answered> answers = answers(CALM_THEN_TROUBLE).subList(0, 9);
		take(answers, NONE_DONE);
		PersonalChart once = this.chart;
		int events = this.told.size();
		take(answers, NONE_DONE);
		take(answers.reversed(), NONE_DONE);
		assertThat(this.chart).isEqualTo(once);
		assertThat(this.told).hasSize(events);
	}

	@Test
	void aChangedAnswerTakesThePlaceOfWhatItWas() {
		take(answers(CALM), NONE_DONE);
		PersonalChart without = this.chart;
		take(List.of(answer(12, 100, 1)), NONE_DONE);
		assertThat(this.chart.warned()).isTrue();
		take(List.of(answer(12, 40, 2)), NONE_DONE);
		assertThat(this.chart.warned()).as("the slip of the finger is gone").isFalse();
		assertThat(this.told).hasSize(2);
		PersonalChart changed = this.chart;
		this.chart = without;
		take(List.of(answer(12, 40, 2)), NONE_DONE);
		assertThat(this.chart).isEqualTo(changed);
	}

	@Test
	void anAnswerChangedIntoNoScoreIsNoAnswer() {
		take(answers(CALM), NONE_DONE);
		PersonalChart without = this.chart;
		take(List.of(answer(12, 100, 1)), NONE_DONE);
		apply(this.chart.drop("r12", NONE_DONE, RULES));
		assertThat(this.chart).isEqualTo(without);
		assertThat(this.told).hasSize(2);
	}

	@Test
	void whatBelongsToADoneCycleIsTooLate() {
		take(answers(40, 45, 35), NONE_DONE);
		PersonalChart before = this.chart;
		take(List.of(answer(3, 100, 1)), "W3"::equals);
		assertThat(this.chart).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6 })
	void whenCyclesAreDoneAndInWhichOrderAnswersComeMakesNoDifference(int seed) {
		List<Answered> answers = answers(CALM_THEN_TROUBLE);
		take(answers, NONE_DONE);
		Standing whole = this.chart.settled((cycle) -> true, RULES).orElseThrow();
		this.chart = PersonalChart.of("p", "strain");
		Random random = new Random(seed);
		int done = 0;
		while (done < answers.size()) {
			int next = Math.min(answers.size(), done + 1 + random.nextInt(4));
			List<Answered> some = new ArrayList<>(answers.subList(done, next));
			Collections.shuffle(some, random);
			int before = done;
			take(some, (cycle) -> Integer.parseInt(cycle.substring(1)) < before);
			done = next;
		}
		assertThat(this.chart.open()).hasSizeLessThan(answers.size());
		assertThat(this.chart.settled((cycle) -> true, RULES)).contains(whole);
	}

	@Test
	void itHoldsNoMoreThanItsOpenAnswersHoweverLongTheHistory() {
		int[] week = { 0 };
		for (; week[0] < 3000; week[0]++) {
			take(List.of(answer(week[0], 40 + week[0] % 3 * 5, 1)),
					(cycle) -> Integer.parseInt(cycle.substring(1)) < week[0]);
		}
		assertThat(this.chart.open()).hasSize(1);
		assertThat(this.chart.base()).isNotNull();
	}

	@Test
	void aSurpriseIsThatOfTheAnswerItselfAlsoWhileLaterOnesAreOpen() {
		take(answers(40, 45, 35, 90), NONE_DONE);
		take(List.of(answer(4, 40, 1)), Set.of("W0", "W1")::contains);
		assertThat(this.chart.open()).hasSize(3);
		double expected = 0;
		Standing standing = Standing.begin(Prior.FIRST_DAY);
		for (Answered answer : answers(40, 45, 35, 90)) {
			standing = standing.observe(answer, RULES.limit());
			expected = standing.chart().q();
		}
		assertThat(this.chart.after("r3", RULES).orElseThrow().chart().q()).isEqualTo(expected);
		assertThat(this.chart.after("r9", RULES)).isEmpty();
	}

	private void take(List<Answered> answers, Predicate<String> done) {
		answers.forEach((answer) -> apply(this.chart.take(answer, done, RULES)));
	}

	private void apply(Change<PersonalChart> change) {
		this.told.addAll(change.events());
		PersonalChart next = change.next();
		assertThat(next).isNotNull();
		this.chart = next;
	}

	private static List<Answered> answers(double... scores) {
		List<Answered> answers = new ArrayList<>();
		for (int week = 0; week < scores.length; week++) {
			answers.add(answer(week, scores[week], 1));
		}
		return answers;
	}

	private static Answered answer(int week, double score, long revision) {
		return new Answered("r" + week, revision, "W" + week, score,
				Population.week(week).plus(Duration.ofMinutes(revision)));
	}

}
