package org.holdfast.checkin.programme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.holdfast.checkin.notice.Notices;
import org.holdfast.checkin.pulse.Cycle;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;

/**
 * How often one person was reminded of one cycle. It names nobody, and what is told has
 * an id by chance: one made from the response would tie the name in the notification to
 * the pseudonym in {@code check-in.recorded}.
 *
 * @param id that their response would have
 * @param cycleId the cycle
 * @param notice by chance, what the ids of the notifications begin with
 * @param sent how often
 */
record Reminder(String id, String cycleId, String notice, int sent) {

	static final String SUBJECT = "check-in-waiting";

	private static final String TOPIC = "notification.requested";

	static Change<Reminder> sent(Optional<Reminder> present, String id, Cycle cycle, String staffId, int times,
			Instant now) {
		if (present.isPresent() && present.get().sent >= times) {
			return Change.none();
		}
		String notice = present.map(Reminder::notice).orElseGet(() -> UUID.randomUUID().toString());
		return Change.to(new Reminder(id, cycle.id(), notice, times),
				new Notices(times - 1, List.of()).and(notice, staffId).requested(SUBJECT, cycle.id(), false, now));
	}

	/** Takes back whatever was told. */
	List<Event> takenBack() {
		return IntStream.rangeClosed(1, this.sent)
			.mapToObj((times) -> Event.tombstone(TOPIC, this.notice + "-" + times))
			.toList();
	}

}
