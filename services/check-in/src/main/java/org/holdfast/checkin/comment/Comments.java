package org.holdfast.checkin.comment;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.people.Erased;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.pulse.Answered;
import org.holdfast.checkin.pulse.OwnWords;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.vault.Sealed;
import org.holdfast.defaults.vault.Vault;

import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * All comments, changed by who wrote them until the cycle closes and by nobody from then
 * on.
 */
@Component
class Comments implements OwnWords {

	private static final String COLLECTION = "comments";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final MongoOperations mongo;

	private final Answered answered;

	private final Participants participants;

	private final Vault vault;

	private final CheckInSettings settings;

	Comments(MongoOperations mongo, Answered answered, Participants participants, Vault vault,
			CheckInSettings settings) {
		this.mongo = mongo;
		this.answered = answered;
		this.participants = participants;
		this.vault = vault;
		this.settings = settings;
		mongo.indexOps(COLLECTION).createIndex(new Index("cycleId", Sort.Direction.ASC).named("cycle"));
	}

	/**
	 * Adds words to a person's answer, or puts others in their place; durable when it
	 * returns, and the same again changes nothing.
	 * @throws Refusal (403, 404, 409) if the person has no answer that words can be added
	 * to
	 */
	void write(String staffId, String cycleId, String text) {
		this.answered.whileOpen(staffId, cycleId, (place) -> {
			Words before = addedTo(place.responseId(), place.pseudonym()).orElse(new Words("", 0));
			if (!before.text().equals(text) || before.minimumGroup() < this.settings.commentGroup()) {
				Sealed words = this.vault.sealUnderPseudonym(staffId, place.pseudonym(), place.responseId(),
						Comment.FIELD, text);
				save(Comment.written(place, words, Math.max(before.minimumGroup(), this.settings.commentGroup()),
						RANDOM.nextLong()));
				if (!this.participants.knows(staffId)) {
					// erased meanwhile, and the erasure may have looked before
					remove(place.responseId());
					throw Participants.unknown();
				}
			}
			return place;
		});
	}

	/**
	 * Takes a person's words away, if there are any.
	 * @throws Refusal as for writing
	 */
	void takeBack(String staffId, String cycleId) {
		this.answered.whileOpen(staffId, cycleId, (place) -> {
			remove(place.responseId());
			return place;
		});
	}

	@Override
	public Optional<Words> addedTo(String responseId, String pseudonym) {
		return Optional.ofNullable(this.mongo.findById(responseId, Comment.class, COLLECTION))
			.flatMap((comment) -> textOf(comment).map((text) -> new Words(text, comment.minimumGroup())));
	}

	/** Those of the members of some units, and the places of the erased among them. */
	List<Comment> of(String cycleId, Collection<String> unitIds) {
		return this.mongo.find(Query.query(Criteria.where("cycleId").is(cycleId).and("unitId").in(unitIds)),
				Comment.class, COLLECTION);
	}

	/** The words of a comment; empty where they are gone. */
	Optional<String> textOf(Comment comment) {
		String pseudonym = comment.pseudonym();
		Sealed sealed = comment.sealed();
		return (pseudonym != null && sealed != null) ? this.vault.open(pseudonym, comment.id(), Comment.FIELD, sealed)
				: Optional.empty();
	}

	/**
	 * What nobody has read yet goes. Where others may have read, an empty place is left
	 * in every cycle from the person's first answer to their last, whether or not they
	 * had written or answered: otherwise what is missing would tell.
	 */
	@EventListener
	void on(Erased person) {
		if (person.pseudonym() != null) {
			this.answered.throughout(person.pseudonym(), (place) -> {
				if (place.closed()) {
					int promised = Optional
						.ofNullable(this.mongo.findById(place.responseId(), Comment.class, COLLECTION))
						.map(Comment::minimumGroup)
						.orElse(Comment.FEWEST);
					save(Comment.place(place, promised, RANDOM.nextLong()));
				}
				else {
					remove(place.responseId());
				}
			});
		}
	}

	private void save(Comment comment) {
		this.mongo.save(comment, COLLECTION);
	}

	private void remove(String responseId) {
		this.mongo.remove(Query.query(Criteria.where("_id").is(responseId)), COLLECTION);
	}

}
