package org.holdfast.checkin.notice;

import java.time.Instant;

/**
 * What {@code notification.requested} tells: somebody should hear of something.
 *
 * @param notificationId the same however often it is told
 * @param staffId who should hear of it
 * @param subject of which kind it is, such as {@code help-asked}
 * @param about id of the thing, which only who may see it can open
 * @param urgent whether it should not wait for the end of quiet hours
 * @param requestedAt when
 */
record NotificationRequested(String notificationId, String staffId, String subject, String about, boolean urgent,
		Instant requestedAt) {

	static final String TOPIC = "notification.requested";

}
