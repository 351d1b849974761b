package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.burnout.crosscut.CrossCut;
import org.holdfast.burnout.crosscut.CrossCuts;
import org.holdfast.burnout.unit.UnitChanged;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows HR all units and a supervisor their own, from releases and names only.
 */
@RestController
@PreAuthorize("hasAnyRole('HR', 'SUPERVISOR')")
@Tag(name = "Dashboard", description = "How units fare, without giving anyone's answer away")
class Dashboard {

	private static final String OUTCOME = Scale.STRAIN;

	private final Units units;

	private final Releases releases;

	private final CrossCuts crossCuts;

	Dashboard(Units units, Releases releases, CrossCuts crossCuts) {
		this.units = units;
		this.releases = releases;
		this.crossCuts = crossCuts;
	}

	@GetMapping("/units")
	@Operation(summary = "The units you may look at, by name",
			description = "HR: all. Supervisors: the units they lead and all below.")
	@ApiResponse(responseCode = "200", description = "The units; none for a supervisor who leads none")
	List<Unit> units(Caller caller) {
		return this.units.seenBy(caller).stream().map(Unit::of).toList();
	}

	@GetMapping("/units/{unitId}/trend")
	@Operation(summary = "Figures of a unit and of those above it, cycle by cycle",
			description = "Each figure stands for at least five people and is published once, when its cycle closes. "
					+ "A cycle in which the unit cannot be shown alone is withheld, with the group it is shown in.")
	@ApiResponse(responseCode = "200", description = "Its cycles, earliest first")
	@ApiResponse(responseCode = "400", description = "from is after to, or one of them is no instant")
	@ApiResponse(responseCode = "403", description = "Not a unit you may look at")
	@ApiResponse(responseCode = "404", description = "No such unit (told to HR only), or no such scale")
	Trend trend(@PathVariable String unitId, Caller caller,
			@Parameter(description = "What the figures are about; GET /scales lists what there is") @RequestParam(
					defaultValue = OUTCOME) String scale,
			@Parameter(description = "Only the cycles of this recurring series") @RequestParam(
					required = false) @Nullable String series,
			@Parameter(description = "Leaves out cycles that closed before this instant") @RequestParam(
					required = false) @Nullable Instant from,
			@Parameter(description = "Leaves out cycles that closed after this instant") @RequestParam(
					required = false) @Nullable Instant to) {
		List<UnitChanged> path = path(unitId, caller);
		return Trend.of(path, chosen(scale, series, from, to), scale(scale), this.units::names);
	}

	@GetMapping("/cross-cuts/{crossCutId}/trend")
	@PreAuthorize("hasRole('HR')")
	@Operation(summary = "Figures of a cross-cut, cycle by cycle",
			description = "Of each cycle that opened after the cross-cut was made. Only whole groups count, so a unit that "
					+ "was counted together with others outside is left out, and named.")
	@ApiResponse(responseCode = "200", description = "Its cycles, earliest first; none before the first one closes")
	@ApiResponse(responseCode = "400", description = "from is after to, or one of them is no instant")
	@ApiResponse(responseCode = "404", description = "No such cross-cut, or no such scale")
	CutTrend crossCutTrend(@PathVariable String crossCutId,
			@Parameter(description = "What the figures are about; GET /scales lists what there is") @RequestParam(
					defaultValue = OUTCOME) String scale,
			@Parameter(description = "Only the cycles of this recurring series") @RequestParam(
					required = false) @Nullable String series,
			@Parameter(description = "Leaves out cycles that closed before this instant") @RequestParam(
					required = false) @Nullable Instant from,
			@Parameter(description = "Leaves out cycles that closed after this instant") @RequestParam(
					required = false) @Nullable Instant to) {
		CrossCut crossCut = this.crossCuts.find(crossCutId)
			.orElseThrow(() -> Refusal.notFound("no-such-cross-cut",
					"There is no such cross-cut. GET /cross-cuts lists them."));
		return CutTrend.of(crossCut, chosen(scale, series, from, to), scale(scale), this.units::names);
	}

