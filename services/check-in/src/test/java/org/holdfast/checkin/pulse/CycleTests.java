package org.holdfast.checkin.pulse;

import java.time.Duration;
import java.util.List;

import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.problem.Refusal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CycleTests {

	@Test
	void aCycleOpensOnceAndClosesOnce() {
		Cycle planned = Weeks.planned();
		assertThat(planned.closed(Weeks.PULSE, List.of())).isEqualTo(Change.none());
		Cycle open = Weeks.next(planned.opened(Weeks.PULSE).next());
		assertThat(open.opened(Weeks.PULSE)).isEqualTo(Change.none());
		Cycle closed = Weeks.next(open.closed(Weeks.PULSE, List.of(new Turnout("U-07", null, 9, 7, 8, 0))).next());
		assertThat(closed.state()).isEqualTo(Cycle.State.CLOSED);
		assertThat(closed.closed(Weeks.PULSE, List.of())).isEqualTo(Change.none());
		assertThat(closed.opened(Weeks.PULSE)).isEqualTo(Change.none());
	}

	@Test
	void openingIsToldWithoutAnyCount() {
		assertThat(Weeks.planned().opened(Weeks.PULSE).events()).singleElement().satisfies((event) -> {
			assertThat(event.key()).isEqualTo("2026-W21");
			assertThat(event.value()).isEqualTo(CycleChanged.of(Weeks.open(), "opened", Weeks.PULSE, List.of()));
		});
	}

	@Test
	void onlyAnOpenCycleBeforeItsCloseTakesTimelyAnswers() {
		assertThat(Weeks.planned().takesTimelyAnswers(Weeks.WEDNESDAY)).isFalse();
		assertThat(Weeks.open().takesTimelyAnswers(Weeks.WEDNESDAY)).isTrue();
		assertThat(Weeks.open().takesTimelyAnswers(Weeks.CLOSES)).isFalse();
		assertThat(Weeks.closed().takesTimelyAnswers(Weeks.WEDNESDAY)).isFalse();
	}

	@Test
	void cyclesThatTouchDoNotOverlap() {
		Cycle week = Weeks.planned();
		Cycle next = Cycle.planned("2026-W22", Weeks.PULSE, Weeks.CLOSES, Weeks.CLOSES.plus(Duration.ofDays(7)));
		Cycle inside = Cycle.planned("inside", Weeks.PULSE, Weeks.WEDNESDAY, Weeks.WEDNESDAY.plusSeconds(1));
		assertThat(week.overlaps(next) || next.overlaps(week)).isFalse();
		assertThat(week.overlaps(inside) && inside.overlaps(week)).isTrue();
	}

	@Test
	void aCycleThatClosesBeforeItOpensIsRefused() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> Cycle.planned("x", Weeks.PULSE, Weeks.OPENS, Weeks.OPENS));
	}

}
