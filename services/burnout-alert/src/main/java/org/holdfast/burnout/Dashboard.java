package org.holdfast.burnout;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

	private final Alerts alerts;

	Dashboard(Units units, Releases releases, Alerts alerts) {
		this.units = units;
		this.releases = releases;
		this.alerts = alerts;
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

	@GetMapping("/alerts")
	@Operation(summary = "Groups in trouble, the latest first",
			description = "HR: all. Supervisors: those about a unit they may look at. Raised once for as long as a "
					+ "group's strain stays high.")
	List<Raised> alerts(Caller caller) {
		List<Alert> alerts = this.alerts.all();
		if (!caller.is("hr")) {
			Set<String> seen = this.units.seenBy(caller).stream().map(UnitChanged::unitId).collect(Collectors.toSet());
			alerts = alerts.stream().filter((alert) -> alert.unitIds().stream().anyMatch(seen::contains)).toList();
		}
		Set<String> named = new HashSet<>();
		alerts.forEach((alert) -> named.addAll(alert.unitIds()));
		Map<String, String> names = this.units.names(named);
		return alerts.stream().map((alert) -> Raised.of(alert, names)).toList();
	}

	/** A unit to choose. */
	record Unit(String unitId, String name, @Nullable String parentId) {

		static Unit of(UnitChanged unit) {
			return new Unit(unit.unitId(), unit.name(), unit.parentId());
		}

	}

	/**
	 * An alert.
	 *
	 * @param units the units whose own members are the group
	 * @param because the evidence in a sentence
	 */
	record Raised(String alertId, List<Trend.Named> units, String cycleId, int level, String people, int threshold,
			Instant raisedAt, String because) {

		static Raised of(Alert alert, Map<String, String> names) {
			return new Raised(alert.id(), Trend.Named.of(alert.unitIds(), names), alert.cycleId(), alert.level(),
					alert.people(), alert.threshold(), alert.raisedAt(), alert.because());
		}

	}

}
