package org.holdfast.checkin.pulse;

import java.time.Instant;

/**
 * From when on a unit, with all below it, is asked.
 *
 * @param unitId the unit
 * @param from the first cycle that opens then or later is its first
 */
public record Start(String unitId, Instant from) {

}
