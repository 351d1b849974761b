/**
 * One clock per service, which a demo or a test may simulate and which survives a
 * restart.
 */
@NullMarked
package org.holdfast.defaults.time;

import org.jspecify.annotations.NullMarked;
