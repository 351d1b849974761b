package org.holdfast.burnout.crosscut;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.holdfast.burnout.Http;
import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.release.Events;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** From choosing units across the tree to the figures that are shown of them. */
@WholeService
@TestPropertySource(properties = { "holdfast.simulated-clock=true", "holdfast.burnout.settle-after=100ms" })
class CrossCutTests {

	private static final ContractSample SAMPLE = ContractSample.of("burnout-alert", "burnout-alert.cross-cut");

	private static final Agency AGENCY = Agency.of(department("U-01", null), department("U-02", "U-01"),
			department("U-03", "U-01"), team("U-07", "U-02", 6, 60), team("U-08", "U-02", 3, 20),
			team("U-09", "U-02", 5, 40), team("U-10", "U-03", 8, 30), team("U-11", "U-03", 9, 70));

	private static final String HR = Tokens.of("S-H", "staff", "hr");

	private static final Instant MADE = Instant.parse("2026-05-17T18:00:03Z");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private CrossCuts crossCuts;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private HoldfastClock clock;

	@LocalServerPort
	private int port;

	@BeforeEach
	void startAfresh() {
		this.mongo.remove(new Query(), "cross-cuts");
		this.clock.set(MADE);
		AGENCY.teams()
			.forEach((unit) -> this.kafka.publish(Events.unit(unit.id(), "Unit " + unit.id(), unit.parent(), "S-1")));
		Awaitility.await().atMost(PATIENCE).until(() -> http().get("/units", HR).size() == AGENCY.teams().size());
	}

