/**
 * The automatic way: makes matches follow by themselves from what profile tells.
 */
@NullMarked
package org.holdfast.mentorship.matching;

import org.jspecify.annotations.NullMarked;
