package org.holdfast.defaults.time;

import java.time.Instant;

/**
 * The simulated clock was set; what became due by {@code now} is to be done before the
 * listener returns.
 */
public record ClockMoved(Instant now) {
}
