package org.holdfast.burnout.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.burnout.setting.Trouble;
import org.holdfast.burnout.unit.Named;
import org.holdfast.burnout.unit.UnitChanged;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows HR all alerts and a supervisor those about their units, and lets them act. */
@RestController
@PreAuthorize("hasAnyRole('HR', 'SUPERVISOR')")
@Tag(name = "Alerts", description = "Groups in trouble, and what is done about it")
class AlertController {

	private static final int LONGEST = 2000;

	private final Alerts alerts;

	private final Units units;

	private final Clock clock;

	AlertController(Alerts alerts, Units units, Clock clock) {
		this.alerts = alerts;
		this.units = units;
		this.clock = clock;
	}

	@GetMapping("/alerts")
	@Operation(summary = "Groups in trouble, the latest first",
			description = "HR: all. Supervisors: those about a unit they may look at. Raised once for as long as a "
					+ "group stays in trouble.")
	@ApiResponse(responseCode = "200", description = "The alerts; none if no group was in trouble")
	List<Raised> alerts(Caller caller) {
		List<Alert> alerts = this.alerts.all();
		if (!caller.is("hr")) {
			Set<String> seen = seenBy(caller);
			alerts = alerts.stream().filter((alert) -> alert.unitIds().stream().anyMatch(seen::contains)).toList();
		}
		return described(alerts);
	}

	@PostMapping("/alerts/{alertId}/acknowledge")
	@Operation(summary = "Says that you look into an alert",
			description = "HR: any alert. Supervisors: those about a unit they may look at.")
	@ApiResponse(responseCode = "200", description = "The alert, acknowledged")
	@ApiResponse(responseCode = "400", description = "The note is too long")
	@ApiResponse(responseCode = "403", description = "Not an alert you may act on")
	@ApiResponse(responseCode = "404", description = "No such alert (told to HR only)")
	@ApiResponse(responseCode = "409", description = "It is not just raised")
	Raised acknowledge(@PathVariable String alertId, @Valid @RequestBody Acknowledgement request, Caller caller) {
		return act(alertId, caller, Alert.State.ACKNOWLEDGED, request.note(), Alert::acknowledge);
	}

	@PostMapping("/alerts/{alertId}/take-in-hand")
	@Operation(summary = "Says who does something about an alert, and until when",
			description = "HR: any alert. Supervisors: those about a unit they may look at.")
	@ApiResponse(responseCode = "200", description = "The alert, in hand")
	@ApiResponse(responseCode = "400", description = "Owner or day is missing, or a text is too long")
	@ApiResponse(responseCode = "403", description = "Not an alert you may act on")
	@ApiResponse(responseCode = "404", description = "No such alert (told to HR only)")
	@ApiResponse(responseCode = "409", description = "It is not acknowledged, or already in hand")
	Raised takeInHand(@PathVariable String alertId, @Valid @RequestBody Undertaking request, Caller caller) {
		return act(alertId, caller, Alert.State.IN_HAND, request.note(),
				(alert, step) -> alert.takeInHand(request.owner(), request.dueOn(), step));
	}

	@PostMapping("/alerts/{alertId}/resolve")
	@Operation(summary = "Says what came of an alert",
			description = "HR: any alert. Supervisors: those about a unit they may look at.")
	@ApiResponse(responseCode = "200", description = "The alert, resolved")
	@ApiResponse(responseCode = "400", description = "The note is missing or too long")
	@ApiResponse(responseCode = "403", description = "Not an alert you may act on")
	@ApiResponse(responseCode = "404", description = "No such alert (told to HR only)")
	@ApiResponse(responseCode = "409", description = "It is not in hand")
	Raised resolve(@PathVariable String alertId, @Valid @RequestBody Resolution request, Caller caller) {
		return act(alertId, caller, Alert.State.RESOLVED, request.note(), Alert::resolve);
	}

	private Raised act(String alertId, Caller caller, Alert.State state, @Nullable String note,
			BiFunction<Alert, Alert.Step, Alert> what) {
		Alert alert = this.alerts.find(alertId).orElse(null);
		Set<String> seen = caller.is("hr") ? Set.of() : seenBy(caller);
		if (!caller.is("hr") && (alert == null || alert.unitIds().stream().noneMatch(seen::contains))) {
			throw Refusal.forbidden("not-your-alert",
					"You may act on alerts about units that you lead and those below. GET /alerts lists them.");
		}
		if (alert == null) {
			throw Refusal.notFound("no-such-alert", "There is no such alert. GET /alerts lists them.");
		}
		Alert.Step step = new Alert.Step(state, this.clock.instant(), caller.staffId(), note);
		return described(List.of(this.alerts.change(alertId, (held) -> what.apply(held, step)))).getFirst();
	}

	private Set<String> seenBy(Caller caller) {
		return this.units.seenBy(caller).stream().map(UnitChanged::unitId).collect(Collectors.toSet());
	}

	private List<Raised> described(List<Alert> alerts) {
		Set<String> named = new HashSet<>();
		alerts.forEach((alert) -> named.addAll(alert.unitIds()));
		Map<String, String> names = this.units.names(named);
		return alerts.stream().map((alert) -> Raised.of(alert, names)).toList();
	}

	/** What to say when one looks into it. */
	record Acknowledgement(@Size(max = LONGEST) @Nullable String note) {
	}

	/**
	 * Who does something about it.
	 *
	 * @param owner a name or a role, as the agency calls it
	 */
	record Undertaking(@NotBlank @Size(max = 200) String owner, @NotNull LocalDate dueOn,
			@Size(max = LONGEST) @Nullable String note) {
	}

	/** What came of it. */
	record Resolution(@NotBlank @Size(max = LONGEST) String note) {
	}

	/**
	 * An alert.
	 *
	 * @param units the units whose own members are the group
	 * @param because the evidence in a sentence
	 * @param falseAlarms how often its rule would say so by chance
	 */
	record Raised(String alertId, Trouble rule, String scale, List<Named> units, String cycleId,
			@Nullable Integer level, String people, int threshold, Instant raisedAt, String because, String falseAlarms,
			Alert.State state, @Nullable String owner, @Nullable LocalDate dueOn, List<Alert.Step> steps) {

		static Raised of(Alert alert, Map<String, String> names) {
			return new Raised(alert.id(), alert.rule(), alert.scale(), Named.of(alert.unitIds(), names),
					alert.cycleId(), alert.level(), alert.people(), alert.threshold(), alert.raisedAt(),
					alert.because(), alert.falseAlarms(), alert.state(), alert.owner(), alert.dueOn(), alert.steps());
		}

	}

}
