/**
 * A mentor and a mentee: proposed, accepted by both, active, paused, ended, and the
 * places that mentors have.
 */
@NullMarked
package org.holdfast.mentorship.relationship;

import org.jspecify.annotations.NullMarked;
