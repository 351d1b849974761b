package org.holdfast.mentorship.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.fit.HardRule;
import org.holdfast.mentorship.fit.Points;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows people their own matches, on which each of the two decides, and HR who is paired
 * with whom.
 */
@RestController
@UsualProblems
@Tag(name = "Matches", description = "Mentors and mentees who were proposed to each other")
class MatchController {

	private static final Comparator<Match> NEWEST_FIRST = Comparator
		.comparing((Match match) -> Optional.ofNullable(match.since()).orElse(match.offer().at()))
		.reversed()
		.thenComparing((match) -> match.id());

	private final Matches matches;

	private final Directory directory;

	private final Clock clock;

	MatchController(Matches matches, Directory directory, Clock clock) {
		this.matches = matches;
		this.directory = directory;
		this.clock = clock;
	}

	@GetMapping("/me/matches")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "My own matches, as mentor and as mentee, newest first",
			description = "With whom, since when, and why: the points (0 to 100 in all) that each criterion gave when the pair was proposed. "
					+ "A proposal begins once both have said yes. One that lapsed stays for 14 days.")
	@ApiResponse(responseCode = "200", description = "The matches, none if there are none")
	List<OwnMatch> mine(Caller caller) {
		Instant now = this.clock.instant();
		return this.matches.of(caller.staffId())
			.stream()
			.filter((match) -> match.isShown(now))
			.sorted(NEWEST_FIRST)
			.map((match) -> own(match, caller.staffId()))
			.toList();
	}

	@PutMapping("/me/matches/{matchId}/state")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "Accept a proposal or go on (active), rest (paused), or decline or end (ended)",
			description = "Either of the two, at any time, without a reason; who chose an end is stored nowhere. "
					+ "Another proposal follows by itself as long as one wants a mentor. Repeating it changes nothing.")
	@ApiResponse(responseCode = "200",
			description = "Changed; a proposal stays proposed until the other one has said yes too")
	@ApiResponse(responseCode = "400", description = "No such state")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409",
			description = "It is over (match-is-over), or the mentor's last place was taken meanwhile (no-place-left)")
	OwnMatch change(Caller caller, @PathVariable String matchId, @Valid @RequestBody Standing standing) {
		String staffId = caller.staffId();
		return own(switch (standing.state()) {
			case active -> this.matches.accept(staffId, matchId);
			case paused -> this.matches.pause(staffId, matchId);
			case ended -> this.matches.leave(staffId, matchId);
		}, staffId);
	}

	@GetMapping("/matches")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Who is paired with whom, newest first",
			description = "For HR. What people offer and ask for stays between the two of them, and so does a proposal that came to nothing.")
	@ApiResponse(responseCode = "200", description = "All matches, ended ones included")
	List<Overview> all() {
		return this.matches.all()
			.stream()
			.filter((match) -> match.isOpen() || match.hasBegun())
			.sorted(NEWEST_FIRST)
			.map((match) -> new Overview(match.id(), person(match.mentorId()), person(match.menteeId()), match.since(),
					match.shownState(), match.score()))
			.toList();
	}

	private OwnMatch own(Match match, String staffId) {
		boolean asMentor = match.mentorId().equals(staffId);
		boolean proposed = match.state() == Match.State.PROPOSED;
		return new OwnMatch(match.id(), asMentor ? "mentor" : "mentee",
				person(asMentor ? match.menteeId() : match.mentorId()), match.since(), match.shownState(),
				proposed ? match.offer().answerBy() : null, !proposed || match.hasAccepted(staffId),
				(match.end() != null && match.end().rule() != null && HardRule.isAboutWork(match.end().rule()))
						? match.end().rule() : null,
				match.score(), match.points());
	}

	private Person person(String staffId) {
		return new Person(staffId, this.directory.colleague(staffId).map(Colleague::displayName).orElse(null));
	}

	record Standing(@NotNull Wanted state) {

	}

	/** What one of the two can ask for, as it is written. */
	enum Wanted {

		active, paused, ended

	}

	/**
	 * A match from the side of one of the two.
	 */
	record OwnMatch(String matchId, @Schema(description = "what I am in it: mentor or mentee") String as, Person with,
			@Schema(description = "when both had said yes") @Nullable Instant since,
			@Schema(description = "proposed, active, paused, ended, or lapsed: came to nothing") String state,
			@Schema(description = "until when a proposal waits for the two") @Nullable Instant answerBy,
			@Schema(description = "whether I have said yes") boolean accepted,
			@Schema(description = "the rule that ended it, where that is about work and says nothing about what the other chose") @Nullable String endedByRule,
			@Schema(description = "0 to 100, the sum of the points") int score, List<Points> points) {
	}

	/** A match as HR sees it. */
	record Overview(String matchId, Person mentor, Person mentee, @Nullable Instant since, String state, int score) {
	}

	/** Somebody by name; without one once they are erased. */
	record Person(String staffId, @Nullable String displayName) {
	}

}
