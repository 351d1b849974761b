package org.holdfast.checkin.programme;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When people are left alone.
 *
 * @param zone where they live
 * @param from in the evening
 * @param until in the morning
 * @param days whole days
 */
record QuietHours(ZoneId zone, LocalTime from, LocalTime until, Set<DayOfWeek> days) {

	QuietHours {
		days = Set.copyOf(days);
		if (!until.isBefore(from)) {
			throw new IllegalArgumentException("quiet hours begin in the evening and end in the morning");
		}
		if (days.size() == DayOfWeek.values().length) {
			throw new IllegalArgumentException("not every day can be quiet");
		}
	}

	boolean isQuiet(Instant moment) {
		return isQuiet(moment.atZone(this.zone));
	}

	/** The first moment, from this one on, that is not quiet. */
	Instant next(Instant moment) {
		ZonedDateTime next = moment.atZone(this.zone);
		while (isQuiet(next)) {
			boolean early = next.toLocalTime().isBefore(this.until);
			next = next.toLocalDate().plusDays(early ? 0 : 1).atTime(this.until).atZone(this.zone);
			if (early && isQuiet(next)) {
				next = next.toLocalDate().plusDays(1).atTime(this.until).atZone(this.zone);
			}
		}
		return next.toInstant();
	}

	private boolean isQuiet(ZonedDateTime moment) {
		LocalTime time = moment.toLocalTime();
		return this.days.contains(moment.getDayOfWeek()) || time.isBefore(this.until) || !time.isBefore(this.from);
	}

}
