package org.holdfast.burnout.release;

import java.util.List;

import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** That each release is told once, as its sample says. */
@WholeService
@TestPropertySource(properties = { "holdfast.burnout.sweep-every=1h", "holdfast.burnout.publish-every=1h" })
class AnnouncementsTests {

	private static final ContractSample RELEASED = ContractSample.of("burnout-alert", "burnout-alert.released");

	private static final Agency AGENCY = Agency.of(department("U-02", null), team("U-04", "U-02", 9, 40),
			team("U-05", "U-02", 7, 40), team("U-07", "U-02", 12, 40));

	@Autowired
	private Outbox outbox;

	@Autowired
	private ApplicationEventPublisher listeners;

	@Autowired
	private KafkaProbe kafka;

	@Test
	void aReleaseIsToldAsItsSampleAndOnceHoweverOftenItIsPublished() {
		Published one = new Published(List.of(AGENCY.release(1)));
		this.listeners.publishEvent(one);
		this.listeners.publishEvent(one);
		// as after a crash, when nothing is known any more
		new Announcements(this.outbox).on(one);
		new Announcements(this.outbox).on(new Published(List.of(AGENCY.release(1), AGENCY.release(2))));
		List<KafkaProbe.Published> told = this.kafka.await(Released.TOPIC, 2);
		assertThat(told).extracting(KafkaProbe.Published::key).containsExactlyInAnyOrder("2026-W21", "2026-W22");
		assertThat(told).filteredOn((each) -> each.key().equals(RELEASED.key())).singleElement().satisfies((each) -> {
			assertThat(each.value()).isEqualTo(RELEASED.value());
			assertThat(each.headers()).containsEntry("ce_type", RELEASED.headers().get("ce_type"))
				.containsEntry("ce_sequence", "1");
		});
		assertThat(told).extracting(Object::toString).noneMatch((text) -> text.contains("answers"));
	}

}
