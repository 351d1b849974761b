package org.holdfast.mentorship.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.vault.Vault;
import org.holdfast.mentorship.gathering.Kept;
import org.holdfast.mentorship.gathering.Words;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps everybody's own notes; there is no way to ask for those of another.
 */
@Component
class Notes implements Kept {

	private static final String FIELD = "note";

	private final Aggregates<Note> notes;

	private final Vault vault;

	Notes(Outbox outbox, Vault vault) {
		this.notes = outbox.aggregates(Note.class, "session-notes");
		this.vault = vault;
	}

	Optional<String> read(Session session, String by) {
		String id = Note.id(session, by);
		return this.notes.find(id).flatMap((note) -> note.words().read(this.vault, id, FIELD));
	}

	void write(Session session, String by, String text) {
		String id = Note.id(session, by);
		Words words = Words.of(this.vault, by, id, FIELD, text);
		this.notes.change(id, (found) -> Change.to(new Note(id, session.gathering(), words)));
	}

	void remove(Session session, String by) {
		remove(Note.id(session, by));
	}

	private void remove(String id) {
		this.notes.remove(id, (last) -> List.of());
	}

	@Override
	public void removeIf(Predicate<String> gone) {
		this.notes.findAll()
			.stream()
			.filter((note) -> gone.test(note.gathering()))
			.forEach((note) -> remove(note.id()));
	}

	@Override
	public void forget(String staffId) {
		this.notes.find(Query.query(Criteria.where("words.by").is(staffId))).forEach((note) -> remove(note.id()));
	}

}
