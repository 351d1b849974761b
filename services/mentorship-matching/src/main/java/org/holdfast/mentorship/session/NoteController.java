package org.holdfast.mentorship.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.gathering.Members;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own note about a session; the author is always the caller.
 */
@RestController
@UsualProblems
@RequestMapping("/me/gatherings/{kind}/{gatheringId}/sessions/{sessionId}/note")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Notes", description = "What I note about a session for myself alone, encrypted at rest")
class NoteController {

	private final Notes notes;

	private final Sessions sessions;

	private final Members members;

	NoteController(Notes notes, Sessions sessions, Members members) {
		this.notes = notes;
		this.sessions = sessions;
		this.members = members;
	}

	@GetMapping
	@Operation(summary = "My own note",
			description = "Nobody else can read it, in no role, nor tell whether there is one.")
	@ApiResponse(responseCode = "200", description = "The note")
	@ApiResponse(responseCode = "404", description = "I have no note there, or the session is none of mine")
	NoteText note(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId) {
		return this.notes.read(session(caller, kind, gatheringId, sessionId), caller.staffId())
			.map(NoteText::new)
			.orElseThrow(() -> Refusal.notFound("no-such-note", "You have noted nothing about this session."));
	}

	@PutMapping
	@Operation(summary = "Write or rewrite my own note")
	@ApiResponse(responseCode = "200", description = "Stored")
	@ApiResponse(responseCode = "400", description = "Nothing, or more than 4000 characters")
	@ApiResponse(responseCode = "404", description = "The session is none of mine")
	NoteText write(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId, @Valid @RequestBody NoteText note) {
		return this.members.change(caller.staffId(), kind, gatheringId, (gathering) -> {
			this.notes.write(this.sessions.of(gathering, MadeUp.id(sessionId)), caller.staffId(), note.text());
			return note;
		});
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Throw my own note away")
	@ApiResponse(responseCode = "204", description = "There is none any more")
	@ApiResponse(responseCode = "404", description = "The session is none of mine")
	void remove(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId) {
		this.notes.remove(session(caller, kind, gatheringId, sessionId), caller.staffId());
	}

	private Session session(Caller caller, String kind, String gatheringId, String sessionId) {
		return this.sessions.of(this.members.gathering(caller.staffId(), kind, gatheringId), MadeUp.id(sessionId));
	}

	record NoteText(@NotBlank @Size(max = 4000) String text) {

	}

}
