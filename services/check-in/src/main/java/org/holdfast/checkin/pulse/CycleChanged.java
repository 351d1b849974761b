package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.List;

/**
 * What {@code check-in.cycle} tells.
 *
 * @param cycleId the cycle
 * @param state {@code opened} or {@code closed}
 * @param opensAt as planned
 * @param closesAt as planned; an answer stamped then or later is late
 * @param units empty while open; at the close the tree with its counts
 */
record CycleChanged(String cycleId, String state, Instant opensAt, Instant closesAt, List<Turnout> units) {

}
