package org.holdfast.mentorship.notice;

import java.time.Instant;

/**
 * What {@code notification.requested} tells: somebody should hear of something.
 *
 * @param urgent whether it should not wait for the end of quiet hours
 */
record NotificationRequested(String notificationId, String staffId, String subject, String about, boolean urgent,
		Instant requestedAt) {

	static final String TOPIC = "notification.requested";

}
