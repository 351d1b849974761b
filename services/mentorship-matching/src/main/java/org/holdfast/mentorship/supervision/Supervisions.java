package org.holdfast.mentorship.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Gatherings;
import org.holdfast.mentorship.gathering.Members;
import org.holdfast.mentorship.notice.Notice;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.session.Sessions;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the supervisions, opens them where the line or HR says so, and ends them where
 * the line does not any more.
 */
@Component
@Lazy(false)
class Supervisions implements Gatherings {

	private static final String COLLECTION = "supervisions";

	private static final Comparator<Supervision> NEWEST_FIRST = Comparator.comparing(Supervision::offeredAt)
		.reversed()
		.thenComparing(Supervision::id);

	private final Aggregates<Supervision> supervisions;

	private final Sessions sessions;

	private final Directory directory;

	private final Clock clock;

	Supervisions(Outbox outbox, MongoOperations mongo, Sessions sessions, Directory directory, Clock clock) {
		this.supervisions = outbox.aggregates(Supervision.class, COLLECTION);
		this.sessions = sessions;
		this.directory = directory;
		this.clock = clock;
		Stream.of("supervisorId", "superviseeId")
			.forEach((side) -> mongo.indexOps(COLLECTION).createIndex(new Index(side, Sort.Direction.ASC)));
	}

	@Override
	public String kind() {
		return Supervision.KIND;
	}

	@Override
	public Optional<Gathering> find(String id) {
		return this.supervisions.find(id).flatMap(Supervision::gathering);
	}

	/** Those of a person, the newest first. */
	List<Supervision> of(String staffId) {
		return this.supervisions.find(Query.query(new Criteria().orOperator(Criteria.where("supervisorId").is(staffId),
				Criteria.where("superviseeId").is(staffId))))
			.stream()
			.sorted(NEWEST_FIRST)
			.toList();
	}

	/** Those that HR named, the newest first. */
	List<Supervision> named() {
		return this.supervisions.find(Query.query(Criteria.where("named").is(true)))
			.stream()
			.sorted(NEWEST_FIRST)
			.toList();
	}

	/** When the two met last. */
	Optional<Instant> lastHeld(Supervision supervision) {
		return this.sessions.lastHeld(path(supervision));
	}

	/**
	 * A supervisor offers to supervise somebody below them, or changes the rhythm.
	 * @throws Refusal (403) if they do not stand above the person; (409) if the two have
	 * another one, it is over, or the id is taken
	 */
	Supervision open(String supervisorId, String id, String superviseeId, int everyDays) {
		if (!agency().above(superviseeId).people().contains(supervisorId)) {
			throw Refusal.forbidden("not-above",
					"You supervise people who report to you or to somebody below you. For anybody else, HR can name the two of you.");
		}
		return open(id, supervisorId, superviseeId, false, everyDays, "/with");
	}

	/**
	 * HR names a supervisor for somebody, wherever the two stand, or changes the rhythm.
	 * @throws Refusal (409) if one of them does not work here, the two have another one,
	 * it is over, or the id is taken
	 */
	Supervision name(String supervisorId, String id, String superviseeId, int everyDays) {
		if (!isActive(supervisorId)) {
			throw notBetweenTheTwo("/supervisorId");
		}
		return open(id, supervisorId, superviseeId, true, everyDays, "/superviseeId");
	}

	/** Opens one; a refusal points at the member of the request that says with whom. */
	private Supervision open(String id, String supervisorId, String superviseeId, boolean named, int everyDays,
			String with) {
		if (supervisorId.equals(superviseeId) || !Stream.of(supervisorId, superviseeId).allMatch(this::isActive)) {
			throw notBetweenTheTwo(with);
		}
		boolean another = of(superviseeId).stream()
			.anyMatch((each) -> each.isOpen() && each.isBetween(supervisorId, superviseeId) && !each.id().equals(id));
		if (another) {
			throw Refusal.conflict("supervised-already", "The two have a supervision already. Change that one.")
				.with("pointer", with);
		}
		Supervision opened = change(id, (found) -> {
			if (found.isEmpty()) {
				return Supervision.proposed(id, supervisorId, superviseeId, named, everyDays, this.clock.instant());
			}
			return found.filter((present) -> present.isBetween(supervisorId, superviseeId) && present.named() == named)
				.orElseThrow(() -> Members.taken(id))
				.every(everyDays);
		});
		if (isUnknown(supervisorId) || isUnknown(superviseeId)) {
			// erased meanwhile, and the erasure may have looked before
			Stream.of(supervisorId, superviseeId).filter(this::isUnknown).forEach(this::forget);
			throw notBetweenTheTwo(with);
		}
		return opened;
	}

