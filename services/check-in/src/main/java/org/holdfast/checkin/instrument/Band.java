package org.holdfast.checkin.instrument;

/**
 * A published name for a range of scores; never a diagnosis.
 *
 * @param id the published name, such as {@code mild}
 * @param atMost the highest score that belongs to the band; the lowest is just above the
 * band before it
 */
public record Band(String id, double atMost) {

}
