/**
 * What people say here about their own part: to be left alone for a while, or not to be
 * matched with somebody. Nobody else ever sees it.
 */
@NullMarked
package org.holdfast.mentorship.participation;

import org.jspecify.annotations.NullMarked;
