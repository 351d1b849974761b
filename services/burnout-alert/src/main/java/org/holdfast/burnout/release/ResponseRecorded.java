package org.holdfast.burnout.release;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What this service reads of {@code check-in.recorded}: an answer's scores, its unit and
 * the rules that were promised with it.
 *
 * @param pseudonym whose it is, without saying who
 * @param answeredAt when it was given, or last changed
 * @param late whether it came after the close and so is the person's own only
 * @param scores the scores by scale, from 0 to 100; null where too few items were
 * answered, which is not zero
 */
public record ResponseRecorded(String cycleId, String unitId, String pseudonym, Instant answeredAt, Boolean late,
		JsonNode scores, Rules rules) {

	public ResponseRecorded {
		if (!scores.isObject() || scores.isEmpty()) {
			throw new IllegalArgumentException("scores: expected a score, or null, for at least one scale");
		}
		scores.properties().forEach((score) -> requireScore(score.getKey(), score.getValue()));
	}

	/** Returns the score on a scale, null without one. */
	public @Nullable Double score(String scale) {
		JsonNode score = this.scores.get(scale);
		return (score == null || score.isNull()) ? null : score.doubleValue();
	}

	private static void requireScore(String scale, JsonNode score) {
		if (!scale.matches("[A-Za-z0-9_-]+")) {
			throw new IllegalArgumentException("scores: expected ids of letters, digits and hyphens");
		}
		if (!score.isNull() && !(score.isNumber() && score.doubleValue() >= 0 && score.doubleValue() <= Scale.TOP)) {
			throw new IllegalArgumentException("scores/" + scale + ": expected a number from 0 to 100, or null");
		}
	}

	/**
	 * The rules in force when the answer was given.
	 *
	 * @param minimumGroup the smallest number of people the answer may be shown among
	 */
	public record Rules(Integer minimumGroup) {

		public Rules {
			if (minimumGroup < 1) {
				throw new IllegalArgumentException("rules/minimumGroup: expected a number from 1");
			}
		}

	}

}
