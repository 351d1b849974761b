package org.holdfast.checkin.nudge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.holdfast.checkin.access.AccessLog;
import org.holdfast.checkin.nudge.PeerCheckIn.Answer;
import org.holdfast.checkin.nudge.PeerCheckIn.Doing;
import org.holdfast.checkin.nudge.PeerCheckIn.State;
import org.holdfast.checkin.people.Erased;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.defaults.vault.Vault;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All peer check-ins, each seen by its two people alone.
 */
@Component
class PeerCheckIns {

	private static final String COLLECTION = "peer-check-ins";

	private static final Duration KEPT = Duration.ofDays(30);

	private final Aggregates<PeerCheckIn> aggregates;

	private final Participants participants;

	private final Vault vault;

	private final AccessLog log;

	private final Clock clock;

	PeerCheckIns(Outbox outbox, MongoOperations mongo, Participants participants, Vault vault, AccessLog log,
			Clock clock) {
		this.aggregates = outbox.aggregates(PeerCheckIn.class, COLLECTION);
		this.participants = participants;
		this.vault = vault;
		this.log = log;
		this.clock = clock;
		Stream.of("inviterId", "partnerId", "dueAt", "overAt")
			.forEach((field) -> mongo.indexOps(COLLECTION).createIndex(new Index(field, Sort.Direction.ASC)));
	}

	/**
	 * Invites somebody; the same again changes nothing.
	 * @throws Refusal (409) if that person cannot be invited, or something else was
	 * proposed under this id
	 */
	PeerCheckIn invite(String inviterId, String id, String partnerId, int everyDays) {
		requireActive(inviterId);
		if (partnerId.equals(inviterId) || this.participants.active(partnerId).isEmpty()) {
			throw Refusal.conflict("cannot-be-invited",
					"That person cannot be invited: it must be a colleague who works here.");
		}
		PeerCheckIn invited = this.aggregates.change(id,
				(present) -> PeerCheckIn.invited(present, id, inviterId, partnerId, everyDays, this.clock.instant()));
		if (!this.participants.knows(inviterId) || !this.participants.knows(partnerId)) {
			// erased meanwhile, and the erasure may have looked before
			remove(invited);
			throw Participants.unknown();
		}
		return invited;
	}

	/** Those of a person, by id. */
	List<PeerCheckIn> of(String staffId) {
		return this.aggregates.find(Query.query(between(staffId)).with(Sort.by("_id")));
	}

	PeerCheckIn change(String staffId, String id, State wanted) {
		requireActive(staffId);
		return changeOwn(staffId, id, (own) -> switch (wanted) {
			case ACTIVE -> own.activated(staffId, this.clock.instant());
			case PAUSED -> own.paused();
			case ENDED -> own.ended(this.clock.instant());
			case INVITED -> throw Refusal.invalid("invalid-state", "Choose active, paused or ended.");
		});
	}

	/**
	 * Answers how one is doing.
	 * @param note null for none
	 * @throws Refusal (404) if it is none of theirs, (409) if they are not asked now
	 */
	PeerCheckIn answer(String staffId, String id, Doing doing, @Nullable String note) {
		requireActive(staffId);
		PeerCheckIn asked = own(staffId, id);
		Answer answer = new Answer(asked.round(), staffId, this.clock.instant(), this.vault.seal(staffId, id,
				Answer.field(asked.round()), doing.name() + "\n" + ((note != null) ? note : "")));
		return changeOwn(staffId, id, (own) -> own.answered(answer));
	}

	/**
	 * What was answered in the rounds that are kept, the newest first; what the other one
	 * reads is kept in the access log.
	 */
	List<Read> answers(String reader, PeerCheckIn of) {
		List<Read> answers = of.answers().reversed().stream().flatMap((answer) -> {
			Optional<String> opened = this.vault.open(answer.by(), of.id(), Answer.field(answer.round()),
					answer.sealed());
			return opened.map((text) -> read(answer, text)).stream();
		}).toList();
		if (answers.stream().anyMatch((answer) -> !answer.by().equals(reader))) {
			this.log.read(reader, of.otherThan(reader), AccessLog.What.CHECK_IN, of.id());
		}
		return answers;
	}

	private static Read read(Answer answer, String text) {
		int end = text.indexOf('\n');
		String note = text.substring(end + 1);
		return new Read(answer.round(), answer.by(), answer.at(), Doing.valueOf(text.substring(0, end)),
				note.isEmpty() ? null : note);
	}

	private PeerCheckIn changeOwn(String staffId, String id, Function<PeerCheckIn, Change<PeerCheckIn>> decide) {
		return this.aggregates.change(id, (present) -> decide
			.apply(present.filter((found) -> found.isBetween(staffId)).orElseThrow(PeerCheckIns::notFound)));
	}

	private PeerCheckIn own(String staffId, String id) {
		return this.aggregates.find(id).filter((found) -> found.isBetween(staffId)).orElseThrow(PeerCheckIns::notFound);
	}

	private void requireActive(String staffId) {
		if (this.participants.active(staffId).isEmpty()) {
			throw Participants.unknown();
		}
	}

	@Scheduled(fixedDelay = 5000)
	void everyFewSeconds() {
		runDue();
	}

	/** Returns when everything that became due is done. */
	@EventListener
	void on(ClockMoved moved) {
		runDue();
	}

	/** Who has left is not asked, and nobody is asked about who has left. */
	private void runDue() {
		Instant now = this.clock.instant();
		for (PeerCheckIn due : this.aggregates.find(Query.query(Criteria.where("dueAt").lte(now)))) {
			boolean both = this.participants.active(due.inviterId()).isPresent()
					&& this.participants.active(due.partnerId()).isPresent();
			this.aggregates.change(due.id(),
					(present) -> present.map((found) -> both ? found.due(now) : found.ended(now))
						.orElseGet(Change::none));
		}
		this.aggregates.find(Query.query(Criteria.where("overAt").lt(now.minus(KEPT)))).forEach(this::remove);
	}

	/** Of the two, one is gone, and with them what it was. */
	@EventListener
	void on(Erased person) {
		this.aggregates.find(Query.query(between(person.staffId()))).forEach(this::remove);
	}

	private void remove(PeerCheckIn checkIn) {
		this.aggregates.remove(checkIn.id(), (last) -> last.notices().retracted());
	}

	private static Criteria between(String staffId) {
		return new Criteria().orOperator(Criteria.where("inviterId").is(staffId),
				Criteria.where("partnerId").is(staffId));
	}

	private static Refusal notFound() {
		return Refusal.notFound("no-such-check-in", "There is no such peer check-in of yours.");
	}

	/** An answer, readable. */
	record Read(int round, String by, Instant at, Doing doing, @Nullable String note) {

	}

}
