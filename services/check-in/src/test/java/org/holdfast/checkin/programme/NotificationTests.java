package org.holdfast.checkin.programme;

import java.time.Instant;
import java.util.Optional;

import org.holdfast.checkin.instrument.Definition;
import org.holdfast.checkin.pulse.Cycle;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.test.ContractSample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reminder is published exactly as its sample, which readers are tested with.
 */
class NotificationTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String RESPONSE = "WLQQGbzk2jJK9bXEoHEQoQ";

	private static final Instant NOW = Instant.parse("2026-05-21T12:00:00Z");

	private final Cycle cycle = Cycle.planned("2026-W21", Definition.pulse(), Instant.parse("2026-05-18T06:00:00Z"),
			Instant.parse("2026-05-24T18:00:00Z"));

	@Test
	void aReminderIsPublishedAsTheSampleOfNotificationsIs() {
		ContractSample sample = ContractSample.of("check-in", "notification.requested");
		Event event = sent(Optional.empty(), 1).events().getFirst();
		assertThat(event.topic()).isEqualTo(sample.headers().get("ce_type"));
		JsonNode value = JSON.readTree(JSON.writeValueAsString(event.value()));
		assertThat(value.propertyNames()).containsExactlyElementsOf(sample.value().propertyNames());
		assertThat(value.get("notificationId").asString()).isEqualTo(event.key()).endsWith("-1");
		assertThat(value.get("staffId").asString()).isEqualTo("S-0142");
		assertThat(value.get("subject").asString()).isEqualTo("check-in-waiting");
		assertThat(value.get("about").asString()).isEqualTo("2026-W21");
		assertThat(value.get("urgent").asBoolean()).isFalse();
		assertThat(value.get("requestedAt").asString()).isEqualTo(NOW.toString());
	}

	@Test
	void nothingInItTiesTheNameToAPseudonym() {
		Event event = sent(Optional.empty(), 1).events().getFirst();
		assertThat(event.toString()).doesNotContain(RESPONSE);
		assertThat(sent(Optional.empty(), 1).events().getFirst().key()).isNotEqualTo(event.key());
	}

	@Test
	void theSameReminderIsNeverToldTwiceAndAllAreTakenBack() {
		Change<Reminder> first = sent(Optional.empty(), 1);
		assertThat(sent(Optional.ofNullable(first.next()), 1)).isEqualTo(Change.none());
		Change<Reminder> second = sent(Optional.ofNullable(first.next()), 2);
		Reminder reminder = second.next();
		assertThat(reminder).isNotNull();
		assertThat(reminder.takenBack()).extracting(Event::key)
			.containsExactly(first.events().getFirst().key(), second.events().getFirst().key());
		assertThat(reminder.takenBack()).allMatch((event) -> event.value() == null);
		assertThat(reminder.toString()).doesNotContain("S-0142");
	}

	private Change<Reminder> sent(Optional<Reminder> present, int times) {
		return Reminder.sent(present, RESPONSE, this.cycle, "S-0142", times, NOW);
	}

}
