package org.holdfast.defaults.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What an aggregate has to tell: a value for a topic, under the key of the thing it is
 * about.
 *
 * @param topic name of the topic, such as {@code profile.staff}
 * @param key what must stay in order, and what compaction keeps the last of
 * @param partitionKey what decides the partition; equal to the key unless one consumer
 * must own several keys
 * @param value written as JSON; null is a tombstone
 */
public record Event(String topic, String key, String partitionKey, @Nullable Object value) {

	public static Event of(String topic, String key, Object value) {
		return new Event(topic, key, key, value);
	}

	public static Event tombstone(String topic, String key) {
		return new Event(topic, key, key, null);
	}

	public Event partitionedBy(String partitionKey) {
		return new Event(this.topic, this.key, partitionKey, this.value);
	}

}
