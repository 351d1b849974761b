package org.holdfast.burnout;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.release.Events;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** The whole service, from events to the dashboard and to its own event. */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
@TestMethodOrder(MethodOrderer.MethodName.class)
class BurnoutAlertApplicationTests {

	private static final ContractSample ALERT = ContractSample.of("burnout-alert", "burnout-alert.raised");

	private static final String HR = Tokens.of("S-0001", "staff", "hr");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String TREND = "/units/U-07/trend";

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private HoldfastClock clock;

	@LocalServerPort
	private int port;

	@Test
	void aAnswersBecomeATrendAndATeamInTroubleAnAlert() {
		this.clock.set(Instant.parse(ALERT.headers().get("ce_time")));
		this.kafka.publish(Events.unit("U-01", "Agency", null, null));
		this.kafka.publish(Events.unit("U-02", "Families", "U-01", "S-0102"));
		this.kafka.publish(Events.unit("U-07", "East", "U-02", "S-0101"));
		this.kafka.publish(Events.unit("U-08", "Night Duty", "U-02", null));
		this.kafka.publish(Events.unit("U-09", "South", "U-02", null));
		cycle("2026-W21", 1, 68);

		JsonNode trend = awaitCycles(1);
		assertThat(trend.at("/unit/name").asString()).isEqualTo("East");
		assertThat(trend.at("/periods/0/cycleId").asString()).isEqualTo("2026-W21");
		assertThat(trend.at("/periods/0/state").asString()).isEqualTo("published");
		assertThat(trend.at("/periods/0/figure")).hasToString("""
				{"level":68,"atMost":null,"atLeast":null,"people":"5-9"}""");
		assertThat(trend.at("/parents/0/unit/unitId").asString()).isEqualTo("U-02");
		assertThat(trend.at("/parents/0/periods/0/figure/level").asInt()).isEqualTo(50);
		assertThat(trend.at("/parents/1/periods/0/figure/people").asString()).isEqualTo("10-19");

		JsonNode night = get("/units/U-08/trend", HR);
		assertThat(night.at("/periods/0/state").asString()).isEqualTo("withheld");
		assertThat(night.at("/periods/0/figure").isNull()).isTrue();
		assertThat(night.at("/periods/0/reason").asString()).isEqualTo("fewer than 5 answers");
		assertThat(night.at("/periods/0/together/1/name").asString()).isEqualTo("South");

		Published raised = this.kafka.await("burnout-alert.raised", 1).getFirst();
		assertThat(raised.key()).isEqualTo(ALERT.key());
		assertThat(raised.value()).isEqualTo(ALERT.value());
		assertThat(raised.headers()).containsKeys(ALERT.headers().keySet().toArray(String[]::new));
		for (String header : new String[] { "ce_type", "ce_source", "ce_time", "ce_specversion", "ce_sequence" }) {
			assertThat(raised.headers()).containsEntry(header, ALERT.headers().get(header));
		}
		assertThat(get("/alerts", HR).at("/0/because").asString())
			.isEqualTo("Strain 68 of 100 in a group of 5-9 people; the threshold is 60");
	}

	@Test
	void bMalformedEventsAreSetAsideAndTheServiceGoesOn() {
		this.kafka.publish(Events.RECORDED.without("scores").withKey("bad-1"), "U-07");
		this.kafka.publish(Events.RECORDED.withValue("scores", Map.of()).withKey("bad-2"), "U-07");
		this.kafka.publish("check-in.recorded", "bad-3", Events.RECORDED.headers(), "{".getBytes());
		this.kafka.publish(Events.CYCLE.withKey("bad-4").without("units"));
		cycle("2026-W22", 2, 75);
		JsonNode trend = awaitCycles(2);
		assertThat(trend.at("/periods/1/figure/level").asInt()).isEqualTo(75);
		assertThat(get("/quarantine", Tokens.of("A", "administrator"))).hasSize(4);
		String metrics = text("/actuator/prometheus", HR);
		assertThat(metrics)
			.containsPattern("holdfast_events_total\\{.*outcome=\"quarantined\",topic=\"check-in.recorded\".*} 3.0");
		assertThat(metrics).containsPattern("holdfast_cycles_incomplete(\\{.*})? 0.0");
	}

