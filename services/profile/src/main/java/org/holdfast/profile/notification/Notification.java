package org.holdfast.profile.notification;

import java.time.Instant;

/**
 * Something that a person should hear of, as long as it is not over.
 *
 * @param id the same however often it is told
 * @param staffId whose it is
 * @param subject of which kind it is
 * @param about id of the thing
 */
record Notification(String id, String staffId, String subject, String about, boolean urgent, Instant requestedAt) {
}
