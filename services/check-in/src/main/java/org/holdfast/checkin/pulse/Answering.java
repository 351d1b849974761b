package org.holdfast.checkin.pulse;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import com.mongodb.MongoOperationTimeoutException;
import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.Unavailable;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.stereotype.Component;

/**
 * Takes an answer: who, for which unit, under which pseudonym, in which cycle, stamped
 * and stored inside the gate.
 */
@Component
class Answering {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private final Instrument pulse;

	private final Participants participants;

	private final Units units;

	private final Cycles cycles;

	private final Responses responses;

	private final ClosingGate gate;

	private final Clock clock;

	private final CheckInSettings settings;

	Answering(Instrument pulse, Participants participants, Units units, Cycles cycles, Responses responses,
			ClosingGate gate, Clock clock, CheckInSettings settings) {
		this.pulse = pulse;
		this.participants = participants;
		this.units = units;
		this.cycles = cycles;
		this.responses = responses;
		this.gate = gate;
		this.clock = clock;
		this.settings = settings;
	}

	/**
	 * Stores a person's answers to a cycle; durable when it returns, and the same again
	 * changes nothing.
	 * @throws Refusal if the person cannot take part (403, 409), an item or option is
	 * unknown (400), or the cycle is unknown (404) or takes no such answer (409)
	 * @throws Unavailable (503) if it cannot be stored now
	 */
	Response answer(String staffId, String cycleId, Map<String, @Nullable String> answers) {
		Map<String, String> checked = this.pulse.check(answers);
		String unitId = this.participants.unitOf(staffId);
		if (this.units.upwardsFrom(unitId).isEmpty()) {
			throw Refusal.conflict("unit-unknown",
					"Your unit %s, or one above it, is not known here yet, so we cannot ".formatted(unitId)
							+ "say where your answer would appear. Try again in a minute; then tell HR.");
		}
		Response.Given given = new Response.Given(this.participants.pseudonymOf(staffId), unitId, this.pulse, checked,
				this.settings.minimumGroup());
		return this.gate.answering(() -> stored(cycleId, given));
	}

	private Response stored(String cycleId, Response.Given given) {
		Cycle cycle = this.cycles.find(cycleId)
			.orElseThrow(() -> Refusal.notFound("no-such-cycle",
					"There is no such cycle. GET /me/pulse tells which one is open."));
		try {
			return this.responses.change(Response.id(cycleId, given.pseudonym()), (present) -> Response
				.answered(present, given, cycle, this.clock.instant(), this.settings.lateAnswers()));
		}
		catch (UncategorizedMongoDbException ex) {
			if (ex.getCause() instanceof MongoOperationTimeoutException) {
				throw new Unavailable("The database is too slow just now to store your answer. Repeat the request: "
						+ "however often it comes, the answer counts once.", RETRY_AFTER);
			}
			throw ex;
		}
	}

}
