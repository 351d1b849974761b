package org.holdfast.checkin.warning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.holdfast.checkin.people.Erased;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * All warnings by pseudonym, found by the person alone.
 */
@Component
public class Warnings {

	private static final String WARNINGS = "warnings";

	private static final String ATTITUDES = "warning-attitudes";

	private final Rows<Warning> rows;

	private final Participants participants;

	private final MongoOperations mongo;

	Warnings(EventReader reader, Participants participants, MongoOperations mongo) {
		this.rows = reader.rows(Warning.class, WARNINGS);
		this.participants = participants;
		this.mongo = mongo;
		mongo.indexOps(WARNINGS).createIndex(new Index("pseudonym", Sort.Direction.ASC).named("pseudonym"));
	}

	/**
	 * Takes what burnout-alert tells of a pseudonym.
	 * @param event a change, or the tombstone of a warning that is gone
	 */
	public void on(Received<Warned> event) {
		Warned warned = event.value();
		if (warned == null) {
			this.rows.remove(event.key(), event.seq());
			return;
		}
		if (!warned.id().equals(event.key())) {
			throw new IllegalArgumentException("the key is not the pseudonym and the scale");
		}
		this.rows.put(warned.id(), event.seq(),
				new Warning(warned.id(), warned.pseudonym(), warned.scale(), warned.state().equals("raised"),
						warned.since(), warned.cycleId(), warned.evidence(), warned.falseAlarms()));
	}

	/** A person's own, the newest first. */
	List<Own> of(String staffId) {
		return this.participants.knownPseudonymOf(staffId)
			.map((pseudonym) -> this.rows.find(Query.query(Criteria.where("pseudonym").is(pseudonym))))
			.orElse(List.of())
			.stream()
			.sorted(Comparator.comparing(Warning::since).reversed().thenComparing(Warning::scale))
			.map(this::own)
			.toList();
	}

	/**
	 * Keeps how a person wants to have a warning; the same again changes nothing.
	 * @param acknowledged whether they have taken note of it as it stands
	 * @param mutedUntil until when they do not want to hear of this scale, null for not
	 * muted
	 * @throws Refusal (404) if there is no such warning of theirs
	 */
	Own change(String staffId, String scale, boolean acknowledged, @Nullable Instant mutedUntil) {
		Warning warning = this.participants.knownPseudonymOf(staffId)
			.flatMap((pseudonym) -> this.rows.find(pseudonym + ":" + scale))
			.orElseThrow(() -> Refusal.notFound("no-such-warning", "You have no warning on this scale."));
		this.mongo.save(
				new Attitude(warning.id(), warning.pseudonym(), acknowledged ? warning.since() : null, mutedUntil),
				ATTITUDES);
		return own(warning);
	}

	private Own own(Warning warning) {
		Optional<Attitude> attitude = Optional.ofNullable(this.mongo.findById(warning.id(), Attitude.class, ATTITUDES));
		// a new episode of the same scale was not taken note of yet
		boolean acknowledged = attitude.map(Attitude::acknowledged).filter(warning.since()::equals).isPresent();
		return new Own(warning, acknowledged, attitude.map(Attitude::mutedUntil).orElse(null));
	}

	/** Nobody could find them any more, and nobody needs to. */
	@EventListener
	void on(Erased person) {
		if (person.pseudonym() != null) {
			Criteria own = Criteria.where("pseudonym").is(person.pseudonym());
			this.rows.forget(Query.query(own));
			this.mongo.remove(Query.query(own), ATTITUDES);
		}
	}

	/**
	 * A warning as it stands.
	 *
	 * @param raised false once it is over
	 */
	record Warning(String id, String pseudonym, String scale, boolean raised, Instant since, String cycleId,
			Warned.Evidence evidence, String falseAlarms) {

	}

	/**
	 * How a person wants to have the warnings on a scale.
	 *
	 * @param acknowledged the beginning of the episode that they took note of
	 */
	record Attitude(String id, String pseudonym, @Nullable Instant acknowledged, @Nullable Instant mutedUntil) {

	}

	/** A warning for the person themself. */
	record Own(Warning warning, boolean acknowledged, @Nullable Instant mutedUntil) {

	}

}
