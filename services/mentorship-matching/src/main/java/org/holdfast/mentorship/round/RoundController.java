package org.holdfast.mentorship.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Points;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.fit.Ruling;
import org.holdfast.mentorship.fit.Standing;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.round.Round.Decision;
import org.holdfast.mentorship.round.Round.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets the owner of the programme hold rounds. They see who is brought together and how
 * well two fit, never what somebody asks for.
 */
@RestController
@UsualProblems
@RequestMapping("/rounds")
@PreAuthorize("hasRole('HR')")
@Tag(name = "Rounds", description = "Matching rounds: open, look, compare, decide, publish")
class RoundController {

	private final Rounds rounds;

	private final Directory directory;

	RoundController(Rounds rounds, Directory directory) {
		this.rounds = rounds;
		this.directory = directory;
	}

	@GetMapping
	@Operation(summary = "All rounds, newest first")
	@ApiResponse(responseCode = "200", description = "Empty where there are none")
	List<Summary> rounds() {
		return this.rounds.all()
			.stream()
			.sorted(Comparator.comparing(Round::openedAt).thenComparing(Round::id).reversed())
			.map(this::summary)
			.toList();
	}

	@PutMapping("/{roundId}")
	@Operation(summary = "Open a round",
			description = "With everybody who waits and every place that is free. The caller makes up the id, a UUID, so that it can be repeated. "
					+ "Until it is published or cancelled nobody in it is proposed anything by itself.")
	@ApiResponse(responseCode = "200", description = "Opened")
	@ApiResponse(responseCode = "400", description = "Not a UUID, or no name")
	@ApiResponse(responseCode = "409", description = "The id is that of another round")
	Summary open(@PathVariable String roundId, @Valid @RequestBody Opening opening) {
		return summary(this.rounds.open(MadeUp.id(roundId), opening.name()));
	}

	@PostMapping("/{roundId}/refresh")
	@Operation(summary = "Take in again who waits and which places are free")
	@ApiResponse(responseCode = "200", description = "Taken in")
	@ApiResponse(responseCode = "404", description = "No such round")
	@ApiResponse(responseCode = "409", description = "The round is over, or somebody else refreshed it just now")
	Summary refresh(@PathVariable String roundId) {
		return summary(this.rounds.refresh(roundId));
	}

	@PutMapping("/{roundId}/programme")
	@Operation(summary = "Choose the version of the programme that weighs the pairs")
	@ApiResponse(responseCode = "200", description = "Chosen")
	@ApiResponse(responseCode = "404", description = "No such round or version")
	@ApiResponse(responseCode = "409", description = "The round is over")
	Summary weighBy(@PathVariable String roundId, @Valid @RequestBody Weighing weighing) {
		return summary(this.rounds.weighBy(roundId, weighing.version()));
	}

	@PutMapping("/{roundId}/decisions/{menteeId}/{mentorId}")
	@Operation(summary = "Pin or forbid a pair, with a reason",
			description = "Hard rules hold for pinned pairs too. Another pin for the same mentee replaces the first.")
	@ApiResponse(responseCode = "200", description = "Decided")
	@ApiResponse(responseCode = "400", description = "No such decision or reason")
	@ApiResponse(responseCode = "404", description = "No such round, or one of the two is not in it")
	@ApiResponse(responseCode = "409", description = "The round is over, or a rule forbids the pair")
	Summary decide(Caller caller, @PathVariable String roundId, @PathVariable String menteeId,
			@PathVariable String mentorId, @Valid @RequestBody Deciding deciding) {
		return summary(this.rounds.decide(roundId, new Ruling(deciding.kind(), mentorId, menteeId), deciding.reason(),
				caller.staffId()));
	}

	@DeleteMapping("/{roundId}/decisions/{menteeId}/{mentorId}")
	@Operation(summary = "Take a decision back")
	@ApiResponse(responseCode = "200", description = "Taken back; nothing changes if there was none")
	@ApiResponse(responseCode = "404", description = "No such round")
	@ApiResponse(responseCode = "409", description = "The round is over")
	Summary undecide(@PathVariable String roundId, @PathVariable String menteeId, @PathVariable String mentorId) {
		return summary(this.rounds.undecide(roundId, mentorId, menteeId));
	}

