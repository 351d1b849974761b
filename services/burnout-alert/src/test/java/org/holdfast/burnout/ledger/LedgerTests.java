package org.holdfast.burnout.ledger;

import java.time.Instant;

import org.holdfast.burnout.Http;
import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.unit.UnitChanged;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.team;

/** That each cycle is to be answered, and what is late comes first. */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class LedgerTests {

	private static final String HR = Tokens.of("S-H", "staff", "hr");

	private static final String STAFF = Tokens.staff("S-1");

	private static final String RESPONSE = """
			{"text": "You said that caseloads are too high", "promises": [
			  {"text": "Two people more", "owner": "Ana", "dueOn": "2026-06-20"},
			  {"text": "A quiet room", "owner": "Ben", "dueOn": "2026-07-20"}]}""";

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private EventReader reader;

	@Autowired
	private HoldfastClock clock;

	@LocalServerPort
	private int port;

	@BeforeEach
	void threeCyclesArePublished() {
		this.mongo.remove(new Query(), "ledger");
		if (this.mongo.estimatedCount("releases") == 0) {
			Agency agency = Agency.of(team("A", null, 6, 40));
			for (int week = 1; week <= 3; week++) {
				this.mongo.insert(agency.release(week), "releases");
			}
		}
		// the first was due on 7 June, the second is on 14 June
		this.clock.set(Instant.parse("2026-06-08T08:00:00Z"));
	}

	@Test
	void whatIsOverdueComesFirstThenTheLatest() {
		JsonNode ledger = http().get("/ledger", STAFF);
		assertThat(ledger).extracting((entry) -> entry.get("cycleId").asString())
			.containsExactly("2026-W21", "2026-W23", "2026-W22");
		assertThat(ledger.at("/0/overdue").asBoolean()).isTrue();
		assertThat(ledger.at("/0/dueAt").asString()).isEqualTo("2026-06-07T18:00:00Z");
		assertThat(ledger.at("/1/overdue").asBoolean()).isFalse();
	}

	@Test
	void aResponseAnswersItsCycleAndABrokenPromiseMakesItLateAgain() {
		assertThat(respond("2026-W21", RESPONSE)).isEqualTo(200);
		JsonNode ledger = http().get("/ledger", STAFF);
		assertThat(ledger.at("/2/cycleId").asString()).isEqualTo("2026-W21");
		assertThat(ledger.at("/2/answered").asBoolean()).isTrue();
		assertThat(ledger.at("/2/responses/0/promises/1/owner").asString()).isEqualTo("Ben");
		this.clock.set(Instant.parse("2026-06-20T23:00:00Z"));
		assertThat(entry("2026-W21").get("overdue").asBoolean()).isFalse();
		this.clock.set(Instant.parse("2026-06-21T00:00:00Z"));
		assertThat(entry("2026-W21").get("overdue").asBoolean()).isTrue();
		String promise = "/ledger/2026-W21/promises/" + entry("2026-W21").at("/responses/0/promises/0/id").asString();
		assertThat(http().status("PUT", promise, "{\"state\": \"kept\"}", HR)).isEqualTo(200);
		assertThat(entry("2026-W21").get("overdue").asBoolean()).isFalse();
		assertThat(http().status("PUT", promise, "{\"state\": \"dropped\", \"reason\": \"x\"}", HR)).isEqualTo(409);
	}

	@Test
	void aPromiseIsNotDroppedWithoutAReason() {
		respond("2026-W21", RESPONSE);
		String promise = "/ledger/2026-W21/promises/" + entry("2026-W21").at("/responses/0/promises/0/id").asString();
		assertThat(http().status("PUT", promise, "{\"state\": \"dropped\"}", HR)).isEqualTo(400);
		assertThat(http().status("PUT", promise, "{\"state\": \"open\"}", HR)).isEqualTo(400);
		assertThat(http().status("PUT", promise, "{\"state\": \"dropped\", \"reason\": \"No budget\"}", HR))
			.isEqualTo(200);
		assertThat(entry("2026-W21").at("/responses/0/promises/0/reason").asString()).isEqualTo("No budget");
	}

	@Test
	void whatWasPublishedStays() {
		respond("2026-W21", RESPONSE);
		assertThat(respond("2026-W21", "{\"text\": \"Something else\", \"promises\": []}")).isEqualTo(409);
		assertThat(entry("2026-W21").at("/responses/0/text").asString()).startsWith("You said");
		assertThat(respond("2026-W99", RESPONSE)).isEqualTo(404);
		assertThat(respond("2026-W22", "{\"text\": \" \", \"promises\": []}")).isEqualTo(400);
	}

	@Test
	void aUnitThatRespondedIsCalledByItsName() {
		this.reader.rows(UnitChanged.class, "units").put("A", 1, new UnitChanged("A", "Night Duty", null, null));
		respond("2026-W22", "{\"unitId\": \"A\", \"text\": \"Nights are short\", \"promises\": []}");
		assertThat(entry("2026-W22").get("units")).hasToString("[{\"unitId\":\"A\",\"name\":\"Night Duty\"}]");
		assertThat(entry("2026-W22").get("answered").asBoolean()).as("by the agency").isFalse();
		assertThat(entry("2026-W21").get("units")).isEmpty();
	}

	@Test
	void theReminderIsAboutTheLastCycle() {
		JsonNode reminder = http().get("/ledger/reminder", STAFF);
		assertThat(reminder).hasToString(
				"""
						{"cycleId":"2026-W23","dueAt":"2026-06-21T18:00:00Z","unanswered":true,"overdue":false,"overdueCycles":1,"remind":["hr"]}""");
		respond("2026-W23", RESPONSE);
		assertThat(http().get("/ledger/reminder", STAFF).get("unanswered").asBoolean()).isFalse();
		assertThat(http().get("/ledger/reminder", STAFF).get("remind")).isEmpty();
	}

	@Test
	void metricsTellHowMuchIsOverdueAndNoUnit() {
		String metrics = http().send("GET", "/actuator/prometheus", null, null).getBody();
		assertThat(metrics).containsPattern("holdfast_ledger_overdue(\\{.*})? 1.0")
			.containsPattern("holdfast_alerts_open(\\{.*})? 0.0");
		assertThat(metrics.lines().filter((line) -> line.contains("holdfast_")))
			.allSatisfy((line) -> assertThat(line).doesNotContain("unit=", "2026-W2", "S-1"));
	}

	private int respond(String cycleId, String response) {
		return http().status("POST", "/ledger/" + cycleId + "/responses", response, HR);
	}

	private JsonNode entry(String cycleId) {
		for (JsonNode entry : http().get("/ledger", STAFF)) {
			if (entry.get("cycleId").asString().equals(cycleId)) {
				return entry;
			}
		}
		throw new AssertionError(cycleId);
	}

	private Http http() {
		return new Http(this.port);
	}

}
