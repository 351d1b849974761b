package org.holdfast.mentorship.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Event;

/**
 * Something that a person should hear of as long as it is not over. An aggregate says
 * what there is to hear in its present state, and keeps the ids of what it asked for, so
 * that the difference is all there is to tell.
 *
 * @param id the same however often it is told
 * @param staffId who should hear of it
 * @param subject of which kind it is, such as {@code match-proposed}
 * @param about id of the thing, which only who may see it can open
 */
public record Notice(String id, String staffId, String subject, String about) {

	/** One of a kind, of one thing for one person. */
	public static Notice of(String about, String staffId, String subject) {
		return new Notice("%s:%s:%s".formatted(about, staffId, subject), staffId, subject, about);
	}

	/**
	 * The events that turn what was told before into what there is to hear now.
	 * @param told ids of what is still on the topic
	 * @param wanted what there is to hear
	 */
	public static List<Event> changes(Set<String> told, Collection<Notice> wanted, Instant now) {
		Set<String> kept = ids(wanted);
		return Stream
			.concat(told.stream()
				.filter((id) -> !kept.contains(id))
				.sorted()
				.map((id) -> Event.tombstone(NotificationRequested.TOPIC, id)),
					wanted.stream().filter((notice) -> !told.contains(notice.id())).map((notice) -> notice.event(now)))
			.toList();
	}

	public static Set<String> ids(Collection<Notice> notices) {
		return notices.stream().map(Notice::id).collect(Collectors.toSet());
	}

	private Event event(Instant now) {
		return Event.of(NotificationRequested.TOPIC, this.id,
				new NotificationRequested(this.id, this.staffId, this.subject, this.about, false, now));
	}

}
