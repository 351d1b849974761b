package org.holdfast.burnout.release;

import org.jspecify.annotations.Nullable;

/**
 * What share of those asked answered, in bands so broad that they name nobody: that
 * everybody answered, or that one did not, is never said.
 */
final class Participation {

	/** No share is told of fewer people than this. */
	static final int FEWEST_INVITED = 10;

	private Participation() {
	}

	static @Nullable String of(int answers, int invited) {
		if (invited < FEWEST_INVITED) {
			return null;
		}
		if (answers * 2 < invited) {
			return "under 50 %";
		}
		return (answers * 4 < invited * 3) ? "50-74 %" : "75 % or more";
	}

}
