package org.holdfast.defaults.outbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a decision does to an aggregate: its next state and the events that tell of it.
 *
 * @param next the next state; null leaves everything as it is
 * @param events published in this order, after the state is durable
 */
public record Change<T>(@Nullable T next, List<Event> events) {

	public Change {
		events = List.copyOf(events);
		if (next == null && !events.isEmpty()) {
			throw new IllegalArgumentException("Events need a state to be stored with");
		}
	}

	public static <T> Change<T> to(T next, Event... events) {
		return new Change<>(next, List.of(events));
	}

	public static <T> Change<T> none() {
		return new Change<>(null, List.of());
	}

}
