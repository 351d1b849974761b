package org.holdfast.checkin.help;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.holdfast.checkin.notice.Notices;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.vault.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A person asks for help: what they agreed to, and what has come of it.
 *
 * @param id chosen by who asks, so that a retry finds the same one
 * @param askerId who asks
 * @param wish what they asked for and agreed to
 * @param askedAt when
 * @param words encrypted; null where there are none, or none any more
 * @param course where it stands
 * @param notices whom it had told
 */
record HelpRequest(String id, String askerId, Wish wish, Instant askedAt, @Nullable Sealed words, Course course,
		Notices notices) {

	static final String WORDS = "words";

	/**
	 * Asking, which however often it is repeated is one request.
	 * @throws Refusal (409) if it was asked differently before, or by somebody else
	 */
	static Change<HelpRequest> asked(Optional<HelpRequest> present, HelpRequest wanted, boolean sameWords,
			Circumstances now) {
		if (present.isPresent()) {
			present.get().requireSame(wanted.askerId, wanted.wish, sameWords);
			return Change.none();
		}
		return wanted.told(now, Told.each(wanted.course.takers(now), "help-asked"));
	}

	/**
	 * Refuses what would be another request under the same id.
	 * @throws Refusal (409) if it was asked differently before, or by somebody else
	 */
	void requireSame(String askerId, Wish wish, boolean sameWords) {
		if (!this.askerId.equals(askerId) || !this.wish.equals(wish) || !sameWords) {
			throw Refusal.conflict("request-differs",
					"Something else was asked for under this id already. Choose another id for another request.");
		}
	}

	boolean isVisibleTo(String reader, Circumstances now) {
		return switch (this.course.state()) {
			case ASKED, SEEN, HANDED_ON, UNANSWERED -> this.course.takers(now).contains(reader);
			case ACCEPTED, CLOSED, WITHDRAWN -> (this.course.acceptedBy() != null)
					? reader.equals(this.course.acceptedBy()) : this.course.takers(now).contains(reader);
			case DECLINED -> false;
		};
	}

	/** The first ones are asked with the words, the others only if the person agreed. */
	boolean sharesWordsWith(String reader, Circumstances now) {
		boolean first = now.takers().apply(this.course.steps().getFirst().target()).contains(reader)
				|| (this.course.steps().size() == 1 && reader.equals(this.course.acceptedBy()));
		return !this.course.state().isOver() && isVisibleTo(reader, now) && (first || this.wish.wordsGoOn());
	}

	Change<HelpRequest> seen(String by, Circumstances now) {
		Course next = this.course.seen(by, now);
		return (!this.course.state().isOpen() || next.equals(this.course)) ? Change.none()
				: with(next).told(now, List.of());
	}

	/**
	 * Somebody takes care of it: the first one who says so.
	 * @throws Refusal (404) if it is none of theirs, (409) if somebody was quicker or it
	 * is over
	 */
	Change<HelpRequest> accepted(String by, Circumstances now) {
		if (this.course.state() == State.ACCEPTED && by.equals(this.course.acceptedBy())) {
			return Change.none();
		}
		requireTaker(by, now);
		if (!this.course.state().isOpen()) {
			throw Refusal.conflict("not-open", (this.course.state() == State.ACCEPTED)
					? "Somebody else takes care of it already." : "This request is over.");
		}
		return with(this.course.accepted(by)).told(now, Told.each(List.of(this.askerId), "help-accepted"));
	}

	/**
	 * Somebody does not take care of it, also who had accepted it; it goes on where that
	 * leaves nobody.
	 * @throws Refusal (404) if it is none of theirs, (409) if somebody else has accepted
	 * it
	 */
	Change<HelpRequest> declined(String by, Circumstances now) {
		if (this.course.steps().stream().anyMatch((step) -> step.declinedBy().contains(by))) {
			return Change.none();
		}
		requireTaker(by, now);
		boolean theirs = by.equals(this.course.acceptedBy());
		if (this.course.state().isOver() || (this.course.state() == State.ACCEPTED && !theirs)) {
			throw Refusal.conflict("not-open", "Nothing is left to decline here.");
		}
		Course open = theirs
				? new Course(State.SEEN, this.course.steps(), this.course.remaining(), null,
						now.now().plus(now.within().apply(this.course.steps().getLast().target().kind())), null)
				: this.course;
		return moved(open.declined(by, now), now);
	}

	/** Goes on if nobody has reacted in time. */
	Change<HelpRequest> overdue(Circumstances now) {
		Instant due = this.course.dueAt();
		return (due == null || now.now().isBefore(due) || !this.course.state().isOpen()) ? Change.none()
				: moved(this.course.on(now), now);
	}

	/**
	 * It is done.
	 * @throws Refusal (404) if it is none of theirs, (409) if nobody had accepted it
	 */
	Change<HelpRequest> closed(String by, Circumstances now) {
		boolean asker = by.equals(this.askerId);
		String helper = this.course.acceptedBy();
		if (!asker && !by.equals(helper)) {
			requireTaker(by, now);
		}
		if (this.course.state() == State.CLOSED) {
			return Change.none();
		}
		if (this.course.state() != State.ACCEPTED || helper == null) {
			throw Refusal.conflict("not-accepted",
					"Nobody takes care of this request now, so it cannot be closed; it can be withdrawn.");
		}
		return with(this.course.over(State.CLOSED, now.now())).told(now,
				Told.each(List.of(asker ? helper : this.askerId), "help-closed"));
	}

	/** The person takes it back, at any time: the words are gone. */
	Change<HelpRequest> withdrawn(Circumstances now) {
		if (this.course.state() == State.WITHDRAWN) {
			return Change.none();
		}
		String helper = this.course.acceptedBy();
		boolean tell = this.course.state() == State.ACCEPTED && helper != null;
		HelpRequest next = new HelpRequest(this.id, this.askerId, this.wish, this.askedAt, null,
				this.course.over(State.WITHDRAWN, now.now()), this.notices);
		return next.told(now, Told.each(tell ? List.of(helper) : List.of(), "help-withdrawn"));
	}

	/** Somebody whom it may be addressed to is erased. */
	Change<HelpRequest> without(String staffId, Circumstances now) {
		Course course = this.course.without(staffId, now);
		HelpRequest next = new HelpRequest(this.id, this.askerId, this.wish.without(staffId), this.askedAt, this.words,
				course, this.notices.without(staffId));
		if (next.equals(this)) {
			return Change.none();
		}
		List<Event> events = new ArrayList<>(this.notices.retracted(staffId));
		Change<HelpRequest> moved = (course.steps().size() > this.course.steps().size()
				|| course.state() != this.course.state()) ? next.moved(course, now) : next.told(now, List.of());
		events.addAll(moved.events());
		return new Change<>(moved.next(), events);
	}

	/** What is told when nothing of it is left. */
	List<Event> removed() {
		List<Event> events = new ArrayList<>();
		events.add(Event.tombstone(HelpRequested.TOPIC, this.id));
		events.addAll(this.notices.retracted());
		return events;
	}

	private Change<HelpRequest> moved(Course course, Circumstances now) {
		HelpRequest next = with(course);
		return switch (course.state()) {
			case HANDED_ON -> {
				List<Told> told = new ArrayList<>(Told.each(now.takersOf(course.steps().getLast()), "help-asked"));
				told.add(new Told(this.askerId, "help-handed-on"));
				yield next.told(now, told);
			}
			case UNANSWERED -> next.told(now, Told.each(List.of(this.askerId), "help-unanswered"));
			case DECLINED -> next.told(now, Told.each(List.of(this.askerId), "help-declined"));
			default -> next.told(now, List.of());
		};
	}

	/** The events of this state, and a word to those who should know. */
	private Change<HelpRequest> told(Circumstances now, List<Told> told) {
		List<Event> events = new ArrayList<>();
		Notices kept = this.notices;
		if (this.course.state().isOver()) {
			events.add(Event.tombstone(HelpRequested.TOPIC, this.id));
			events.addAll(kept.retracted());
			kept = kept.forgotten();
		}
		else {
			List<String> addressees = (this.course.acceptedBy() != null) ? List.of(this.course.acceptedBy())
					: this.course.takers(now);
			events.add(Event.of(HelpRequested.TOPIC, this.id,
					new HelpRequested(this.id, this.course.state(), addressees, this.askedAt)));
		}
		for (Told each : told) {
			kept = kept.and(this.id, each.staffId());
			events.add(kept.requested(each.subject(), this.id, this.wish.urgency() == Urgency.URGENT, now.now()));
		}
		return new Change<>(
				new HelpRequest(this.id, this.askerId, this.wish, this.askedAt, this.words, this.course, kept), events);
	}

	private void requireTaker(String by, Circumstances now) {
		if (!by.equals(this.course.acceptedBy()) && !this.course.takers(now).contains(by)) {
			throw notFound();
		}
	}

	static Refusal notFound() {
		return Refusal.notFound("no-such-request", "There is no such request for you.");
	}

	private HelpRequest with(Course course) {
		return new HelpRequest(this.id, this.askerId, this.wish, this.askedAt, this.words, course, this.notices);
	}

	/** Somebody to be told, and what of. */
	private record Told(String staffId, String subject) {

		static List<Told> each(List<String> staffIds, String subject) {
			return staffIds.stream().map((staffId) -> new Told(staffId, subject)).toList();
		}

	}

}
