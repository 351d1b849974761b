/**
 * Brings together people who want a mentor and people who offer to be one, and peers in
 * circles.
 * <p>
 * <b>Reads</b> {@code profile.staff} (who works here, whom they report to, what they
 * offer and want) and {@code profile.units} (the tree of units and who leads them), and
 * keeps the latest of each as rows. It reads nothing else: no answer, score or alert
 * about anybody's wellbeing can find its way into a match.
 * <p>
 * <b>Decides</b> in two ways who is brought together. By itself
 * ({@link org.holdfast.mentorship.matching}): whenever something changes, those who wait
 * are proposed the places that are free. Deliberately
 * ({@link org.holdfast.mentorship.round}): the owner of the programme holds a round. Both
 * take the best {@link org.holdfast.mentorship.fit.Pairing} by hard rules and weighed
 * criteria; {@link org.holdfast.mentorship.engine} proves that there is no better one.
 * Pairs that work are never touched. A place is claimed with the mentor before the match
 * is stored, and taken once both have said yes
 * ({@link org.holdfast.mentorship.relationship}), so that any number of instances may
 * decide at the same time, and crash between the two.
 * <p>
 * <b>Publishes</b> {@code mentorship.match} each time a relationship begins or ends, with
 * points that add up to its score; {@code mentorship.circle} each time a circle begins,
 * ends or has other members; {@code mentorship.session} when two who share a match or a
 * supervision met: what they note, agree on and think of it is theirs; and asks profile
 * to tell people what they should hear of. HR reads once a month how the programme is
 * doing ({@link org.holdfast.mentorship.report}), and nobody by name who wants or waits
 * for what.
 */
@NullMarked
package org.holdfast.mentorship;

import org.jspecify.annotations.NullMarked;
