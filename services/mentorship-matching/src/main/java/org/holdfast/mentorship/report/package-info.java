/**
 * Tells the owner of the programme how it is doing, without telling about anybody.
 * <p>
 * HR sees by name who is paired with whom. What people want, who waits and who declined
 * is what these figures are made of and must not follow from them. Once a month a
 * {@link Release} is made and never changed; the controller reads nothing else.
 * <p>
 * Figures of what happened count each fact once, in one release; figures of how things
 * stand are made anew only when at least five people of them are others ({@link Memory}).
 * Parts that are too small are put together with a neighbour ({@link Part}), and a
 * breakdown that would tell of fewer than five people when combined with the others is
 * left out ({@link Audit}).
 */
@NullMarked
package org.holdfast.mentorship.report;

import org.jspecify.annotations.NullMarked;
