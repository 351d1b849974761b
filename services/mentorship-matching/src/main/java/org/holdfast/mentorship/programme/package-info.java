/**
 * What the owner of the programme has decided about matching, version by version.
 */
@NullMarked
package org.holdfast.mentorship.programme;

import org.jspecify.annotations.NullMarked;
