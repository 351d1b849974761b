package org.holdfast.burnout.crosscut;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.holdfast.burnout.unit.Named;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets HR choose which units are looked at together. */
@RestController
@PreAuthorize("hasRole('HR')")
@Tag(name = "Cross-cuts", description = "Selections of units across the tree")
class CrossCutController {

	/** As many as a person can be told of before answering. */
	static final int MOST = 20;

	private static final int MOST_UNITS = 500;

	private final CrossCuts crossCuts;

	private final Units units;

	private final Clock clock;

	CrossCutController(CrossCuts crossCuts, Units units, Clock clock) {
		this.crossCuts = crossCuts;
		this.units = units;
		this.clock = clock;
	}

	@GetMapping("/cross-cuts")
	@Operation(summary = "The cross-cuts by name, those that ended last",
			description = "Each in its current version. A cycle goes by the version that was in force when it opened.")
	@ApiResponse(responseCode = "200", description = "The cross-cuts")
	List<Listed> crossCuts() {
		List<CrossCut> all = this.crossCuts.all();
		Set<String> named = new HashSet<>();
		all.forEach((crossCut) -> named.addAll(crossCut.current().unitIds()));
		Map<String, String> names = this.units.names(named);
		return all.stream().map((crossCut) -> Listed.of(crossCut, names)).toList();
	}

	@PutMapping("/cross-cuts/{crossCutId}")
	@Operation(summary = "Adds a version of a cross-cut, or a new one",
			description = "It holds for cycles that open from now on, because people are told before they answer. A unit "
					+ "stands for its own members and for all units below it. active: false ends the cross-cut as it is; "
					+ "what was published of it stays.")
	@ApiResponse(responseCode = "200", description = "The cross-cut")
	@ApiResponse(responseCode = "400", description = "No name, or not at least two units that exist, each once")
	@ApiResponse(responseCode = "404", description = "There is none to end")
	@ApiResponse(responseCode = "409", description = "Somebody else changed it since you read it, or there are 20")
	Listed change(@PathVariable @Pattern(regexp = "[a-z0-9-]{1,60}") String crossCutId,
			@Valid @RequestBody Choice choice, Caller caller) {
		if (choice.isActive()) {
			requireUnits(choice.unitIds());
			requireRoom(crossCutId);
		}
		Instant now = this.clock.instant();
		CrossCut changed = this.crossCuts.change(crossCutId, (held) -> next(crossCutId, held, choice, now, caller));
		return Listed.of(changed, this.units.names(changed.current().unitIds()));
	}

	private static CrossCut next(String id, Optional<CrossCut> held, Choice choice, Instant now, Caller caller) {
		int version = held.map((crossCut) -> crossCut.current().version()).orElse(0);
		if (version != choice.version()) {
			throw Refusal
				.conflict("changed-meanwhile",
						"Version %d is there, you changed version %d. Read the cross-cuts and choose again."
							.formatted(version, choice.version()))
				.with("version", version);
		}
		if (!choice.isActive()) {
			return held.map((crossCut) -> crossCut.with(crossCut.current().end(now, caller.staffId())))
				.orElseThrow(() -> Refusal.notFound("no-such-cross-cut",
						"There is no such cross-cut to end. GET /cross-cuts lists them."));
		}
		CrossCut.Edition edition = new CrossCut.Edition(version + 1, choice.name().strip(), choice.unitIds(), true, now,
				caller.staffId());
		return held.map((crossCut) -> crossCut.with(edition)).orElseGet(() -> new CrossCut(id, List.of(edition)));
	}

	private void requireUnits(List<String> unitIds) {
		Set<String> distinct = new HashSet<>();
		unitIds.stream().filter((unitId) -> !distinct.add(unitId)).findFirst().ifPresent((twice) -> {
			throw Refusal.invalid("unit-twice", "unitIds: %s is there twice; name each unit once.".formatted(twice));
		});
		List<String> unknown = this.units.unknown(unitIds);
		if (!unknown.isEmpty()) {
			throw Refusal.invalid("no-such-unit",
					"unitIds: there is no unit %s. GET /units lists them.".formatted(String.join(", ", unknown)));
		}
	}

	/** Two at the same moment may come to one more, which harms nobody. */
	private void requireRoom(String crossCutId) {
		long others = this.crossCuts.all()
			.stream()
			.filter((crossCut) -> crossCut.current().active() && !crossCut.id().equals(crossCutId))
			.count();
		if (others >= MOST) {
			throw Refusal.conflict("too-many-cross-cuts",
					"There are %d cross-cuts, and no more can be had at once. End one of them first.".formatted(MOST));
		}
	}

	/**
	 * A cross-cut in its current version.
	 *
	 * @param units each with all units below it
	 * @param active false where it ended
	 * @param since cycles that opened before go by an earlier version, if there was one
	 */
	record Listed(String crossCutId, int version, String name, List<Named> units, boolean active, Instant since) {

		static Listed of(CrossCut crossCut, Map<String, String> names) {
			CrossCut.Edition current = crossCut.current();
			return new Listed(crossCut.id(), current.version(), current.name(), Named.of(current.unitIds(), names),
					current.active(), current.since());
		}

	}

	/**
	 * What HR chooses.
	 *
	 * @param version the version it was chosen in view of; 0 for a new cross-cut
	 * @param active false to end it; then name and units stay as they are
	 */
	record Choice(@NotNull Integer version, @NotBlank @Size(max = 80) String name,
			@NotNull @Size(min = 2, max = MOST_UNITS) List<@NotBlank String> unitIds, @Nullable Boolean active) {

		private boolean isActive() {
			return !Boolean.FALSE.equals(this.active);
		}

	}

}
