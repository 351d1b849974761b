package org.holdfast.checkin.instrument;

/**
 * An answer that the instrument does not know, with the place where it stands.
 */
@SuppressWarnings("serial")
public class InvalidAnswer extends RuntimeException {

	InvalidAnswer(String place, String reason) {
		super("%s: %s".formatted(place, reason));
	}

}
