/**
 * Peer circles and peer supervision groups: proposed to people, begun once enough want
 * to, joined and left by anybody at any time, brought together with others when too few
 * are left.
 * <p>
 * <b>Decides</b> who is in a circle, whose turn it is to lead a meeting, and when they
 * meet. <b>Publishes</b> {@code mentorship.circle} when one begins, ends, or has other
 * members.
 */
@NullMarked
package org.holdfast.mentorship.circle;

import org.jspecify.annotations.NullMarked;
