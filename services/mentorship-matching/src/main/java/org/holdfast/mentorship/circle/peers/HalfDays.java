package org.holdfast.mentorship.circle.peers;

import java.time.DayOfWeek;
import java.util.List;

/**
 * The half days on which people can say that they meet.
 */
public final class HalfDays {

	/** In the order of the week. */
	public static final List<String> WEEK = List.of("mon-am", "mon-pm", "tue-am", "tue-pm", "wed-am", "wed-pm",
			"thu-am", "thu-pm", "fri-am", "fri-pm");

	private HalfDays() {
	}

	/**
	 * The day that a half day is part of.
	 * @throws IllegalArgumentException if it is none of the week's
	 */
	public static DayOfWeek day(String halfDay) {
		int at = WEEK.indexOf(halfDay);
		if (at < 0) {
			throw new IllegalArgumentException(halfDay + " is none of " + WEEK);
		}
		return DayOfWeek.of(1 + at / 2);
	}

}
