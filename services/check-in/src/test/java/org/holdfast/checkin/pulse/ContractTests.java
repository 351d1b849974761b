package org.holdfast.checkin.pulse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;

import org.holdfast.checkin.people.Unit;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.test.ContractSample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is published is exactly the samples that readers are tested with.
 */
class ContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void aResponseIsPublishedAsItsSample() {
		Event event = Response
			.answered(Optional.empty(), Weeks.given(Weeks.PERSON, "U-07", Weeks.fortyFive()), Weeks.open(),
					Weeks.WEDNESDAY, Weeks.LATE)
			.events()
			.getFirst();
		assertThat(event.partitionKey()).isEqualTo("U-07");
		assertIs(ContractSample.of("check-in", "check-in.recorded"), event);
	}

	@Test
	void aClosedCycleIsPublishedAsItsSample() {
		List<Response> counted = List.of(Weeks.answered("a", "U-02", Weeks.fortyFive()),
				Weeks.answered("b", "U-07", Weeks.fortyFive()),
				Weeks.changed(Weeks.answered("c", "U-07", Weeks.fortyFive()), Weeks.all("never")));
		List<Turnout> turnout = Turnout.of(
				List.of(new Unit("U-01", "Office", null), new Unit("U-02", "Frontline", "U-01"),
						new Unit("U-07", "East", "U-02")),
				Map.of("S-1", "U-01", "S-2", "U-02", "S-3", "U-02", "S-4", "U-07", "S-5", "U-07", "S-6", "U-07"),
				Set.of("S-3", "S-4", "S-6"), counted);
		assertIs(ContractSample.of("check-in", "check-in.cycle"),
				Weeks.open().closed(Weeks.PULSE, turnout).events().getFirst());
	}

	@Test
	void aResponseWithoutAScoreSaysNullAndNotZero() {
		Event event = Response
			.answered(Optional.empty(), Weeks.given(Weeks.PERSON, "U-07", Map.of("energy", "always")), Weeks.open(),
					Weeks.WEDNESDAY, Weeks.LATE)
			.events()
			.getFirst();
		assertThat(JSON.writeValueAsString(event.value())).contains(
				"\"scores\":{\"strain\":null,\"energy\":0.0,\"workload\":null,\"clients\":null,\"support\":null,\"meaning\":null}");
	}

	private static void assertIs(ContractSample sample, Event event) {
		assertThat(event.key()).isEqualTo(sample.key());
		assertThat(event.topic()).isEqualTo(sample.headers().get("ce_type"));
		// as it is on the wire: written, and read again
		assertThat(JSON.readTree(JSON.writeValueAsString(event.value()))).isEqualTo(sample.value());
	}

}
