/**
 * The units as they are called and led today, and which of them a caller may look at.
 * <p>
 * Reads {@code profile.units}. How units were put together when a cycle closed is no
 * matter of this package: each cycle brings its own tree.
 */
@NullMarked
package org.holdfast.burnout.unit;

import org.jspecify.annotations.NullMarked;
