package org.holdfast.mentorship.circle.forming;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.problem.MadeUp;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.circle.forming.Forming.Settings;
import org.holdfast.mentorship.circle.peers.Hindrance;
import org.holdfast.mentorship.circle.peers.Kind;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets the owner of the programme form circles. They see who is brought together and what
 * all of a circle share, never what a single person entered.
 */
@RestController
@UsualProblems
@RequestMapping("/circle-formings")
@PreAuthorize("hasRole('HR')")
@Tag(name = "Formings of circles", description = "Form peer circles and supervision groups: open, look, publish")
class FormingController {

	private final Formings formings;

	private final Directory directory;

	FormingController(Formings formings, Directory directory) {
		this.formings = formings;
		this.directory = directory;
	}

	@GetMapping
	@Operation(summary = "All formings, newest first")
	@ApiResponse(responseCode = "200", description = "Empty where there are none")
	List<FormingSummary> all() {
		return this.formings.all()
			.stream()
			.sorted(Comparator.comparing(Forming::openedAt).thenComparing(Forming::id).reversed())
			.map(this::summary)
			.toList();
	}

	@PutMapping("/{formingId}")
	@Operation(summary = "Open a forming",
			description = "With everybody who wants a circle of the kind and is in none, and is in no other forming. "
					+ "The caller makes up the id, a UUID, so that it can be repeated.")
	@ApiResponse(responseCode = "200", description = "Opened")
	@ApiResponse(responseCode = "400", description = "Not a UUID, no name, or no such kind")
	@ApiResponse(responseCode = "409", description = "The id is that of another forming")
	FormingSummary open(@PathVariable String formingId, @Valid @RequestBody FormingOpening opening) {
		return summary(this.formings.open(MadeUp.id(formingId), opening.name(),
				new Settings(opening.kind(), opening.differentUnits(), !Boolean.FALSE.equals(opening.newCompany()))));
	}

	@GetMapping("/{formingId}/preview")
	@Operation(summary = "The circles that the forming would bring, or has brought",
			description = "As many people as there is room for; no rule is ever broken. The score is what all pairs of a circle gain together, 0 to 100 each: "
					+ "25 for different units, up to 20 for different lengths of service, up to 30 for shared topics, up to 15 for shared and 10 for other kinds of work. "
					+ "No circles of the same people and sizes gain more than the bound. The same as often as it is asked.")
	@ApiResponse(responseCode = "200",
			description = "Who with whom, for whom there is no circle, and what is in the way")
	@ApiResponse(responseCode = "404", description = "No such forming")
	FormingPreview preview(@PathVariable String formingId) {
		Outcome outcome = this.formings.outcome(this.formings.find(formingId));
		return new FormingPreview(
				new FormingFigures(
						outcome.circles().size(), outcome.placed(), outcome.score(), outcome.bound(), outcome.ratio()),
				outcome.circles().stream().map(this::shown).toList(),
				outcome.leftOut()
					.stream()
					.map((left) -> new LeftOut(person(left.staffId()), left.because(), left.because().words()))
					.toList(),
				outcome.obstacles()
					.stream()
					.map((obstacle) -> new FormingObstacle(obstacle.rule(), obstacle.rule().words(), obstacle.people(),
							obstacle.room()))
					.toList());
	}

	@PutMapping("/{formingId}/state")
	@Operation(summary = "Publish the forming, or cancel it",
			description = "Publishing proposes each circle to its members; the forming does not change any more. Repeating it changes nothing.")
	@ApiResponse(responseCode = "200", description = "Published or cancelled")
	@ApiResponse(responseCode = "400", description = "No such state")
	@ApiResponse(responseCode = "404", description = "No such forming")
	@ApiResponse(responseCode = "409",
			description = "It is over, brings no circle (no-circles), or circles are not possible any more (forming-is-old): cancel it and open another one")
	FormingSummary settle(Caller caller, @PathVariable String formingId, @Valid @RequestBody FormingDecision decision) {
		return summary(switch (decision.state()) {
			case published -> this.formings.publish(formingId, caller.staffId());
			case cancelled -> this.formings.cancel(formingId);
		});
	}

