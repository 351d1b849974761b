package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A timely answer as it is kept for its person's chart and the release of its cycle.
 *
 * @param pseudonym whose it is, without saying who; null after an erasure
 * @param answeredAt when it was given, or last changed
 * @param scores the score by scale; those without a score are left out; empty after an
 * erasure
 * @param scored the scales that it had a score on, which an erasure leaves, so that the
 * cycle's count still holds
 * @param minimumGroup the smallest number of people it may be shown among
 * @param revision the sequence number of the event it came with
 */
public record Answer(String id, String cycleId, String unitId, @Nullable String pseudonym, Instant answeredAt,
		Map<String, Double> scores, List<String> scored, int minimumGroup, long revision) {

	public Answer {
		scores = Map.copyOf(scores);
		scored = List.copyOf(scored);
	}

	static Answer of(String id, ResponseRecorded response, long revision) {
		Map<String, Double> scores = new HashMap<>();
		response.scores().properties().forEach((score) -> {
			if (!score.getValue().isNull()) {
				scores.put(score.getKey(), score.getValue().doubleValue());
			}
		});
		return new Answer(id, response.cycleId(), response.unitId(), response.pseudonym(), response.answeredAt(),
				scores, scores.keySet().stream().sorted().toList(), response.rules().minimumGroup(), revision);
	}

	/** Tells whether check-in counted it: it has a score on what the cycle is about. */
	boolean counts(CycleChanged cycle) {
		return this.scored.contains(cycle.outcome().id());
	}

	/** Returns the score on a scale, null without one. */
	public @Nullable Double score(Scale scale) {
		return this.scores.get(scale.id());
	}

	/** Returns the place of this answer without the answer. */
	Answer erase() {
		return new Answer(this.id, this.cycleId, this.unitId, null, this.answeredAt, Map.of(), this.scored,
				this.minimumGroup, this.revision);
	}

	boolean isErased() {
		return this.pseudonym == null;
	}

}
