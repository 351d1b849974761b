package org.holdfast.mentorship.supervision;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.mentorship.gathering.Members;
import org.holdfast.mentorship.gathering.Members.Person;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets HR name who supervises whom, and see what it named. What supervisors offer within
 * their line is not on that list, as declining it would be on record there.
 */
@RestController
@UsualProblems
@RequestMapping("/supervisions")
@PreAuthorize("hasRole('HR')")
@Tag(name = "Named supervisions", description = "Whom HR named to supervise whom, and how far that is")
class NamingController {

	private final Supervisions supervisions;

	private final Members members;

	NamingController(Supervisions supervisions, Members members) {
		this.supervisions = supervisions;
		this.members = members;
	}

	@GetMapping
	@Operation(summary = "The supervisions that HR named, newest first",
			description = "Whether each waits for the supervisee, goes on or is over, and nothing of what the two do: not who "
					+ "ended it or whether it had begun, not that it rests, not when they meet. Those that supervisors "
					+ "offered themselves are not among them.")
	@ApiResponse(responseCode = "200", description = "Those that are over included; empty where there are none")
	List<NamedSupervision> named() {
		return this.supervisions.named().stream().map(this::shown).toList();
	}

	@PutMapping("/{supervisionId}")
	@Operation(summary = "Name a supervisor for somebody, wherever the two stand, or change the rhythm",
			description = "The caller makes up the id, a UUID. It begins when the supervisee accepts; changes in the line do "
					+ "not end it. HR sees nothing of what the two write.")
	@ApiResponse(responseCode = "200", description = "Opened; sending the same again changes nothing")
	@ApiResponse(responseCode = "400", description = "Not a UUID, or a rhythm of less than 1 or more than 90 days")
	@ApiResponse(responseCode = "409",
			description = "The two have a supervision already, whoever opened it (supervised-already), it is over "
					+ "(supervision-is-over), one of them does not work here (cannot-be-supervised), or something else "
					+ "has this id (id-is-taken)")
	NamedSupervision name(@PathVariable String supervisionId, @Valid @RequestBody SupervisionNaming naming) {
		return shown(this.supervisions.name(naming.supervisorId(), MadeUp.id(supervisionId), naming.superviseeId(),
				naming.everyDays()));
	}

	@PutMapping("/{supervisionId}/state")
	@Operation(summary = "End a supervision that HR named",
			description = "For good, without a reason. What the two have written stays with them. Repeating it changes nothing.")
	@ApiResponse(responseCode = "200", description = "Ended")
	@ApiResponse(responseCode = "400", description = "Not a UUID, or another state than ended")
	@ApiResponse(responseCode = "404", description = "None that HR named")
	NamedSupervision end(@PathVariable String supervisionId, @Valid @RequestBody Ending ending) {
		return shown(this.supervisions.end(MadeUp.id(supervisionId)));
	}

	private NamedSupervision shown(Supervision supervision) {
		return new NamedSupervision(supervision.id(), this.members.person(supervision.supervisorId()),
				this.members.person(supervision.superviseeId()), supervision.everyDays(), switch (supervision.state()) {
					case PROPOSED -> Stage.proposed;
					case ACTIVE, PAUSED -> Stage.active;
					case ENDED -> Stage.ended;
				}, supervision.offeredAt());
	}

	record SupervisionNaming(@NotBlank String supervisorId, @NotBlank String superviseeId,
			@Schema(description = "how often to meet, in days") @NotNull @Min(1) @Max(90) Integer everyDays) {

	}

	record Ending(@NotNull Wanted state) {

	}

	/** What HR can ask for, as it is written. */
	enum Wanted {

		ended

	}

	/** How far one has come as far as HR sees it, as it is written. */
	enum Stage {

		proposed, active, ended

	}

	/** A supervision as HR sees it. */
	record NamedSupervision(String supervisionId,
			@Schema(description = "with an empty id once they are erased") Person supervisor, Person supervisee,
			@Schema(description = "how often they are to meet, in days") int everyDays, Stage state, Instant namedAt) {

	}

}
