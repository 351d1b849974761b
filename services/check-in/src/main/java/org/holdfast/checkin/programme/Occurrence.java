package org.holdfast.checkin.programme;

import java.time.Instant;

/**
 * One turn of a series.
 *
 * @param cycleId the cycle that it becomes
 * @param round counted from 0
 * @param opensAt when it opens
 * @param closesAt when it closes
 */
record Occurrence(String cycleId, long round, Instant opensAt, Instant closesAt) {

}
