package org.holdfast.checkin.instrument;

/**
 * One possible answer and its points before any reversal.
 *
 * @param id the id stored with an answer, such as {@code often}
 * @param points what it counts for
 */
public record Option(String id, int points) {

}
