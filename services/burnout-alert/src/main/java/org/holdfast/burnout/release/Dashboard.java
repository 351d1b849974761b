package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

	private final Units units;

	private final Releases releases;

	Dashboard(Units units, Releases releases) {
		this.units = units;
		this.releases = releases;
	}

	@GetMapping("/units")
	@Operation(summary = "The units you may look at, by name",
			description = "HR: all. Supervisors: the units they lead and all below.")
	@ApiResponse(responseCode = "200", description = "The units; none for a supervisor who leads none")
	List<Unit> units(Caller caller) {
		return this.units.seenBy(caller).stream().map(Unit::of).toList();
	}

	@GetMapping("/units/{unitId}/trend")
	@Operation(summary = "Strain of a unit and of those above it, cycle by cycle",
			description = "Each figure stands for at least five people and is published once, when its cycle closes. "
					+ "A cycle in which the unit cannot be shown alone is withheld, with the group it is shown in.")
	@ApiResponse(responseCode = "200", description = "Its cycles, earliest first")
	@ApiResponse(responseCode = "400", description = "from is after to, or one of them is no instant")
	@ApiResponse(responseCode = "403", description = "Not a unit you may look at")
	@ApiResponse(responseCode = "404", description = "No such unit (told to HR only)")
	Trend trend(@PathVariable String unitId, Caller caller,
			@Parameter(description = "Leaves out cycles that closed before this instant") @RequestParam(
					required = false) @Nullable Instant from,
			@Parameter(description = "Leaves out cycles that closed after this instant") @RequestParam(
					required = false) @Nullable Instant to) {
		if (from != null && to != null && from.isAfter(to)) {
			throw Refusal.invalid("empty-range", "from is after to; swap them.");
		}
		List<UnitChanged> path = this.units.seenUpwards(unitId, caller);
		if (path.isEmpty() || !path.getFirst().unitId().equals(unitId)) {
			throw caller.is("hr") ? Refusal.notFound("no-such-unit", "There is no such unit. GET /units lists them.")
					: Refusal.forbidden("not-your-unit",
							"You may look at units that you lead and at those below. GET /units lists them.");
		}
		List<Release> releases = this.releases.all()
			.stream()
			.filter((release) -> (from == null || !release.closesAt().isBefore(from))
					&& (to == null || !release.closesAt().isAfter(to)))
			.toList();
		return Trend.of(path, releases, this.units::names);
	}

	/** A unit to choose. */
	record Unit(String unitId, String name, @Nullable String parentId) {

		static Unit of(UnitChanged unit) {
			return new Unit(unit.unitId(), unit.name(), unit.parentId());
		}

	}

}
