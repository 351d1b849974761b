package org.holdfast.mentorship.circle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

import org.holdfast.mentorship.circle.peers.HalfDays;

/**
 * When a circle meets. Meetings are numbered from 0 and go on counting when the plan is
 * changed.
 *
 * @param halfDay on which
 * @param rhythmDays from one meeting to the next
 * @param first the first meeting by this plan
 * @param number the number of that meeting
 */
record Plan(String halfDay, int rhythmDays, LocalDate first, int number) {

	private static final int USUAL_RHYTHM = 14;

	/** So many days at least from the beginning to the first meeting. */
	private static final int NOTICE = 7;

	/** The plan of a circle that begins today. */
	static Plan beginning(String halfDay, LocalDate today) {
		return new Plan(halfDay, USUAL_RHYTHM,
				today.plusDays(NOTICE).with(TemporalAdjusters.nextOrSame(HalfDays.day(halfDay))), 0);
	}

	/** The number of the next meeting, which may be today. */
	int next(LocalDate today) {
		return this.number + Math
			.toIntExact(Math.ceilDiv(Math.max(0, ChronoUnit.DAYS.between(this.first, today)), this.rhythmDays));
	}

	LocalDate date(int meeting) {
		return this.first.plusDays((long) (meeting - this.number) * this.rhythmDays);
	}

	/**
	 * Another plan from the next meeting on.
	 * @param nextOn the day of that meeting
	 */
	Plan changed(String halfDay, int rhythmDays, LocalDate nextOn, LocalDate today) {
		return new Plan(halfDay, rhythmDays, nextOn, next(today));
	}

}
