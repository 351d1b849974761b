/**
 * Check-in asks people how they are, and keeps what they say to themselves.
 * <p>
 * It <em>reads</em> who works where ({@code profile.staff}, {@code profile.units}). It
 * <em>decides</em> when a cycle opens and closes, what an answer scores, under which
 * pseudonym it is kept, and whether it came in time. It <em>publishes</em>
 * {@code check-in.recorded}, one scored response under its pseudonym and unit, and
 * {@code check-in.cycle}, which at the close freezes the unit tree with how many were
 * invited and how many timely scored responses there are, so that a reader knows when it
 * has them all.
 * <p>
 * The story from top to bottom: {@link org.holdfast.checkin.instrument} (what is asked
 * and how it scores), {@link org.holdfast.checkin.people} (who may answer, and the
 * pseudonym that only this service can tie to them), {@link org.holdfast.checkin.pulse}
 * (cycles and responses). No operation reads another person's answers; there is not even
 * a path with a person in it.
 */
@NullMarked
package org.holdfast.checkin;

import org.jspecify.annotations.NullMarked;
