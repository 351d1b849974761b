/**
 * "How are you doing?" between two people who both want it: <em>decides</em> whose turn
 * it is to be asked when, keeps what each answers for the other one, encrypted, and lets
 * go of it when either ends it, without a reason. <em>Publishes</em>
 * {@code notification.requested}.
 */
@NullMarked
package org.holdfast.checkin.nudge;

import org.jspecify.annotations.NullMarked;
