package org.holdfast.checkin.pulse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.holdfast.checkin.instrument.Edition;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.instrument.Scoring;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What one person answered in one cycle, kept under their pseudonym.
 * <p>
 * It keeps the unit and the rules of the first answer, also where the person moves to
 * another unit or the rules change before the cycle closes: the notice shown before that
 * answer promised which groups it appears in, and a response that moved would be counted
 * by two readers of the partitioned topic.
 *
 * @param id from cycle and pseudonym, so that a retry finds the same one
 * @param revision how often it was given or changed, which is the sequence number of its
 * last event
 * @param cycleId its cycle
 * @param unitId the unit of the person at their first answer
 * @param pseudonym of the person
 * @param instrument what was answered
 * @param answeredAt when it was given or last changed
 * @param late given at or after the close
 * @param answers item to option
 * @param needs what weighs most, for the person alone: never published
 * @param scores scale to score, null where too little was answered
 * @param rules in force at the first answer, raised since, never lowered
 */
record Response(String id, int revision, String cycleId, String unitId, String pseudonym, Edition instrument,
		Instant answeredAt, boolean late, Map<String, String> answers, List<String> needs,
		Map<String, @Nullable Double> scores, Rules rules) {

	static final String TOPIC = "check-in.recorded";

	private static final int ID_BYTES = 16;

	Response {
		answers = Map.copyOf(answers);
		// none are stored with responses of the time before there were any
		needs = (needs != null) ? List.copyOf(needs) : List.of();
		scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
	}

	/** The id of the only response a person can have in a cycle. */
	static String id(String cycleId, String pseudonym) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((cycleId + "\n" + pseudonym).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/**
	 * What giving these answers now comes to.
	 * @param present what the person answered in this cycle before
	 * @param given the answers and what they are given for
	 * @param cycle as it stands
	 * @param now the stamp
	 * @param lateAnswers how long after the close answers are taken
	 * @return the next response and its event; nothing where the same was answered before
	 * @throws Refusal (409) if the cycle takes no such answer any more or yet
	 */
	static Change<Response> answered(Optional<Response> present, Given given, Cycle cycle, Instant now,
			Duration lateAnswers) {
		Response before = present.orElse(null);
		if (before != null && before.answers.equals(given.answers()) && before.needs.equals(given.needs())) {
			return Change.none();
		}
		if (cycle.state() == Cycle.State.PLANNED) {
			throw Refusal.conflict("cycle-not-open",
					"Cycle %s opens at %s; answer then.".formatted(cycle.id(), cycle.opensAt()));
		}
		boolean late = cycle.isOver(now);
		if (late && before != null && !before.late) {
			throw Refusal.conflict("answer-counted",
					"Cycle %s closed at %s and your answer counts as it was. Answer the next one.".formatted(cycle.id(),
							cycle.closesAt()));
		}
		if (late && now.isAfter(cycle.closesAt().plus(lateAnswers))) {
			throw Refusal.conflict("cycle-closed", "Cycle %s closed at %s and took late answers until %s. Answer the "
				.formatted(cycle.id(), cycle.closesAt(), cycle.closesAt().plus(lateAnswers)) + "next one.");
		}
		Response next = given.response(before, cycle, now.truncatedTo(ChronoUnit.MILLIS), late);
		return Change.to(next, next.recorded());
	}

	@Nullable Double score(String scale) {
		return this.scores.get(scale);
	}

	/** What is told when it is removed. */
	Event gone() {
		return Event.tombstone(TOPIC, this.id).partitionedBy(this.unitId);
	}

	private Event recorded() {
		ResponseRecorded recorded = new ResponseRecorded(this.id, this.cycleId, this.unitId, this.pseudonym,
				this.instrument, this.answeredAt, this.late, this.scores, this.rules);
		return Event.of(TOPIC, this.id, recorded).partitionedBy(this.unitId);
	}

	/**
	 * Answers that were checked, with what a response to them is made of.
	 *
	 * @param pseudonym of who gives them
	 * @param unitId of who gives them
	 * @param instrument what is answered
	 * @param answers item to option
	 * @param needs what weighs most
	 * @param minimumGroup the fewest people a figure may stand for, as set now
	 */
	record Given(String pseudonym, String unitId, Instrument instrument, Map<String, String> answers,
			List<String> needs, int minimumGroup) {

		private Response response(@Nullable Response before, Cycle cycle, Instant now, boolean late) {
			return new Response(Response.id(cycle.id(), this.pseudonym), (before != null) ? before.revision + 1 : 1,
					cycle.id(), (before != null) ? before.unitId : this.unitId, this.pseudonym,
					this.instrument.edition(), now, late, this.answers, this.needs,
					Scoring.scores(this.instrument, this.answers, cycle.form().anchors()),
					(before != null) ? before.rules.atLeast(this.minimumGroup) : new Rules(this.minimumGroup));
		}

	}

	/**
	 * What a person could rely on when they answered.
	 *
	 * @param minimumGroup the fewest people a figure may stand for that this response is
	 * part of
	 */
	record Rules(int minimumGroup) {

		Rules atLeast(int minimumGroup) {
			return new Rules(Math.max(this.minimumGroup, minimumGroup));
		}

	}

}
