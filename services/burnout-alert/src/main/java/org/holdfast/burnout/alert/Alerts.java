package org.holdfast.burnout.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.MeterRegistry;
import org.holdfast.burnout.chart.Charts;
import org.holdfast.burnout.release.Published;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The alerts that were raised, each of them once. */
@Component
class Alerts {

	private static final Comparator<Alert> LATEST_FIRST = Comparator.comparing(Alert::raisedAt)
		.reversed()
		.thenComparing(Alert::id);

	private final Aggregates<Alert> alerts;

	private final Charts charts;

	/** Those that are known to be raised, so that they are not looked up again. */
	private final Set<String> raised = ConcurrentHashMap.newKeySet();

	Alerts(Outbox outbox, Charts charts, MeterRegistry meters) {
		this.charts = charts;
		this.alerts = outbox.aggregates(Alert.class, "alerts");
		meters.gauge("holdfast.alerts.open", this,
				(alerts) -> alerts.all().stream().filter((alert) -> alert.state() != Alert.State.RESOLVED).count());
	}

	/** Raises what the releases call for and what is not raised yet. */
	@EventListener
	void on(Published published) {
		for (Alert alert : AlertRules.alerts(published.releases(), this.charts::of)) {
			if (!this.raised.contains(alert.id())) {
				this.alerts.change(alert.id(), (held) -> held.isPresent() ? Change.none() : alert.raise());
				this.raised.add(alert.id());
			}
		}
	}

	Optional<Alert> find(String alertId) {
		return this.alerts.find(alertId);
	}

	/** Changes an alert that there is. */
	Alert change(String alertId, UnaryOperator<Alert> what) {
		return this.alerts.change(alertId, (held) -> Change.to(what.apply(held.orElseThrow())));
	}

	List<Alert> all() {
		return this.alerts.findAll().stream().sorted(LATEST_FIRST).toList();
	}

}
