/**
 * Selections of units across the tree that HR wants figures about, such as all teams on
 * the front line or all night services.
 * <p>
 * <em>Decides</em> which versions there are and for which cycles each of them holds:
 * those that open after it was made, because people are told of it before they answer.
 * <em>Publishes</em> {@code burnout-alert.cross-cut} so that they can be told. What is
 * shown of a cross-cut is decided in {@code release}.
 */
@NullMarked
package org.holdfast.burnout.crosscut;

import org.jspecify.annotations.NullMarked;
