/**
 * Who could be in a circle with whom, and what they would have of each other, put into
 * the numbers that {@code grouping} works with. It decides from what people entered for
 * this purpose and from how the agency is organised, and from nothing else.
 */
@NullMarked
package org.holdfast.mentorship.circle.peers;

import org.jspecify.annotations.NullMarked;
