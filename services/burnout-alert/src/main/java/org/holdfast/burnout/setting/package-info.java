/**
 * What an agency may choose: as it was set up, and then by HR in versions, each for the
 * cycles that open after it. Knows no other package.
 */
@NullMarked
package org.holdfast.burnout.setting;

import org.jspecify.annotations.NullMarked;
