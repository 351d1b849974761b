package org.holdfast.burnout.resource;

import java.time.Clock;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.burnout.release.Figure;
import org.holdfast.burnout.setting.Policies;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows everybody the directory and lets HR keep it. */
@RestController
@Tag(name = "Resources", description = "Where to turn")
class ResourceController {

	private static final int LONGEST = 2000;

	private final Resources resources;

	private final Openings openings;

	private final Policies policies;

	private final Clock clock;

	ResourceController(Resources resources, Openings openings, Policies policies, Clock clock) {
		this.resources = resources;
		this.openings = openings;
		this.policies = policies;
		this.clock = clock;
	}

	@GetMapping("/resources")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@Operation(summary = "The directory",
			description = "Everybody gets all of it: what fits your own answers is chosen on your side.")
	@ApiResponse(responseCode = "200", description = "The active entries; for HR also those that are not")
	List<Listed> resources(Caller caller) {
		return this.resources.all()
			.stream()
			.filter((resource) -> resource.current().active() || caller.is("hr"))
			.map((resource) -> new Listed(resource.id(), resource.current()))
			.toList();
	}

	@PutMapping("/resources/{resourceId}")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Adds a version of an entry, or a new entry")
	@ApiResponse(responseCode = "200", description = "The entry")
	@ApiResponse(responseCode = "400", description = "Something is missing, too long or no link")
	@ApiResponse(responseCode = "409", description = "Somebody else changed the entry since you read it")
	Listed change(@PathVariable @Pattern(regexp = "[a-z0-9-]{1,60}") String resourceId, @Valid @RequestBody Draft draft,
			Caller caller) {
		Resource changed = this.resources.change(resourceId, (held) -> {
			int version = held.map((resource) -> resource.current().version()).orElse(0);
			if (version != draft.version()) {
				throw Refusal
					.conflict("changed-meanwhile",
							"Version %d is there, you changed version %d. Read the entry and change it again."
								.formatted(version, draft.version()))
					.with("version", version);
			}
			Edition edition = new Edition(version + 1, draft.kind(), draft.title().words(), draft.text().words(),
					draft.link(), draft.phone(), draft.needs(), draft.active(), this.clock.instant(), caller.staffId());
			return held.map((resource) -> resource.with(edition))
				.orElseGet(() -> new Resource(resourceId, List.of(edition)));
		});
		return new Listed(changed.id(), changed.current());
	}

	@GetMapping("/resources/{resourceId}/versions")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "All versions of an entry, the latest last")
	@ApiResponse(responseCode = "200", description = "The versions")
	@ApiResponse(responseCode = "404", description = "No such entry")
	List<Edition> versions(@PathVariable String resourceId) {
		return required(resourceId).editions();
	}

	@PostMapping("/resources/{resourceId}/opened")
	@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Counts that somebody opened an entry",
			description = "Kept is a hash whose salt is destroyed when the quarter is over, not who it was.")
	@ApiResponse(responseCode = "204", description = "Counted, once for each person and quarter")
	@ApiResponse(responseCode = "404", description = "No such entry")
	void opened(@PathVariable String resourceId, Caller caller) {
		this.openings.count(required(resourceId).id(), caller.staffId());
	}

	@GetMapping("/resources/openings")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "How many people opened what in a quarter that is over")
	@ApiResponse(responseCode = "200", description = "A band for each entry")
	@ApiResponse(responseCode = "400", description = "No quarter, or it is not over")
	List<Opened> openings(@Parameter(description = "Such as 2026-Q2") @RequestParam String quarter) {
		if (!quarter.matches("\\d{4}-Q[1-4]")) {
			throw Refusal.invalid("no-quarter", "quarter: expected such as 2026-Q2.");
		}
		if (!this.openings.isOver(quarter)) {
			throw Refusal.invalid("quarter-not-over", "Openings are told when their quarter is over.");
		}
		int least = this.policies.current().minimumGroup();
		return this.resources.all().stream().map((resource) -> {
			int people = Math.toIntExact(this.openings.people(quarter, resource.id()));
			return new Opened(resource.id(), resource.current().title(),
					(people < least) ? "fewer than " + least : Figure.Band.of(people).toString());
		}).toList();
	}

	private Resource required(String resourceId) {
		return this.resources.find(resourceId)
			.orElseThrow(
					() -> Refusal.notFound("no-such-resource", "There is no such entry. GET /resources lists them."));
	}

	/** An entry in its current version. */
	record Listed(String resourceId, int version, Edition.Kind kind, Edition.Words title, Edition.Words text,
			@Nullable String link, @Nullable String phone, List<String> needs, boolean active) {

		Listed(String resourceId, Edition edition) {
			this(resourceId, edition.version(), edition.kind(), edition.title(), edition.text(), edition.link(),
					edition.phone(), edition.needs(), edition.active());
		}

	}

	/**
	 * What HR writes.
	 *
	 * @param version the version it was written in view of; 0 for a new entry
	 */
	record Draft(@NotNull Integer version, @NotNull Edition.Kind kind, @Valid @NotNull Wording title,
			@Valid @NotNull Wording text,
			@Pattern(regexp = "https?://\\S{1,500}",
					message = "must begin with https:// and hold no spaces") @Nullable String link,
			@Pattern(regexp = "[+0-9 ()/-]{3,40}",
					message = "must be 3 to 40 digits, spaces and + ( ) / -") @Nullable String phone,
			@NotNull @Size(max = 20) List<@Pattern(regexp = "[a-z0-9-]{1,40}") String> needs, @NotNull Boolean active) {
	}

	/** A text in the languages of the programme. */
	record Wording(@NotBlank @Size(max = LONGEST) String en, @NotBlank @Size(max = LONGEST) String es) {

		private Edition.Words words() {
			return new Edition.Words(this.en, this.es);
		}

	}

	/**
	 * How many opened an entry.
	 *
	 * @param people the number of people as a band
	 */
	record Opened(String resourceId, Edition.Words title, String people) {
	}

}
