package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.Map;

import org.holdfast.checkin.instrument.Edition;
import org.jspecify.annotations.Nullable;

/**
 * What {@code check-in.recorded} tells: a response as it stands now, whole.
 *
 * @param responseId the response
 * @param cycleId its cycle
 * @param unitId the unit it was given for
 * @param pseudonym of the person
 * @param instrument what was answered
 * @param answeredAt when it was given or last changed
 * @param late counts for the person only, never for a group
 * @param scores scale to score, null where too little was answered
 * @param rules in force when it was first given
 */
record ResponseRecorded(String responseId, String cycleId, String unitId, String pseudonym, Edition instrument,
		Instant answeredAt, boolean late, Map<String, @Nullable Double> scores, Response.Rules rules) {

}
