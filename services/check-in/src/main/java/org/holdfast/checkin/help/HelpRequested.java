package org.holdfast.checkin.help;

import java.time.Instant;
import java.util.List;

/**
 * What {@code check-in.help-requested} tells while a request is not over: whose turn it
 * is. Not who asks, of which kind of helper, how urgently or with which words.
 *
 * @param requestId the request
 * @param state where it stands
 * @param addressees who can see it, by staff id
 * @param since when it was asked
 */
record HelpRequested(String requestId, State state, List<String> addressees, Instant since) {

	static final String TOPIC = "check-in.help-requested";

}
