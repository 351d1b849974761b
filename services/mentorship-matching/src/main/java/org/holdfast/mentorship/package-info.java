/**
 * Brings together people who want a mentor and people who offer to be one.
 * <p>
 * <b>Reads</b> {@code profile.staff} (who works here, whom they report to, what they
 * offer and want) and {@code profile.units} (the tree of units and who leads them), and
 * keeps the latest of each as rows. It reads nothing else: no answer, score or alert
 * about anybody's wellbeing can find its way into a match.
 * <p>
 * <b>Decides</b>, whenever these change, what follows: pairs that break a
 * {@link org.holdfast.mentorship.HardRule} end, and those who wait are given the places
 * that are free by a {@link org.holdfast.mentorship.Pairing} of that standing pool, by
 * the points of each {@link org.holdfast.mentorship.Criterion};
 * {@link org.holdfast.mentorship.engine.BestMatching} proves that there is no better one.
 * Pairs that work are never touched. A place is claimed in the
 * {@link org.holdfast.mentorship.Mentor} before the {@link org.holdfast.mentorship.Match}
 * is made, so that any number of instances may decide at the same time, and crash between
 * the two.
 * <p>
 * <b>Publishes</b> {@code mentorship.match} each time a pair begins or ends, with points
 * that add up to its score, and shows people their own matches and HR who is paired with
 * whom.
 */
@NullMarked
package org.holdfast.mentorship;

import org.jspecify.annotations.NullMarked;
