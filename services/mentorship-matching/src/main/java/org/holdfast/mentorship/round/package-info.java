/**
 * The deliberate way: an owner of the programme opens a round, looks at what it would
 * bring, compares, pins or forbids pairs, and publishes it.
 * <p>
 * What a round decides from is stored when it is opened, so that a preview is what will
 * be published, and what was published can be worked out again from it at any time.
 */
@NullMarked
package org.holdfast.mentorship.round;

import org.jspecify.annotations.NullMarked;
