/**
 * How circles come to be: an owner of the programme opens a forming, looks at what it
 * would bring, and publishes it.
 * <p>
 * What a forming decides from is stored when it is opened, so that the preview is what
 * will be published, and what was published can be worked out again from it.
 */
@NullMarked
package org.holdfast.mentorship.circle.forming;

import org.jspecify.annotations.NullMarked;
