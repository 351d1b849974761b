package org.holdfast.mentorship.tie;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.mentorship.notice.Notice;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.people.Heard;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps events and who joins them, each change of one in one atomic write, so that the
 * last place goes to one.
 */
@Component
@Lazy(false)
class Occasions {

	private final Aggregates<Occasion> occasions;

	private final Directory directory;

	private final Clock clock;

	Occasions(Outbox outbox, Directory directory, Clock clock) {
		this.occasions = outbox.aggregates(Occasion.class, "occasions");
		this.directory = directory;
		this.clock = clock;
	}

	/** Those to come, the next one first. */
	List<Occasion> toCome() {
		Instant now = this.clock.instant();
		return this.occasions.findAll()
			.stream()
			.filter((each) -> !each.plan().isOver(now))
			.sorted(Comparator.comparing((Occasion each) -> each.plan().next(now).startsAt())
				.thenComparing(Occasion::id))
			.toList();
	}

	/**
	 * Announces one or changes what was announced.
	 * @throws Refusal (400) if that is not possible at any time; (409) if the id is that
	 * of somebody else, it is cancelled, or more have joined than there would be places
	 */
	Occasion announce(String id, String organiserId, Plan plan) {
		plan.checked(this.clock.instant());
		return unlessErased(organiserId, () -> this.occasions.change(id, (found) -> {
			found.filter((other) -> !other.isOrganisedBy(organiserId)).ifPresent((other) -> {
				throw Refusal.conflict("id-taken", "Somebody else's event has this id. Make up another one.");
			});
			Occasion next = found.map((present) -> present.planned(plan, this.clock.instant()))
				.orElseGet(() -> Occasion.announced(id, organiserId, plan, this.clock.instant()));
			return told(found, next);
		}));
	}

	/**
	 * Cancels one of one's own.
	 * @throws Refusal (404) if there is none
	 */
	Occasion cancel(String id, String organiserId) {
		this.occasions.find(id)
			.filter((each) -> each.isOrganisedBy(organiserId))
			.orElseThrow(() -> Refusal.notFound("no-such-event", "You have announced no event " + id + "."));
		return change(id, (present) -> present.cancel(this.clock.instant()));
	}

	/**
	 * Joins.
	 * @throws Refusal (404) if there is no such event; (409) if it is full, has begun or
	 * is cancelled
	 */
	Occasion join(String id, String staffId) {
		return unlessErased(staffId, () -> change(id, (present) -> present.joinedBy(staffId, this.clock.instant())));
	}

	/**
	 * Leaves; a place that is free again is there for whoever comes first.
	 * @throws Refusal (404) if there is no such event
	 */
	Occasion leave(String id, String staffId) {
		return change(id, (present) -> present.leftBy(staffId));
	}

	/**
	 * One that a person puts into their calendar.
	 * @throws Refusal (404) if there is no such event; (403) if they neither joined nor
	 * organise it
	 */
	Occasion ofOnesOwn(String id, String staffId) {
		Occasion found = this.occasions.find(id).orElseThrow(() -> noSuchOne(id));
		if (!found.isJoinedBy(staffId) && !found.isOrganisedBy(staffId)) {
			throw Refusal.forbidden("not-joined", "This is for those who have joined. Join first.");
		}
		return found;
	}

	@EventListener
	void on(ClockMoved moved) {
		tick();
	}

	/** Takes back what is no news any more, and lets go of who was there long ago. */
	@Scheduled(fixedDelayString = "${holdfast.mentorship.sweep}")
	void tick() {
		for (Occasion each : this.occasions.findAll()) {
			if (each.isForgotten(this.clock.instant())) {
				this.occasions.remove(each.id(),
						(last) -> Notice.changes(last.told(), List.of(), this.clock.instant()));
			}
			else if (!Notice.ids(each.notices(this.clock.instant())).equals(each.told())) {
				change(each.id(), UnaryOperator.identity());
			}
		}
	}

	/** Leaves nothing of an erased person. */
	@EventListener
	void on(Heard heard) {
		if (heard.erased()) {
			forget(heard.staffId());
		}
	}

	/**
	 * Lets a person change something; what an erasure at the same moment could not see
	 * yet is gone before this returns.
	 * @throws Refusal (403) if they were erased meanwhile
	 */
	Occasion unlessErased(String staffId, Supplier<Occasion> change) {
		boolean known = this.directory.colleague(staffId).isPresent();
		Occasion changed = change.get();
		if (known && this.directory.colleague(staffId).isEmpty()) {
			forget(staffId);
			throw notOnTheStaffList();
		}
		return changed;
	}

	/** That there is nobody to take part. */
	static Refusal notOnTheStaffList() {
		return Refusal.forbidden("not-on-the-staff-list",
				"There is no staff record for you here. Ask your administrator to import one.");
	}

	private void forget(String staffId) {
		this.occasions.findAll()
			.stream()
			.filter((each) -> each.isOrganisedBy(staffId) || each.isJoinedBy(staffId))
			.forEach((each) -> change(each.id(), (present) -> present.without(staffId, this.clock.instant())));
	}

	private Occasion change(String id, UnaryOperator<Occasion> change) {
		return this.occasions.change(id, (found) -> told(found, change.apply(found.orElseThrow(() -> noSuchOne(id)))));
	}

	private Change<Occasion> told(Optional<Occasion> before, Occasion after) {
		List<Notice> notices = after.notices(this.clock.instant());
		Occasion next = after.having(notices);
		return before.filter(next::equals).isPresent() ? Change.none()
				: new Change<>(next, Notice.changes(after.told(), notices, this.clock.instant()));
	}

	private static Refusal noSuchOne(String id) {
		return Refusal.notFound("no-such-event", "There is no event " + id + ".");
	}

}
