package org.holdfast.mentorship.circle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
import org.holdfast.mentorship.circle.peers.HalfDays;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows people their own circles and those they could join, and HR which there are.
 */
@RestController
@UsualProblems
@Tag(name = "Circles", description = "Peer circles and peer supervision groups")
class CircleController {

	private static final String ANYBODY = "hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')";

	private static final int FAR = 366;

	private static final Comparator<Circle> NEWEST_FIRST = Comparator
		.comparing((Circle circle) -> Optional.ofNullable(circle.since()).orElse(circle.offer().at()))
		.reversed()
		.thenComparing(Circle::id);

	private final Circles circles;

	private final Entering entering;

	private final Showing showing;

	CircleController(Circles circles, Entering entering, Showing showing) {
		this.circles = circles;
		this.entering = entering;
		this.showing = showing;
	}

	@GetMapping("/me/circles")
	@PreAuthorize(ANYBODY)
	@Operation(summary = "My own circles, newest first",
			description = "With whom, what all share, when they meet and whose turn it is to lead. A proposal begins once as many have said yes as "
					+ "a circle needs (5, or 4 in a supervision group), somebody among them who has been here for three years; "
					+ "the others may still answer until it lapses. One that lapsed stays for 14 days.")
	@ApiResponse(responseCode = "200", description = "The circles, none if there are none")
	List<Showing.OwnCircle> mine(Caller caller) {
		return this.circles.of(caller.staffId())
			.stream()
			.filter((circle) -> this.showing.isFor(circle, caller.staffId()))
			.sorted(NEWEST_FIRST)
			.map((circle) -> this.showing.own(circle, caller.staffId()))
			.toList();
	}

	@PutMapping("/me/circles/{circleId}/state")
	@PreAuthorize(ANYBODY)
	@Operation(summary = "Accept a proposal (active), or decline it or leave the circle (left)",
			description = "At any time, without a reason, and nobody is told. Repeating it changes nothing.")
	@ApiResponse(responseCode = "200", description = "Changed; a proposal stays proposed until enough have said yes")
	@ApiResponse(responseCode = "400", description = "No such state")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409",
			description = "It is over (circle-is-over), or one is in another of its kind (in-another-circle)")
	Showing.OwnCircle change(Caller caller, @PathVariable String circleId, @Valid @RequestBody CircleAnswer answer) {
		String staffId = caller.staffId();
		return this.showing.own(switch (answer.state()) {
			case active -> this.entering.accept(staffId, circleId);
			case left -> this.circles.leave(staffId, circleId);
		}, staffId);
	}

	@PutMapping("/me/circles/{circleId}/plan")
	@PreAuthorize(ANYBODY)
	@Operation(summary = "Decide when the circle meets from now on",
			description = "Any member may. Turns go on as they would have.")
	@ApiResponse(responseCode = "200", description = "Decided")
	@ApiResponse(responseCode = "400",
			description = "No such half day, not in whole weeks, or the next meeting is on another day, past, or more than a year away")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409", description = "Not a member of it, or it is over")
	Showing.OwnCircle plan(Caller caller, @PathVariable String circleId, @Valid @RequestBody CirclePlanning planning) {
		LocalDate today = Circle.day(this.circles.now());
		planning.check(today);
		return this.showing.own(
				this.circles.plan(caller.staffId(), circleId,
						(plan) -> plan.changed(planning.halfDay(), planning.rhythmDays(), planning.nextOn(), today)),
				caller.staffId());
	}

	@PutMapping("/me/circles/{circleId}/merging")
	@PreAuthorize(ANYBODY)
	@Operation(summary = "Agree to a merging, or not",
			description = "When a circle has too few members, it is proposed that they go on in others. That happens when the time to answer is over, "
					+ "if all who would move have agreed and nobody who would receive them has said no. One no ends it: then the small circle ends.")
	@ApiResponse(responseCode = "200", description = "Noted; a no at once, a yes until the time is over")
	@ApiResponse(responseCode = "400", description = "Neither yes nor no")
	@ApiResponse(responseCode = "404", description = "None of one's own")
	@ApiResponse(responseCode = "409", description = "None is proposed, or not any more (no-merging-proposed)")
	Showing.OwnCircle answer(Caller caller, @PathVariable String circleId, @Valid @RequestBody MergingAnswer answer) {
		return this.showing.own(this.circles.answer(caller.staffId(), circleId, answer.agree()), caller.staffId());
	}

	@GetMapping("/me/circles/open")
	@PreAuthorize(ANYBODY)
	@Operation(summary = "Circles that I could join, those first whom I would gain most with",
			description = "By the same rules by which they were formed, for who has opted in and is not on hold. Nobody in them is named.")
	@ApiResponse(responseCode = "200", description = "The circles, none if none fits")
	List<Showing.OpenCircle> open(Caller caller) {
		return this.entering.open(caller.staffId()).stream().map(this.showing::open).toList();
	}

	@PutMapping("/me/circles/open/{circleId}")
	@PreAuthorize(ANYBODY)
	@Operation(summary = "Join a circle",
			description = "At once: nobody in it need do anything. Repeating it changes nothing.")
	@ApiResponse(responseCode = "200", description = "Joined")
	@ApiResponse(responseCode = "404", description = "No such circle, or it does not fit")
	@ApiResponse(responseCode = "409",
			description = "The last place was taken (circle-is-full), or one is in another of its kind (in-another-circle)")
	Showing.OwnCircle join(Caller caller, @PathVariable String circleId) {
		return this.showing.own(this.entering.join(caller.staffId(), circleId), caller.staffId());
	}

	@GetMapping("/circles")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "All circles, newest first",
			description = "For HR. What people answer to a proposal is theirs: one that has not begun has no members here, and one that came to nothing is not here.")
	@ApiResponse(responseCode = "200", description = "Ended ones included")
	List<Showing.CircleOverview> all() {
		return this.circles.all()
			.stream()
			.filter((circle) -> circle.hasBegun() || circle.state() == Circle.State.PROPOSED)
			.sorted(NEWEST_FIRST)
			.map(this.showing::overview)
			.toList();
	}

	record CircleAnswer(@NotNull Wanted state) {

	}

	/** What can be asked for, as it is written. */
	enum Wanted {

		active, left

	}

	record CirclePlanning(@Schema(description = "such as tue-pm") @NotNull String halfDay,
			@Schema(description = "in whole weeks") @NotNull @Min(7) @Max(56) Integer rhythmDays,
			@Schema(description = "the day of the next meeting") @NotNull LocalDate nextOn) {

		void check(LocalDate today) {
			if (!HalfDays.WEEK.contains(this.halfDay)) {
				throw invalid("/halfDay", "The half day is one of %s.".formatted(HalfDays.WEEK));
			}
			if (this.rhythmDays % 7 != 0) {
				throw invalid("/rhythmDays", "A circle meets every so many weeks on the same day: a multiple of 7.");
			}
			if (this.nextOn.isBefore(today) || this.nextOn.isAfter(today.plusDays(FAR))
					|| this.nextOn.getDayOfWeek() != HalfDays.day(this.halfDay)) {
				throw invalid("/nextOn", "The next meeting is on the weekday of the half day, today or within a year.");
			}
		}

		private static Refusal invalid(String pointer, String detail) {
			return Refusal.invalid("invalid-plan", detail).with("pointer", pointer);
		}

	}

	record MergingAnswer(@NotNull Boolean agree) {

	}

}
