/**
 * Events are read at least once and take effect once: checked, compared by sequence
 * number with what is held, and set aside with their cause when malformed.
 */
@NullMarked
package org.holdfast.defaults.inbox;

import org.jspecify.annotations.NullMarked;
