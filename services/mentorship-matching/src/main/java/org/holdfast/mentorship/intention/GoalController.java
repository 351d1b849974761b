package org.holdfast.mentorship.intention;

import java.time.LocalDate;
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
import org.holdfast.mentorship.gathering.Members;
import org.holdfast.mentorship.gathering.Members.Person;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The goals of a match, a supervision or whatever else people share, for its members.
 */
@RestController
@UsualProblems
@RequestMapping("/me/gatherings/{kind}/{gatheringId}/goals")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Goals", description = "What the members of a match or supervision set out to reach; nobody else sees it")
class GoalController {

	private final Intentions intentions;

	private final Members members;

	GoalController(Intentions intentions, Members members) {
		this.intentions = intentions;
		this.members = members;
	}

	@GetMapping
	@Operation(summary = "The goals, in the order in which they were added",
			description = "Encrypted at rest. Those of somebody who is erased are gone.")
	@ApiResponse(responseCode = "200", description = "Empty where there are none")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	List<SharedGoal> goals(Caller caller, @PathVariable String kind, @PathVariable String gatheringId) {
		return this.intentions.of(this.members.gathering(caller.staffId(), kind, gatheringId), null)
			.stream()
			.flatMap((goal) -> shown(caller, goal).stream())
			.toList();
	}

	@PutMapping("/{goalId}")
	@Operation(summary = "Add a goal, or rewrite my own",
			description = "The caller makes up the id, a UUID, so that it can be repeated at any time.")
	@ApiResponse(responseCode = "200", description = "Stored; sending the same again changes nothing")
	@ApiResponse(responseCode = "400",
			description = "Not a UUID, no text or more than 1000 characters, or due years away")
	@ApiResponse(responseCode = "403", description = "Not a person of the agency, or somebody else wrote it")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409", description = "The match or supervision is over (gathering-is-over), or "
			+ "something else has this id (id-is-taken)")
	SharedGoal write(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String goalId, @Valid @RequestBody Wording wording) {
		Intention written = this.members.change(caller.staffId(), kind, gatheringId,
				(gathering) -> this.intentions.write(gathering.requireLiving(), null, caller.staffId(),
						MadeUp.id(goalId), wording.text(), wording.due()));
		return shown(caller, written).orElseThrow(Intentions::noSuchOne);
	}

	@PutMapping("/{goalId}/state")
	@Operation(summary = "Say where a goal stands, whoever wrote it")
	@ApiResponse(responseCode = "200", description = "Stored; repeating it changes nothing")
	@ApiResponse(responseCode = "400", description = "Not a UUID, or no such state")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	SharedGoal mark(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@PathVariable String goalId, @Valid @RequestBody GoalStanding standing) {
		Intention marked = this.members.change(caller.staffId(), kind, gatheringId,
				(gathering) -> this.intentions.mark(gathering, null, MadeUp.id(goalId), standing.state()));
		return shown(caller, marked).orElseThrow(Intentions::noSuchOne);
	}

	private Optional<SharedGoal> shown(Caller caller, Intention goal) {
		String by = goal.text().by();
		return this.intentions.text(goal)
			.map((text) -> new SharedGoal(goal.id(), text, this.members.person(by), by.equals(caller.staffId()),
					goal.state(), goal.due()));
	}

	record Wording(@NotBlank @Size(max = 1000) String text, @Nullable LocalDate due) {

	}

	record GoalStanding(@Schema(description = "open, reached or dropped") @NotNull Intention.State state) {

	}

	record SharedGoal(String goalId, String text, @Schema(description = "who wrote it") Person by,
			@Schema(description = "whether I wrote it") boolean mine, Intention.State state, @Nullable LocalDate due) {

	}

}
