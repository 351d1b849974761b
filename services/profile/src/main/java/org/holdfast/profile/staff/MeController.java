package org.holdfast.profile.staff;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.profile.staff.Mentoring.AsMentee;
import org.holdfast.profile.staff.Mentoring.AsMentor;
import org.holdfast.profile.staff.Mentoring.AsPeer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people see and say about themselves; there is no way to name somebody else.
 */
@RestController
@RequestMapping("/me")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@UsualProblems
@Tag(name = "Me", description = "One's own entry")
class MeController {

	private final Staff staff;

	private final Units units;

	MeController(Staff staff, Units units) {
		this.staff = staff;
		this.units = units;
	}

	@GetMapping
	@Operation(summary = "One's own entry",
			description = "An administrator without a staff record gets no unit and no mentoring.")
	@ApiResponse(responseCode = "200", description = "The entry")
	Me me(Caller caller, @AuthenticationPrincipal Jwt token) {
		return this.staff.find(caller.staffId())
			.map(this::me)
			.orElseGet(() -> Me.withoutRecord(caller, token.getClaimAsString("name")));
	}

	@PutMapping("/mentoring")
	@Operation(summary = "Opt in to mentoring and to meeting peers, change what one offers or asks for, or opt out",
			description = """
					The whole state is sent: a side (asMentor, asMentee, asPeer) that is null or left out is opted out of, \
					and so is asPeer without circle, supervisionGroup or introductions. What else is left out is empty: \
					no times means any time, no meets either way, no wants anybody. Who opts in to no side has nothing \
					else stored. All words come from the vocabulary and are returned in its order, each once.""")
	@ApiResponse(responseCode = "200", description = "Stored; sending it again changes nothing")
	@ApiResponse(responseCode = "400", description = "A capacity outside 1 to 10, or a word not in the vocabulary",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(implementation = ProblemDetail.class)))
	@ApiResponse(responseCode = "404", description = "There is no staff record to put it in",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(implementation = ProblemDetail.class)))
	Mentoring optIn(Caller caller, @Valid @RequestBody Wish wish) {
		Mentoring mentoring = wish.mentoring();
		return this.staff
			.change(caller.staffId(),
					(present) -> present
						.orElseThrow(() -> Refusal.notFound("no-staff-record",
								"There is no staff record for you. Ask your administrator to import one."))
						.with(mentoring))
			.mentoring();
	}

	private Me me(StaffMember member) {
		UnitName unit = this.units.find(member.file().unitId())
			.map((found) -> new UnitName(found.id(), found.name()))
			.orElse(null);
		return new Me(member.id(), member.file().displayName(), unit,
				member.file().roles().stream().map(Role::id).toList(), member.file().languages(), member.mentoring());
	}

	record Me(String staffId, String displayName, @Nullable UnitName unit, List<String> roles, List<String> languages,
			Mentoring mentoring) {

		static Me withoutRecord(Caller caller, @Nullable String name) {
			return new Me(caller.staffId(), Objects.requireNonNullElse(name, caller.staffId()), null,
					caller.roles().stream().sorted().toList(), List.of("en"), Mentoring.NONE);
		}

	}

	record UnitName(String unitId, String name) {
	}

	/** The whole state; what is left out is nothing, or no wish. */
	record Wish(@Valid @Nullable Offer asMentor, @Valid @Nullable Need asMentee,
			@Size(max = 50) @Nullable List<@NotNull @InVocabulary(Vocabulary.CASELOADS) String> caseloads,
			@Size(max = 50) @Nullable List<@NotNull @InVocabulary(Vocabulary.TIMES) String> times,
			@Size(max = 50) @Nullable List<@NotNull @InVocabulary(Vocabulary.MEETS) String> meets,
			@Valid @Nullable Peer asPeer) {

		Mentoring mentoring() {
			return new Mentoring((this.asMentor != null) ? this.asMentor.toMentor() : null,
					(this.asMentee != null) ? this.asMentee.toMentee() : null, orNone(this.caseloads),
					orNone(this.times), orNone(this.meets), (this.asPeer != null) ? this.asPeer.toPeer() : null);
		}

	}

	record Offer(@NotNull @Min(1) @Max(Mentoring.MOST_MENTEES) Integer capacity,
			@NotNull @Size(max = 50) List<@NotNull @InVocabulary(Vocabulary.TAGS) String> skills,
			@Size(max = 50) @Nullable List<@NotNull @InVocabulary(Vocabulary.DIRECTIONS) String> directions,
			@InVocabulary(Vocabulary.MENTOR_WANTS) @Nullable String wants) {

		AsMentor toMentor() {
			return new AsMentor(this.capacity, this.skills, orNone(this.directions),
					Vocabulary.MENTOR_WANTS.one(this.wants));
		}

	}

	record Need(@NotNull @Size(max = 50) List<@NotNull @InVocabulary(Vocabulary.TAGS) String> needs,
			@Size(max = 50) @Nullable List<@NotNull @InVocabulary(Vocabulary.DIRECTIONS) String> directions,
			@InVocabulary(Vocabulary.MENTEE_WANTS) @Nullable String wants) {

		AsMentee toMentee() {
			return new AsMentee(this.needs, orNone(this.directions), Vocabulary.MENTEE_WANTS.one(this.wants));
		}

	}

	record Peer(@Nullable Boolean circle, @Nullable Boolean supervisionGroup, @Nullable Boolean introductions,
			@Size(max = 50) @Nullable List<@NotNull @InVocabulary(Vocabulary.TAGS) String> topics) {

		AsPeer toPeer() {
			return new AsPeer(Boolean.TRUE.equals(this.circle), Boolean.TRUE.equals(this.supervisionGroup),
					Boolean.TRUE.equals(this.introductions), orNone(this.topics));
		}

	}

	private static List<String> orNone(@Nullable List<String> words) {
		return Objects.requireNonNullElse(words, List.of());
	}

}
