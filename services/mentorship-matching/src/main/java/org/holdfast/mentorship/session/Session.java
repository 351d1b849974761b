package org.holdfast.mentorship.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Words;
import org.holdfast.mentorship.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the members of a gathering, from its plan to what became of it.
 *
 * @param id made up by who plans it, so that a retry finds the same one
 * @param gathering path of the gathering
 * @param plan how it is to be, or how it was
 * @param where null if nothing was said about it
 * @param revision how often it was changed
 * @param revisedAt when it was changed last
 * @param moves how often it was moved to another time
 * @param movedBy who set the present time; empty once they are erased
 * @param told ids of the notices that are still to be seen
 */
record Session(String id, String gathering, State state, Plan plan, @Nullable Words where, int revision,
		Instant revisedAt, int moves, String movedBy, Set<String> told) {

	/** How long after its end people still hear of a plan. */
	private static final Duration NEWS = Duration.ofDays(1);

	enum State {

		@JsonProperty("planned")
		PLANNED, @JsonProperty("held")
		HELD, @JsonProperty("cancelled")
		CANCELLED

	}

	Session {
		told = Set.copyOf(told);
	}

	static Session planned(String id, Gathering gathering, String by, Plan plan, @Nullable Words where, Instant now) {
		return new Session(id, gathering.path(), State.PLANNED, plan, where, 0, now, 0, by, Set.of());
	}

	static Session held(String id, Gathering gathering, String by, Plan plan, Instant now) {
		return new Session(id, gathering.path(), State.HELD, plan, null, 0, now, 0, by, Set.of());
	}

	/**
	 * With another plan.
	 * @throws Refusal (409) if it was held or cancelled
	 */
	Session changed(String by, Plan plan, @Nullable Words where, Instant now) {
		if (this.state != State.PLANNED) {
			throw over();
		}
		boolean stays = plan.isAtTheTimeOf(this.plan);
		return new Session(this.id, this.gathering, this.state, plan, where, this.revision + 1, now,
				stays ? this.moves : this.moves + 1, stays ? this.movedBy : by, this.told);
	}

	/**
	 * As it was; said again, it is a correction.
	 * @throws Refusal (409) if it was cancelled
	 */
	Session held(Plan asItWas, Instant now) {
		if (this.state == State.CANCELLED) {
			throw over();
		}
		return in(State.HELD, asItWas, now);
	}

	/**
	 * Called off, for good.
	 * @throws Refusal (409) if it was held
	 */
	Session cancelled(Instant now) {
		return switch (this.state) {
			case CANCELLED -> this;
			case HELD -> throw over();
			case PLANNED -> in(State.CANCELLED, this.plan, now);
		};
	}

	private Session in(State state, Plan plan, Instant now) {
		return (state == this.state && plan.equals(this.plan)) ? this : new Session(this.id, this.gathering, state,
				plan, this.where, this.revision + 1, now, this.moves, this.movedBy, this.told);
	}

	/** Whether anything of a person is in here. */
	boolean names(String staffId) {
		return !without(staffId).equals(this);
	}

	/** The same without anything of a person. */
	Session without(String staffId) {
		Set<String> toldToOthers = this.told.stream()
			.filter((notice) -> !toldTo(staffId).contains(notice))
			.collect(Collectors.toSet());
		return new Session(this.id, this.gathering, this.state, this.plan,
				(this.where != null && this.where.by().equals(staffId)) ? null : this.where, this.revision,
				this.revisedAt, this.moves, this.movedBy.equals(staffId) ? "" : this.movedBy, toldToOthers);
	}

	/** Ids of the notices that a person still sees. */
	Set<String> toldTo(String staffId) {
		return this.told.stream().filter((notice) -> notice.contains(":" + staffId + ":")).collect(Collectors.toSet());
	}

	Session having(Collection<Notice> told) {
		return new Session(this.id, this.gathering, this.state, this.plan, this.where, this.revision, this.revisedAt,
				this.moves, this.movedBy, Notice.ids(told));
	}

	/**
	 * What the members should hear of now: everybody but who set the time, of the plan,
	 * or, each time it was moved, of that.
	 */
	List<Notice> notices(Gathering gathering, Instant now) {
		if (this.state != State.PLANNED || !gathering.living() || !now.isBefore(this.plan.endsAt().plus(NEWS))) {
			return List.of();
		}
		String about = this.gathering + "/sessions/" + this.id;
		return gathering.others(this.movedBy)
			.stream()
			.map((staffId) -> (this.moves == 0) ? Notice.of(about, staffId, "session-planned")
					: new Notice("%s:%s:session-changed:%d".formatted(about, staffId, this.moves), staffId,
							"session-changed", about))
			.toList();
	}

	boolean isHeld() {
		return this.state == State.HELD;
	}

	private static Refusal over() {
		return Refusal.conflict("session-is-over",
				"This session was held or cancelled meanwhile. Look at it again, or plan another one.");
	}

}
