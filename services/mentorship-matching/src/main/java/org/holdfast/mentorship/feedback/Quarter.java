package org.holdfast.mentorship.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/**
 * A quarter of a calendar year, in UTC.
 */
record Quarter(int year, int number) implements Comparable<Quarter> {

	private static final int IN_A_YEAR = 4;

	static Quarter of(Instant instant) {
		LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
		return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
	}

	Quarter next() {
		return (this.number == IN_A_YEAR) ? new Quarter(this.year + 1, 1) : new Quarter(this.year, this.number + 1);
	}

	boolean isOver(Instant now) {
		return compareTo(of(now)) < 0;
	}

	@Override
	public int compareTo(Quarter other) {
		return Integer.compare(this.year * IN_A_YEAR + this.number, other.year * IN_A_YEAR + other.number);
	}

	/** Such as 2026-Q2. */
	@Override
	public String toString() {
		return this.year + "-Q" + this.number;
	}

}
