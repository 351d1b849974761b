package org.holdfast.checkin.help;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What a decision about a request depends on beside the request itself.
 *
 * @param now the time
 * @param takers who may take what is addressed so, as things stand
 * @param within how long those of a kind may take to react
 */
record Circumstances(Instant now, Function<Target, List<String>> takers, Function<Kind, Duration> within) {

	List<String> takersOf(Step step) {
		return this.takers.apply(step.target()).stream().filter((id) -> !step.declinedBy().contains(id)).toList();
	}

}
