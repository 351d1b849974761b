/**
 * Shows how the groups of an agency fare, and warns when one of them is in trouble,
 * without ever giving anyone's answer away.
 * <p>
 * Reads {@code check-in.recorded} (scored answers under a pseudonym),
 * {@code check-in.cycle} (when a survey cycle closes: the unit tree of that moment and
 * how many answers each unit gave) and {@code profile.units} (names and leads).
 * <p>
 * Decides, once for each cycle, when every promised answer has arrived: how the answers
 * are put together into blocks of at least five ({@link PartitionRelease}) and what is
 * said about them. That {@link Release} is kept and never changes, whatever arrives
 * later. Dashboards read releases and current names, nothing else; there is no way from a
 * request to an answer.
 * <p>
 * Publishes {@code burnout-alert.raised} when a block's level is high, once for as long
 * as it stays high.
 */
@NullMarked
package org.holdfast.burnout;

import org.jspecify.annotations.NullMarked;
