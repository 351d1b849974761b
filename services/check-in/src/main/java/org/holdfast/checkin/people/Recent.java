package org.holdfast.checkin.people;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Holds what is asked for with every answer and changes a few times a month: read again
 * after a second, and at once where this instance has changed it.
 *
 * @param <T> immutable
 */
public final class Recent<T> {

	/** How long what another instance has changed may go unnoticed. */
	private static final Duration FRESH = Duration.ofSeconds(1);

	private final Supplier<T> read;

	private volatile Held<T> held = new Held<>(null, System.nanoTime());

	/**
	 * Holds nothing yet.
	 * @param read reads it from where it is stored
	 */
	public Recent(Supplier<T> read) {
		this.read = read;
	}

	/**
	 * What is stored, or was within the last second.
	 * @return as it was read
	 */
	public T get() {
		Held<T> held = this.held;
		T value = held.value();
		return (value != null && System.nanoTime() - held.since() < FRESH.toNanos()) ? value : renew();
	}

	/**
	 * What is stored now.
	 * @return as it was read
	 */
	public T renew() {
		long since = System.nanoTime();
		T value = this.read.get();
		keep(new Held<>(value, since));
		return value;
	}

	/** Unless what began to be read later is held: that may know of a change. */
	private synchronized void keep(Held<T> read) {
		if (read.since() - this.held.since() > 0) {
			this.held = read;
		}
	}

	/**
	 * What was read, and when that began.
	 *
	 * @param value null before the first look
	 * @param since of {@link System#nanoTime()}
	 */
	private record Held<T>(@Nullable T value, long since) {

	}

}
