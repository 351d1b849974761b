/**
 * What an agency may choose.
 */
@NullMarked
package org.holdfast.burnout.setting;

import org.jspecify.annotations.NullMarked;
