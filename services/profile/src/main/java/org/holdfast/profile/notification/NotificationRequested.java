package org.holdfast.profile.notification;

import java.time.Instant;

/**
 * What this service reads of {@code notification.requested}: somebody should hear of
 * something.
 *
 * @param staffId who should hear of it
 * @param subject of which kind it is, such as {@code help-asked}
 * @param about id of the thing, which only who may see it can open
 * @param urgent whether it should not wait
 * @param requestedAt since when
 */
public record NotificationRequested(String notificationId, String staffId, String subject, String about, Boolean urgent,
		Instant requestedAt) {

	public NotificationRequested {
		if (notificationId.isBlank() || staffId.isBlank() || about.isBlank()) {
			throw new IllegalArgumentException("notificationId, staffId and about must not be blank");
		}
		if (!subject.matches("[a-z]+(-[a-z]+)*")) {
			throw new IllegalArgumentException("subject: expected words of small letters with hyphens between them");
		}
	}

}
