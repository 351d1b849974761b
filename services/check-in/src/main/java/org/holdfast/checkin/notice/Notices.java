package org.holdfast.checkin.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.holdfast.defaults.outbox.Event;

/**
 * Whom an aggregate had told something, so that it can take it back.
 *
 * @param count how many there were in all
 * @param told those that are still on the topic
 */
public record Notices(int count, List<Told> told) {

	public Notices {
		told = List.copyOf(told);
	}

	public static Notices none() {
		return new Notices(0, List.of());
	}

	/** One more, of the thing with the id. */
	public Notices and(String about, String staffId) {
		List<Told> more = new ArrayList<>(this.told);
		more.add(new Told(about + "-" + (this.count + 1), staffId));
		return new Notices(this.count + 1, more);
	}

	/**
	 * The event of the last one.
	 * @param subject of which kind it is
	 * @param about id of the thing
	 * @param urgent whether it should not wait for the end of quiet hours
	 */
	public Event requested(String subject, String about, boolean urgent, Instant now) {
		Told last = this.told.getLast();
		return Event.of(NotificationRequested.TOPIC, last.id(),
				new NotificationRequested(last.id(), last.staffId(), subject, about, urgent, now));
	}

	/** The tombstones of all that were told so far. */
	public List<Event> retracted() {
		return retracted((told) -> true);
	}

	/** The tombstones of what a person was told. */
	public List<Event> retracted(String staffId) {
		return retracted((told) -> told.staffId().equals(staffId));
	}

	public Notices forgotten() {
		return new Notices(this.count, List.of());
	}

	public Notices without(String staffId) {
		return new Notices(this.count, this.told.stream().filter((each) -> !each.staffId().equals(staffId)).toList());
	}

	private List<Event> retracted(Predicate<Told> which) {
		return this.told.stream()
			.filter(which)
			.map((each) -> Event.tombstone(NotificationRequested.TOPIC, each.id()))
			.toList();
	}

	/**
	 * A person who was told.
	 *
	 * @param id of the notification
	 * @param staffId the person
	 */
	public record Told(String id, String staffId) {

	}

}
