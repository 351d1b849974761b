package org.holdfast.checkin.warning;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What check-in uses of {@code burnout-alert.warned}.
 *
 * @param pseudonym whose answers
 * @param scale which of their scores
 * @param state {@code raised} or {@code over}
 * @param since since when it stands
 * @param cycleId the cycle that gave rise to it
 * @param evidence what it rests on
 * @param falseAlarms how often such a warning is wrong, in words
 */
public record Warned(String pseudonym, String scale, String state, Instant since, String cycleId, Evidence evidence,
		String falseAlarms) {

	public Warned {
		if (pseudonym.isBlank() || scale.isBlank()) {
			throw new IllegalArgumentException("pseudonym and scale must not be blank");
		}
		if (!state.equals("raised") && !state.equals("over")) {
			throw new IllegalArgumentException("state: expected raised or over");
		}
	}

	String id() {
		return this.pseudonym + ":" + this.scale;
	}

	/**
	 * What a warning rests on.
	 *
	 * @param latest the newest score
	 * @param usual what is usual for this person, null where too little is known
	 * @param earlierAnswers how many answers that is known from
	 * @param chart which of the charts signals
	 */
	public record Evidence(Double latest, @Nullable Double usual, Integer earlierAnswers, String chart) {

	}

}
