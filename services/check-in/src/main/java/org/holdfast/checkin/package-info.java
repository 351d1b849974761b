/**
 * Check-in asks people how they are, and keeps what they say to themselves.
 * <p>
 * It <em>reads</em> who works where ({@code profile.staff}, {@code profile.units}), which
 * units are looked at together ({@code burnout-alert.cross-cut}), who is mentored
 * ({@code mentorship.match}), warnings about pseudonyms ({@code burnout-alert.warned}),
 * and within which groups comments may be read ({@code burnout-alert.released}). It
 * <em>decides</em> what is asked when, within a budget of minutes, when a cycle opens and
 * closes, what an answer scores, under which pseudonym it is kept, whether it came in
 * time, whom to remind, and where a request for help goes. It <em>publishes</em>
 * {@code check-in.recorded}, one scored response under its pseudonym and unit, and
 * {@code check-in.cycle}, which at the close freezes the unit tree with how many were
 * invited and how many timely scored responses there are, so that a reader knows when it
 * has them all, and how many have a mentor; {@code check-in.help-requested}, whose turn
 * it is with a request, without who asks or why; and {@code notification.requested}.
 * <p>
 * The story from top to bottom: {@link org.holdfast.checkin.instrument} (what is asked
 * and how it scores), {@link org.holdfast.checkin.people} (who may answer, and the
 * pseudonym that only this service can tie to them), {@link org.holdfast.checkin.pulse}
 * (cycles, drafts and responses), {@link org.holdfast.checkin.comment} (what people add
 * in their own words, read in groups of at least ten),
 * {@link org.holdfast.checkin.programme} (what comes back, and reminders),
 * {@link org.holdfast.checkin.leave} (who is away), {@link org.holdfast.checkin.help}
 * (asking for help), {@link org.holdfast.checkin.warning} (a person's own warnings),
 * {@link org.holdfast.checkin.nudge} ("How are you doing?" between two),
 * {@link org.holdfast.checkin.support} (who is mentored), and
 * {@link org.holdfast.checkin.access} (who looked at what about whom). No operation reads
 * another person's answers; there is not even a path with a person in it. People's own
 * words are kept encrypted by the {@link org.holdfast.defaults.vault}. When profile says
 * that a person is gone, {@link org.holdfast.checkin.people.Erased} lets all of them
 * forget.
 */
@NullMarked
package org.holdfast.checkin;

import org.jspecify.annotations.NullMarked;
