package org.holdfast.checkin.pulse;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.instrument.Catalogue;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Unit;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.Unavailable;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Takes an answer, finished or not: who, for which unit, under which pseudonym, in which
 * cycle; a finished one is stamped and stored inside the gate. However much a person
 * answered before, it reads and writes the same few documents.
 */
@Component
class Answering {

	private final Catalogue catalogue;

	private final Participants participants;

	private final Units units;

	private final Invitations invitations;

	private final Cycles cycles;

	private final Responses responses;

	private final Drafts drafts;

	private final ClosingGate gate;

	private final Clock clock;

	private final CheckInSettings settings;

	Answering(Catalogue catalogue, Participants participants, Units units, Invitations invitations, Cycles cycles,
			Responses responses, Drafts drafts, ClosingGate gate, Clock clock, CheckInSettings settings) {
		this.catalogue = catalogue;
		this.participants = participants;
		this.units = units;
		this.invitations = invitations;
		this.cycles = cycles;
		this.responses = responses;
		this.drafts = drafts;
		this.gate = gate;
		this.clock = clock;
		this.settings = settings;
	}

	/**
	 * Stores a person's answers to a cycle; durable when it returns, and the same again
	 * changes nothing. Their draft is gone then.
	 * @throws Refusal if the person cannot take part or is not asked (403, 409), an item
	 * or option is unknown (400), or the cycle is unknown (404) or takes no such answer
	 * (409)
	 * @throws Unavailable (503) if it cannot be stored now
	 */
	Response answer(String staffId, String cycleId, Map<String, @Nullable String> answers,
			@Nullable List<@Nullable String> needs) {
		String unitId = this.participants.unitOf(staffId);
		Response stored = this.gate.answering(() -> {
			Cycle cycle = cycle(cycleId);
			Instrument instrument = this.catalogue.scoring(cycle.instrument());
			Map<String, String> checked = instrument.check(answers);
			cycle.form().requireAsked(checked);
			List<String> named = instrument.checkNeeds(needs);
			this.invitations.require(cycle, staffId, upwards(unitId));
			return stored(cycle, new Response.Given(this.participants.pseudonymOf(staffId), unitId, instrument, checked,
					named, this.settings.minimumGroup()));
		});
		this.drafts.remove(stored.id());
		return stored;
	}

	/**
	 * Saves what a person has filled in so far, in place of what was saved before.
	 * @param revision of the answer that the draft goes on from, 0 where none was sent
	 * @throws Refusal as for an answer; (409) if an answer was sent since, so that what
	 * is still on its way from one device does not come back after it was sent from
	 * another
	 */
	Draft draft(String staffId, String cycleId, Map<String, @Nullable String> answers,
			@Nullable List<@Nullable String> needs, int revision) {
		String unitId = this.participants.unitOf(staffId);
		Cycle cycle = cycle(cycleId);
		Instrument instrument = this.catalogue.scoring(cycle.instrument());
		Map<String, String> checked = instrument.checkDraft(answers);
		cycle.form().requireAsked(checked);
		List<String> named = instrument.checkNeeds(needs);
		this.invitations.require(cycle, staffId, upwards(unitId));
		if (cycle.state() == Cycle.State.PLANNED
				|| this.clock.instant().isAfter(cycle.closesAt().plus(this.settings.lateAnswers()))) {
			throw Refusal.conflict("cycle-takes-no-answers",
					"Cycle %s is not open for answers now. GET /me/pulses tells which one is.".formatted(cycleId));
		}
		String pseudonym = this.participants.pseudonymOf(staffId);
		Draft draft = new Draft(Response.id(cycleId, pseudonym), pseudonym, revision, checked, named,
				this.clock.instant(), cycle.closesAt().plus(this.settings.lateAnswers()));
		requireNewest(cycleId, draft);
		this.drafts.save(draft);
		try {
			// an answer that came in between has removed the draft before it was there
			requireNewest(cycleId, draft);
		}
		catch (Refusal sent) {
			this.drafts.remove(draft.id());
			throw sent;
		}
		return draft;
	}

	Optional<Draft> draft(String staffId, String cycleId) {
		cycle(cycleId);
		return this.participants.knownPseudonymOf(staffId)
			.flatMap((pseudonym) -> this.drafts.find(Response.id(cycleId, pseudonym)));
	}

	void throwAway(String staffId, String cycleId) {
		this.participants.knownPseudonymOf(staffId)
			.ifPresent((pseudonym) -> this.drafts.remove(Response.id(cycleId, pseudonym)));
	}

	private void requireNewest(String cycleId, Draft draft) {
		int sent = this.responses.find(cycleId, draft.pseudonym()).map(Response::revision).orElse(0);
		if (sent != draft.revision()) {
			throw Refusal.conflict("draft-outdated",
					"Your answer was sent meanwhile (revision %d), and this draft goes on from revision %d. Read it again with GET /me/pulses, then save."
						.formatted(sent, draft.revision()));
		}
	}

	private Cycle cycle(String cycleId) {
		return this.cycles.find(cycleId)
			.orElseThrow(() -> Refusal.notFound("no-such-cycle",
					"There is no such cycle. GET /me/pulses tells which ones are open."));
	}

	private List<Unit> upwards(String unitId) {
		List<Unit> upwards = this.units.upwardsFrom(unitId);
		if (upwards.isEmpty()) {
			throw Refusal.conflict("unit-unknown",
					"Your unit %s, or one above it, is not known here yet, so we cannot ".formatted(unitId)
							+ "say where your answer would appear. Try again in a minute; then tell HR.");
		}
		return upwards;
	}

	private Response stored(Cycle cycle, Response.Given given) {
		return this.responses.change(Response.id(cycle.id(), given.pseudonym()), (present) -> Response.answered(present,
				given, cycle, this.clock.instant(), this.settings.lateAnswers()));
	}

}
