package org.holdfast.burnout.chart;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is published of a person's chart, for that person alone.
 *
 * @param since when the answer was given that raised it, or with which it was over
 * @param cycleId the cycle of that answer
 * @param falseAlarms how often somebody is warned in vain, in words
 */
record Warned(String pseudonym, String scale, State state, Instant since, String cycleId, Evidence evidence,
		String falseAlarms) {

	static final String TOPIC = "burnout-alert.warned";

	/** Whether the warning stands. */
	enum State {

		/** The latest answers are worse than usual. */
		@JsonProperty("raised")
		RAISED,
		/** They are as usual again. */
		@JsonProperty("over")
		OVER

	}

	/**
	 * What the warning rests on.
	 *
	 * @param latest the score that was given, 0..100, higher is worse
	 * @param usual what had been usual for the person
	 * @param earlierAnswers from how many answers that is known
	 * @param chart the kind of chart
	 */
	record Evidence(double latest, double usual, int earlierAnswers, String chart) {
	}

}
