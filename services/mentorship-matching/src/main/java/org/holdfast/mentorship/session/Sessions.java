package org.holdfast.mentorship.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.vault.Vault;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Kept;
import org.holdfast.mentorship.gathering.Members;
import org.holdfast.mentorship.gathering.Words;
import org.holdfast.mentorship.notice.Notice;
import org.holdfast.mentorship.session.Session.State;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps the sessions, each change of one in one atomic write with all there is to tell of
 * it.
 */
@Component
public class Sessions implements Kept {

	private static final String COLLECTION = "sessions";

	/** Further away, somebody mistyped the year. */
	private static final Duration FAR = Duration.ofDays(5 * 366);

	private final Aggregates<Session> sessions;

	private final Vault vault;

	private final Clock clock;

	Sessions(Outbox outbox, MongoOperations mongo, Vault vault, Clock clock) {
		this.sessions = outbox.aggregates(Session.class, COLLECTION);
		this.vault = vault;
		this.clock = clock;
		mongo.indexOps(COLLECTION).createIndex(new Index("gathering", Sort.Direction.ASC));
	}

	/**
	 * When the members of a gathering met last.
	 * @param path of the gathering
	 * @return empty if they never did
	 */
	public Optional<Instant> lastHeld(String path) {
		return of(path).filter(Session::isHeld)
			.map((session) -> session.plan().startsAt())
			.max(Comparator.naturalOrder());
	}

	/**
	 * When the members of each gathering of a kind met last, for a look at all of them.
	 * @return by the path of the gathering; without those whose members never did
	 */
	public Map<String, Instant> lastHeldByKind(String kind) {
		return this.sessions.find(Query.query(Criteria.where("gathering").regex("^" + kind + "/")))
			.stream()
			.filter(Session::isHeld)
			.collect(Collectors.toMap(Session::gathering, (session) -> session.plan().startsAt(),
					(one, other) -> one.isAfter(other) ? one : other));
	}

	/**
	 * Lets through what is about a session of a gathering.
	 * @return the id of the session
	 * @throws Refusal (404) if there is none
	 */
	public String require(Gathering gathering, String id) {
		return of(gathering, id).id();
	}

	/** Those of a gathering, the newest first. */
	List<Session> of(Gathering gathering) {
		return of(gathering.path())
			.sorted(Comparator.comparing((Session session) -> session.plan().startsAt())
				.reversed()
				.thenComparing(Session::id))
			.toList();
	}

	/**
	 * One of a gathering.
	 * @throws Refusal (404) if there is none
	 */
	Session of(Gathering gathering, String id) {
		return this.sessions.find(id)
			.filter((session) -> session.gathering().equals(gathering.path()))
			.orElseThrow(() -> noSuchSession(id));
	}

	/**
	 * Plans a session or changes the plan; the same again changes nothing.
	 * @param where null for nowhere in particular yet
	 * @throws Refusal (400) if it is years away; (409) if it was held or cancelled, or
	 * the id is taken
	 */
	Session plan(Gathering gathering, String by, String id, Plan plan, @Nullable String where) {
		Instant now = this.clock.instant();
		if (Duration.between(now, plan.startsAt()).abs().compareTo(FAR) > 0) {
			throw Refusal.invalid("invalid-start", "The session is years away. Check the date.")
				.with("pointer", "/startsAt");
		}
		Words words = (where != null) ? Words.of(this.vault, by, id, "where", where) : null;
		return change(gathering, id, (found, ignored) -> {
			if (found == null) {
				return Session.planned(id, gathering, by, plan, words, now);
			}
			boolean stays = Optional.ofNullable(where).equals(where(found));
			return (stays && plan.equals(found.plan()) && found.state() == State.PLANNED) ? found
					: found.changed(by, plan, stays ? found.where() : words, now);
		});
	}

