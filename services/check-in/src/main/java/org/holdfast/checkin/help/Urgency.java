package org.holdfast.checkin.help;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How soon a person needs somebody.
 */
enum Urgency {

	@JsonProperty("can-wait")
	CAN_WAIT,

	@JsonProperty("soon")
	SOON,

	@JsonProperty("urgent")
	URGENT

}
