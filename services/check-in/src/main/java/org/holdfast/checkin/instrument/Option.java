package org.holdfast.checkin.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One possible answer and its points before any reversal.
 *
 * @param id the id stored with an answer, such as {@code often}
 * @param points what it counts for
 */
public record Option(String id, @JsonProperty(required = true) int points) {

}