	/**
	 * Logs that a session was held, planned or not; said again with something else, that
	 * holds.
	 * @throws Refusal (400) if it has yet to come; (409) if it was cancelled, or the id
	 * is taken
	 */
	Session hold(Gathering gathering, String by, String id, Plan asItWas) {
		if (asItWas.startsAt().isAfter(this.clock.instant())
				|| Duration.between(asItWas.startsAt(), this.clock.instant()).compareTo(FAR) > 0) {
			throw Refusal
				.invalid("invalid-start",
						"A session that was held began before now, and not years ago. Check the date.")
				.with("pointer", "/heldAt");
		}
		return change(gathering, id, (found, now) -> (found != null) ? found.held(asItWas, now)
				: Session.held(id, gathering, by, asItWas, now));
	}

	/**
	 * Calls a session off.
	 * @throws Refusal (404) if there is none; (409) if it was held
	 */
	Session cancel(Gathering gathering, String id) {
		return change(gathering, id, (found, now) -> {
			if (found == null) {
				throw noSuchSession(id);
			}
			return found.cancelled(now);
		});
	}

	/** Where it is, readable. */
	Optional<String> where(Session session) {
		return Optional.ofNullable(session.where()).flatMap((words) -> words.read(this.vault, session.id(), "where"));
	}

	/** Those of which somebody still hears. */
	List<Session> told() {
		return this.sessions.find(Query.query(Criteria.where("told.0").exists(true)));
	}

	/** Takes back what is no news any more. */
	void tick(Session session, Gathering gathering) {
		if (!Notice.ids(session.notices(gathering, this.clock.instant())).equals(session.told())) {
			this.sessions.change(session.id(),
					(found) -> found.map((present) -> told(present, present, gathering, this.clock.instant()))
						.orElseGet(Change::none));
		}
	}

	private Session change(Gathering gathering, String id, BiFunction<@Nullable Session, Instant, Session> change) {
		return this.sessions.change(id, (found) -> {
			if (found.isPresent() && !found.get().gathering().equals(gathering.path())) {
				throw Members.taken(id);
			}
			Session before = found.orElse(null);
			return told(before, change.apply(before, this.clock.instant()), gathering, this.clock.instant());
		});
	}

	/** A change with all there is to tell of it. */
	private static Change<Session> told(@Nullable Session before, Session after, Gathering gathering, Instant now) {
		List<Notice> notices = after.notices(gathering, now);
		Session next = after.having(notices);
		if (next.equals(before)) {
			return Change.none();
		}
		List<Event> events = new ArrayList<>();
		if (next.isHeld() && (before == null || !before.isHeld() || !before.plan().isAtTheTimeOf(next.plan()))) {
			events.add(SessionHeld.of(next));
		}
		events.addAll(Notice.changes((before != null) ? before.told() : Set.of(), notices, now));
		return new Change<>(next, events);
	}

	@Override
	public void removeIf(Predicate<String> gone) {
		this.sessions.findAll().stream().filter((session) -> gone.test(session.gathering())).forEach(this::remove);
	}

	private void remove(Session session) {
		this.sessions.remove(session.id(), (last) -> {
			List<Event> events = new ArrayList<>(Notice.changes(last.told(), List.of(), this.clock.instant()));
			if (last.isHeld()) {
				events.add(Event.tombstone(SessionHeld.TOPIC, last.id()));
			}
			return events;
		});
	}

	@Override
	public void forget(String staffId) {
		this.sessions.findAll()
			.stream()
			.filter((session) -> session.names(staffId))
			.forEach((session) -> this.sessions.change(session.id(),
					(found) -> found.map((present) -> without(present, staffId)).orElseGet(Change::none)));
	}

	private Change<Session> without(Session session, String staffId) {
		return new Change<>(session.without(staffId),
				Notice.changes(session.toldTo(staffId), List.of(), this.clock.instant()));
	}

	private Stream<Session> of(String path) {
		return this.sessions.find(Query.query(Criteria.where("gathering").is(path))).stream();
	}

	private static Refusal noSuchSession(String id) {
		return Refusal.notFound("no-such-session", "There is no session " + id + " here.");
	}

}
