/**
 * The people and units that profile tells of, as known at one moment.
 */
@NullMarked
package org.holdfast.mentorship.people;

import org.jspecify.annotations.NullMarked;
