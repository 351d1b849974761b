package org.holdfast.checkin.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A published name for a range of scores; never a diagnosis.
 *
 * @param id the published name, such as {@code mild}
 * @param atMost the highest score that belongs to the band; the lowest is just above the
 * band before it
 * @param verified whether a primary source gives it; one that is not verified is kept for
 * reference and never shown as a norm
 */
public record Band(String id, @JsonProperty(required = true) double atMost, boolean verified) {

	public Band {
		if (id == null || id.isBlank()) {
			throw new IllegalArgumentException("a band needs an id");
		}
	}

}
