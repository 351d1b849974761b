/**
 * When people who share something meet, and what each notes for themself alone.
 * <em>Decides</em> whom to tell of a plan, and when that is over. <em>Publishes</em>
 * {@code mentorship.session} when a session was held, and {@code notification.requested}.
 */
@NullMarked
package org.holdfast.mentorship.session;

import org.jspecify.annotations.NullMarked;
