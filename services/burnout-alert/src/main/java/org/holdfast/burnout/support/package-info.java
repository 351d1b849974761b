/**
 * Does support work? Compares how the published levels of groups changed after their
 * people found mentors with groups that had none (methods, section 7). Reads releases and
 * nothing else.
 */
@NullMarked
package org.holdfast.burnout.support;

import org.jspecify.annotations.NullMarked;
