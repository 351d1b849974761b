/**
 * What people think of their mentor, mentee or supervisor, for nobody but themselves, and
 * what the owner of the programme learns of all of them together. <em>Decides</em>, once
 * for each quarter, what may be said about it. <em>Publishes</em> nothing.
 */
@NullMarked
package org.holdfast.mentorship.feedback;

import org.jspecify.annotations.NullMarked;
