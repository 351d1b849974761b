package org.holdfast.profile.notification;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * What people should hear of, as other services asked for it and have not taken it back.
 */
@Component
public class Notifications {

	private static final String COLLECTION = "notifications";

	private static final String SEEN = "notifications-seen";

	private static final Comparator<Notification> NEWEST_FIRST = Comparator.comparing(Notification::requestedAt)
		.thenComparing(Notification::id)
		.reversed();

	private final Rows<Notification> rows;

	private final MongoOperations mongo;

	Notifications(EventReader reader, MongoOperations mongo) {
		this.rows = reader.rows(Notification.class, COLLECTION);
		this.mongo = mongo;
		mongo.indexOps(COLLECTION).createIndex(new Index("staffId", Sort.Direction.ASC).named("staff"));
	}

	/**
	 * Takes what a service asks for.
	 * @param event a request, or the tombstone of one whose matter is over
	 */
	public void on(Received<NotificationRequested> event) {
		NotificationRequested requested = event.value();
		if (requested == null) {
			this.rows.remove(event.key(), event.seq());
			this.mongo.remove(Query.query(Criteria.where("_id").is(event.key())), SEEN);
			return;
		}
		if (!requested.notificationId().equals(event.key())) {
			throw new IllegalArgumentException("the key is not the notificationId");
		}
		this.rows.put(event.key(), event.seq(), new Notification(requested.notificationId(), requested.staffId(),
				requested.subject(), requested.about(), requested.urgent(), requested.requestedAt()));
	}

	/** Returns a person's own, the newest first. */
	List<Notification> of(String staffId) {
		return this.rows.find(Query.query(Criteria.where("staffId").is(staffId)))
			.stream()
			.sorted(NEWEST_FIRST)
			.toList();
	}

	/** Returns the ids of those that the person has seen. */
	Set<String> seen(Collection<Notification> notifications) {
		List<String> ids = notifications.stream().map(Notification::id).toList();
		return this.mongo.find(Query.query(Criteria.where("_id").in(ids)), Seen.class, SEEN)
			.stream()
			.map(Seen::id)
			.collect(Collectors.toSet());
	}

	/** Notes that a person has seen some; those that are not theirs are left alone. */
	void see(String staffId, Collection<String> ids) {
		of(staffId).stream()
			.filter((notification) -> ids.contains(notification.id()))
			.forEach((notification) -> this.mongo.save(new Seen(notification.id()), SEEN));
	}

	/** A notification that was seen. */
	record Seen(String id) {
	}

}
