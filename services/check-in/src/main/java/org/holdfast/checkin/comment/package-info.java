/**
 * Words that people add to an answer, read by others without anyone knowing whose they
 * are: <em>reads</em> {@code burnout-alert.released}, which says within which groups of a
 * cycle comments may be read, <em>decides</em> whether such a group is large enough by
 * what this service counted itself and by what was promised with each comment, and
 * whether one would see whose words are missing, <em>publishes</em> nothing.
 * <p>
 * A {@link org.holdfast.checkin.comment.Comment} is kept under a pseudonym, encrypted,
 * and without a time. Who writes it is the only one who can tell it from the others.
 */
@NullMarked
package org.holdfast.checkin.comment;

import org.jspecify.annotations.NullMarked;
