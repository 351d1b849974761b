package org.holdfast.checkin.comment;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.holdfast.checkin.help.CrisisResources;
import org.holdfast.checkin.help.Resource;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own comment on their own answer; the person is always the caller.
 */
@RestController
@UsualProblems
@RequestMapping("/me/pulse/{cycleId}/comment")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Pulse")
class OwnCommentController {

	private static final int LONGEST = 1000;

	private final Comments comments;

	private final CrisisResources crisis;

	OwnCommentController(Comments comments, CrisisResources crisis) {
		this.comments = comments;
		this.crisis = crisis;
	}

	@PutMapping
	@Operation(summary = "Add a comment to one's own answer, or change it until the cycle closes",
			description = "Repeating it changes nothing. When 200 is returned it is durable. It is read as the notice in "
					+ "/me/pulses says. Where the words call for it, the answer says whom to turn to at once; that is kept "
					+ "nowhere and told to nobody.")
	@ApiResponse(responseCode = "200", description = "Stored")
	@ApiResponse(responseCode = "400", description = "Empty, or longer than 1000 characters")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "404", description = "No such cycle")
	@ApiResponse(responseCode = "409", description = "Not answered yet, or the cycle is not open")
	OwnComment write(Caller caller, @PathVariable String cycleId, @Valid @RequestBody Writing writing, Locale locale) {
		String text = writing.text().strip();
		List<Resource> resources = this.crisis.calledFor(text, locale);
		try {
			requireLength(text);
			this.comments.write(caller.staffId(), cycleId, text);
			return new OwnComment(text, resources);
		}
		catch (Refusal refusal) {
			// who needs somebody now is told whom to turn to, whatever else is wrong
			throw resources.isEmpty() ? refusal : refusal.with("crisis", resources);
		}
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove one's own comment until the cycle closes")
	@ApiResponse(responseCode = "204", description = "There is none now")
	@ApiResponse(responseCode = "403", description = "Not on the staff list, or no longer active")
	@ApiResponse(responseCode = "404", description = "No such cycle")
	@ApiResponse(responseCode = "409", description = "Not answered yet, or the cycle is not open")
	void takeBack(Caller caller, @PathVariable String cycleId) {
		this.comments.takeBack(caller.staffId(), cycleId);
	}

	private static void requireLength(String text) {
		if (text.isEmpty() || text.length() > LONGEST) {
			String detail = "A comment has 1 to %d characters; this one has %d.".formatted(LONGEST, text.length());
			throw Refusal.invalid("invalid-comment", detail)
				.with("errors", List.of(Map.of("pointer", "/text", "detail", detail)));
		}
	}

	record Writing(@Schema(description = "1 to 1000 characters, without spaces around it") @NotNull String text) {

	}

	record OwnComment(String text,
			@Schema(description = "whom to turn to at once, where the words call for it") List<Resource> crisis) {

	}

}
