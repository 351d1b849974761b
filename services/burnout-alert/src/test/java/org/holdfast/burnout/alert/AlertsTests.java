package org.holdfast.burnout.alert;

import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.holdfast.burnout.chart.Charts;
import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.release.Published;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.team;

/** That alerts are raised once, whatever happens in between. */
@WholeService
@TestPropertySource(properties = { "holdfast.burnout.sweep-every=1h", "holdfast.burnout.publish-every=1h" })
class AlertsTests {

	private static final Published TROUBLE = new Published(
			List.of(Agency.of(team("A", null, 40, 50, 60, 70, 80)).release(1)));

	@Autowired
	private Outbox outbox;

	@Autowired
	private Charts charts;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private ApplicationEventPublisher listeners;

	@BeforeEach
	void startAfresh() {
		this.mongo.remove(new Query(), "alerts");
	}

	@Test
	void anAlertThatACrashSwallowedIsRaisedOnceAtTheNextStart() {
		Alerts first = new Alerts(this.outbox, this.charts, new SimpleMeterRegistry());
		first.on(TROUBLE);
		first.on(TROUBLE);
		Alerts second = new Alerts(this.outbox, this.charts, new SimpleMeterRegistry());
		second.on(TROUBLE);
		assertThat(second.all()).singleElement().satisfies((alert) -> {
			assertThat(alert.cycleId()).isEqualTo("2026-W21");
			assertThat(alert.level()).isEqualTo(60);
		});
		assertThat(this.mongo.getCollection("alerts").find().first()).containsEntry("_seq", 1L);
	}

	@Test
	void whatIsPublishedIsListenedToBeforeTheLookEnds() {
		this.listeners.publishEvent(TROUBLE);
		assertThat(this.mongo.getCollection("alerts").countDocuments()).isOne();
	}

}
