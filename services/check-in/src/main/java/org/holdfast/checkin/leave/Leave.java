package org.holdfast.checkin.leave;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.holdfast.defaults.problem.Refusal;

/**
 * When a person is away, without any reason why.
 *
 * @param id the staff id
 * @param times in order, none touching another
 */
record Leave(String id, List<Interval> times) {

	static final int MOST = 50;

	Leave {
		times = times.stream().sorted(Comparator.comparing(Interval::from)).toList();
		for (int i = 0; i < times.size(); i++) {
			if (!times.get(i).from().isBefore(times.get(i).until())) {
				throw Refusal.invalid("leave-without-time", "A leave must end after it begins.");
			}
			if (i > 0 && times.get(i).from().isBefore(times.get(i - 1).until())) {
				throw Refusal.invalid("leaves-overlap", "Two leaves of one person overlap; make them one.");
			}
		}
	}

	/** Whether no moment of this time is outside leave. */
	boolean coversAll(Instant from, Instant until) {
		Instant uncovered = from;
		for (Interval time : this.times) {
			if (!time.from().isAfter(uncovered) && time.until().isAfter(uncovered)) {
				uncovered = time.until();
			}
		}
		return !uncovered.isBefore(until);
	}

	/**
	 * One time away.
	 *
	 * @param from the first instant away
	 * @param until the first instant back
	 */
	record Interval(Instant from, Instant until) {

	}

}
