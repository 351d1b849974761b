package org.holdfast.defaults.inbox;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event as it came, before anything is known of it.
 *
 * @param partition -1 where it did not come from a broker
 * @param offset -1 where it did not come from a broker
 * @param value null is a tombstone
 */
record RawEvent(String topic, int partition, long offset, @Nullable String key, Map<String, String> headers,
		byte @Nullable [] value) {

	String position() {
		return this.topic + "-" + this.partition + "-" + this.offset;
	}

}
