package org.holdfast.defaults.problem;

import java.time.Duration;

/**
 * A request that cannot be taken now and can be repeated later: 503 with
 * {@code Retry-After}.
 */
public final class Unavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Duration retryAfter;

	public Unavailable(String detail, Duration retryAfter) {
		super(detail);
		this.retryAfter = retryAfter;
	}

	Duration retryAfter() {
		return this.retryAfter;
	}

}
