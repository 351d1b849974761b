/**
 * Cycles and the responses to them.
 * <p>
 * <em>Reads</em> the clock, who may answer and the unit tree. <em>Decides</em> when a
 * cycle opens and closes, whether an answer came in time, and which rules hold for it
 * from then on. <em>Publishes</em> {@code check-in.recorded} with every answer given or
 * changed, and {@code check-in.cycle} twice: when a cycle opens and, with the frozen
 * counts, when it closes.
 * <p>
 * {@link org.holdfast.checkin.pulse.Answered} lets other features keep something beside
 * an answer for as long as its cycle is open, {@link org.holdfast.checkin.pulse.Turnouts}
 * tells them what was counted.
 * <p>
 * The counts are exact: they are the number of responses published with
 * {@code late: false} and a score, for any interleaving of answering and closing.
 * {@link org.holdfast.checkin.pulse.ClosingGate} says why.
 */
@NullMarked
package org.holdfast.checkin.pulse;

import org.jspecify.annotations.NullMarked;
