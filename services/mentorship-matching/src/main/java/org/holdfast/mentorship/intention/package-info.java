/**
 * What the members of a gathering set out to reach, and what they agree in a session:
 * written under their own key, readable for all of them. <em>Publishes</em> nothing.
 */
@NullMarked
package org.holdfast.mentorship.intention;

import org.jspecify.annotations.NullMarked;
