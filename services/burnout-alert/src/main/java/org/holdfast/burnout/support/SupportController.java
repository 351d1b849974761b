package org.holdfast.burnout.support;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.burnout.release.Release;
import org.holdfast.burnout.release.Releases;
import org.holdfast.burnout.release.Scale;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells HR whether groups fare better after their people found mentors.
 */
@RestController
@PreAuthorize("hasRole('HR')")
@Tag(name = "Support", description = "Whether support goes along with less strain")
class SupportController {

	private final Releases releases;

	SupportController(Releases releases) {
		this.releases = releases;
	}

	@GetMapping("/support/effect")
	@Operation(summary = "How groups changed after their people found mentors, against comparable groups",
			description = "Published levels of the four cycles before at least as many people of a group had a mentor "
					+ "as a figure may stand for, against the four after, less the same of groups without, adjusted for "
					+ "the level before. It is an association: that support did it does not follow.")
	@ApiResponse(responseCode = "200",
			description = "The change, or why none can be told yet: no-group (in none do enough people "
					+ "have a mentor, with two levels published before and two after), nothing-comparable (too few "
					+ "groups without at the same time, or at a similar level)")
	@ApiResponse(responseCode = "403", description = "The caller is not HR")
	@ApiResponse(responseCode = "404", description = "No such scale")
	Answer effect(
			@Parameter(description = "What the levels are about; GET /scales lists what there is") @RequestParam(
					defaultValue = Scale.STRAIN) String scale,
			@Parameter(description = "Only the cycles of this recurring series") @RequestParam(
					required = false) @Nullable String series) {
		List<Release> all = this.releases.all();
		Scale known = Releases.scale(all, scale);
		List<Release> chosen = all.stream()
			.filter((release) -> release.place(scale) >= 0)
			.filter((release) -> series == null || series.equals(release.series()))
			.toList();
		return new Answer(known.published(), "mentoring", Effect.of(Course.of(chosen, scale)));
	}

	/**
	 * The answer.
	 *
	 * @param scale of the levels, 0 to 100
	 * @param support what kind of support it is about
	 */
	record Answer(Scale scale, String support, Effect effect) {
	}

}
