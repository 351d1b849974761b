package org.holdfast.checkin.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.holdfast.checkin.instrument.Definition;
import org.holdfast.checkin.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * The week of the contract samples, for tests.
 */
final class Weeks {

	static final Instrument PULSE = Definition.pulse();

	static final String PERSON = "pWq8r3Kc1uY5dZt0aBvXhg";

	static final Instant OPENS = Instant.parse("2026-05-18T06:00:00Z");

	static final Instant WEDNESDAY = Instant.parse("2026-05-20T07:15:30.250Z");

	static final Instant CLOSES = Instant.parse("2026-05-24T18:00:00Z");

	static final Duration LATE = Duration.ofDays(7);

	private Weeks() {
	}

	static Cycle planned() {
		return Cycle.planned("2026-W21", PULSE, OPENS, CLOSES);
	}

	static Cycle open() {
		return next(planned().opened(PULSE).next());
	}

	static Cycle closed() {
		return next(open().closed(PULSE, List.of()).next());
	}

	/** Answers that come to a strain of 45. */
	static Map<String, String> fortyFive() {
		return Map.of("energy", "often", "workload", "sometimes", "strain", "often", "support", "often", "meaning",
				"sometimes");
	}

	static Map<String, String> all(String option) {
		Map<String, String> answers = new LinkedHashMap<>();
		PULSE.items().forEach((item) -> answers.put(item, option));
		return answers;
	}

	static Response.Given given(String person, String unitId, Map<String, String> answers) {
		return new Response.Given(person, unitId, PULSE, answers, List.of(), 5);
	}

	static Response answered(String person, String unitId, Map<String, String> answers) {
		return next(
				Response.answered(Optional.empty(), given(person, unitId, answers), open(), WEDNESDAY, LATE).next());
	}

	static Response changed(Response before, Map<String, String> answers) {
		return next(Response
			.answered(Optional.of(before), given(before.pseudonym(), before.unitId(), answers), open(), WEDNESDAY, LATE)
			.next());
	}

	static <T> T next(@Nullable T next) {
		if (next == null) {
			throw new AssertionError("nothing was decided");
		}
		return next;
	}

}
