package org.holdfast.checkin.pulse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.problem.Refusal;

import org.springframework.stereotype.Component;

/**
 * What a person answered, for that person.
 */
@Component
class History {

	private final Cycles cycles;

	private final Responses responses;

	private final Participants participants;

	History(Cycles cycles, Responses responses, Participants participants) {
		this.cycles = cycles;
		this.responses = responses;
		this.participants = participants;
	}

	/** All of it, the earliest first. */
	List<Entry> of(String staffId) {
		List<Cycle> all = this.cycles.all();
		Map<String, Response> given = this.participants.knownPseudonymOf(staffId)
			.map((pseudonym) -> this.responses.find(all, pseudonym))
			.orElse(List.of())
			.stream()
			.collect(Collectors.toMap(Response::cycleId, Function.identity()));
		List<Entry> entries = new ArrayList<>();
		for (Cycle cycle : all) {
			Response response = given.get(cycle.id());
			if (response != null) {
				entries.add(new Entry(cycle, response));
			}
		}
		return entries;
	}

	/**
	 * The answer to one cycle.
	 * @throws Refusal (404) if there is none
	 */
	Entry of(String staffId, String cycleId) {
		Optional<Cycle> cycle = this.cycles.find(cycleId);
		return this.participants.knownPseudonymOf(staffId)
			.flatMap((pseudonym) -> this.responses.find(cycleId, pseudonym))
			.flatMap((response) -> cycle.map((known) -> new Entry(known, response)))
			.orElseThrow(() -> Refusal.notFound("no-answer", "You have no answer in such a cycle."));
	}

	/**
	 * One answer.
	 *
	 * @param cycle what it was given in
	 * @param response the answer
	 */
	record Entry(Cycle cycle, Response response) {

	}

}
