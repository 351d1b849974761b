package org.holdfast.mentorship;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows people their own matches, and HR who is paired with whom.
 */
@RestController
@Tag(name = "Matches", description = "Mentors and mentees who were brought together")
class MatchController {

	private static final Comparator<Match> NEWEST_FIRST = Comparator.comparing((Match match) -> match.since())
		.reversed()
		.thenComparing((match) -> match.id());

	private final Matches matches;

	private final Directory directory;

	MatchController(Matches matches, Directory directory) {
		this.matches = matches;
		this.directory = directory;
	}

	@GetMapping("/me/matches")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "My own matches, as mentor and as mentee, newest first",
			description = "With whom, since when, and why: the points (0 to 100 in all) that each criterion gave when the pair was made.")
	@ApiResponse(responseCode = "200", description = "The matches, none if there are none")
	@ApiResponse(responseCode = "401", description = "Not signed in")
	@ApiResponse(responseCode = "403", description = "Not a person of the agency")
	List<OwnMatch> mine(Caller caller) {
		return this.matches.of(caller.staffId())
			.stream()
			.filter(Match::hasBegun)
			.sorted(NEWEST_FIRST)
			.map((match) -> own(match, caller.staffId()))
			.toList();
	}

	@GetMapping("/matches")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Who is paired with whom, newest first",
			description = "For HR. What people offer and ask for stays between the two of them.")
	@ApiResponse(responseCode = "200", description = "All matches, ended ones included")
	@ApiResponse(responseCode = "401", description = "Not signed in")
	@ApiResponse(responseCode = "403", description = "Not HR")
	List<Overview> all() {
		return this.matches.all()
			.stream()
			.filter(Match::hasBegun)
			.sorted(NEWEST_FIRST)
			.map((match) -> new Overview(match.id(), person(match.mentorId()), person(match.menteeId()), match.since(),
					state(match), match.score()))
			.toList();
	}

	private OwnMatch own(Match match, String staffId) {
		boolean asMentor = match.mentorId().equals(staffId);
		return new OwnMatch(match.id(), asMentor ? "mentor" : "mentee",
				person(asMentor ? match.menteeId() : match.mentorId()), match.since(), state(match), match.score(),
				match.points());
	}

	private Person person(String staffId) {
		return new Person(staffId, this.directory.colleague(staffId).map(Colleague::displayName).orElse(null));
	}

	private static String state(Match match) {
		return match.state().name().toLowerCase(Locale.ROOT);
	}

	/**
	 * A match from the side of one of the two.
	 *
	 * @param as {@code mentor} or {@code mentee}
	 * @param with the other one
	 * @param state {@code active} or {@code ended}
	 * @param score 0 to 100, the sum of the points
	 */
	record OwnMatch(String matchId, String as, Person with, Instant since, String state, int score,
			List<Points> points) {
	}

	/** A match as HR sees it. */
	record Overview(String matchId, Person mentor, Person mentee, Instant since, String state, int score) {
	}

	/** Somebody by name; without one once they are erased. */
	record Person(String staffId, @Nullable String displayName) {
	}

}
