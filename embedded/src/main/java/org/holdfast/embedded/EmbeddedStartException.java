package org.holdfast.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Says why the embedded broker or database did not start and what to do about it.
 */
public class EmbeddedStartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	EmbeddedStartException(String causeAndRemedy, @Nullable Throwable cause) {
		super(causeAndRemedy, cause);
	}

}
