package org.holdfast.burnout.chart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.jspecify.annotations.Nullable;

/**
 * One person's chart on one scale: where they stand by the cycles that are done with, and
 * the few answers that may still change.
 *
 * @param id pseudonym and scale
 * @param base where the person stands without the open answers; null before the first
 * @param open answers of cycles that are not done with, by time
 * @param warned whether the person has been told of a warning that is not over
 */
record PersonalChart(String id, String pseudonym, String scale, @Nullable Standing base, List<Answered> open,
		boolean warned) {

	PersonalChart {
		open = List.copyOf(open);
	}

	static PersonalChart of(String pseudonym, String scale) {
		return new PersonalChart(id(pseudonym, scale), pseudonym, scale, null, List.of(), false);
	}

	static String id(String pseudonym, String scale) {
		return pseudonym + ":" + scale;
	}

	/**
	 * Takes an answer, or a changed one in the place of what it was before, and tells the
	 * person where that changes whether there is a warning.
	 * @param done tells the cycles whose answers can no longer change
	 */
	Change<PersonalChart> take(Answered answer, Predicate<String> done, Rules rules) {
		if (done.test(answer.cycleId()) || holds(answer.responseId(), answer.revision())) {
			return Change.to(this);
		}
		return with(Stream.concat(others(answer.responseId()), Stream.of(answer)).sorted(Answered.BY_TIME).toList(),
				done, rules);
	}

	/** Tells whether it has this version of an open answer, or a later one. */
	boolean holds(String responseId, long revision) {
		return this.open.stream()
			.anyMatch((held) -> held.responseId().equals(responseId) && held.revision() >= revision);
	}

	/** Drops an answer that was changed into one without a score. */
	Change<PersonalChart> drop(String responseId, Predicate<String> done, Rules rules) {
		List<Answered> others = others(responseId).toList();
		return (others.size() == this.open.size()) ? Change.to(this) : with(others, done, rules);
	}

	private Stream<Answered> others(String responseId) {
		return this.open.stream().filter((held) -> !held.responseId().equals(responseId));
	}

	private Change<PersonalChart> with(List<Answered> answers, Predicate<String> done, Rules rules) {
		int settled = 0;
		Standing base = this.base;
		while (settled < answers.size() && done.test(answers.get(settled).cycleId())) {
			base = next(base, answers.get(settled++), rules);
		}
		List<Answered> open = answers.subList(settled, answers.size());
		Standing now = base;
		for (Answered answer : open) {
			now = next(now, answer, rules);
		}
		boolean raised = now != null && now.chart().raised();
		PersonalChart next = new PersonalChart(this.id, this.pseudonym, this.scale, base, open, raised);
		if (raised == this.warned) {
			return Change.to(next);
		}
		return Change.to(next, Event.of(Warned.TOPIC, this.id, next.warning(now, answers, rules)));
	}

	/**
	 * Where a change of the answer itself ended it, no answer has turned the chart: that
	 * is told as of the latest one.
	 */
	private Warned warning(@Nullable Standing now, List<Answered> answers, Rules rules) {
		Standing.Turn turn = (now != null) ? now.turn() : null;
		if (turn == null) {
			Answered latest = answers.isEmpty() ? this.open.getLast() : answers.getLast();
			turn = new Standing.Turn(latest.at(), latest.cycleId(), latest.score(),
					(now != null) ? now.chart().mean() : latest.score(), Math.max(0, answers.size() - 1));
		}
		return new Warned(this.pseudonym, this.scale, this.warned ? Warned.State.RAISED : Warned.State.OVER, turn.at(),
				turn.cycleId(),
				new Warned.Evidence(turn.latest(), rounded(turn.usual()), turn.earlierAnswers(), "cusum"),
				rules.falseAlarms());
	}

	private static double rounded(double points) {
		return Math.round(points * 10) / 10.0;
	}

	/**
	 * Returns where the person stands right after an answer that is still open, all
	 * before it taken in; empty if there is no such answer.
	 */
	Optional<Standing> after(String responseId, Rules rules) {
		Standing standing = this.base;
		for (Answered answer : this.open) {
			standing = next(standing, answer, rules);
			if (answer.responseId().equals(responseId)) {
				return Optional.of(standing);
			}
		}
		return Optional.empty();
	}

	/** Returns where the person stands by the cycles that are done with. */
	Optional<Standing> settled(Predicate<String> done, Rules rules) {
		Standing standing = this.base;
		for (Answered answer : this.open) {
			if (!done.test(answer.cycleId())) {
				break;
			}
			standing = next(standing, answer, rules);
		}
		return Optional.ofNullable(standing);
	}

	private Standing next(@Nullable Standing standing, Answered answer, Rules rules) {
		Standing from = (standing != null) ? standing : Standing.begin(rules.priors().apply(this.scale, answer.at()));
		return from.observe(answer, rules.limit());
	}

	/**
	 * What charts go by.
	 *
	 * @param priors by scale and the time of a person's first answer
	 * @param limit of the CUSUM
	 * @param falseAlarms what that limit means, in words
	 */
	record Rules(BiFunction<String, Instant, Prior> priors, double limit, String falseAlarms) {
	}

}