	@Test
	void aVersionIsAddedAndToldWithThoseBeforeIt() {
		JsonNode first = body(put("frontline", 0, "U-07", "U-08"));
		assertThat(first).isEqualTo(JsonMapper.shared().readTree("""
				{"crossCutId": "frontline", "version": 1, "name": "Frontline teams", "active": true,
				 "units": [{"unitId": "U-07", "name": "Unit U-07"}, {"unitId": "U-08", "name": "Unit U-08"}],
				 "since": "2026-05-17T18:00:03Z"}"""));
		this.clock.set(Instant.parse("2026-05-24T18:00:03Z"));
		JsonNode second = body(put("frontline", 1, "U-07", "U-09"));
		assertThat(http().get("/cross-cuts", HR)).containsExactly(second);
		Published told = Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.kafka.all(CrossCut.TOPIC)
				.stream()
				.filter((each) -> each.value().equals(SAMPLE.value()))
				.findFirst()
				.orElse(null), (each) -> each != null);
		assertThat(told.key()).isEqualTo(SAMPLE.key());
		assertThat(told.headers()).containsKeys(SAMPLE.headers().keySet().toArray(String[]::new));
		for (String header : List.of("ce_type", "ce_source", "ce_time", "ce_specversion", "ce_sequence")) {
			assertThat(told.headers()).containsEntry(header, SAMPLE.headers().get(header));
		}
	}

	@Test
	void aVersionHoldsForCyclesThatOpenAfterItWasMade() {
		String id = "nights-" + UUID.randomUUID();
		put(id, 0, "U-07", "U-08");
		CrossCut made = this.crossCuts.find(id).orElseThrow();
		assertThat(made.at(MADE)).isEmpty();
		assertThat(made.at(MADE.plusMillis(1))).hasValue(made.current());
		Instant changed = MADE.plus(Duration.ofDays(3));
		this.clock.set(changed);
		put(id, 1, "U-07", "U-09");
		this.clock.set(changed.plus(Duration.ofDays(3)));
		end(id, 2);
		CrossCut ended = this.crossCuts.find(id).orElseThrow();
		assertThat(ended.at(changed)).hasValue(made.current());
		assertThat(ended.at(changed.plusMillis(1)).orElseThrow().unitIds()).containsExactly("U-07", "U-09");
		assertThat(ended.at(changed.plus(Duration.ofDays(4)))).isEmpty();
	}

	@Test
	void figuresAreShownFromTheNextCycleOnWithoutThoseCountedTogetherWithOthers() {
		String id = "across-" + UUID.randomUUID();
		// the first cycle is open already
		this.clock.set(Agency.FIRST_CLOSE.minus(Duration.ofDays(5)));
		put(id, 0, "U-03", "U-07", "U-08");
		this.clock.set(Agency.FIRST_CLOSE.plus(Duration.ofDays(2)));
		// and so is the second one
		put(id, 1, "U-10", "U-09", "U-08");
		for (int week = 1; week <= 3; week++) {
			cycle(week);
		}
		JsonNode trend = trend(id, 2);
		assertThat(trend.at("/name").asString()).isEqualTo("Frontline teams");
		assertThat(trend.at("/scale/id").asString()).isEqualTo("strain");
		// U-08 is counted together with U-09, which is outside: (6*60 + 8*30 + 9*70) / 23
		assertThat(trend.at("/periods/0")).hasToString(json("""
				{"cycleId":"cross-2","closesAt":"2026-05-31T18:00:00Z","state":"published",
				"figure":{"level":53,"atMost":null,"atLeast":null,"people":"20-49"},"reason":null,"version":1,
				"units":[{"unitId":"U-03","name":"Unit U-03"},{"unitId":"U-07","name":"Unit U-07"},
				{"unitId":"U-08","name":"Unit U-08"}],"leftOut":[{"unitId":"U-08","name":"Unit U-08"}],
				"participation":null,"pooled":{"level":53,"from":45,"to":60}}"""));
		// (3*20 + 5*40 + 8*30) / 16, and everybody counts: a share is told
		assertThat(trend.at("/periods/1/version").asInt()).isEqualTo(2);
		assertThat(trend.at("/periods/1/figure/level").asInt()).isEqualTo(31);
		assertThat(trend.at("/periods/1/leftOut")).isEmpty();
		assertThat(trend.at("/periods/1/participation").asString()).isEqualTo("50-74 %");
		assertThat(http().get("/cross-cuts/" + id + "/trend?to=2026-05-31T18:00:00Z", HR).get("periods")).hasSize(1);
		assertThat(http().get("/cross-cuts/" + id + "/trend?series=other", HR).get("periods")).isEmpty();
		// what was published stays, whatever becomes of the cross-cut
		end(id, 2);
		assertThat(http().get("/cross-cuts/" + id + "/trend", HR)).isEqualTo(trend);
	}

	@Test
	void whoReadAnOlderVersionReadsAgain() {
		put("frontline", 0, "U-07", "U-08");
		ResponseEntity<String> late = put("frontline", 0, "U-07", "U-09");
		assertThat(late.getStatusCode().value()).isEqualTo(409);
		assertThat(late.getBody()).contains("changed-meanwhile", "Version 1 is there, you changed version 0");
		assertThat(body(late).get("version").asInt()).isOne();
	}

	@Test
	void unitsAreAtLeastTwoThatExistEachOnce() {
		assertThat(put("frontline", 0, "U-07").getStatusCode().value()).isEqualTo(400);
		assertThat(put("frontline", 0, "U-07", "U-07").getBody()).contains("unit-twice", "U-07 is there twice");
		assertThat(put("frontline", 0, "U-07", "U-77").getBody()).contains("no-such-unit", "no unit U-77");
		assertThat(http().status("PUT", "/cross-cuts/Front line", choice(0, true, "U-07", "U-08"), HR)).isEqualTo(400);
		assertThat(http().status("PUT", "/cross-cuts/frontline", "{\"version\":0}", HR)).isEqualTo(400);
		assertThat(http().get("/cross-cuts", HR)).isEmpty();
	}

	@Test
	void noMoreThanTwentyAreThereAtOnce() {
		for (int each = 0; each < 20; each++) {
			assertThat(put("cut-" + each, 0, "U-07", "U-08").getStatusCode().value()).isEqualTo(200);
		}
		ResponseEntity<String> more = put("one-more", 0, "U-07", "U-08");
		assertThat(more.getStatusCode().value()).isEqualTo(409);
		assertThat(more.getBody()).contains("too-many-cross-cuts", "There are 20 cross-cuts");
		// one that is there can be changed, and one that ends makes room
		assertThat(put("cut-3", 1, "U-07", "U-09").getStatusCode().value()).isEqualTo(200);
		end("cut-4", 1);
		assertThat(put("one-more", 0, "U-07", "U-08").getStatusCode().value()).isEqualTo(200);
		assertThat(http().get("/cross-cuts", HR).findValuesAsString("crossCutId")).hasSize(21)
			.last()
			.isEqualTo("cut-4");
	}

	@Test
	void whatEndsKeepsItsUnitsThoughTheyMayBeGone() {
		put("frontline", 0, "U-07", "U-08");
		ResponseEntity<String> ended = http().send("PUT", "/cross-cuts/frontline", choice(1, false, "U-98", "U-99"),
				HR);
		assertThat(body(ended).get("active").asBoolean()).isFalse();
		assertThat(body(ended).get("units").findValuesAsString("unitId")).containsExactly("U-07", "U-08");
		ResponseEntity<String> none = http().send("PUT", "/cross-cuts/nothing", choice(0, false, "U-07", "U-08"), HR);
		assertThat(none.getStatusCode().value()).isEqualTo(404);
		assertThat(none.getBody()).contains("no-such-cross-cut");
		assertThat(http().status("GET", "/cross-cuts/nothing/trend", null, HR)).isEqualTo(404);
	}

	private ResponseEntity<String> put(String id, int version, String... unitIds) {
		return http().send("PUT", "/cross-cuts/" + id, choice(version, true, unitIds), HR);
	}

	private void end(String id, int version) {
		assertThat(http().status("PUT", "/cross-cuts/" + id, choice(version, false, "U-07", "U-08"), HR))
			.isEqualTo(200);
	}

	private static String choice(int version, boolean active, String... unitIds) {
		return JsonMapper.shared()
			.writeValueAsString(
					Map.of("version", version, "name", "Frontline teams", "unitIds", unitIds, "active", active));
	}

	private void cycle(int week) {
		String cycleId = "cross-" + week;
		this.kafka.publish(Events.opened(cycleId, week));
		for (Agency.Team team : AGENCY.teams()) {
			for (int member = 0; member < team.strains().size(); member++) {
				this.kafka.publish(Events.response(cycleId + "-" + team.id() + "-" + member, 1, cycleId, team.id(),
						team.strains().get(member)), team.id());
			}
		}
		this.kafka.publish(Events.closed(cycleId, week, AGENCY));
	}

	private JsonNode trend(String id, int cycles) {
		String path = "/cross-cuts/" + id + "/trend";
		Awaitility.await().atMost(PATIENCE).until(() -> http().get(path, HR).get("periods").size() == cycles);
		return http().get(path, HR);
	}

	private static JsonNode body(ResponseEntity<String> answer) {
		return JsonMapper.shared().readTree(answer.getBody());
	}

	private static String json(String lines) {
		return JsonMapper.shared().readTree(lines).toString();
	}

	private Http http() {
		return new Http(this.port);
	}

}
