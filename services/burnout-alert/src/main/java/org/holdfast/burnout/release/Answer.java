package org.holdfast.burnout.release;

import org.jspecify.annotations.Nullable;

/**
 * A timely answer as it is kept for the release of its cycle.
 *
 * @param scored whether check-in counted it, having a score
 * @param strain 0..100, higher is worse; null without a score and after an erasure
 * @param minimumGroup the smallest number of people it may be shown among
 * @param revision the sequence number of the event it came with
 */
record Answer(String cycleId, String unitId, boolean scored, @Nullable Double strain, int minimumGroup, long revision) {

	static Answer of(ResponseRecorded response, long revision) {
		return new Answer(response.cycleId(), response.unitId(), response.strain() != null, response.strain(),
				response.rules().minimumGroup(), revision);
	}

	/** Returns the place of this answer without the answer. */
	Answer erase() {
		return new Answer(this.cycleId, this.unitId, this.scored, null, this.minimumGroup, this.revision);
	}

}
