package org.holdfast.mentorship.circle;

import java.time.LocalDate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.holdfast.mentorship.circle.peers.HalfDays;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTests {

	private static final LocalDate BEGINNING = LocalDate.of(2026, 5, 18);

	@Property
	void theNextMeetingIsTheFirstThatIsNotPast(@ForAll @IntRange(max = 9) int halfDay,
			@ForAll @IntRange(max = 1000) int days) {
		Plan plan = Plan.beginning(HalfDays.WEEK.get(halfDay), BEGINNING);
		LocalDate today = BEGINNING.plusDays(days);
		int next = plan.next(today);
		assertThat(plan.date(next)).isAfterOrEqualTo(today);
		assertThat(plan.date(next).getDayOfWeek()).isEqualTo(HalfDays.day(plan.halfDay()));
		assertThat(next == 0 || plan.date(next - 1).isBefore(today)).isTrue();
		assertThat(plan.date(0)).isBetween(BEGINNING.plusDays(7), BEGINNING.plusDays(13));
	}

	@Property
	void anotherPlanGoesOnCounting(@ForAll @IntRange(max = 1000) int days, @ForAll @IntRange(max = 100) int until,
			@ForAll @IntRange(max = 100) int later, @ForAll @IntRange(min = 1, max = 8) int weeks) {
		Plan plan = Plan.beginning("tue-pm", BEGINNING);
		LocalDate today = BEGINNING.plusDays(days);
		Plan changed = plan.changed("tue-pm", 7 * weeks, today.plusDays(until), today);
		assertThat(changed.next(today)).isEqualTo(plan.next(today));
		assertThat(changed.date(changed.next(today))).isEqualTo(today.plusDays(until));
		assertThat(changed.next(today.plusDays(later))).isGreaterThanOrEqualTo(plan.next(today));
	}

}
