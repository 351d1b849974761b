package org.holdfast.checkin.pulse;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.problem.Refusal;

import org.springframework.stereotype.Component;

/**
 * Timely answers, for what is kept beside them: whose they are and whether their cycle is
 * closed, which stays so while one does something about it.
 */
@Component
public class Answered {

	private final Cycles cycles;

	private final Responses responses;

	private final Participants participants;

	private final ClosingGate gate;

	private final Clock clock;

	Answered(Cycles cycles, Responses responses, Participants participants, ClosingGate gate, Clock clock) {
		this.cycles = cycles;
		this.responses = responses;
		this.participants = participants;
		this.gate = gate;
		this.clock = clock;
	}

	/**
	 * Does something with a person's own answer, as long as its cycle is open.
	 * @param staffId who
	 * @param cycleId the cycle
	 * @param what is done; as short as storing an answer
	 * @return what comes of it
	 * @throws Refusal (403) if there is no such person, (404) no such cycle, (409) if it
	 * is not open or the person has not answered
	 */
	public <T> T whileOpen(String staffId, String cycleId, Function<Place, T> what) {
		this.participants.active(staffId).orElseThrow(Participants::unknown);
		return this.gate.answering(() -> {
			Cycle cycle = this.cycles.find(cycleId)
				.orElseThrow(() -> Refusal.notFound("no-such-cycle",
						"There is no such cycle. GET /me/pulses tells which ones are open."));
			if (!cycle.takesTimelyAnswers(this.clock.instant())) {
				throw Refusal.conflict("cycle-not-open",
						"Cycle %s is open from %s to %s. What others may read by then cannot be changed afterwards."
							.formatted(cycleId, cycle.opensAt(), cycle.closesAt()));
			}
			Response own = this.participants.knownPseudonymOf(staffId)
				.flatMap((pseudonym) -> this.responses.find(cycleId, pseudonym))
				.filter((response) -> !response.late())
				.orElseThrow(() -> Refusal.conflict("answer-first",
						"A comment goes with an answer. Answer cycle %s first, then send the comment again."
							.formatted(cycleId)));
			return what.apply(new Place(own.id(), cycleId, own.unitId(), own.pseudonym(), false));
		});
	}

	/**
	 * Goes through the cycles from a person's first answer to their last. One that they
	 * did not answer in between counts for the unit of the answer before, so that what is
	 * done tells nobody in which they answered.
	 * @param pseudonym whose
	 * @param what is done in each
	 */
	public void throughout(String pseudonym, Consumer<Place> what) {
		this.gate.answering(() -> {
			List<Cycle> all = this.cycles.all();
			Map<String, Response> given = new HashMap<>();
			this.responses.find(all, pseudonym)
				.stream()
				.filter((response) -> !response.late())
				.forEach((response) -> given.put(response.cycleId(), response));
			String unitId = null;
			for (Cycle cycle : all) {
				if (given.containsKey(cycle.id())) {
					unitId = given.remove(cycle.id()).unitId();
				}
				else if (unitId == null || given.isEmpty()) {
					continue;
				}
				what.accept(
						new Place(Response.id(cycle.id(), pseudonym), cycle.id(), unitId, pseudonym, cycle.isClosed()));
			}
			return all;
		});
	}

	/**
	 * Where an answer is, or would be.
	 *
	 * @param responseId of the answer
	 * @param cycleId its cycle
	 * @param unitId the unit that it is counted in
	 * @param pseudonym whose it is
	 * @param closed whether its cycle is closed
	 */
	public record Place(String responseId, String cycleId, String unitId, String pseudonym, boolean closed) {

	}

}
