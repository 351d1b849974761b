/**
 * Forms groups of a few people each from numbers alone: it knows neither who they are nor
 * why two of them must be kept apart.
 */
@NullMarked
package org.holdfast.mentorship.grouping;

import org.jspecify.annotations.NullMarked;
