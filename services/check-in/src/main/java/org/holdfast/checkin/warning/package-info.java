/**
 * A person's own warnings: <em>reads</em> {@code burnout-alert.warned}, which knows a
 * pseudonym only, and shows it to the one person behind it, with the evidence, how often
 * it is wrong, and what may help. <em>Decides</em> nothing, <em>publishes</em> nothing:
 * that somebody was warned, has looked or does not want to hear of it is told to nobody.
 */
@NullMarked
package org.holdfast.checkin.warning;

import org.jspecify.annotations.NullMarked;
