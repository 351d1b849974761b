/**
 * Ties between colleagues beside mentoring: to be introduced to somebody who knows about
 * a topic, and events to join.
 * <p>
 * Who knows what is shown to nobody. A person asks for a topic, one colleague after the
 * other is asked in confidence, and only a yes on both sides gives names.
 */
@NullMarked
package org.holdfast.mentorship.tie;

import org.jspecify.annotations.NullMarked;
