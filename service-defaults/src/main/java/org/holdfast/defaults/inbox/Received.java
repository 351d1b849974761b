package org.holdfast.defaults.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event that was checked.
 *
 * @param key the record's key: what the event is about
 * @param seq position among all events of the publishing aggregate, from 1 without gaps
 * @param time when the publisher stored it
 * @param value null is a tombstone: the thing is gone
 */
public record Received<T>(String key, long seq, Instant time, @Nullable T value) {

	/**
	 * The value of a topic that knows no tombstones.
	 * @throws Malformed if it is missing
	 */
	public T required() {
		if (this.value == null) {
			throw new Malformed("the value is missing");
		}
		return this.value;
	}

}
