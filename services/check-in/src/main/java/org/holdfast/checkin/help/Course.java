package org.holdfast.checkin.help;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a request has gone through and where it stands.
 *
 * @param state where it stands
 * @param steps whom it was addressed to so far
 * @param remaining whom it may still go on to
 * @param acceptedBy who takes care of it
 * @param dueAt when it goes on unless somebody reacts, null when it does not
 * @param overAt since when it is over
 */
record Course(State state, List<Step> steps, List<Target> remaining, @Nullable String acceptedBy,
		@Nullable Instant dueAt, @Nullable Instant overAt) {

	Course {
		steps = List.copyOf(steps);
		remaining = List.copyOf(remaining);
	}

	static Course begun(Target first, List<Target> remaining, Circumstances now) {
		return new Course(State.ASKED, List.of(new Step(first, now.now(), null, List.of())), remaining, null,
				now.now().plus(now.within().apply(first.kind())), null);
	}

	Course accepted(String by) {
		return new Course(State.ACCEPTED, this.steps, this.remaining, by, null, null);
	}

	Course over(State state, Instant now) {
		return new Course(state, this.steps, List.of(), this.acceptedBy, null,
				(this.overAt != null) ? this.overAt : now);
	}

	Course seen(String by, Circumstances now) {
		List<Step> seen = this.steps.stream()
			.map((step) -> now.takersOf(step).contains(by) ? step.seen(now.now()) : step)
			.toList();
		State state = (this.state == State.ASKED || this.state == State.HANDED_ON) ? State.SEEN : this.state;
		return new Course(state, seen, this.remaining, this.acceptedBy, this.dueAt, this.overAt);
	}

	Course declined(String by, Circumstances now) {
		return with((step) -> now.takersOf(step).contains(by) ? step.declined(by) : step).onUnlessSomebodyIsLeft(now);
	}

	/** A person is gone: what was theirs to do is the next one's. */
	Course without(String staffId, Circumstances now) {
		Course without = with((step) -> step.without(staffId));
		List<Target> remaining = this.remaining.stream().filter((target) -> !target.names(staffId)).toList();
		boolean theirs = staffId.equals(this.acceptedBy);
		if (this.state.isOver()) {
			return new Course(this.state, without.steps, remaining, theirs ? Target.NOBODY : this.acceptedBy, null,
					this.overAt);
		}
		if (theirs) {
			return new Course(State.UNANSWERED, without.steps, remaining, null, null, null).on(now);
		}
		Course next = new Course(this.state, without.steps, remaining, this.acceptedBy, this.dueAt, null);
		return this.state.isOpen() ? next.onUnlessSomebodyIsLeft(now) : next;
	}

	private Course onUnlessSomebodyIsLeft(Circumstances now) {
		return now.takersOf(this.steps.getLast()).isEmpty() ? on(now) : this;
	}

	/**
	 * On to the next whom the person agreed to and who can be asked; those asked before
	 * may still accept.
	 */
	Course on(Circumstances now) {
		List<Target> remaining = new ArrayList<>(this.remaining);
		while (!remaining.isEmpty()) {
			Step next = new Step(remaining.removeFirst(), now.now(), null, declinedSoFar());
			if (!now.takersOf(next).isEmpty()) {
				return new Course(State.HANDED_ON, Stream.concat(this.steps.stream(), Stream.of(next)).toList(),
						remaining, null, now.now().plus(now.within().apply(next.target().kind())), null);
			}
		}
		Course last = new Course(State.UNANSWERED, this.steps, List.of(), null, null, null);
		boolean allDeclined = last.takers(now).isEmpty() && !declinedSoFar().isEmpty();
		return allDeclined ? last.over(State.DECLINED, now.now()) : last;
	}

	/** Who may accept it now. */
	List<String> takers(Circumstances now) {
		return this.steps.stream().flatMap((step) -> now.takersOf(step).stream()).distinct().toList();
	}

	private List<String> declinedSoFar() {
		return this.steps.stream().flatMap((step) -> step.declinedBy().stream()).distinct().toList();
	}

	private Course with(UnaryOperator<Step> change) {
		return new Course(this.state, this.steps.stream().map(change).toList(), this.remaining, this.acceptedBy,
				this.dueAt, this.overAt);
	}

}
