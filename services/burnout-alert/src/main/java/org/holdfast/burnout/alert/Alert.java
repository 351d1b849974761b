package org.holdfast.burnout.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.holdfast.burnout.release.Figure;
import org.holdfast.burnout.release.Release;
import org.holdfast.burnout.setting.Trouble;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A warning about a group, raised once for as long as the group stays in trouble, and
 * what people did about it since.
 *
 * @param id the same for the same group and first cycle, however often it is derived
 * @param rule what called for it
 * @param scale what the level is about
 * @param unitIds the units whose own members are the group
 * @param cycleId the first cycle of the trouble
 * @param level 0..100; the limit where only a limit is published; null where silence is
 * the trouble
 * @param people the number of answers as a band
 * @param threshold the level of trouble that counted as high in that cycle
 * @param raisedAt when that cycle closed
 * @param because the evidence in a sentence
 * @param falseAlarms how often its rule would say so by chance
 * @param state where it stands
 * @param owner who has it in hand
 * @param dueOn until when
 * @param steps what was done about it, earliest first
 */
record Alert(String id, Trouble rule, String scale, List<String> unitIds, String cycleId, @Nullable Integer level,
		String people, int threshold, Instant raisedAt, String because, String falseAlarms, State state,
		@Nullable String owner, @Nullable LocalDate dueOn, List<Step> steps) {

	static final String TOPIC = "burnout-alert.raised";

	Alert {
		unitIds = List.copyOf(unitIds);
		steps = List.copyOf(steps);
	}

	static Alert of(Release.Block block, Release release, AlertRules.Finding found) {
		Figure figure = block.figure();
		Integer limit = (figure.atLeast() != null) ? figure.atLeast() : figure.atMost();
		return raised(id(release.id() + "\n" + String.join("\n", block.unitIds())), block.unitIds(),
				(figure.level() != null) ? figure.level() : limit, figure.people(), release, found);
	}

	static Alert ofSilence(String unitId, Release release, int cycles) {
		String people = "fewer than " + release.minimumGroup();
		String because = "%s of a unit in which more were asked answered, %d cycles in a row; how the others fare is not known"
			.formatted(people.replace("fewer", "Fewer"), cycles);
		return raised(id(release.id() + "\n" + unitId + "\nsilent"), List.of(unitId), null, people, release,
				new AlertRules.Finding(Trouble.SILENT, because, "none: it is counted, not estimated"));
	}

	private static Alert raised(String id, List<String> unitIds, @Nullable Integer level, String people,
			Release release, AlertRules.Finding found) {
		return new Alert(id, found.trouble(), release.outcome().id(), unitIds, release.id(), level, people,
				release.threshold(), release.closesAt(), found.because(), found.falseAlarms(), State.RAISED, null, null,
				List.of());
	}

	private static String id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

	Change<Alert> raise() {
		return Change.to(this, Event.of(TOPIC, this.id, new Raised(this.id, this.rule, this.scale, this.unitIds,
				this.cycleId, this.level, this.people, this.threshold, this.raisedAt)));
	}

	/** Returns it as seen by somebody who means to look into it. */
	Alert acknowledge(Step step) {
		return to(State.ACKNOWLEDGED, State.RAISED, this.owner, this.dueOn, step);
	}

	/** Returns it with somebody who does something about it until a day. */
	Alert takeInHand(String owner, LocalDate dueOn, Step step) {
		return to(State.IN_HAND, State.ACKNOWLEDGED, owner, dueOn, step);
	}

	/** Returns it as done with. */
	Alert resolve(Step step) {
		return to(State.RESOLVED, State.IN_HAND, this.owner, this.dueOn, step);
	}

	private Alert to(State next, State from, @Nullable String owner, @Nullable LocalDate dueOn, Step step) {
		if (this.state != from) {
			throw Refusal
				.conflict("illegal-transition",
						"The alert is %s; only one that is %s becomes %s.".formatted(this.state.words(), from.words(),
								next.words()))
				.with("state", this.state);
		}
		List<Step> steps = new ArrayList<>(this.steps);
		steps.add(step);
		return new Alert(this.id, this.rule, this.scale, this.unitIds, this.cycleId, this.level, this.people,
				this.threshold, this.raisedAt, this.because, this.falseAlarms, next, owner, dueOn, steps);
	}

	/** Where an alert stands. */
	enum State {

		/** Nobody looked at it yet. */
		@JsonProperty("raised")
		RAISED,
		/** Somebody means to look into it. */
		@JsonProperty("acknowledged")
		ACKNOWLEDGED,
		/** Somebody does something about it. */
		@JsonProperty("in-hand")
		IN_HAND,
		/** It is done with. */
		@JsonProperty("resolved")
		RESOLVED;

		private String words() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
		}

	}

	/**
	 * What somebody did about it.
	 *
	 * @param by their staff id
	 */
	record Step(State state, Instant at, String by, @Nullable String note) {
	}

	/** What is published of it. */
	record Raised(String alertId, Trouble rule, String scale, List<String> unitIds, String cycleId,
			@Nullable Integer level, String people, int threshold, Instant raisedAt) {
	}

}
