package org.holdfast.checkin.comment;

import org.holdfast.checkin.pulse.Answered;
import org.holdfast.defaults.vault.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * What a person added to their answer, or the place that is left of it. Nothing in it
 * tells when it was written.
 *
 * @param id of the answer
 * @param cycleId its cycle
 * @param unitId the unit that the answer is counted in
 * @param pseudonym of the person; null once they are erased
 * @param sealed the words; null once the person is erased, and where they had written
 * none
 * @param minimumGroup the fewest answers of a group among whose comments it is read, as
 * promised when it was written
 * @param order at random, and another one with every change: the order in which comments
 * are read
 */
record Comment(String id, String cycleId, String unitId, @Nullable String pseudonym, @Nullable Sealed sealed,
		int minimumGroup, long order) {

	/** The fewest answers of a group, whatever is set. */
	static final int FEWEST = 10;

	static final String FIELD = "comment";

	Comment {
		if (minimumGroup < FEWEST) {
			throw new IllegalArgumentException("a comment is read among those of at least ten people");
		}
	}

	static Comment written(Answered.Place place, Sealed words, int minimumGroup, long order) {
		return new Comment(place.responseId(), place.cycleId(), place.unitId(), place.pseudonym(), words, minimumGroup,
				order);
	}

	/** The place of somebody who is erased, whether or not they had written anything. */
	static Comment place(Answered.Place place, int minimumGroup, long order) {
		return new Comment(place.responseId(), place.cycleId(), place.unitId(), null, null, minimumGroup, order);
	}

}
