/**
 * What people write in their own words, readable only here and only while they want it:
 * <em>decides</em> the data key of a person, which a master key from the settings wraps,
 * and another one of their pseudonym, and forgets both when they are erased, so that
 * every copy of their words, in backups too, is noise from then on. <em>Reads</em> and
 * <em>publishes</em> nothing.
 */
@NullMarked
package org.holdfast.checkin.vault;

import org.jspecify.annotations.NullMarked;
