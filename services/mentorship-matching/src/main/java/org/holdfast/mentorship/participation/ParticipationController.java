package org.holdfast.mentorship.participation;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's own part; nobody can ask for that of another.
 */
@RestController
@UsualProblems
@RequestMapping("/me/participation")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Participation", description = "Whether one is matched for the time being, and with whom never")
class ParticipationController {

	private static final int MOST_APART = 50;

	private static final int MOST_FOUND = 20;

	private final Participations participations;

	private final Directory directory;

	ParticipationController(Participations participations, Directory directory) {
		this.participations = participations;
		this.directory = directory;
	}

	@GetMapping
	@Operation(summary = "How I take part", description = "Nobody else can see it, in no role.")
	@ApiResponse(responseCode = "200", description = "Taking part without exceptions if nothing was said")
	Own own(Caller caller) {
		return own(this.participations.of(caller.staffId()));
	}

	@GetMapping("/colleagues")
	@Operation(summary = "Colleagues by a part of their name, to be named as somebody to be kept apart from",
			description = "Up to 20, in order; capitals and accents do not matter. That one looked is noted nowhere.")
	@ApiResponse(responseCode = "200", description = "Empty where there is nobody")
	@ApiResponse(responseCode = "400", description = "Less than two letters, or more than 100")
	List<Person> colleagues(Caller caller, @RequestParam @Size(min = 2, max = 100) String name) {
		String wanted = plain(name);
		return this.directory.active()
			.stream()
			.filter((colleague) -> !colleague.staffId().equals(caller.staffId())
					&& plain(colleague.displayName()).contains(wanted))
			.sorted(Comparator.comparing(Colleague::displayName).thenComparing(Colleague::staffId))
			.limit(MOST_FOUND)
			.map((colleague) -> new Person(colleague.staffId(), colleague.displayName()))
			.toList();
	}

	private static String plain(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.strip();
	}

	@PutMapping
	@Operation(summary = "Take no new match for a while, or name those I do not want to be matched with",
			description = "The whole is sent. Proposals that are open lapse, relationships go on, except with somebody named here: "
					+ "that ends, and neither the other one nor HR is told why.")
	@ApiResponse(responseCode = "200", description = "Stored; sending it again changes nothing")
	@ApiResponse(responseCode = "400", description = "Names oneself, somebody unknown, or more than 50")
	@ApiResponse(responseCode = "403", description = "Not on the staff list")
	Own say(Caller caller, @Valid @RequestBody Saying saying) {
		if (this.directory.colleague(caller.staffId()).isEmpty()) {
			throw Refusal.forbidden("not-on-the-staff-list",
					"There is no staff record for you here. Ask your administrator to import one.");
		}
		Set<String> apart = new TreeSet<>(saying.apart());
		for (String staffId : apart) {
			if (staffId.equals(caller.staffId()) || this.directory.colleague(staffId).isEmpty()) {
				String detail = "names somebody you could not be matched with anyway; take them out of the list";
				throw Refusal.invalid("unknown-colleague", "apart " + detail)
					.with("errors", List.of(Map.of("pointer", "/apart", "detail", detail)));
			}
		}
		return own(this.participations.say(caller.staffId(), saying.onHold(), apart));
	}

	private Own own(Participation participation) {
		return new Own(participation.isOnHold(), participation.hold() == Participation.Hold.SILENT,
				participation.apart()
					.stream()
					.sorted()
					.map((staffId) -> new Person(staffId,
							this.directory.colleague(staffId).map(Colleague::displayName).orElse(null)))
					.toList());
	}

	record Saying(@NotNull Boolean onHold, @NotNull @Size(max = MOST_APART) List<@NotNull String> apart) {

	}

	record Own(@Schema(description = "whether nothing new is proposed to me") boolean onHold,
			@Schema(description = "whether that came because a proposal was not answered") boolean becauseUnanswered,
			List<Person> apart) {

	}

	record Person(String staffId, @Nullable String displayName) {

	}

}
