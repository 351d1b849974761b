/**
 * Asking for help: <em>reads</em> nothing from topics itself, <em>decides</em> whom a
 * person can ask, what a request goes through, and when it goes on to whom the person
 * agreed to; <em>publishes</em> {@code check-in.help-requested}, which says that there is
 * an open request and whose turn it is, never by whom or why, and
 * {@code notification.requested} where somebody should be told.
 * <p>
 * A request is seen by the person who asks, and by whom it was addressed to or went on to
 * with their consent. The words are encrypted, and gone when the person withdraws.
 */
@NullMarked
package org.holdfast.checkin.help;

import org.jspecify.annotations.NullMarked;
