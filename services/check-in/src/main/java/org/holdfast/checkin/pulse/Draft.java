package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a person has filled in so far and not sent: never scored, never published.
 *
 * @param id of the response it may become
 * @param pseudonym of the person
 * @param revision of the response it goes on from, 0 where there is none
 * @param answers item to option
 * @param needs what weighs most
 * @param savedAt when it was saved last
 * @param until when the cycle takes no more answers and it is removed
 */
record Draft(String id, String pseudonym, int revision, Map<String, String> answers, List<String> needs,
		Instant savedAt, Instant until) {

	Draft {
		answers = Map.copyOf(answers);
		needs = List.copyOf(needs);
	}

}
