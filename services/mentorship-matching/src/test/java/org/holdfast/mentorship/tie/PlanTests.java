package org.holdfast.mentorship.tie;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.holdfast.mentorship.calendar.Repetition;
import org.holdfast.mentorship.tie.Plan.Meeting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When events take place. */
class PlanTests {

	private static final Instant OCTOBER = Instant.parse("2026-10-20T14:00:00Z");

	private static final Duration HOUR = Duration.ofHours(1);

	@Property
	void theNextMeetingIsTheFirstThatIsNotOver(@ForAll @IntRange(min = 1, max = 40) int everyDays,
			@ForAll @IntRange(min = 2, max = 100) int times,
			@ForAll @IntRange(min = -100, max = 100_000) int hoursLater) {
		Plan plan = plan(new Repetition(everyDays, times, ZoneId.of("Europe/Berlin")));
		Instant now = OCTOBER.plus(Duration.ofHours(hoursLater));
		Meeting next = plan.next(now);
		List<Instant> starts = IntStream.range(0, times)
			.mapToObj((n) -> plan.repetition().after(OCTOBER, n))
			.filter((start) -> start.plus(HOUR).isAfter(now))
			.toList();
		assertThat(next.startsAt()).isEqualTo(starts.isEmpty() ? plan.last().startsAt() : starts.getFirst());
		assertThat(next.number()).isEqualTo(times - Math.max(starts.size(), 1) + 1);
		assertThat(plan.isOver(now)).isEqualTo(starts.isEmpty());
	}

	@Test
	void whatIsOnceIsItsOnlyMeeting() {
		Meeting only = new Meeting(1, OCTOBER, OCTOBER.plus(HOUR));
		assertThat(plan(null).next(OCTOBER.minus(HOUR))).isEqualTo(only);
		assertThat(plan(null).next(OCTOBER.plus(HOUR))).isEqualTo(only);
		assertThat(plan(null).isOver(OCTOBER.plus(HOUR))).isTrue();
	}

	@Test
	void aMeetingTakesAsLongAsTheFirstAlsoWhereTheClocksAreChanged() {
		Plan nights = new Plan("Night shift", OCTOBER, OCTOBER.plus(HOUR.multipliedBy(12)), "Room 2", "self-care", 9,
				new Repetition(5, 2, ZoneId.of("Europe/Berlin")));
		assertThat(nights.last())
			.isEqualTo(new Meeting(2, Instant.parse("2026-10-25T15:00:00Z"), Instant.parse("2026-10-26T03:00:00Z")));
	}

	private static Plan plan(@Nullable Repetition repetition) {
		return new Plan("Court work at noon", OCTOBER, OCTOBER.plus(HOUR), "Room 2", "court-work", 9, repetition);
	}

}
