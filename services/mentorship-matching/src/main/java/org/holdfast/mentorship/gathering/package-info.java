/**
 * What people share, whatever it is: a match, a supervision, a circle. <em>Decides</em>
 * who belongs to it, so that nobody else sees or changes what is kept with it, and leaves
 * nothing there of who is erased.
 */
@NullMarked
package org.holdfast.mentorship.gathering;

import org.jspecify.annotations.NullMarked;
