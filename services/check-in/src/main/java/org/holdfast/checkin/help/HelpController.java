package org.holdfast.checkin.help;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What others ask of the caller. What is addressed to somebody else does not exist here,
 * whatever role the caller has.
 */
@RestController
@UsualProblems
@RequestMapping("/help-requests")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Giving help", description = "Requests that are addressed to the caller")
class HelpController {

	private final Helping helping;

	private final Participants participants;

	HelpController(Helping helping, Participants participants) {
		this.helping = helping;
		this.participants = participants;
	}

	@GetMapping
	@Operation(summary = "Requests that are addressed to me, the newest first, without their words",
			description = "Those who ask see in their access log that I looked.")
	@ApiResponse(responseCode = "200", description = "Empty where nothing is addressed to me")
	List<Addressed> requests(Caller caller) {
		return this.helping.addressedTo(caller.staffId())
			.stream()
			.map((request) -> addressed(caller.staffId(), request, null))
			.toList();
	}

	@GetMapping("/{requestId}")
	@Operation(summary = "A request that is addressed to me, with its words where the person agreed to that",
			description = "From then on it counts as seen, and who asks sees in their access log that I looked.")
	@ApiResponse(responseCode = "200", description = "words is null where there are none for me")
	@ApiResponse(responseCode = "404", description = "Nothing of this id is addressed to me")
	@ApiResponse(responseCode = "503", description = "Try again after Retry-After seconds")
	Addressed request(Caller caller, @PathVariable String requestId) {
		Helping.Opened opened = this.helping.open(caller.staffId(), requestId);
		return addressed(caller.staffId(), opened.request(), opened.words());
	}

	@PutMapping("/{requestId}/reaction")
	@Operation(summary = "Accept, decline or close a request that is addressed to me",
			description = "However many react at once, exactly one accepts. Declining needs no reason; when nobody is left "
					+ "the request goes on to the next whom the person agreed to. Repeating it changes nothing.")
	@ApiResponse(responseCode = "200", description = "Done, and the person is told")
	@ApiResponse(responseCode = "400", description = "No such reaction")
	@ApiResponse(responseCode = "404", description = "Nothing of this id is addressed to me")
	@ApiResponse(responseCode = "409", description = "Somebody was quicker, it is over, or it was not accepted")
	Standing react(Caller caller, @PathVariable String requestId, @Valid @RequestBody Reacting reacting) {
		HelpRequest request = switch (reacting.reaction()) {
			case ACCEPTED -> this.helping.accept(caller.staffId(), requestId);
			case DECLINED -> this.helping.decline(caller.staffId(), requestId);
			case CLOSED -> this.helping.closeAsHelper(caller.staffId(), requestId);
		};
		// whether it went on, and to whom, is the asker's to know
		return new Standing(request.id(),
				(reacting.reaction() == Reaction.DECLINED) ? State.DECLINED : request.course().state());
	}

	private Addressed addressed(String reader, HelpRequest request, @Nullable String words) {
		return new Addressed(request.id(),
				new Person(request.askerId(), this.participants.nameOf(request.askerId()).orElse("")),
				request.wish().urgency(), request.course().state(), reader.equals(request.course().acceptedBy()),
				request.askedAt(), request.course().dueAt(), words);
	}

	enum Reaction {

		@JsonProperty("accepted")
		ACCEPTED, @JsonProperty("declined")
		DECLINED, @JsonProperty("closed")
		CLOSED

	}

	record Reacting(@NotNull Reaction reaction) {

	}

	record Standing(String requestId, State state) {

	}

	record Person(String staffId, String displayName) {

	}

	record Addressed(String requestId, Person from, Urgency urgency, State state,
			@Schema(description = "whether I have accepted it") boolean mine, Instant askedAt,
			@Schema(description = "until when somebody should react") @Nullable Instant dueAt, @Nullable String words) {

	}

}
