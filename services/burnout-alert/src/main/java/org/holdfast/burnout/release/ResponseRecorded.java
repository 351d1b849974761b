package org.holdfast.burnout.release;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What this service reads of {@code check-in.recorded}: an answer's score, its unit and
 * the rules that were promised with it.
 *
 * @param late whether it came after the close and so is the person's own only
 * @param scores the scores by scale; {@code strain} must be there and runs from 0 to 100,
 * higher is worse; it is null when too few items were answered, which is not zero
 */
public record ResponseRecorded(String cycleId, String unitId, Boolean late, JsonNode scores, Rules rules) {

	public ResponseRecorded {
		JsonNode strain = scores.get("strain");
		if (strain == null) {
			throw new IllegalArgumentException("scores/strain: missing; expected a number or null");
		}
		if (!strain.isNull() && !(strain.isNumber() && strain.doubleValue() >= 0 && strain.doubleValue() <= 100)) {
			throw new IllegalArgumentException("scores/strain: expected a number from 0 to 100, or null");
		}
	}

	public @Nullable Double strain() {
		JsonNode strain = this.scores.get("strain");
		return strain.isNull() ? null : strain.doubleValue();
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
