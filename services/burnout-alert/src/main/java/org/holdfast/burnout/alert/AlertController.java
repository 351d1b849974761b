package org.holdfast.burnout.alert;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.burnout.unit.Named;
import org.holdfast.burnout.unit.UnitChanged;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.security.Caller;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows HR all alerts and a supervisor those about their units. */
@RestController
@PreAuthorize("hasAnyRole('HR', 'SUPERVISOR')")
@Tag(name = "Alerts", description = "Groups in trouble")
class AlertController {

	private final Alerts alerts;

	private final Units units;

	AlertController(Alerts alerts, Units units) {
		this.alerts = alerts;
		this.units = units;
	}

	@GetMapping("/alerts")
	@Operation(summary = "Groups in trouble, the latest first",
			description = "HR: all. Supervisors: those about a unit they may look at. Raised once for as long as a "
					+ "group's strain stays high.")
	@ApiResponse(responseCode = "200", description = "The alerts; none if no group is in trouble")
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

	/**
	 * An alert.
	 *
	 * @param units the units whose own members are the group
	 * @param because the evidence in a sentence
	 */
	record Raised(String alertId, List<Named> units, String cycleId, int level, String people, int threshold,
			Instant raisedAt, String because) {

		static Raised of(Alert alert, Map<String, String> names) {
			return new Raised(alert.id(), Named.of(alert.unitIds(), names), alert.cycleId(), alert.level(),
					alert.people(), alert.threshold(), alert.raisedAt(), alert.because());
		}

	}

}
