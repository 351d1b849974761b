package org.holdfast.mentorship.intention;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Members;
import org.holdfast.mentorship.gathering.Members.Person;
import org.holdfast.mentorship.session.Sessions;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was agreed in a session, for the members of the match or supervision.
 */
@RestController
@UsualProblems
@RequestMapping("/me/gatherings/{kind}/{gatheringId}/sessions/{sessionId}/agreements")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Agreements", description = "What was agreed in a session, and whether it was kept; nobody else sees it")
class AgreementController {

	private final Intentions intentions;

	private final Sessions sessions;

	private final Members members;

	AgreementController(Intentions intentions, Sessions sessions, Members members) {
		this.intentions = intentions;
		this.sessions = sessions;
		this.members = members;
	}

	@GetMapping
	@Operation(summary = "What was agreed, in the order in which it was written down",
			description = "Encrypted at rest. What somebody wrote who is erased is gone.")
	@ApiResponse(responseCode = "200", description = "Empty where there is nothing")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	List<Agreement> agreements(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId) {
		Gathering gathering = this.members.gathering(caller.staffId(), kind, gatheringId);
		return this.intentions.of(gathering, session(gathering, sessionId))
			.stream()
			.flatMap((agreement) -> agreed(caller, agreement).stream())
			.toList();
	}

	@PutMapping("/{agreementId}")
	@Operation(summary = "Write down what was agreed, or rewrite what I wrote",
			description = "The caller makes up the id, a UUID, so that it can be repeated at any time.")
	@ApiResponse(responseCode = "200", description = "Stored; sending the same again changes nothing")
	@ApiResponse(responseCode = "400", description = "Not a UUID, no text or more than 1000 characters")
	@ApiResponse(responseCode = "403", description = "Not a person of the agency, or somebody else wrote it")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409", description = "The match or supervision is over (gathering-is-over), or "
			+ "something else has this id (id-is-taken)")
	Agreement write(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId, @PathVariable String agreementId, @Valid @RequestBody AgreementText text) {
		Intention written = this.members.change(caller.staffId(), kind, gatheringId,
				(gathering) -> this.intentions.write(gathering.requireLiving(), session(gathering, sessionId),
						caller.staffId(), MadeUp.id(agreementId), text.text(), null));
		return agreed(caller, written).orElseThrow(Intentions::noSuchOne);
	}

	@PutMapping("/{agreementId}/state")
	@Operation(summary = "Say whether it was kept, whoever wrote it")
	@ApiResponse(responseCode = "200", description = "Stored; repeating it changes nothing")
	@ApiResponse(responseCode = "400", description = "Not a UUID, or another state than open, kept and not-kept")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	Agreement mark(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String sessionId, @PathVariable String agreementId,
			@Valid @RequestBody AgreementStanding standing) {
		Intention marked = this.members.change(caller.staffId(), kind, gatheringId, (gathering) -> this.intentions
			.mark(gathering, session(gathering, sessionId), MadeUp.id(agreementId), standing.state()));
		return agreed(caller, marked).orElseThrow(Intentions::noSuchOne);
	}

	private String session(Gathering gathering, String sessionId) {
		return this.sessions.require(gathering, MadeUp.id(sessionId));
	}

	private Optional<Agreement> agreed(Caller caller, Intention agreement) {
		String by = agreement.text().by();
		return this.intentions.text(agreement)
			.map((text) -> new Agreement(agreement.id(), text, this.members.person(by), by.equals(caller.staffId()),
					agreement.state()));
	}

	record AgreementText(@NotBlank @Size(max = 1000) String text) {

	}

	record AgreementStanding(@Schema(description = "open, kept or not-kept") @NotNull Intention.State state) {

	}

	record Agreement(String agreementId, String text, @Schema(description = "who wrote it") Person by,
			@Schema(description = "whether I wrote it") boolean mine, Intention.State state) {

	}

}