	/**
	 * Accepts it, or goes on; saying it again changes nothing.
	 * @throws Refusal (404) if it is none of the person's; (409) if it is over
	 */
	Supervision activate(String staffId, String id) {
		return changeOwn(staffId, id, (present) -> present.activated(staffId, this.clock.instant()));
	}

	/**
	 * Rests until one of the two goes on.
	 * @throws Refusal (404) if it is none of the person's; (409) if it is over or has not
	 * begun
	 */
	Supervision pause(String staffId, String id) {
		return changeOwn(staffId, id, Supervision::paused);
	}

	/**
	 * Ends or declines it, without a reason.
	 * @throws Refusal (404) if it is none of the person's
	 */
	Supervision leave(String staffId, String id) {
		return changeOwn(staffId, id, (present) -> present.ended(this.clock.instant()));
	}

	/**
	 * HR ends one that it named. To the two it looks as if one of them had.
	 * @throws Refusal (404) if HR named none with this id
	 */
	Supervision end(String id) {
		return change(id,
				(found) -> found.filter(Supervision::named)
					.orElseThrow(
							() -> Refusal.notFound("no-such-supervision", "HR has named no supervision " + id + "."))
					.ended(this.clock.instant()));
	}

	@EventListener
	void on(ClockMoved moved) {
		settle();
	}

	/**
	 * Ends what the line forbids by now, reminds of what is due, and takes back what is
	 * no news any more.
	 */
	@Scheduled(fixedDelayString = "${holdfast.mentorship.sweep}")
	void settle() {
		Agency agency = agency();
		Map<String, Instant> lastHeld = this.sessions.lastHeldByKind(Supervision.KIND);
		for (Supervision supervision : this.supervisions.findAll()) {
			boolean ends = supervision.isOpen() && !isPossible(agency, supervision);
			Optional<Instant> last = Optional.ofNullable(lastHeld.get(path(supervision)));
			if (ends || !Notice.ids(supervision.notices(last, this.clock.instant())).equals(supervision.told())) {
				change(supervision.id(),
						(found) -> found.map((present) -> ends ? present.ended(this.clock.instant()) : present)
							.orElseThrow(() -> noSuchSupervision(supervision.id())));
			}
		}
	}

	private static String path(Supervision supervision) {
		return Supervision.KIND + "/" + supervision.id();
	}

	private static boolean isPossible(Agency agency, Supervision supervision) {
		boolean bothActive = Stream.of(supervision.supervisorId(), supervision.superviseeId())
			.allMatch((staffId) -> agency.colleague(staffId).filter(Colleague::active).isPresent());
		Agency.Line line = agency.above(supervision.superviseeId());
		// what has not arrived yet cannot be ruled out
		return bothActive
				&& (supervision.named() || !line.complete() || line.people().contains(supervision.supervisorId()));
	}

	/**
	 * Leaves nothing of an erased person: the supervisions they had are gone, and those
	 * they gave keep no trace of them.
	 */
	@Override
	public void forget(String staffId) {
		for (Supervision supervision : of(staffId)) {
			if (supervision.superviseeId().equals(staffId)) {
				this.supervisions.remove(supervision.id(),
						(last) -> Notice.changes(last.told(), List.of(), this.clock.instant()));
			}
			else {
				change(supervision.id(),
						(found) -> found.map((present) -> present.ended(this.clock.instant()).withoutSupervisor())
							.orElseThrow(() -> noSuchSupervision(supervision.id())));
			}
		}
	}

	private Supervision changeOwn(String staffId, String id, Function<Supervision, Supervision> change) {
		return change(id, (found) -> change
			.apply(found.filter((present) -> present.isOf(staffId)).orElseThrow(() -> noSuchSupervision(id))));
	}

	private static Refusal noSuchSupervision(String id) {
		return Refusal.notFound("no-such-supervision", "You have no supervision " + id + ".");
	}

	private Supervision change(String id, Function<Optional<Supervision>, Supervision> change) {
		return this.supervisions.change(id, (found) -> {
			Supervision after = change.apply(found);
			List<Notice> notices = after.notices(lastHeld(after), this.clock.instant());
			Supervision next = after.having(notices);
			return found.filter(next::equals).isPresent() ? Change.none() : new Change<>(next,
					Notice.changes(found.map(Supervision::told).orElse(Set.of()), notices, this.clock.instant()));
		});
	}

	private Agency agency() {
		return this.directory.agency(Circumstances.NONE);
	}

	private static Refusal notBetweenTheTwo(String pointer) {
		return Refusal
			.conflict("cannot-be-supervised", "A supervision is between two different people who both work here.")
			.with("pointer", pointer);
	}

	private boolean isUnknown(String staffId) {
		return this.directory.colleague(staffId).isEmpty();
	}

	private boolean isActive(String staffId) {
		return this.directory.colleague(staffId).filter(Colleague::active).isPresent();
	}

}