	@GetMapping("/{formingId}/verification")
	@Operation(summary = "Reckon a published forming again from what was stored",
			description = "From its inputs, its settings and its seed, and compare it with what was published.")
	@ApiResponse(responseCode = "200", description = "Whether it comes to the same")
	@ApiResponse(responseCode = "404", description = "No such forming")
	@ApiResponse(responseCode = "409", description = "Not published")
	Verification verify(@PathVariable String formingId) {
		Forming forming = this.formings.find(formingId);
		if (forming.result() == null) {
			throw Refusal.conflict("not-published", "Only a published forming can be reckoned again.");
		}
		boolean erased = this.formings.inputs(forming).erased();
		return new Verification(!erased && this.formings.reckon(forming).equals(forming.result().outcome()), erased);
	}

	private FormingSummary summary(Forming forming) {
		return new FormingSummary(forming.id(), forming.name(), forming.settings().kind(),
				forming.settings().differentUnits(), forming.settings().newCompany(), switch (forming.state()) {
					case OPEN -> "open";
					case PUBLISHED, DELIVERED -> "published";
					case CANCELLED -> "cancelled";
				}, forming.openedAt(), (forming.result() != null) ? forming.result().at() : null, forming.seed(),
				this.formings.inputs(forming).candidates().size());
	}

	private FormedCircle shown(Outcome.Made made) {
		return new FormedCircle(made.circleId(), made.memberIds().stream().map(this::person).toList(),
				made.common().times().getFirst(), made.common().languages(), made.common().topics(), made.score(),
				made.points());
	}

	private Person person(String staffId) {
		return new Person(staffId, this.directory.colleague(staffId).map(Colleague::displayName).orElse(null));
	}

	record FormingOpening(@NotNull Kind kind, @NotBlank @Size(max = 100) String name, @Schema(
			description = "whether no two of a circle may work in the same unit") @NotNull Boolean differentUnits,
			@Schema(description = "whether nobody may be with somebody of their circles by the last two formings; true if left out") @Nullable Boolean newCompany) {

	}

	record FormingDecision(@NotNull Wanted state) {

	}

	/** What can be asked for, as it is written. */
	enum Wanted {

		published, cancelled

	}

	record FormingSummary(String formingId, String name, Kind kind, boolean differentUnits, boolean newCompany,
			@Schema(description = "open, published or cancelled") String state, Instant openedAt,
			@Nullable Instant publishedAt, long seed,
			@Schema(description = "how many people could be placed in it") int people) {

	}

	record FormingPreview(FormingFigures figures, List<FormedCircle> circles, List<LeftOut> leftOut, @Schema(
			description = "what is known to be in the way of placing everybody") List<FormingObstacle> obstacles) {

	}

	record FormingFigures(int circles, @Schema(description = "how many people have one") int placed, long score,
			long bound,
			@Schema(description = "score divided by bound, up to 1; null where there is no circle") @Nullable Double ratio) {

	}

	record FormedCircle(String circleId, List<Person> members,
			@Schema(description = "on which they meet") String halfDay,
			@Schema(description = "that all of them speak") List<String> languages,
			@Schema(description = "that all of them named") List<String> topics, int score,
			@Schema(description = "part by part, the score in all") Map<String, Integer> points) {

	}

	record LeftOut(Person person, Hindrance rule, String because) {

	}

	record FormingObstacle(Hindrance rule, String because,
			@Schema(description = "whom it concerns; null where that could tell on somebody") @Nullable Integer people,
			@Schema(description = "how many of them can be placed at most") @Nullable Integer room) {

	}

	record Verification(@Schema(description = "whether it comes to the same") boolean same, @Schema(
			description = "whether it cannot be reckoned again because somebody in it was erased") boolean erased) {

	}

	/** Somebody by name; without one once they are erased. */
	record Person(String staffId, @Nullable String displayName) {

	}

}
