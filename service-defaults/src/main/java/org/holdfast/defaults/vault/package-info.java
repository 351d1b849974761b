/**
 * What people write in their own words, readable only in the service that they write to
 * and only while they want it: each has a data key, which a master key from the settings
 * wraps, and, where the service has pseudonyms, another one under theirs. The service
 * lets both be forgotten when a person is erased, so that every copy of their words, in
 * backups too, is noise from then on.
 */
@NullMarked
package org.holdfast.defaults.vault;

import org.jspecify.annotations.NullMarked;
