package org.holdfast.mentorship.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Gathering.Part;
import org.holdfast.mentorship.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor and a supervisee, from the offer to the end.
 *
 * @param id made up by who opens it, so that a retry finds the same one
 * @param supervisorId empty once they are erased
 * @param named whether HR named the two, wherever the supervisor stands in the line
 * @param everyDays how often they are to meet
 * @param offeredAt when it was opened
 * @param since when the supervisee accepted; null before
 * @param endedAt null as long as it is open
 * @param told ids of the notices that are still to be seen
 */
record Supervision(String id, String supervisorId, String superviseeId, boolean named, int everyDays, State state,
		Instant offeredAt, @Nullable Instant since, @Nullable Instant endedAt, Set<String> told) {

	static final String KIND = "supervision";

	/** How long people hear that something ended. */
	private static final Duration NEWS = Duration.ofDays(14);

	enum State {

		@JsonProperty("proposed")
		PROPOSED, @JsonProperty("active")
		ACTIVE, @JsonProperty("paused")
		PAUSED, @JsonProperty("ended")
		ENDED

	}

	Supervision {
		told = Set.copyOf(told);
	}

	static Supervision proposed(String id, String supervisorId, String superviseeId, boolean named, int everyDays,
			Instant now) {
		return new Supervision(id, supervisorId, superviseeId, named, everyDays, State.PROPOSED, now, null, null,
				Set.of());
	}

	boolean isBetween(String supervisorId, String superviseeId) {
		return this.supervisorId.equals(supervisorId) && this.superviseeId.equals(superviseeId);
	}

	boolean isOf(String staffId) {
		return staffId.equals(this.supervisorId) || staffId.equals(this.superviseeId);
	}

	boolean isOpen() {
		return this.state != State.ENDED;
	}

	/**
	 * With another rhythm.
	 * @throws Refusal (409) if it is over
	 */
	Supervision every(int days) {
		if (!isOpen()) {
			throw over();
		}
		return new Supervision(this.id, this.supervisorId, this.superviseeId, this.named, days, this.state,
				this.offeredAt, this.since, this.endedAt, this.told);
	}

	/**
	 * Accepted by the supervisee, or going on after a pause, by either.
	 * @throws Refusal (409) if it is over
	 */
	Supervision activated(String by, Instant now) {
		return switch (this.state) {
			case ACTIVE -> this;
			case PAUSED -> in(State.ACTIVE, this.since, null);
			// the supervisor has said yes by opening it
			case PROPOSED -> by.equals(this.superviseeId) ? in(State.ACTIVE, now, null) : this;
			case ENDED -> throw over();
		};
	}

	/**
	 * Rests until either of the two goes on.
	 * @throws Refusal (409) if it is over or has not begun
	 */
	Supervision paused() {
		if (this.state != State.ACTIVE && this.state != State.PAUSED) {
			throw over();
		}
		return in(State.PAUSED, this.since, null);
	}

	/** An end is for good; who chose it, or what, is stored nowhere. */
	Supervision ended(Instant now) {
		return isOpen() ? in(State.ENDED, this.since, now) : this;
	}

	/** The same without the supervisor, who was erased. */
	Supervision withoutSupervisor() {
		return new Supervision(this.id, "", this.superviseeId, this.named, this.everyDays, this.state, this.offeredAt,
				this.since, this.endedAt, this.told);
	}

	private Supervision in(State state, @Nullable Instant since, @Nullable Instant endedAt) {
		return new Supervision(this.id, this.supervisorId, this.superviseeId, this.named, this.everyDays, state,
				this.offeredAt, since, endedAt, this.told);
	}

	Supervision having(Collection<Notice> told) {
		return new Supervision(this.id, this.supervisorId, this.superviseeId, this.named, this.everyDays, this.state,
				this.offeredAt, this.since, this.endedAt, Notice.ids(told));
	}

	/**
	 * From when the next session is due: one rhythm after the last one, or after the
	 * beginning.
	 * @return empty while none is
	 */
	Optional<Instant> nextDue(Optional<Instant> lastHeld) {
		if (this.state != State.ACTIVE || this.since == null) {
			return Optional.empty();
		}
		return Optional.of(lastHeld.orElse(this.since).plus(Duration.ofDays(this.everyDays)));
	}

	/** What the two should hear of now. */
	List<Notice> notices(Optional<Instant> lastHeld, Instant now) {
		return switch (this.state) {
			case PROPOSED -> List.of(Notice.of(this.id, this.superviseeId, "supervision-proposed"));
			case ACTIVE -> nextDue(lastHeld).filter((due) -> !now.isBefore(due))
				.map((due) -> List.of(Notice.of(this.id, this.supervisorId, "supervision-due")))
				.orElse(List.of());
			case PAUSED -> List.of();
			case ENDED ->
				(this.since == null || this.endedAt == null || !now.isBefore(this.endedAt.plus(NEWS))) ? List.of()
						: members().keySet()
							.stream()
							.sorted()
							.map((staffId) -> Notice.of(this.id, staffId, "supervision-ended"))
							.toList();
		};
	}

	/** For the two to meet in; empty before it has begun. */
	Optional<Gathering> gathering() {
		return (this.since == null) ? Optional.empty() : Optional.of(new Gathering(KIND, this.id, members(), isOpen()));
	}

	/** The two, or who is left of them. */
	private Map<String, Part> members() {
		return this.supervisorId.isEmpty() ? Map.of(this.superviseeId, Part.SUPERVISEE)
				: Map.of(this.supervisorId, Part.SUPERVISOR, this.superviseeId, Part.SUPERVISEE);
	}

	private static Refusal over() {
		return Refusal.conflict("supervision-is-over",
				"This supervision is over, or has not begun yet. Look at your supervisions again to see what became of it.");
	}

}
