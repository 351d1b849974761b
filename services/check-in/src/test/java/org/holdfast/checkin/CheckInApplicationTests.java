package org.holdfast.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service whole: events in, HTTP in, events out, on a real broker and a real
 * database.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class CheckInApplicationTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final ContractSample STAFF = ContractSample.of("profile", "profile.staff");

	private static final ContractSample CROSS_CUT = ContractSample.of("burnout-alert", "burnout-alert.cross-cut");

	private static final ContractSample UNIT = ContractSample.of("profile", "profile.units");

	private static final Map<String, String> FORTY_FIVE = Map.of("energy", "often", "workload", "sometimes", "strain",
			"often", "support", "often", "meaning", "sometimes");

	private static final Map<String, String> HUNDRED = Map.of("energy", "never", "workload", "never", "strain",
			"always", "support", "never", "meaning", "never");

	private static final Map<String, String> TOO_FEW = Map.of("energy", "never");

	private static final AtomicInteger WEEKS = new AtomicInteger();

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private String cycle = "";

	private Instant opens = Instant.EPOCH;

	private Instant closes = Instant.EPOCH;

	/** A week of its own for every test, each later than the one before. */
	@BeforeEach
	void nextWeek() {
		int week = WEEKS.incrementAndGet();
		this.cycle = "W-" + week;
		this.opens = Instant.parse("2026-01-05T06:00:00Z").plus(Duration.ofDays(7L * week));
		this.closes = this.opens.plus(Duration.ofDays(5));
	}

	@Test
	void everyAcknowledgedAnswerIsOneRecordAndTheCloseCountsExactlyTheTimelyScoredOnes() throws Exception {
		unit("R", null);
		List<String> units = List.of("R-1", "R-2", "R-3");
		units.forEach((unit) -> unit(unit, "R"));
		List<String> people = IntStream.range(0, 60).mapToObj((i) -> "R-person-" + i).toList();
		people.forEach((person) -> staff(person, units.get(people.indexOf(person) % 3), true));
		staff("R-gone", "R-1", false);
		await(people.getLast());
		open();

		List<Callable<JsonNode>> requests = new ArrayList<>();
		for (String person : people) {
			int number = people.indexOf(person);
			Map<String, String> answers = (number % 10 == 9) ? TOO_FEW : (number % 2 == 0) ? HUNDRED : FORTY_FIVE;
			// a retry while the first is still under way, and one that changes the answer
			// back and forth
			requests.add(() -> answered(person, answers));
			requests.add(() -> answered(person, answers));
			if (number % 4 == 0) {
				requests.add(() -> answered(person, FORTY_FIVE));
			}
		}
		List<JsonNode> receipts = new ArrayList<>();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<JsonNode>> pending = requests.stream().map(clients::submit).toList();
			Thread.sleep(150);
			// the week ends while people answer
			moveClock(this.closes);
			for (Future<JsonNode> each : pending) {
				JsonNode receipt = each.get();
				if (receipt.has("responseId")) {
					receipts.add(receipt);
				}
			}
		}

		List<Published> cycleEvents = this.kafka.await("check-in.cycle", (all) -> of(all, this.cycle).size() == 2);
		assertThat(of(cycleEvents, this.cycle)).extracting(Published::sequence).containsExactly(1L, 2L);
		assertThat(of(cycleEvents, this.cycle).getFirst().value().get("state").asString()).isEqualTo("opened");
		Map<String, List<Published>> records = awaitRecords(receipts.size());
		records.forEach((key, events) -> assertThat(events).extracting(Published::sequence)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, events.size()).mapToObj(Long::valueOf).toList()));
		assertThat(records.keySet()).containsExactlyInAnyOrderElementsOf(
				receipts.stream().map((receipt) -> receipt.get("responseId").asString()).collect(Collectors.toSet()));
		assertThat(records.values().stream().map((events) -> events.getLast().value().get("pseudonym").asString()))
			.doesNotHaveDuplicates();
		assertThat(records.values()
			.stream()
			.flatMap(List::stream)
			.map((event) -> event.value().toString() + event.headers())).noneMatch((text) -> text.contains("R-person"));

		Map<String, int[]> expected = new LinkedHashMap<>();
		for (List<Published> events : records.values()) {
			JsonNode last = events.getLast().value();
			if (!last.get("late").asBoolean() && !last.get("scores").get("strain").isNull()) {
				int[] counts = expected.computeIfAbsent(last.get("unitId").asString(), (unit) -> new int[2]);
				counts[0]++;
				counts[1] += (int) events.getLast().sequence();
			}
		}
		JsonNode closed = of(cycleEvents, this.cycle).getLast().value();
		assertThat(closed.get("state").asString()).isEqualTo("closed");
		Map<String, JsonNode> counted = byUnit(closed);
		for (String unit : units) {
			int[] counts = expected.getOrDefault(unit, new int[2]);
			assertThat(counted.get(unit).get("responses").asInt()).as(unit).isEqualTo(counts[0]);
			assertThat(counted.get(unit).get("revisions").asInt()).as(unit).isEqualTo(counts[1]);
			assertThat(counted.get(unit).get("invited").asInt()).as(unit).isEqualTo(20);
			assertThat(counted.get(unit).get("parentId").asString()).isEqualTo("R");
		}
		assertThat(counted.get("R").get("parentId").isNull()).isTrue();
	}

	@Test
	void aRetriedAnswerIsTheSameAndAChangedOneTheNextRevision() {
		person("A-1", "A");
		open();
		JsonNode first = answered("A-1", FORTY_FIVE);
		assertThat(first.get("score").asDouble()).isEqualTo(45);
		assertThat(answered("A-1", FORTY_FIVE)).isEqualTo(first);
		JsonNode changed = answered("A-1", HUNDRED);
		assertThat(changed.get("responseId")).isEqualTo(first.get("responseId"));
		assertThat(changed.get("score").asDouble()).isEqualTo(100);
		List<Published> events = this.kafka.await("check-in.recorded",
				(all) -> of(all, first.get("responseId").asString()).size() == 2);
		assertThat(of(events, first.get("responseId").asString())).extracting(Published::sequence)
			.containsExactly(1L, 2L);
	}

	@Test
	void theRecordIsLikeTheContractSampleDownToItsHeaders() {
		person("C-1", "C");
		open();
		String id = answered("C-1", FORTY_FIVE).get("responseId").asString();
		Published published = of(this.kafka.await("check-in.recorded", (all) -> !of(all, id).isEmpty()), id).getFirst();
		ContractSample sample = ContractSample.of("check-in", "check-in.recorded");
		assertThat(published.headers().keySet()).containsAll(sample.headers().keySet());
		for (String fixed : List.of("ce_type", "ce_source", "ce_specversion", "ce_sequence", "content-type")) {
			assertThat(published.headers()).containsEntry(fixed, sample.headers().get(fixed));
		}
		JsonNode value = value(published);
		assertThat(value.propertyNames()).containsExactlyElementsOf(sample.value().propertyNames());
		assertThat(value.get("scores")).isEqualTo(sample.value().get("scores"));
		assertThat(value.get("answeredAt").asString()).isEqualTo(this.opens.toString());
	}

	@Test
	void aLateAnswerIsKeptForThePersonOnly() {
		person("L-1", "L");
		person("L-2", "L");
		open();
		answered("L-1", FORTY_FIVE);
		moveClock(this.closes);
		JsonNode receipt = answered("L-2", HUNDRED);
		assertThat(receipt.get("late").asBoolean()).isTrue();
		assertThat(byUnit(this.kafka.awaitValue("check-in.cycle", this.cycle)).get("L").get("responses").asInt())
			.isEqualTo(1);
		JsonNode record = this.kafka.awaitValue("check-in.recorded", receipt.get("responseId").asString());
		assertThat(record.get("late").asBoolean()).isTrue();
		JsonNode scores = json(get("/me/scores", Tokens.staff("L-2"))).get("scores");
		assertThat(scores).hasSize(1);
		assertThat(scores.get(0).get("late").asBoolean()).isTrue();
		assertThat(answer("L-1", HUNDRED).getBody()).contains("urn:holdfast:problem:answer-counted");
		moveClock(this.closes.plus(Duration.ofDays(7)).plusMillis(1));
		assertThat(answer("L-2", FORTY_FIVE).getBody()).contains("urn:holdfast:problem:cycle-closed");
	}

	@Test
	void aPersonSeesTheirOwnHistoryWithItsItemsAndNobodyElses() {
		person("H-1", "H");
		person("H-2", "H");
		open();
		answered("H-1", Map.of("energy", "often", "strain", "often", "meaning", "never"));
		JsonNode own = json(get("/me/scores", Tokens.staff("H-1")));
		assertThat(own.get("scale")).isEqualTo(JSON.readTree(
				"{\"id\":\"strain\",\"direction\":\"higher is worse\",\"minimum\":0.0,\"maximum\":100.0,\"minimalDetectableChange\":31}"));
		assertThat(own.get("scores")).hasSize(1);
		JsonNode score = own.get("scores").get(0);
		assertThat(score.get("score").asDouble()).isEqualTo(200 / 3.0);
		assertThat(score.get("closesAt").asString()).isEqualTo(this.closes.toString());
		assertThat(score.get("items")).isEqualTo(JSON.readTree("""
				[{"id":"energy","option":"often","points":25},{"id":"strain","option":"often","points":75},
				 {"id":"meaning","option":"never","points":100}]"""));
		assertThat(json(get("/me/scores", Tokens.staff("H-2"))).get("scores")).isEmpty();
		assertThat(json(get("/me/scores", Tokens.of("H-2", "hr", "administrator"))).get("scores")).isEmpty();
	}

	@Test
	void beforeAnsweringAPersonSeesTheCrossCutsThatHoldForTheCycle() {
		person("C-person", "C");
		crossCut("early", this.opens.minusSeconds(1), "C", "D");
		crossCut("elsewhere", this.opens.minusSeconds(1), "D", "E");
		crossCut("late", this.opens, "C", "E");
		// all three are known
		Awaitility.await()
			.untilAsserted(() -> assertThat(crossCuts("C-person")).containsExactly("Name of early", "Name of late"));
		open();
		assertThat(crossCuts("C-person")).containsExactly("Name of early");
		JsonNode notice = json(get("/me/pulse", Tokens.staff("C-person"))).get("notice");
		assertThat(notice.at("/seenBy/2").asString()).endsWith("yours is among: Name of early.");
		assertThat(json(get("/me/pulses", Tokens.staff("C-person"))).at("/0/notice")).isEqualTo(notice);
	}

	@Test
	void beforeAnsweringAPersonSeesWhereTheAnswerAppearsInTheirLanguage() {
		unit("N", null);
		unit("N-1", "N");
		staff("N-person", "N-1", true);
		await("N-person");
		assertThat(json(get("/me/pulse", Tokens.staff("N-person"))).get("cycle").isNull()).isTrue();
		open();
		JsonNode pulse = json(get("/me/pulse", Tokens.staff("N-person"), "es-MX, en;q=0.5"));
		assertThat(pulse.get("cycle").get("cycleId").asString()).isEqualTo(this.cycle);
		assertThat(pulse.get("notice").get("minimumGroup").asInt()).isEqualTo(5);
		assertThat(pulse.get("notice").get("groups")).isEqualTo(
				JSON.readTree("[{\"unitId\":\"N-1\",\"name\":\"Unit N-1\"},{\"unitId\":\"N\",\"name\":\"Unit N\"}]"));
		assertThat(pulse.get("notice").get("seenBy").get(2).asString()).startsWith("Nadie más que usted");
		this.kafka.publish(UNIT.withKey("N-1")
			.withSequence(2)
			.withValue("unitId", "N-1")
			.withValue("name", "Unit N-1")
			.withValue("parentId", "N")
			.withValue("leadId", "N-lead"));
		this.kafka.publish(STAFF.withKey("N-lead")
			.withValue("staffId", "N-lead")
			.withValue("displayName", "Robin Tidewater")
			.withValue("unitId", "N-1")
			.withValue("roles", List.of("staff", "supervisor")));
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(json(get("/me/pulse", Tokens.staff("N-person"))).at("/notice/seenBy/0").asString())
						.endsWith("once the cycle has closed: Robin Tidewater."));
		// to the lead, the others who see it
		assertThat(json(get("/me/pulse", Tokens.staff("N-lead"))).at("/notice/seenBy/0").asString())
			.startsWith("Supervisors of these groups");
		assertThat(pulse.get("instrument").get("items").get(0).get("options").get(0).get("label").asString())
			.isEqualTo("Siempre");
		assertThat(pulse.get("answer").isNull()).isTrue();
		answered("N-person", FORTY_FIVE);
		JsonNode answer = json(get("/me/pulse", Tokens.staff("N-person"))).get("answer");
		assertThat(answer.get("score").asDouble()).isEqualTo(45);
		assertThat(answer.get("answers").get("energy").asString()).isEqualTo("often");
	}

	@Test
	void whoCannotTakePartIsToldWhy() {
		person("P-1", "P");
		staff("P-gone", "P", false);
		staff("P-nowhere", "P-not-told-of", true);
		await("P-nowhere");
		open();
		assertThat(answer("P-unknown", FORTY_FIVE).getBody()).contains("urn:holdfast:problem:not-a-participant");
		assertThat(answer("P-gone", FORTY_FIVE).getBody()).contains("urn:holdfast:problem:not-active");
		assertThat(answer("P-nowhere", FORTY_FIVE).getBody()).contains("urn:holdfast:problem:unit-unknown");
		assertThat(answer("P-1", Map.of("mood", "often")).getBody()).contains("urn:holdfast:problem:invalid-answer",
				"\"pointer\":\"/answers/mood\"");
		assertThat(put("/me/pulse/none", Tokens.staff("P-1"), Map.of("answers", FORTY_FIVE)).getBody())
			.contains("urn:holdfast:problem:no-such-cycle");
		assertThat(put("/me/pulse/none", Tokens.staff("P-1"), Map.of()).getBody()).contains("/answers");
	}

	@Test
	void erasureCutsTheTieAndLeavesTheResponseAnonymous() {
		person("E-1", "E");
		open();
		String id = answered("E-1", FORTY_FIVE).get("responseId").asString();
		this.kafka.publish("profile.staff", "E-1", STAFF.withSequence(99).headers(), null);
		Awaitility.await()
			.untilAsserted(() -> assertThat(answer("E-1", HUNDRED).getBody()).contains("not-a-participant"));
		Awaitility.await()
			.untilAsserted(() -> assertThat(json(get("/me/scores", Tokens.staff("E-1"))).get("scores")).isEmpty());
		assertThat(this.mongo.getCollection("vault").countDocuments(new org.bson.Document("_id", "E-1"))).isZero();
		assertThat(this.mongo.getCollection("responses").countDocuments(new org.bson.Document("_id", id))).isOne();
		assertThat(this.mongo.getCollection("responses").find(new org.bson.Document("_id", id)).first().toJson())
			.doesNotContain("E-1");
	}

	@Test
	void erasureTakesALateAnswerOutOfTheServiceAndTheTopic() {
		person("E-2", "E");
		person("E-3", "E");
		open();
		String timely = answered("E-2", FORTY_FIVE).get("responseId").asString();
		moveClock(this.closes);
		String late = answered("E-3", HUNDRED).get("responseId").asString();
		for (String person : List.of("E-2", "E-3")) {
			this.kafka.publish("profile.staff", person, STAFF.withSequence(99).headers(), null);
		}
		List<Published> events = this.kafka.await("check-in.recorded",
				(all) -> of(all, late).stream().anyMatch((event) -> event.value() == null));
		assertThat(of(events, late)).extracting(Published::sequence).containsExactly(1L, 2L);
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					this.mongo.getCollection("vault").countDocuments(new org.bson.Document("_id", "E-2")))
				.isZero());
		assertThat(of(this.kafka.all("check-in.recorded"), timely)).allMatch((event) -> event.value() != null);
		org.bson.Document left = this.mongo.getCollection("responses").find(new org.bson.Document("_id", late)).first();
		assertThat(left).isNotNull().doesNotContainKeys("pseudonym", "answers", "scores").containsKey("_gone");
	}

	@Test
	void aMalformedEventIsSetAsideAndTheServiceGoesOn() {
		this.kafka.publish(STAFF.withKey("M-1").withValue("staffId", "M-1").without("active"));
		this.kafka.publish(STAFF.withKey("M-2").withValue("staffId", "someone-else"));
		person("M-3", "M");
		JsonNode quarantine = json(get("/quarantine", Tokens.of("boss", "administrator")));
		assertThat(quarantine.toString()).contains("active: missing", "the key is not the staffId");
		assertThat(get("/me/pulse", Tokens.staff("M-1")).getStatusCode().value()).isEqualTo(403);
	}

	@Test
	void cyclesArePlannedOnceAndNeverOverlap() {
		moveClock(this.opens.minusSeconds(1));
		assertThat(plan().getBody()).contains("\"state\":\"planned\"");
		assertThat(plan().getBody()).contains("\"state\":\"planned\"");
		assertThat(put("/cycles/" + this.cycle, Tokens.of("hr-1", "hr"),
				Map.of("opensAt", this.opens, "closesAt", this.closes.plusSeconds(1)))
			.getBody()).contains("urn:holdfast:problem:cycle-differs");
		assertThat(put("/cycles/other", Tokens.of("hr-1", "hr"),
				Map.of("opensAt", this.closes.minusSeconds(1), "closesAt", this.closes.plusSeconds(1)))
			.getBody()).contains("urn:holdfast:problem:cycles-overlap");
		assertThat(put("/cycles/over", Tokens.of("hr-1", "hr"),
				Map.of("opensAt", this.opens.minusSeconds(9), "closesAt", this.opens.minusSeconds(1)))
			.getBody()).contains("urn:holdfast:problem:cycle-over");
		moveClock(this.opens);
		assertThat(plan().getBody()).contains("\"state\":\"open\"");
		moveClock(this.closes);
		assertThat(plan().getBody()).contains("\"state\":\"closed\"");
		assertThat(get("/cycles", Tokens.staff("S-1")).getBody()).contains(this.cycle);
	}

	@Test
	void aCycleThatWasSleptThroughOpensAndClosesInOrder() {
		moveClock(this.opens.minusSeconds(1));
		plan();
		moveClock(this.closes.plus(Duration.ofDays(1)));
		List<Published> events = this.kafka.await("check-in.cycle", (all) -> of(all, this.cycle).size() == 2);
		assertThat(of(events, this.cycle)).extracting((event) -> value(event).get("state").asString())
			.containsExactly("opened", "closed");
	}

	@Test
	void theOpenApiDocumentTellsEveryOperation() {
		String document = get("/v3/api-docs", null).getBody();
		assertThat(document)
			.contains("/me/pulse", "/me/pulse/{cycleId}", "/me/scores", "/cycles/{cycleId}", "higher is worse")
			.doesNotContain("Caller");
	}

	private void person(String id, String unitId) {
		unit(unitId, null);
		staff(id, unitId, true);
		await(id);
	}

	private void staff(String id, String unitId, boolean active) {
		this.kafka.publish(
				STAFF.withKey(id).withValue("staffId", id).withValue("unitId", unitId).withValue("active", active));
	}

	private void crossCut(String id, Instant since, String... unitIds) {
		this.kafka.publish(CROSS_CUT.withKey(id)
			.withValue("crossCutId", id)
			.withValue("versions",
					List.of(Map.of("name", "Name of " + id, "unitIds", unitIds, "active", true, "since", since))));
	}

	private List<String> crossCuts(String staffId) {
		return json(get("/me/pulse", Tokens.staff(staffId))).at("/notice/crossCuts")
			.valueStream()
			.map(JsonNode::asString)
			.toList();
	}

	private void unit(String id, @Nullable String parentId) {
		this.kafka.publish(UNIT.withKey(id)
			.withValue("unitId", id)
			.withValue("name", "Unit " + id)
			.withValue("parentId", parentId));
	}

	/** Until events have arrived: of staff and units, which come by different topics. */
	private void await(String staffId) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			ResponseEntity<String> pulse = get("/me/pulse", Tokens.staff(staffId));
			assertThat(pulse.getStatusCode().value()).isEqualTo(200);
			assertThat(json(pulse).get("notice").get("groups").isEmpty()).isEqualTo(staffId.contains("nowhere"));
		});
	}

	private void open() {
		moveClock(this.opens);
		assertThat(plan().getBody()).contains("\"state\":\"open\"");
	}

	private ResponseEntity<String> plan() {
		return put("/cycles/" + this.cycle, Tokens.of("hr-1", "hr"),
				Map.of("opensAt", this.opens, "closesAt", this.closes));
	}

	private void moveClock(Instant now) {
		assertThat(put("/clock", Tokens.of("boss", "administrator"), Map.of("now", now)).getStatusCode().value())
			.isEqualTo(200);
	}

	private JsonNode answered(String staffId, Map<String, String> answers) {
		return json(answer(staffId, answers));
	}

	private ResponseEntity<String> answer(String staffId, Map<String, String> answers) {
		return put("/me/pulse/" + this.cycle, Tokens.staff(staffId), Map.of("answers", answers));
	}

	/**
	 * The records of this test's cycle by response, when every acknowledged one is there.
	 */
	private Map<String, List<Published>> awaitRecords(int receipts) {
		assertThat(receipts).isPositive();
		long stored = this.mongo.getCollection("responses")
			.find(new org.bson.Document("cycleId", this.cycle))
			.map((response) -> response.getInteger("revision"))
			.into(new ArrayList<>())
			.stream()
			.mapToLong(Integer::longValue)
			.sum();
		return this.kafka.await("check-in.recorded", (all) -> inCycle(all).size() >= stored)
			.stream()
			.filter((event) -> inCycle(List.of(event)).size() == 1)
			.collect(Collectors.groupingBy(Published::key));
	}

	private List<Published> inCycle(List<Published> all) {
		return all.stream()
			.filter((event) -> event.value() != null)
			.filter((event) -> value(event).get("cycleId").asString().equals(this.cycle))
			.toList();
	}

	private static List<Published> of(List<Published> all, String key) {
		return all.stream().filter((event) -> event.key().equals(key)).toList();
	}

	private static Map<String, JsonNode> byUnit(JsonNode closed) {
		Map<String, JsonNode> units = new LinkedHashMap<>();
		closed.get("units").forEach((unit) -> units.put(unit.get("unitId").asString(), unit));
		return units;
	}

	private static JsonNode value(Published published) {
		JsonNode value = published.value();
		assertThat(value).isNotNull();
		return value;
	}

	private static JsonNode json(ResponseEntity<String> answer) {
		return JSON.readTree(answer.getBody());
	}

	private ResponseEntity<String> get(String path, @Nullable String token) {
		return get(path, token, "en");
	}

	private ResponseEntity<String> get(String path, @Nullable String token, String language) {
		return client().get().uri(path).headers((headers) -> {
			headers.set("Accept-Language", language);
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).retrieve().toEntity(String.class);
	}

	private ResponseEntity<String> put(String path, String token, Object body) {
		return client().put()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(token))
			.contentType(MediaType.APPLICATION_JSON)
			.body(JSON.writeValueAsString(body))
			.retrieve()
			.toEntity(String.class);
	}

	private RestClient client() {
		return RestClient.builder()
			.baseUrl("http://localhost:" + this.port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
	}

}
