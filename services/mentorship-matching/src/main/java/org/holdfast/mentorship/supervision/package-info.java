/**
 * Supervision: who is supervised by whom, how often they are to meet, and from when the
 * next session is due. <em>Decides</em> that it ends when the supervisor no longer stands
 * above the person in the line. <em>Publishes</em> {@code notification.requested}.
 */
@NullMarked
package org.holdfast.mentorship.supervision;

import org.jspecify.annotations.NullMarked;
