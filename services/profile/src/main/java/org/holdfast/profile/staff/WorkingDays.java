package org.holdfast.profile.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.profile.ProfileSettings;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes people active on their first day and inactive after their last, without waiting
 * for the next import.
 */
@Component
@Lazy(false)
class WorkingDays {

	private final Staff staff;

	private final ProfileSettings settings;

	private final Clock clock;

	WorkingDays(Staff staff, ProfileSettings settings, Clock clock) {
		this.staff = staff;
		this.settings = settings;
		this.clock = clock;
	}

	// at start as well: nobody may have been up at midnight
	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
	@EventListener(ClockMoved.class)
	void turn() {
		LocalDate today = this.settings.today(this.clock);
		this.staff.all()
			.stream()
			.filter((member) -> member.active() != member.file().worksOn(today))
			.forEach((member) -> this.staff.change(member.id(), (present) -> present.orElse(member).on(today)));
	}

}