	@GetMapping("/units/{unitId}/drivers")
	@Operation(summary = "What moves with a unit's strain",
			description = "For each driver its last published level and how closely it goes with the other drivers, "
					+ "group by group, among the published groups of the unit. It is an association: what causes what "
					+ "it does not say.")
	@ApiResponse(responseCode = "200", description = "The drivers, those that go with strain most closely first")
	@ApiResponse(responseCode = "400", description = "from is after to, or one of them is no instant")
	@ApiResponse(responseCode = "403", description = "Not a unit you may look at")
	@ApiResponse(responseCode = "404", description = "No such unit (told to HR only), or no such scale")
	Drivers drivers(@PathVariable String unitId, Caller caller,
			@Parameter(description = "The outcome that they may move") @RequestParam(
					defaultValue = OUTCOME) String scale,
			@Parameter(description = "Only the cycles of this recurring series") @RequestParam(
					required = false) @Nullable String series,
			@Parameter(description = "Leaves out cycles that closed before this instant") @RequestParam(
					required = false) @Nullable Instant from,
			@Parameter(description = "Leaves out cycles that closed after this instant") @RequestParam(
					required = false) @Nullable Instant to) {
		UnitChanged unit = path(unitId, caller).getFirst();
		return Drivers.of(unit, scale(scale), chosen(scale, series, from, to));
	}

	@GetMapping(value = "/figures", produces = "text/csv")
	@Operation(summary = "The published figures of all units you may look at, as CSV",
			description = "A row for each unit, cycle and scale, with the figure of the group where the unit is not "
					+ "shown alone.")
	@ApiResponse(responseCode = "200", description = "CSV after RFC 4180 in UTF-8, with a header")
	@ApiResponse(responseCode = "400", description = "from is after to, or one of them is no instant")
	String figures(Caller caller,
			@Parameter(description = "Only figures on this scale") @RequestParam(
					required = false) @Nullable String scale,
			@Parameter(description = "Only the cycles of this recurring series") @RequestParam(
					required = false) @Nullable String series,
			@Parameter(description = "Leaves out cycles that closed before this instant") @RequestParam(
					required = false) @Nullable Instant from,
			@Parameter(description = "Leaves out cycles that closed after this instant") @RequestParam(
					required = false) @Nullable Instant to) {
		List<Release> releases = chosen(scale, series, from, to);
		Set<String> named = new HashSet<>();
		releases.forEach((release) -> release.blocks().forEach((block) -> named.addAll(block.unitIds())));
		return Export.of(this.units.seenBy(caller), releases, scale, this.units.names(named));
	}

	@GetMapping("/scales")
	@Operation(summary = "What there are figures about")
	@ApiResponse(responseCode = "200", description = "The scales, by the series they were last asked in")
	List<Measured> scales() {
		Map<String, Measured> measured = new TreeMap<>();
		for (Release release : this.releases.all()) {
			release.scales()
				.forEach((scale) -> measured.put(scale.id(), new Measured(scale.published(), release.series())));
		}
		return List.copyOf(measured.values());
	}

	private List<UnitChanged> path(String unitId, Caller caller) {
		List<UnitChanged> path = this.units.seenUpwards(unitId, caller);
		if (path.isEmpty() || !path.getFirst().unitId().equals(unitId)) {
			throw caller.is("hr") ? Refusal.notFound("no-such-unit", "There is no such unit. GET /units lists them.")
					: Refusal.forbidden("not-your-unit",
							"You may look at units that you lead and at those below. GET /units lists them.");
		}
		return path;
	}

	private List<Release> chosen(@Nullable String scale, @Nullable String series, @Nullable Instant from,
			@Nullable Instant to) {
		if (from != null && to != null && from.isAfter(to)) {
			throw Refusal.invalid("empty-range", "from is after to; swap them.");
		}
		return this.releases.all()
			.stream()
			.filter((release) -> scale == null || release.place(scale) >= 0)
			.filter((release) -> series == null || series.equals(release.series()))
			.filter((release) -> (from == null || !release.closesAt().isBefore(from))
					&& (to == null || !release.closesAt().isAfter(to)))
			.toList();
	}

	private Scale scale(String id) {
		return Releases.scale(this.releases.all(), id);
	}

	/** A scale and the series in which it was asked last. */
	record Measured(Scale scale, @Nullable String series) {
	}

	/** A unit to choose. */
	record Unit(String unitId, String name, @Nullable String parentId) {

		static Unit of(UnitChanged unit) {
			return new Unit(unit.unitId(), unit.name(), unit.parentId());
		}

	}

}
