package org.holdfast.mentorship.tie;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.notice.Notice;

/**
 * An event or learning group that people join.
 *
 * @param id made up by who announces it
 * @param organiserId empty once they are erased
 * @param joined ids of those who joined, in that order
 * @param told ids of the notices that are still to be seen
 */
record Occasion(String id, String organiserId, Plan plan, List<String> joined, boolean cancelled, Set<String> told) {

	/** As long people find one that is over. */
	private static final Duration AFTERWARDS = Duration.ofDays(30);

	/**
	 * What is announced, in the organiser's words.
	 *
	 * @param places how many can join
	 */
	record Plan(String title, Instant startsAt, Instant endsAt, String place, String topic, int places) {
	}

	Occasion {
		joined = List.copyOf(joined);
		told = Set.copyOf(told);
	}

	static Occasion announced(String id, String organiserId, Plan plan) {
		return new Occasion(id, organiserId, plan, List.of(), false, Set.of());
	}

	/**
	 * With another plan.
	 * @throws Refusal (409) if it is cancelled, or more have joined than there would be
	 * places
	 */
	Occasion planned(Plan plan) {
		requireOpen();
		if (plan.places() < this.joined.size()) {
			throw Refusal
				.conflict("more-have-joined",
						"%d people have joined already. Keep at least as many places.".formatted(this.joined.size()))
				.with("joined", this.joined.size());
		}
		return new Occasion(this.id, this.organiserId, plan, this.joined, false, this.told);
	}

	/**
	 * With one more person; joining again changes nothing.
	 * @throws Refusal (409) if it is full, has begun or is cancelled
	 */
	Occasion joinedBy(String staffId, Instant now) {
		if (this.joined.contains(staffId)) {
			return this;
		}
		requireOpen();
		if (!now.isBefore(this.plan.startsAt())) {
			throw Refusal.conflict("event-has-begun", "This has begun already. Look for another one.");
		}
		if (free() == 0) {
			throw Refusal.conflict("event-is-full",
					"All %d places are taken. Try again later: somebody may leave.".formatted(this.plan.places()));
		}
		return having(Stream.concat(this.joined.stream(), Stream.of(staffId)).toList(), this.cancelled);
	}

	Occasion leftBy(String staffId) {
		return having(this.joined.stream().filter((id) -> !id.equals(staffId)).toList(), this.cancelled);
	}

	/** An end is for good. */
	Occasion cancel() {
		return having(this.joined, true);
	}

	/**
	 * The same without an erased person; without its organiser it does not take place.
	 */
	Occasion without(String staffId) {
		Occasion left = leftBy(staffId);
		return !this.organiserId.equals(staffId) ? left
				: new Occasion(this.id, "", this.plan, left.joined, true, this.told);
	}

	Occasion having(Collection<Notice> told) {
		return new Occasion(this.id, this.organiserId, this.plan, this.joined, this.cancelled, Notice.ids(told));
	}

	int free() {
		return this.plan.places() - this.joined.size();
	}

	boolean isOver(Instant now) {
		return !now.isBefore(this.plan.endsAt());
	}

	/** Whether nobody needs it any more, nor who was there. */
	boolean isForgotten(Instant now) {
		return !now.isBefore(this.plan.endsAt().plus(AFTERWARDS));
	}

	/** What people should hear of now. */
	List<Notice> notices(Instant now) {
		return (!this.cancelled || isOver(now)) ? List.of()
				: this.joined.stream().map((staffId) -> Notice.of(this.id, staffId, "event-cancelled")).toList();
	}

	private void requireOpen() {
		if (this.cancelled) {
			throw Refusal.conflict("event-is-cancelled", "This does not take place. Look for another one.");
		}
	}

	private Occasion having(List<String> joined, boolean cancelled) {
		return new Occasion(this.id, this.organiserId, this.plan, joined, cancelled, this.told);
	}

}
