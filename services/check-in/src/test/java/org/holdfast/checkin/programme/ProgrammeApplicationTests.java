package org.holdfast.checkin.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.bson.Document;
import org.holdfast.checkin.Office;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A programme on a simulated clock: it opens, asks, reminds and closes by itself.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class ProgrammeApplicationTests {

	/** A Monday. */
	private static final Instant MONDAY = Instant.parse("2026-06-01T06:00:00Z");

	private static final Duration DAY = Duration.ofDays(1);

	private static int years;

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private Office office;

	private Instant monday = MONDAY;

	/**
	 * A year of its own for every test, each later than the one before, and no series.
	 */
	@BeforeEach
	void nextYear() {
		this.office = new Office(this.kafka, this.port);
		this.monday = MONDAY.plus(Duration.ofDays(364L * years++));
		this.office.moveClock(this.monday.minus(DAY));
		for (JsonNode series : Office.json(this.office.hr("GET", "/programme", null)).get("series")) {
			this.office.hr("DELETE", "/programme/series/" + series.get("seriesId").asString(), null);
		}
		this.office.moveClock(this.monday.minusSeconds(1));
	}

	@Test
	void seriesOpenAndCloseByThemselvesAndOverlapWhileTwoOfOneNeverDo() {
		this.office.unit("A", null);
		this.office.hire("A", "A-1");
		plan("week", "week", "P7D", "PT108H");
		plan("pulse", "pulse", "P1M", "P6D");
		assertThat(this.office.read("A-1", "/me/pulses")).isEmpty();
		this.office.moveClock(this.monday);
		JsonNode open = this.office.read("A-1", "/me/pulses");
		assertThat(open).extracting((each) -> each.get("cycle").get("series").asString())
			.containsExactly("week", "pulse");
		assertThat(this.office.read("A-1", "/me/pulse").get("instrument").get("id").asString()).isEqualTo("pulse");
		String week = open.get(0).get("cycle").get("cycleId").asString();
		String pulse = open.get(1).get("cycle").get("cycleId").asString();
		this.office.answered("A-1", week, Map.of("week", "often"));
		this.office.answered("A-1", pulse, Office.FORTY_FIVE);
		this.office.moveClock(this.monday.plus(DAY.multipliedBy(7)));

		JsonNode closed = this.office.events("check-in.cycle", week, 2).getLast().value();
		assertThat(closed.get("series").asString()).isEqualTo("week");
		assertThat(closed.get("instrument").get("id").asString()).isEqualTo("week");
		assertThat(closed.get("scales")).hasSize(1);
		assertThat(closed.get("scales").get(0).get("id").asString()).isEqualTo("week-strain");
		assertThat(responses(closed, "A")).isEqualTo(1);
		assertThat(responses(this.office.events("check-in.cycle", pulse, 2).getLast().value(), "A")).isEqualTo(1);
		assertThat(this.office.read("A-1", "/me/pulses")).singleElement()
			.satisfies((each) -> assertThat(each.get("cycle").get("cycleId").asString()).startsWith("week.")
				.isNotEqualTo(week));
		assertNoTwoOfOneSeriesWereOpenAtOnce();
	}

	/** Else who answered would show in who counts as supported. */
	@Test
	void theCloseTellsHowManyOfAUnitHaveAMentorWhetherOrNotTheyAnswered() {
		this.office.unit("M", null);
		this.office.hire("M", "M-mentor", "M-1", "M-2", "M-3");
		this.office.mentor("M-mentor", "M-1", "M-2");
		plan("pulse", "pulse", "P7D", "PT108H");
		this.office.moveClock(this.monday);
		String cycle = this.office.read("M-1", "/me/pulses").get(0).get("cycle").get("cycleId").asString();
		this.office.answered("M-1", cycle, Office.FORTY_FIVE);
		this.office.moveClock(this.monday.plus(DAY.multipliedBy(6)));
		JsonNode closed = this.office.events("check-in.cycle", cycle, 2).getLast().value();
		assertThat(unit(closed, "M").get("supported").asInt()).isEqualTo(2);
		assertThat(closed.toString()).doesNotContain("M-mentor", "M-1", "M-2");
	}

	@Test
	void whatWasSleptThroughIsLeftOut() {
		plan("week", "week", "P7D", "PT108H");
		this.office.moveClock(this.monday.plus(DAY.multipliedBy(7 * 10 + 6)));
		assertThat(cyclesSince(this.monday)).isEmpty();
		this.office.moveClock(this.monday.plus(DAY.multipliedBy(7 * 11 + 1)));
		assertThat(cyclesSince(this.monday)).hasSize(1);
	}

	@Test
	void aChangedPlanWaitsForTheOpenCycleToClose() {
		plan("week", "week", "P7D", "P6D");
		this.office.moveClock(this.monday.plus(DAY));
		assertThat(cyclesSince(this.monday)).hasSize(1);
		assertThat(this.office
			.hr("PUT", "/programme/series/week", Map.of("instrument", "week", "version", 1, "every", "P7D",
					"firstOpensAt", this.monday.plus(DAY), "window", "P6D"))
			.getStatusCode()
			.value()).isEqualTo(200);
		assertThat(cyclesSince(this.monday)).hasSize(1);
		this.office.moveClock(this.monday.plus(DAY.multipliedBy(6)));
		assertThat(cyclesSince(this.monday)).hasSize(2);
		assertNoTwoOfOneSeriesWereOpenAtOnce();
	}

	@Test
	void aUnitThatStartsLaterAndWhoIsOnLeaveAreNeitherAskedNorMissed() {
		this.office.unit("L", null);
		this.office.unit("L-early", "L");
		this.office.unit("L-late", "L");
		this.office.hire("L-early", "L-1", "L-away");
		this.office.hire("L-late", "L-2");
		this.office.hr("PUT", "/leaves", Map.of("staffId", "L-away", "times",
				List.of(Map.of("from", this.monday.minus(DAY), "until", this.monday.plus(DAY.multipliedBy(6))))));
		assertThat(this.office
			.hr("PUT", "/programme/series/pulse",
					Map.of("instrument", "pulse", "version", 1, "every", "P7D", "firstOpensAt", this.monday, "window",
							"PT108H", "starts", Map.of("L-late", this.monday.plus(DAY.multipliedBy(7)))))
			.getStatusCode()
			.value()).isEqualTo(200);
		this.office.moveClock(this.monday);
		String first = this.office.read("L-1", "/me/pulses").get(0).get("cycle").get("cycleId").asString();
		for (String notAsked : List.of("L-2", "L-away")) {
			assertThat(this.office.read(notAsked, "/me/pulses")).isEmpty();
			assertThat(this.office.read(notAsked, "/me/pulse").get("cycle").isNull()).isTrue();
			assertThat(this.office.as(notAsked, "PUT", "/me/pulse/" + first, Map.of("answers", Office.FORTY_FIVE))
				.getBody()).contains("urn:holdfast:problem:not-asked");
		}
		this.office.moveClock(this.monday.plus(DAY.multipliedBy(7)));
		JsonNode closed = this.office.events("check-in.cycle", first, 2).getLast().value();
		assertThat(invited(closed, "L-early")).isEqualTo(1);
		assertThat(invited(closed, "L-late")).isZero();
		// the next week both are there
		for (String staffId : List.of("L-1", "L-2", "L-away")) {
			assertThat(this.office.read(staffId, "/me/pulses")).hasSize(1);
		}
		this.office.hr("PUT", "/leaves", Map.of("staffId", "L-1", "times", List.of(Map.of("from",
				this.monday.plus(DAY.multipliedBy(6)), "until", this.monday.plus(DAY.multipliedBy(14))))));
		assertThat(this.office.read("L-1", "/me/pulses")).as("a leave holds at once").isEmpty();
		assertThat(this.office.hr("GET", "/leaves", null).getBody()).contains("L-away");
		this.office.erase("L-away");
		assertThat(this.office.hr("GET", "/leaves", null).getBody()).doesNotContain("L-away");
	}

	@Test
	void aPlanOverTheBudgetIsRefusedWithTheReasonAndTheArithmetic() {
		plan("week", "week", "P7D", "PT108H");
		ResponseEntity<String> refused = this.office.hr("PUT", "/programme/series/pulse", Map.of("instrument", "pulse",
				"version", 1, "every", "P3D", "firstOpensAt", this.monday, "window", "P1D"));
		assertThat(refused.getStatusCode().value()).isEqualTo(409);
		assertThat(refused.getBody()).contains("urn:holdfast:problem:over-budget", "the budget is 15")
			.containsPattern("for (\\d+) minutes.*: pulse \\d+ x 2 min \\+ week \\d x 1 min = \\1 min");
		JsonNode programme = Office.json(this.office.hr("GET", "/programme", null));
		assertThat(programme.get("series")).filteredOn((each) -> !each.get("ended").asBoolean()).hasSize(1);
		assertThat(programme.get("months")).allMatch((month) -> month.get("minutes").asInt() <= 15);
		// a cycle planned by hand counts as well
		List<String> byHand = new ArrayList<>();
		for (int day = 0; day < 16; day++) {
			byHand.add(byHand(day).getBody());
		}
		assertThat(byHand.getFirst()).contains("\"planned\"");
		assertThat(byHand.getLast()).contains("urn:holdfast:problem:over-budget", "by hand ");
	}

	@Test
	void itemsTakeTurnsAndTheScoreIsOfTheAnchorsAlone() {
		this.office.unit("T", null);
		this.office.hire("T", "T-1");
		assertThat(this.office.hr("PUT", "/programme/series/turns",
				Map.of("instrument", "pulse", "version", 1, "every", "P7D", "firstOpensAt", this.monday, "window",
						"PT108H", "rotation", Map.of("anchors", List.of("energy", "workload", "strain"), "turns", 1)))
			.getStatusCode()
			.value()).isEqualTo(200);
		List<List<String>> asked = new ArrayList<>();
		for (int week = 0; week < 2; week++) {
			this.office.moveClock(this.monday.plus(DAY.multipliedBy(7L * week)));
			JsonNode pulse = this.office.read("T-1", "/me/pulse");
			List<String> items = new ArrayList<>();
			pulse.get("instrument").get("items").forEach((item) -> items.add(item.get("id").asString()));
			asked.add(items);
			String turn = items.getLast();
			JsonNode receipt = this.office.answered("T-1", pulse.get("cycle").get("cycleId").asString(),
					Map.of("energy", "often", "workload", "often", "strain", "seldom", turn, "never"));
			assertThat(receipt.get("score").asDouble()).isEqualTo(25);
			String other = turn.equals("support") ? "meaning" : "support";
			assertThat(this.office
				.as("T-1", "PUT", "/me/pulse/" + receipt.get("cycleId").asString(),
						Map.of("answers", Map.of(other, "never")))
				.getBody()).contains("/answers/" + other, "is not asked this time");
		}
		assertThat(asked).containsExactlyInAnyOrder(List.of("energy", "workload", "strain", "support"),
				List.of("energy", "workload", "strain", "meaning"));
	}

	@Test
	void whoHasNotAnsweredIsRemindedTwiceAtMostOutsideQuietHoursAndNobodyCanSeeWhoItWas() {
		this.office.unit("R", null);
		this.office.hire("R", "R-answers", "R-too", "R-waits", "R-gone");
		plan("pulse", "pulse", "P7D", "PT108H");
		this.office.moveClock(this.monday);
		String cycle = this.office.read("R-waits", "/me/pulse").get("cycle").get("cycleId").asString();
		this.office.answered("R-answers", cycle, Office.FORTY_FIVE);
		this.office.answered("R-too", cycle, Office.FORTY_FIVE);
		for (int hour = 1; hour < 108; hour++) {
			this.office.moveClock(this.monday.plus(Duration.ofHours(hour)));
		}
		List<Published> told = notifications("R-waits", 2);
		assertThat(told).hasSize(2);
		assertThat(notifications("R-answers", 0)).isEmpty();
		QuietHours quiet = new ProgrammeSettings(java.time.ZoneOffset.UTC, 15, java.time.LocalTime.of(18, 0),
				java.time.LocalTime.of(8, 0),
				java.util.Set.of(java.time.DayOfWeek.SATURDAY, java.time.DayOfWeek.SUNDAY))
			.quietHours();
		for (Published each : told) {
			JsonNode value = each.value();
			assertThat(quiet.isQuiet(Instant.parse(value.get("requestedAt").asString()))).isFalse();
			assertThat(value.propertyNames()).containsExactlyElementsOf(
					ContractSample.of("check-in", "notification.requested").value().propertyNames());
			assertThat(value.get("about").asString()).isEqualTo(cycle);
		}
		assertThat(this.mongo.getCollection("reminders").find().into(new ArrayList<>()).toString())
			.doesNotContain("staffId=R-");
		// colleagues may be named, but whoever waits no otherwise than who has answered
		assertThat(whatAnybodyCanRead()).allMatch((body) -> body.contains("R-waits") == body.contains("R-too"))
			.noneMatch((body) -> body.contains("check-in-waiting"));

		// erased before the close: theirs are taken back at once
		List<Published> gone = notifications("R-gone", 2);
		this.office.erase("R-gone");
		gone.forEach((each) -> assertThat(this.office.events("notification.requested", each.key(), 2).getLast().value())
			.isNull());
		this.office.moveClock(this.monday.plus(Duration.ofHours(108)));
		told.forEach((each) -> assertThat(this.office.events("notification.requested", each.key(), 2).getLast().value())
			.isNull());
	}

	@Test
	void aQuietMomentIsWaitedOutAndRemindersSleptThroughComeAsOne() {
		this.office.unit("Q", null);
		this.office.hire("Q", "Q-1");
		plan("pulse", "pulse", "P7D", "PT108H");
		this.office.moveClock(this.monday);
		// both times have passed, and it is night
		this.office.moveClock(this.monday.plus(Duration.ofHours(94)));
		assertThat(notifications("Q-1", 0)).isEmpty();
		this.office.moveClock(this.monday.plus(Duration.ofHours(98)));
		assertThat(notifications("Q-1", 1)).hasSize(1);
		this.office.moveClock(this.monday.plus(Duration.ofHours(99)));
		assertThat(notifications("Q-1", 1)).hasSize(1);
	}

	/** Every answer of every reading operation, to everybody but the person. */
	private List<String> whatAnybodyCanRead() {
		List<String> bodies = new ArrayList<>();
		JsonNode paths = Office.json(this.office.send("GET", "/v3/api-docs", null, null)).get("paths");
		paths.propertyStream().filter((path) -> path.getValue().has("get")).forEach((path) -> {
			String filled = path.getKey()
				.replace("{cycleId}", "pulse." + this.monday.toString().substring(0, 10))
				.replace("{instrumentId}", "pulse")
				.replace("{version}", "1")
				.replaceAll("[{][^}]*[}]", "none");
			for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
				bodies
					.add(String.valueOf(this.office.send("GET", filled, Tokens.of("R-answers", role), null).getBody()));
			}
		});
		assertThat(bodies).hasSizeGreaterThan(40);
		return bodies;
	}

	private List<Published> notifications(String staffId, int atLeast) {
		return this.kafka.await("notification.requested", (all) -> of(all, staffId).size() >= atLeast)
			.stream()
			.filter((event) -> of(List.of(event), staffId).size() == 1)
			.toList();
	}

	private static List<Published> of(List<Published> all, String staffId) {
		return all.stream().filter((event) -> {
			JsonNode value = event.value();
			return value != null && value.get("staffId").asString().equals(staffId);
		}).toList();
	}

	private void plan(String id, String instrument, String every, String window) {
		ResponseEntity<String> planned = this.office.hr("PUT", "/programme/series/" + id, Map.of("instrument",
				instrument, "version", 1, "every", every, "firstOpensAt", this.monday, "window", window));
		assertThat(planned.getStatusCode().value()).as(planned.getBody()).isEqualTo(200);
		assertThat(this.office
			.hr("PUT", "/programme/series/" + id,
					Map.of("instrument", instrument, "version", 1, "every", every, "firstOpensAt", this.monday,
							"window", window))
			.getBody()).isEqualTo(planned.getBody());
	}

	private ResponseEntity<String> byHand(int day) {
		Instant opens = this.monday.plus(DAY.multipliedBy(day + 1L));
		return this.office.hr("PUT", "/cycles/by-hand-%d-%d".formatted(years, day),
				Map.of("opensAt", opens, "closesAt", opens.plus(DAY)));
	}

	private List<Document> cyclesSince(Instant opensAt) {
		return this.mongo.getCollection("cycles")
			.find(new Document("opensAt", new Document("$gte", java.util.Date.from(opensAt))))
			.into(new ArrayList<>());
	}

	/** By what was told: of one series, a cycle opens after the one before has closed. */
	private void assertNoTwoOfOneSeriesWereOpenAtOnce() {
		Map<String, Integer> open = new java.util.HashMap<>();
		TreeSet<String> series = new TreeSet<>();
		List<Document> cycles = this.mongo.getCollection("cycles").find().into(new ArrayList<>());
		cycles.forEach((cycle) -> {
			if ("OPEN".equals(cycle.getString("state"))) {
				open.merge(String.valueOf(cycle.getString("series")), 1, Integer::sum);
			}
			series.add(String.valueOf(cycle.getString("series")));
		});
		assertThat(open.values()).allMatch((count) -> count == 1);
		assertThat(series).isNotEmpty();
	}

	private static int responses(JsonNode closed, String unitId) {
		return unit(closed, unitId).get("responses").asInt();
	}

	private static int invited(JsonNode closed, String unitId) {
		return unit(closed, unitId).get("invited").asInt();
	}

	private static JsonNode unit(JsonNode closed, String unitId) {
		return closed.get("units")
			.valueStream()
			.filter((unit) -> unit.get("unitId").asString().equals(unitId))
			.findFirst()
			.orElseThrow();
	}

}
