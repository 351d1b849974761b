package org.holdfast.checkin.comment;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.people.Units;
import org.holdfast.checkin.pulse.Turnouts;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The comments of groups, for HR and for who leads every unit of the group.
 */
@RestController
@UsualProblems
@PreAuthorize("hasAnyRole('HR', 'SUPERVISOR')")
@Tag(name = "Comments", description = "What people of a group wrote, without saying who")
class CommentController {

	private final CommentGroups groups;

	private final Comments comments;

	private final Turnouts turnouts;

	private final Units units;

	private final CheckInSettings settings;

	CommentController(CommentGroups groups, Comments comments, Turnouts turnouts, Units units,
			CheckInSettings settings) {
		this.groups = groups;
		this.comments = comments;
		this.turnouts = turnouts;
		this.units = units;
		this.settings = settings;
	}

	@GetMapping("/comments")
	@Operation(summary = "Comments of the groups that a unit is part of, the newest cycles first",
			description = "HR reads those of any unit, a supervisor those of groups whose every unit they lead. A group has "
					+ "at least ten answers, or more where more was promised. Comments are undated and in random order, "
					+ "the same one whenever they are read. Sentences follow Accept-Language (en, es).")
	@ApiResponse(responseCode = "200", description = "Where something is not shown, notShown says why")
	@ApiResponse(responseCode = "403", description = "Neither HR nor the lead of this unit or one above it")
	@ApiResponse(responseCode = "404", description = "No such unit (told to HR only)")
	ResponseEntity<Page> comments(Caller caller,
			@Schema(description = "the unit; those below it belong to it") @RequestParam String unitId,
			@Schema(description = "only cycles that closed before this moment, as in earlier of the page before") @RequestParam(
					required = false) @Nullable Instant before,
			Locale locale) {
		Set<String> led = caller.is("hr") ? null : this.units.ledBy(caller.staffId());
		if (led != null && !led.contains(unitId)) {
			throw Refusal.forbidden("not-your-unit",
					"You lead neither this unit nor one above it, so you cannot read its comments.");
		}
		Set<String> below = this.units.downwardsFrom(unitId);
		if (below.isEmpty()) {
			throw Refusal.notFound("no-such-unit", "There is no such unit.");
		}
		Texts texts = Texts.in(locale);
		List<Turnouts.Counted> counted = this.turnouts.latest(before);
		Page page = new Page(counted.stream().map((cycle) -> cycle(cycle, below, led, texts)).toList(),
				(counted.size() < Turnouts.SOME) ? null : counted.getLast().closesAt());
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(page);
	}

	/**
	 * What is shown of a cycle.
	 * @param led the units that who asks leads, with those below; null for HR
	 */
	private CycleComments cycle(Turnouts.Counted cycle, Set<String> below, @Nullable Set<String> led, Texts texts) {
		Optional<Released> released = this.groups.of(cycle.cycleId());
		List<Released.Group> concerned = released.map(Released::commentGroups)
			.orElse(List.of())
			.stream()
			.filter((group) -> !Collections.disjoint(group.unitIds(), below))
			.toList();
		List<Released.Group> readable = concerned.stream()
			.filter((group) -> led == null || led.containsAll(group.unitIds()))
			.toList();
		Shown.Reason reason = null;
		if (released.isEmpty()) {
			reason = Shown.Reason.NOT_YET;
		}
		else if (concerned.isEmpty()) {
			reason = Shown.Reason.TOO_FEW;
		}
		else if (readable.size() < concerned.size()) {
			reason = Shown.Reason.NOT_ALL_LED;
		}
		return new CycleComments(cycle.cycleId(), cycle.closesAt(),
				readable.stream().map((group) -> group(cycle, group, texts)).toList(), texts.of(reason));
	}

	private GroupComments group(Turnouts.Counted cycle, Released.Group group, Texts texts) {
		Shown shown = Shown.of(cycle.answersIn(group.unitIds()), this.settings.commentGroup(),
				this.comments.of(cycle.cycleId(), group.unitIds()), this.comments::textOf);
		return new GroupComments(
				group.unitIds().stream().map((unitId) -> new Unit(unitId, this.units.nameOf(unitId))).toList(),
				shown.people(), shown.texts(), texts.of(shown.reason()));
	}

	record Page(List<CycleComments> cycles, @Schema(
			description = "what to send as before for the cycles that closed earlier; null where there are none") @Nullable Instant earlier) {

	}

	record CycleComments(String cycleId, Instant closesAt, List<GroupComments> groups, @Schema(
			description = "why nothing, or not everything, is shown; null where all is") @Nullable String notShown) {

	}

	record GroupComments(@Schema(description = "the units whose own members wrote them, put together") List<Unit> units,
			@Schema(description = "how many answered, as a band; null where too few",
					example = "10-19") @Nullable String people,
			@Schema(description = "undated, in random order") List<String> comments,
			@Schema(description = "why none are shown; null where they are") @Nullable String notShown) {

	}

	record Unit(String unitId, String name) {

	}

	/** Reasons in the reader's language. */
	private record Texts(ResourceBundle bundle) {

		static Texts in(Locale locale) {
			return new Texts(ResourceBundle.getBundle(Texts.class.getPackageName() + ".reasons", locale,
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
		}

		@Nullable String of(Shown.@Nullable Reason reason) {
			return (reason != null) ? this.bundle.getString(reason.name()) : null;
		}

	}

}
