package org.holdfast.mentorship.feedback;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.feedback.Opinion.Given;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Members;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own feedback, and what HR learns of all of it together.
 */
@RestController
@UsualProblems
@Tag(name = "Feedback", description = "What people think of a match or supervision, for themselves and as figures")
class FeedbackController {

	private final Opinions opinions;

	private final Releases releases;

	private final Members members;

	FeedbackController(Opinions opinions, Releases releases, Members members) {
		this.opinions = opinions;
		this.releases = releases;
		this.members = members;
	}

	@GetMapping("/me/gatherings/{kind}/{gatheringId}/feedback")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "What I am asked about a match or supervision, and what I answered last",
			description = "Nobody else can see it, in no role, nor whether I answered.")
	@ApiResponse(responseCode = "200", description = "The items, and my answers if I gave any")
	@ApiResponse(responseCode = "404", description = "None of one's own, or I am not asked there, as a supervisor")
	OwnFeedback own(Caller caller, @PathVariable String kind, @PathVariable String gatheringId) {
		Gathering gathering = this.members.gathering(caller.staffId(), kind, gatheringId);
		Side side = side(gathering, caller.staffId());
		return own(caller.staffId(), side, this.opinions.own(gathering, side, caller.staffId()));
	}

	@PutMapping("/me/gatherings/{kind}/{gatheringId}/feedback")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "Say what I think of a match or supervision, also once it is over",
			description = "Encrypted at rest. It is counted together with that of at least four others, if at all, in "
					+ "figures for the quarter in which I give it; the last answer in that quarter counts, and each "
					+ "person in one quarter alone.")
	@ApiResponse(responseCode = "200", description = "Stored in place of what I answered before")
	@ApiResponse(responseCode = "400", description = "Not exactly the items that I am asked, or not 1 to 5")
	@ApiResponse(responseCode = "404", description = "None of one's own, or I am not asked there, as a supervisor")
	OwnFeedback give(Caller caller, @PathVariable String kind, @PathVariable String gatheringId,
			@Valid @RequestBody Giving giving) {
		return this.members.change(caller.staffId(), kind, gatheringId, (gathering) -> {
			Side side = side(gathering, caller.staffId());
			if (!giving.answers().keySet().equals(Set.copyOf(side.items()))) {
				throw Refusal
					.invalid("wrong-items",
							"Answer each of %s, and nothing else.".formatted(String.join(", ", side.items())))
					.with("pointer", "/answers");
			}
			Given given = this.opinions.give(gathering, side, caller.staffId(),
					side.items().stream().map(giving.answers()::get).toList());
			return own(caller.staffId(), side, Optional.of(given));
		});
	}

	@GetMapping("/reports/feedback")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "What people thought, by quarter and side, the newest quarter first",
			description = "Decided once after the end of each quarter (UTC) and never changed. Each person is counted in one "
					+ "quarter alone, so that no two figures are about nearly the same people. A mean near an end of the "
					+ "scale stands for everything beyond it: 4.5 of 5-9 people for 4.5 or more, 1.5 for 1.5 or less; beyond "
					+ "says which.")
	@ApiResponse(responseCode = "200", description = "The quarters that are over since anybody gave feedback")
	@ApiResponse(responseCode = "503", description = "Repeat after Retry-After seconds")
	List<FeedbackReport> report() {
		return this.releases.all()
			.stream()
			.map((release) -> new FeedbackReport(release.quarter().toString(), release.side(), release.people(),
					release.figures()))
			.toList();
	}

	private static Side side(Gathering gathering, String staffId) {
		return Optional.ofNullable(gathering.members().get(staffId))
			.flatMap(Side::of)
			.orElseThrow(() -> Refusal.notFound("not-asked", "You are not asked for feedback here."));
	}

	private OwnFeedback own(String staffId, Side side, Optional<Given> given) {
		return new OwnFeedback(side, side.items(),
				given.flatMap((last) -> this.opinions.answers(side, staffId, last))
					.map((answers) -> byItem(side, answers))
					.orElse(null),
				given.map(Given::at).orElse(null));
	}

	private static Map<String, Integer> byItem(Side side, List<Integer> answers) {
		Map<String, Integer> byItem = new LinkedHashMap<>();
		side.items().forEach((item) -> byItem.put(item, answers.get(byItem.size())));
		return byItem;
	}

	record Giving(@Schema(
			description = "each item with 1 (not at all) to 5 (fully)") @NotNull Map<@NotNull String, @NotNull @Min(1) @Max(5) Integer> answers) {

	}

	record OwnFeedback(@Schema(description = "from which side I am asked") Side side,
			@Schema(description = "what I am asked about") List<String> items,
			@Schema(description = "null if I answered nothing yet") @Nullable Map<String, Integer> answers,
			@Nullable Instant givenAt) {

	}

	record FeedbackReport(@Schema(description = "such as 2026-Q2") String quarter, Side side, @Schema(
			description = "how many people, as a band such as 5-9; null where they were fewer than five") @Nullable String people,
			@Schema(description = "empty where they were fewer than five") List<Release.Figure> means) {

	}

}