	@GetMapping("/{roundId}/preview")
	@Operation(summary = "What the round would bring, or has brought",
			description = "As many as possible have a mentor, then the worst pair is as good as it can be, then the total is as large as it can be; "
					+ "that is proved each time. The same as often as it is asked, until the round is refreshed.")
	@ApiResponse(responseCode = "200", description = "Who with whom, and for whom there is nobody")
	@ApiResponse(responseCode = "404", description = "No such round")
	@ApiResponse(responseCode = "409", description = "The pinned pairs cannot all be")
	Preview preview(@PathVariable String roundId) {
		Round round = this.rounds.find(roundId);
		Outcome outcome = this.rounds.outcome(round, this.rounds.programme(round));
		return new Preview(figures("", outcome, outcome),
				outcome.pairs().stream().map((pair) -> shown(round, pair)).toList(),
				outcome.unmatched().stream().map(this::person).toList());
	}

	@GetMapping("/{roundId}/mentors")
	@Operation(summary = "Who offers places in the round, whether any is free or not, by name",
			description = "Whom a pair can be decided with and the explanation be asked about, as of when the round was opened "
					+ "or last refreshed. Not what they offer or how many places. Who was erased since is not among them.")
	@ApiResponse(responseCode = "200", description = "Empty where there is nobody")
	@ApiResponse(responseCode = "404", description = "No such round")
	List<Person> mentors(@PathVariable String roundId) {
		return this.rounds.inputs(this.rounds.find(roundId))
			.mentors()
			.stream()
			.map(this::person)
			.sorted(Comparator.comparing(Person::displayName, Comparator.nullsLast(Comparator.naturalOrder()))
				.thenComparing(Person::staffId))
			.toList();
	}

	@PostMapping("/{roundId}/comparison")
	@Operation(summary = "Compare up to five settings side by side",
			description = "Nothing is stored. The first line is the round as it is; the others say whose mentor would be another.")
	@ApiResponse(responseCode = "200", description = "One line for the round and one for each alternative")
	@ApiResponse(responseCode = "400", description = "A criterion has no weight, or the weights are not 100 in all")
	@ApiResponse(responseCode = "404", description = "No such round")
	@ApiResponse(responseCode = "409", description = "The pinned pairs cannot all be")
	List<Figures> compare(@PathVariable String roundId, @Valid @RequestBody Comparison comparison) {
		Round round = this.rounds.find(roundId);
		Outcome present = this.rounds.outcome(round, this.rounds.programme(round));
		List<Figures> lines = new ArrayList<>(List.of(figures("", present, present)));
		for (Alternative alternative : comparison.alternatives()) {
			lines.add(figures(alternative.name(), this.rounds.outcome(round, alternative.programme()), present));
		}
		return lines;
	}

	@GetMapping("/{roundId}/explanation")
	@Operation(summary = "Why somebody has this mentor or none, and why not a certain other one",
			description = "The loss is what the whole programme would lose if that pair was forced.")
	@ApiResponse(responseCode = "200", description = "Points, ranks, rules, and the loss")
	@ApiResponse(responseCode = "404", description = "No such round, or one of the two is not in it")
	Explanation explain(@PathVariable String roundId, @RequestParam String menteeId,
			@RequestParam(required = false) @Nullable String mentorId) {
		Round round = this.rounds.find(roundId);
		Standing standing = this.rounds.inputs(round).standing();
		Rounds.requireIn(standing, menteeId, mentorId);
		Programme programme = this.rounds.programme(round);
		return Explanation.of(standing, programme, round.rulings(), round.seed(), this.rounds.outcome(round, programme),
				menteeId, mentorId);
	}

	@PutMapping("/{roundId}/state")
	@Operation(summary = "Publish the round, or cancel it",
			description = "Publishing proposes each pair to its two people; the round does not change any more. Repeating it changes nothing.")
	@ApiResponse(responseCode = "200", description = "Published or cancelled")
	@ApiResponse(responseCode = "400", description = "No such state")
	@ApiResponse(responseCode = "404", description = "No such round")
	@ApiResponse(responseCode = "409",
			description = "It is over, or pairs are not possible any more (round-is-old): refresh, look, publish")
	Summary settle(Caller caller, @PathVariable String roundId, @Valid @RequestBody Standings standing) {
		return summary(switch (standing.state()) {
			case published -> this.rounds.publish(roundId, caller.staffId());
			case cancelled -> this.rounds.cancel(roundId);
		});
	}

	@GetMapping("/{roundId}/verification")
	@Operation(summary = "Reckon a published round again from what was stored",
			description = "From its inputs, its version of the programme, its decisions and its seed, and compare it with what was published.")
	@ApiResponse(responseCode = "200", description = "Whether it comes to the same")
	@ApiResponse(responseCode = "404", description = "No such round")
	@ApiResponse(responseCode = "409", description = "Not published")
	Verification verify(@PathVariable String roundId) {
		Round round = this.rounds.find(roundId);
		Round.Result result = round.result();
		if (result == null) {
			throw Refusal.conflict("not-published", "Only a published round can be reckoned again.");
		}
		if (this.rounds.inputs(round).erased()) {
			return new Verification(false, true);
		}
		Outcome again = this.rounds.outcome(round, this.rounds.programme(round));
		boolean same = again.unmatched().equals(result.unmatched()) && again.pairs()
			.stream()
			.map((pair) -> pair.mentee().staffId() + pair.mentor().staffId() + pair.points())
			.toList()
			.equals(result.pairs().stream().map((made) -> made.menteeId() + made.mentorId() + made.points()).toList());
		return new Verification(same, false);
	}

