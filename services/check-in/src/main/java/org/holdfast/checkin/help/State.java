package org.holdfast.checkin.help;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a request stands, as both sides see it.
 */
enum State {

	/** Nobody has looked at it yet. */
	@JsonProperty("asked")
	ASKED,

	/** Somebody whom it is addressed to has read it. */
	@JsonProperty("seen")
	SEEN,

	/** It went on to the next whom the person agreed to, who has not looked at it yet. */
	@JsonProperty("handed-on")
	HANDED_ON,

	/** Nobody reacted in time, and there is nobody left to go on to. */
	@JsonProperty("unanswered")
	UNANSWERED,

	/** Somebody takes care of it. */
	@JsonProperty("accepted")
	ACCEPTED,

	/** All who were asked have declined. */
	@JsonProperty("declined")
	DECLINED,

	/** It is done. */
	@JsonProperty("closed")
	CLOSED,

	/** The person took it back. */
	@JsonProperty("withdrawn")
	WITHDRAWN;

	/** Whether somebody may still accept it. */
	boolean isOpen() {
		return this == ASKED || this == SEEN || this == HANDED_ON || this == UNANSWERED;
	}

	/** Whether nothing can happen to it any more. */
	boolean isOver() {
		return this == DECLINED || this == CLOSED || this == WITHDRAWN;
	}

}
