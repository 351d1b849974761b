package org.holdfast.checkin.support;

import java.time.LocalDate;
import java.util.Optional;

import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;

/**
 * Whether the person behind a pseudonym is supported by a mentor, as it was last told.
 *
 * @param id the pseudonym
 * @param active whether they are
 * @param since the day on which that was told, in UTC
 */
record Support(String id, boolean active, String since) {

	static final String TOPIC = "check-in.support";

	/** Nothing where that was told already. */
	static Change<Support> told(Optional<Support> present, String pseudonym, boolean active, LocalDate today) {
		if (present.map(Support::active).orElse(false) == active) {
			return Change.none();
		}
		Support next = new Support(pseudonym, active, today.toString());
		return Change.to(next, Event.of(TOPIC, pseudonym,
				new SupportChanged(pseudonym, "mentoring", active ? "started" : "ended", today.toString())));
	}

	/**
	 * What {@code check-in.support} tells.
	 *
	 * @param pseudonym of the person
	 * @param kind {@code mentoring}
	 * @param state {@code started} or {@code ended}
	 * @param since the day on which it was told, together with those of enough others
	 */
	record SupportChanged(String pseudonym, String kind, String state, String since) {

	}

}
