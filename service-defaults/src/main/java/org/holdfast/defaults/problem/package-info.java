/**
 * Every error that leaves over HTTP is a problem detail (RFC 9457) that says what is
 * wrong, where, and how to mend it.
 */
@NullMarked
package org.holdfast.defaults.problem;

import org.jspecify.annotations.NullMarked;
