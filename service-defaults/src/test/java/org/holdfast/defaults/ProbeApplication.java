package org.holdfast.defaults;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.micrometer.tracing.Tracer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The smallest service that uses all of the defaults: it takes notes, publishes them and
 * reads its own topic.
 */
@SpringBootApplication
public class ProbeApplication {

	/**
	 * An aggregate.
	 */
	public record Note(String id, String text, @Nullable String extra, int edits) {

		static Change<Note> write(Optional<Note> present, String id, String text) {
			if (present.filter((note) -> note.text().equals(text)).isPresent()) {
				return Change.none();
			}
			Note next = new Note(id, text, text.startsWith("+") ? "extra" : null,
					present.map(Note::edits).orElse(0) + 1);
			return Change.to(next, Event.of("probe.note", id, new NoteWritten(next.text(), next.edits(), null)));
		}

	}

	/**
	 * What it tells.
	 */
	public record NoteWritten(String text, Integer edits, @Nullable Double weight) {

		public NoteWritten {
			if (edits < 0) {
				throw new IllegalArgumentException("edits: expected a number from 0");
			}
		}

	}

	/**
	 * What the reader keeps.
	 */
	public record NoteRow(String id, String text, int edits) {
	}

	/**
	 * The reader.
	 */
	public static class Reader {

		final Rows<NoteRow> rows;

		final List<Received<NoteWritten>> taken = new CopyOnWriteArrayList<>();

		final List<String> traces = new CopyOnWriteArrayList<>();

		private final Tracer tracer;

		public volatile @Nullable RuntimeException failure;

		Reader(EventReader reader, Tracer tracer) {
			this.tracer = tracer;
			this.rows = reader.rows(NoteRow.class, "note-rows");
		}

		void on(Received<NoteWritten> event) {
			RuntimeException failure = this.failure;
			if (failure != null) {
				throw failure;
			}
			NoteWritten note = event.value();
			boolean news = (note != null)
					? this.rows.put(event.key(), event.seq(), new NoteRow(event.key(), note.text(), note.edits()))
					: this.rows.remove(event.key(), event.seq());
			if (news) {
				this.traces.add(this.tracer.currentSpan().context().traceId());
				this.taken.add(event);
			}
		}

	}

	@Bean
	Aggregates<Note> notebook(Outbox outbox) {
		return outbox.aggregates(Note.class, "notes");
	}

	@Bean
	Reader reader(EventReader reader, Tracer tracer) {
		return new Reader(reader, tracer);
	}

	@Bean
	Consumer<Message<byte[]>> notes(EventReader events, Reader reader) {
		return events.of("probe.note", NoteWritten.class, reader::on);
	}

	@RestController
	static class NoteController {

		private final Aggregates<Note> notes;

		NoteController(Aggregates<Note> notes) {
			this.notes = notes;
		}

		record Text(@NotBlank String text, @Nullable Integer size, @Nullable List<@Size(max = 3) String> tags) {
		}

		@PutMapping("/notes/{id}")
		@PreAuthorize("hasRole('STAFF')")
		Note write(@PathVariable String id, @RequestBody @jakarta.validation.Valid Text text) {
			return this.notes.change(id, (present) -> Note.write(present, id, text.text()));
		}

		@GetMapping("/notes/{id}")
		@PreAuthorize("hasAuthority('SCOPE_notes.read') or hasRole('HR')")
		Note read(@PathVariable String id) {
			return this.notes.find(id).orElseThrow(() -> Refusal.notFound("no-such-note", "There is no such note."));
		}

		@GetMapping("/me")
		Caller me(Caller caller) {
			return caller;
		}

		@GetMapping("/broken")
		Note broken() {
			throw new IllegalStateException("secret detail");
		}

	}

}
