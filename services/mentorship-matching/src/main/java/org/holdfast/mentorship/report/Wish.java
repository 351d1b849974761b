package org.holdfast.mentorship.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Since when a person has wanted a mentor, whether or not they found one.
 *
 * @param id the staff id
 * @param since null while they do not
 */
record Wish(String id, @Nullable Instant since) {
}
