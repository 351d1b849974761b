package org.holdfast.mentorship.tie;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * An event or learning group that people join.
 *
 * @param id made up by who announces it
 * @param organiserId empty once they are erased
 * @param joined ids of those who joined, in that order
 * @param revision how often what is announced was changed
 * @param revisedAt when that was last
 * @param lastMove null if time and place are as they were announced
 * @param told ids of the notices that are still to be seen
 */
record Occasion(String id, String organiserId, Plan plan, List<String> joined, boolean cancelled, int revision,
		Instant revisedAt, @Nullable Move lastMove, Set<String> told) {

	/** As long people find one that is over. */
	private static final Duration AFTERWARDS = Duration.ofDays(30);

	/**
	 * A change of time or place.
	 *
	 * @param revision by which it was
	 * @param joined ids of those who had joined before, and still do
	 */
	record Move(int revision, List<String> joined) {

		Move without(String staffId) {
			return new Move(this.revision, Occasion.without(this.joined, staffId));
		}

	}

	Occasion {
		joined = List.copyOf(joined);
		told = Set.copyOf(told);
	}

	static Occasion announced(String id, String organiserId, Plan plan, Instant now) {
		return new Occasion(id, organiserId, plan, List.of(), false, 0, now, null, Set.of());
	}

	/**
	 * With another plan; the same again changes nothing.
	 * @throws Refusal (409) if it is cancelled, or more have joined than there would be
	 * places
	 */
	Occasion planned(Plan plan, Instant now) {
		if (plan.equals(this.plan) && !this.cancelled) {
			return this;
		}
		requireOpen();
		if (plan.places() < this.joined.size()) {
			throw Refusal
				.conflict("more-have-joined",
						"%d people have joined already. Keep at least as many places.".formatted(this.joined.size()))
				.with("pointer", "/places")
				.with("joined", this.joined.size());
		}
		int next = this.revision + 1;
		return new Occasion(this.id, this.organiserId, plan, this.joined, false, next, now,
				plan.isWhenAndWhere(this.plan) ? this.lastMove : new Move(next, this.joined), this.told);
	}

	/**
	 * With one more person; joining again changes nothing.
	 * @throws Refusal (409) if it is full, has begun (for the last time) or is cancelled
	 */
	Occasion joinedBy(String staffId, Instant now) {
		if (this.joined.contains(staffId)) {
			return this;
		}
		requireOpen();
		if (!now.isBefore(this.plan.last().startsAt())) {
			throw Refusal.conflict("event-has-begun", "This has begun already. Look for another one.");
		}
		if (free() == 0) {
			throw Refusal.conflict("event-is-full",
					"All %d places are taken. Try again later: somebody may leave.".formatted(this.plan.places()));
		}
		return having(Stream.concat(this.joined.stream(), Stream.of(staffId)).toList(), this.lastMove);
	}

	Occasion leftBy(String staffId) {
		return having(without(this.joined, staffId), (this.lastMove != null) ? this.lastMove.without(staffId) : null);
	}

	/** An end is for good. */
	Occasion cancel(Instant now) {
		return this.cancelled ? this : new Occasion(this.id, this.organiserId, this.plan, this.joined, true,
				this.revision + 1, now, this.lastMove, this.told);
	}

	/**
	 * The same without an erased person; without its organiser it does not take place.
	 */
	Occasion without(String staffId, Instant now) {
		Occasion left = leftBy(staffId);
		if (!isOrganisedBy(staffId)) {
			return left;
		}
		Occasion over = left.cancel(now);
		return new Occasion(over.id, "", over.plan, over.joined, true, over.revision, over.revisedAt, over.lastMove,
				over.told);
	}

	Occasion having(Collection<Notice> told) {
		return new Occasion(this.id, this.organiserId, this.plan, this.joined, this.cancelled, this.revision,
				this.revisedAt, this.lastMove, Notice.ids(told));
	}

	int free() {
		return this.plan.places() - this.joined.size();
	}

	boolean isOrganisedBy(String staffId) {
		return this.organiserId.equals(staffId);
	}

	boolean isJoinedBy(String staffId) {
		return this.joined.contains(staffId);
	}

	/** Whether nobody needs it any more, nor who was there. */
	boolean isForgotten(Instant now) {
		return this.plan.isOver(now.minus(AFTERWARDS));
	}

	/** What people should hear of now: nobody of what they did themselves. */
	List<Notice> notices(Instant now) {
		if (this.plan.isOver(now)) {
			return List.of();
		}
		if (this.cancelled) {
			return without(this.joined, this.organiserId).stream()
				.map((staffId) -> Notice.of(this.id, staffId, "event-cancelled"))
				.toList();
		}
		Move move = this.lastMove;
		return (move == null) ? List.of()
				: without(move.joined(), this.organiserId).stream()
					.map((staffId) -> new Notice("%s:%s:event-changed:%d".formatted(this.id, staffId, move.revision()),
							staffId, "event-changed", this.id))
					.toList();
	}

	private void requireOpen() {
		if (this.cancelled) {
			throw Refusal.conflict("event-is-cancelled", "This does not take place. Look for another one.");
		}
	}

	private Occasion having(List<String> joined, @Nullable Move lastMove) {
		return new Occasion(this.id, this.organiserId, this.plan, joined, this.cancelled, this.revision, this.revisedAt,
				lastMove, this.told);
	}

	private static List<String> without(List<String> staffIds, String staffId) {
		return staffIds.stream().filter((each) -> !each.equals(staffId)).toList();
	}

}
