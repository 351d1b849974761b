/**
 * Telling somebody something outside the app: <em>publishes</em>
 * {@code notification.requested}, which names the person and a subject and holds no word
 * of what it is about; profile knows the address and the quiet hours. What was told
 * leaves the topic when it is over, or when the person is erased.
 */
@NullMarked
package org.holdfast.checkin.notice;

import org.jspecify.annotations.NullMarked;
