package org.holdfast.checkin.pulse;

import java.time.Clock;
import java.util.Map;

import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Takes an answer: who, for which unit, under which pseudonym, in which cycle, stamped
 * and stored inside the gate.
 */
@Component
class Answering {

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
	 */
	Response answer(String staffId, String cycleId, Map<String, @Nullable String> answers) {
		Map<String, String> checked = this.pulse.check(answers);
		String unitId = this.participants.unitOf(staffId);
		if (this.units.upwardsFrom(unitId).isEmpty()) {
			throw Refusal.conflict("unit-unknown",
					"Your unit %s, or one above it, is not known here yet, so we cannot ".formatted(unitId)
							+ "say where your answer would appear. Try again in a minute; then tell HR.");
		}
		requireCycle(cycleId);
		Response.Given given = new Response.Given(this.participants.pseudonymOf(staffId), unitId, this.pulse, checked,
				this.settings.minimumGroup());
		return this.gate.answering(() -> {
			Cycle cycle = requireCycle(cycleId);
			return this.responses.change(Response.id(cycleId, given.pseudonym()), (present) -> Response
				.answered(present, given, cycle, this.clock.instant(), this.settings.lateAnswers()));
		});
	}

	private Cycle requireCycle(String cycleId) {
		return this.cycles.find(cycleId)
			.orElseThrow(() -> Refusal.notFound("no-such-cycle",
					"There is no such cycle. GET /me/pulse tells which one is open."));
	}

}
