package org.holdfast.checkin.support;

import java.time.LocalDate;
import java.util.Optional;

import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.test.ContractSample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SupportTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final LocalDate TODAY = LocalDate.parse("2026-05-20");

	@Test
	void whatBeganIsPublishedAsItsSample() {
		ContractSample sample = ContractSample.of("check-in", "check-in.support");
		Event event = Support.told(Optional.empty(), sample.key(), true, TODAY).events().getFirst();
		assertThat(event.topic()).isEqualTo(sample.headers().get("ce_type"));
		assertThat(event.key()).isEqualTo(sample.key());
		assertThat(JSON.readTree(JSON.writeValueAsString(event.value()))).isEqualTo(sample.value());
	}

	@Test
	void whatWasToldIsNotToldAgain() {
		Change<Support> started = Support.told(Optional.empty(), "p", true, TODAY);
		assertThat(Support.told(Optional.ofNullable(started.next()), "p", true, TODAY.plusDays(1)).next()).isNull();
		assertThat(Support.told(Optional.empty(), "p", false, TODAY).next()).isNull();
		assertThat(Support.told(Optional.ofNullable(started.next()), "p", false, TODAY.plusDays(1)).events())
			.singleElement()
			.satisfies((event) -> assertThat(event.value())
				.hasToString("SupportChanged[pseudonym=p, kind=mentoring, state=ended, since=2026-05-21]"));
	}

}
