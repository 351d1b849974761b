package org.holdfast.mentorship.intention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.vault.Vault;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Kept;
import org.holdfast.mentorship.gathering.Members;
import org.holdfast.mentorship.gathering.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps the goals and agreements of all gatherings.
 */
@Component
class Intentions implements Kept {

	private static final String COLLECTION = "intentions";

	private static final int YEARS_AT_MOST = 5;

	private final Aggregates<Intention> intentions;

	private final Vault vault;

	private final Clock clock;

	Intentions(Outbox outbox, MongoOperations mongo, Vault vault, Clock clock) {
		this.intentions = outbox.aggregates(Intention.class, COLLECTION);
		this.vault = vault;
		this.clock = clock;
		mongo.indexOps(COLLECTION).createIndex(new Index("gathering", Sort.Direction.ASC));
	}

	/**
	 * The goals of a gathering, or what was agreed in one of its sessions, in the order
	 * in which they were added.
	 * @param session null for the goals
	 */
	List<Intention> of(Gathering gathering, @Nullable String session) {
		return this.intentions.find(Query.query(Criteria.where("gathering").is(gathering.path())))
			.stream()
			.filter((intention) -> intention.isIn(gathering, session))
			.sorted(Comparator.comparing(Intention::addedAt).thenComparing(Intention::id))
			.toList();
	}

	/**
	 * Adds one, or rewrites one's own.
	 * @throws Refusal (400) if it is due years away; (403) if somebody else wrote it;
	 * (409) if the id is taken
	 */
	Intention write(Gathering gathering, @Nullable String session, String by, String id, String text,
			@Nullable LocalDate due) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		if (due != null && Math.abs(ChronoUnit.YEARS.between(today, due)) >= YEARS_AT_MOST) {
			throw Refusal.invalid("invalid-due", "That is due years away. Check the date.").with("pointer", "/due");
		}
		Words words = Words.of(this.vault, by, id, Intention.FIELD, text);
		Instant now = this.clock.instant();
		return this.intentions.change(id, (found) -> {
			if (found.isEmpty()) {
				return Change.to(new Intention(id, gathering.path(), session, words, Intention.State.OPEN, due, now));
			}
			Intention present = found.filter((intention) -> intention.isIn(gathering, session))
				.orElseThrow(() -> Members.taken(id));
			if (!present.text().by().equals(by)) {
				throw Refusal.forbidden("words-of-another",
						"Somebody else wrote this intention. You can say where it stands, or add one of your own.");
			}
			boolean same = text(present).filter(text::equals).isPresent()
					&& Optional.ofNullable(due).equals(Optional.ofNullable(present.due()));
			return same ? Change.none() : Change.to(present.reworded(words, due));
		});
	}

	/**
	 * Says where one stands, whoever wrote it.
	 * @throws Refusal (404) if there is none; (400) if it cannot stand there
	 */
	Intention mark(Gathering gathering, @Nullable String session, String id, Intention.State state) {
		return this.intentions.change(id, (found) -> {
			Intention present = found.filter((intention) -> intention.isIn(gathering, session))
				.orElseThrow(Intentions::noSuchOne);
			return (present.state() == state) ? Change.none() : Change.to(present.in(state));
		});
	}

	/** The text, readable; empty once the author is erased. */
	Optional<String> text(Intention intention) {
		return intention.text().read(this.vault, intention.id(), Intention.FIELD);
	}

	static Refusal noSuchOne() {
		return Refusal.notFound("no-such-intention", "There is no such goal or agreement here, or not any more.");
	}

	@Override
	public void removeIf(Predicate<String> gone) {
		this.intentions.findAll()
			.stream()
			.filter((intention) -> gone.test(intention.gathering()))
			.forEach(this::remove);
	}

	@Override
	public void forget(String staffId) {
		this.intentions.find(Query.query(Criteria.where("text.by").is(staffId))).forEach(this::remove);
	}

	private void remove(Intention intention) {
		this.intentions.remove(intention.id(), (last) -> List.of());
	}

}
