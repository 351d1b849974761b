package org.holdfast.checkin.comment;

import java.util.Optional;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;

import org.springframework.stereotype.Component;

/**
 * Within which groups the comments of each cycle may be read, as burnout-alert last told
 * it.
 */
@Component
public class CommentGroups {

	private final Rows<Released> rows;

	CommentGroups(EventReader reader) {
		this.rows = reader.rows(Released.class, "released");
	}

	/**
	 * Takes what burnout-alert tells of a cycle that it published.
	 * @param event never a tombstone
	 */
	public void on(Received<Released> event) {
		Released released = event.required();
		if (!released.cycleId().equals(event.key())) {
			throw new IllegalArgumentException("the key is not the cycleId");
		}
		this.rows.put(released.cycleId(), event.seq(), released);
	}

	Optional<Released> of(String cycleId) {
		return this.rows.find(cycleId);
	}

}