	private Summary summary(Round round) {
		Inputs inputs = this.rounds.inputs(round);
		Round.Result result = round.result();
		return new Summary(round.id(), round.name(), switch (round.state()) {
			case OPEN -> "open";
			case PUBLISHED, DELIVERED -> "published";
			case CANCELLED -> "cancelled";
		}, round.openedAt(), (result != null) ? result.at() : null, round.programme(), round.seed(),
				inputs.waiting().size(), inputs.freePlaces(), round.decisions().stream().map(this::shown).toList());
	}

	private Decided shown(Decision decision) {
		return new Decided(decision.ruling().kind(), person(decision.ruling().mentorId()),
				person(decision.ruling().menteeId()), decision.reason(), decision.at(), decision.by());
	}

	private Shown shown(Round round, Pair pair) {
		String mentorId = pair.mentor().staffId();
		String menteeId = pair.mentee().staffId();
		return new Shown(person(mentorId), person(menteeId), pair.score(), Explanation.points(pair),
				round.decisions()
					.stream()
					.anyMatch((each) -> each.isAbout(mentorId, menteeId) && each.ruling().kind() == Ruling.Kind.pin));
	}

	private static Figures figures(String name, Outcome outcome, Outcome present) {
		return new Figures(name, outcome.matched(), outcome.unmatched().size(), outcome.worst(), outcome.mean(),
				outcome.total(), outcome.blockingPairs(), outcome.changedFrom(present));
	}

	private Person person(String staffId) {
		return new Person(staffId, this.directory.colleague(staffId).map(Colleague::displayName).orElse(null));
	}

	record Opening(@NotBlank @Size(max = 100) String name) {

	}

	record Weighing(@NotNull @Min(1) Integer version) {

	}

	record Deciding(Ruling.@NotNull Kind kind, @NotNull Reason reason) {

	}

	record Standings(@NotNull Wanted state) {

	}

	/** What can be asked for, as it is written. */
	enum Wanted {

		published, cancelled

	}

	record Comparison(@NotEmpty @Size(max = 5) @Valid List<@NotNull Alternative> alternatives) {

	}

	record Alternative(@NotBlank @Size(max = 100) String name,
			@NotNull Map<@NotNull String, @NotNull @Min(0) @Max(100) Integer> weights, @NotNull Boolean differentUnits,
			@NotNull @Min(0) @Max(10) Integer leastCommonTimes, Programme.@Nullable Mode mode) {

		Programme programme() {
			try {
				return new Programme(0, this.weights, this.differentUnits, this.leastCommonTimes, false,
						Objects.requireNonNullElse(this.mode, Programme.Mode.best), null);
			}
			catch (IllegalArgumentException ex) {
				throw Refusal.invalid("invalid-weights", "%s: %s".formatted(this.name, ex.getMessage()));
			}
		}

	}

	record Summary(String roundId, String name, @Schema(description = "open, published or cancelled") String state,
			Instant openedAt, @Nullable Instant publishedAt,
			@Schema(description = "version of the programme") int programme, long seed,
			@Schema(description = "how many wait for a mentor in it") int waiting,
			@Schema(description = "how many places are free in it") int places, List<Decided> decisions) {

	}

	record Decided(Ruling.Kind kind, Person mentor, Person mentee, Reason reason, Instant at, String by) {

	}

	record Preview(Figures figures, List<Shown> pairs, List<Person> unmatched) {

	}

	record Shown(Person mentor, Person mentee, int score,
			@Schema(description = "per criterion") Map<String, Integer> points, boolean pinned) {

	}

	record Figures(@Schema(description = "empty for the round as it is") String name, int matched, int unmatched,
			@Schema(description = "score of the worst pair, 0 to 100") int worst, double mean, int total,
			@Schema(description = "pairs in which both would rather have each other") int blockingPairs,
			@Schema(description = "ids of the mentees whose mentor would be another, or none") List<String> changed) {

	}

	record Verification(@Schema(description = "whether it comes to the same") boolean same, @Schema(
			description = "whether it cannot be reckoned again because somebody in it was erased") boolean erased) {

	}

	/** Somebody by name; without one once they are erased. */
	record Person(String staffId, @Nullable String displayName) {

	}

}
