/**
 * Shows how the groups of an agency fare, and warns when one of them is in trouble,
 * without ever giving anyone's answer away.
 * <p>
 * Reads {@code check-in.recorded} (scored answers under a pseudonym),
 * {@code check-in.cycle} (when a survey cycle closes: the unit tree of that moment and
 * how many answers each unit gave, and how many of it have a mentor) and
 * {@code profile.units} (names and leads).
 * <p>
 * {@code release} decides, once for each cycle, what is said about whom and keeps it, and
 * tells with {@code burnout-alert.released} within which groups people's comments may be
 * read; the comments themselves never come here. Everything else is made of what it
 * published: {@code alert} warns, {@code ledger} tells what came of it, {@code support}
 * whether groups with mentors fare better. {@code chart} watches each person against what
 * is usual for them, by the answers that {@code release} keeps, and publishes
 * {@code burnout-alert.warned} for that person alone. {@code unit} knows who may look at
 * what, {@code crosscut} which units HR looks at together and publishes
 * {@code burnout-alert.cross-cut}, {@code setting} what an agency may choose,
 * {@code resource} where to turn.
 */
@NullMarked
package org.holdfast.burnout;

import org.jspecify.annotations.NullMarked;