	@Test
	void cWhatIsPublishedStaysAndTheTroubleIsTheSame() {
		String before = get(TREND + "?to=2026-05-24T18:00:00Z", HR).toString();
		for (int member = 0; member < 6; member++) {
			this.kafka.publish(Events.late(Events.response("late-" + member, 1, "2026-W21", "U-07", 5.0)), "U-07");
			this.kafka.publish(Events.response("2026-W21-U-07-" + member, 2, "2026-W21", "U-07", 5.0), "U-07");
		}
		cycle("2026-W23", 3, 40);
		awaitCycles(3);
		assertThat(get(TREND + "?to=2026-05-24T18:00:00Z", HR).toString()).isEqualTo(before);
		assertThat(this.kafka.all("burnout-alert.raised")).hasSize(1);
		assertThat(get("/alerts", HR)).hasSize(1);
	}

	@Test
	void dNamesAreThoseOfToday() {
		this.kafka.publish(Events.unit("U-07", "Child Protection East", "U-02", "S-0101").withSequence(2));
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(get(TREND, HR).at("/unit/name").asString()).isEqualTo("Child Protection East"));
		assertThat(get("/alerts", HR).at("/0/units/0/name").asString()).isEqualTo("Child Protection East");
	}

	@Test
	void eALeadSeesTheirOwnUnits() {
		String lead = Tokens.of("S-0101", "staff", "supervisor");
		assertThat(get("/units", lead)).hasSize(1);
		assertThat(get(TREND, lead).get("parents")).isEmpty();
		assertThat(get("/alerts", lead)).hasSize(1);
		assertThat(status("/units/U-09/trend", lead)).isEqualTo(403);
		assertThat(status(TREND, Tokens.staff("S-0101"))).isEqualTo(403);
		assertThat(get("/units", Tokens.of("S-0102", "supervisor"))).hasSize(4);
	}

	@Test
	void fTheOperationsAreDescribed() {
		JsonNode description = get("/v3/api-docs", HR);
		for (String path : new String[] { "/units", "/units/{unitId}/trend", "/alerts" }) {
			assertThat(description.get("paths").get(path).at("/get/summary").asString()).isNotEmpty();
		}
	}

	private void cycle(String cycleId, int week, double strain) {
		Agency agency = Agency.of(department("U-01", null), department("U-02", "U-01"), team("U-07", "U-02", 6, strain),
				team("U-08", "U-02", 3, 20), team("U-09", "U-02", 5, 47));
		this.kafka.publish(Events.opened(cycleId, week));
		for (Agency.Team team : agency.teams()) {
			for (int member = 0; member < team.strains().size(); member++) {
				this.kafka.publish(Events.response(cycleId + "-" + team.id() + "-" + member, 1, cycleId, team.id(),
						team.strains().get(member)), team.id());
			}
		}
		this.kafka.publish(Events.closed(cycleId, week, agency));
	}

	private JsonNode awaitCycles(int cycles) {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> status(TREND, HR) == 200 && get(TREND, HR).get("periods").size() == cycles);
		return get(TREND, HR);
	}

	private JsonNode get(String path, String token) {
		return Objects.requireNonNull(exchange(path, token).toEntity(JsonNode.class).getBody());
	}

	private String text(String path, String token) {
		return Objects.requireNonNull(exchange(path, token).body(String.class));
	}

	private int status(String path, String token) {
		ResponseEntity<Void> answer = exchange(path, token).onStatus((status) -> true, (request, response) -> {
		}).toBodilessEntity();
		return answer.getStatusCode().value();
	}

	private RestClient.ResponseSpec exchange(String path, String token) {
		return RestClient.create("http://localhost:" + this.port)
			.get()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.retrieve();
	}

}
