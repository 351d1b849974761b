package org.holdfast.burnout.resource;

import java.time.Instant;

import org.holdfast.burnout.Http;
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

/** That everybody reads the directory and nobody is counted by name. */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class ResourcesTests {

	private static final String HR = Tokens.of("S-H", "staff", "hr");

	private static final String DRAFT = """
			{"version": %d, "kind": "training", "title": {"en": "Breathe", "es": "Respirar"},
			 "text": {"en": "A course", "es": "Un curso"}, "link": "https://example.org/c", "needs": ["energy"],
			 "active": %s}""";

	@Autowired
	private Resources resources;

	@Autowired
	private Openings openings;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private HoldfastClock clock;

	@LocalServerPort
	private int port;

	@BeforeEach
	void startAfresh() {
		this.mongo.remove(new Query(), "resources");
		this.mongo.remove(new Query(), "openings");
		this.mongo.remove(new Query(), "salts");
		this.clock.set(Instant.parse("2026-06-01T08:00:00Z"));
		this.resources.begin();
	}

	@Test
	void theDirectoryBeginsWithOurOwnWordingInBothLanguages() {
		JsonNode all = http().get("/resources", Tokens.staff("S-1"));
		assertThat(all.size()).isGreaterThanOrEqualTo(7);
		all.forEach((entry) -> {
			assertThat(entry.at("/title/en").asString()).isNotBlank().isNotEqualTo(entry.at("/title/es").asString());
			assertThat(entry.at("/text/es").asString()).isNotBlank();
		});
		assertThat(all).extracting((entry) -> entry.get("kind").asString())
			.contains("counselling", "peer-line", "training", "community", "policy");
	}

	@Test
	void whatHrChangedIsNotBroughtBackAtTheNextStart() {
		assertThat(put("peer-line", 1, true)).isEqualTo(200);
		this.resources.begin();
		assertThat(this.resources.find("peer-line").orElseThrow().current().title().en()).isEqualTo("Breathe");
		JsonNode versions = http().get("/resources/peer-line/versions", HR);
		assertThat(versions.size()).isEqualTo(2);
		assertThat(versions.at("/1/changedBy").asString()).isEqualTo("S-H");
	}

	@Test
	void onlyHrSeesWhatIsNotActive() {
		assertThat(put("new-course", 0, false)).isEqualTo(200);
		assertThat(http().get("/resources", HR).toString()).contains("new-course");
		assertThat(http().get("/resources", Tokens.staff("S-1")).toString()).doesNotContain("new-course");
	}

	@Test
	void anEntryIsNotChangedUnseenNorWrittenBadly() {
		assertThat(put("peer-line", 1, true)).isEqualTo(200);
		assertThat(put("peer-line", 1, true)).isEqualTo(409);
		assertThat(put("Peer Line", 0, true)).isEqualTo(400);
	}

	@Test
	void whatIsWrittenBadlyIsToldWithItsPlace() {
		String draft = DRAFT.formatted(0, true)
			.replace("https", "javascript")
			.replace("Breathe", " ")
			.replace("[\"energy\"]", "[\"energy\", \"No!\"]");
		ResponseEntity<String> refused = http().send("PUT", "/resources/X", draft, HR);
		assertThat(refused.getStatusCode().value()).isEqualTo(400);
		JsonNode problem = JsonMapper.shared().readTree(refused.getBody());
		assertThat(problem.get("type").asString()).isEqualTo("urn:holdfast:problem:invalid-request");
		assertThat(problem.get("errors"))
			.extracting((error) -> error.path("pointer").asString(error.path("parameter").asString("")))
			.containsExactlyInAnyOrder("/title/en", "/link", "/needs/1", "resourceId");
		assertThat(problem.get("errors")).extracting((error) -> error.get("detail").asString())
			.contains("must begin with https:// and hold no spaces");
	}

	@Test
	void peopleAreCountedOnceAndToldAsABandWhenTheQuarterIsOver() {
		for (int person = 1; person <= 6; person++) {
			open("peer-line", "S-" + person);
			open("peer-line", "S-" + person);
		}
		for (int person = 1; person <= 4; person++) {
			open("talk-to-a-counsellor", "S-" + person);
		}
		assertThat(http().status("GET", "/resources/openings?quarter=2026-Q2", null, HR)).isEqualTo(400);
		assertThat(http().status("GET", "/resources/openings?quarter=now", null, HR)).isEqualTo(400);
		this.clock.set(Instant.parse("2026-07-01T00:00:00Z"));
		assertThat(people("peer-line")).isEqualTo("5-9");
		assertThat(people("talk-to-a-counsellor")).isEqualTo("fewer than 5");
		assertThat(people("workload-talk")).isEqualTo("fewer than 5");
	}

	@Test
	void whatIsKeptNamesNobodyAndItsSaltIsDestroyed() {
		open("peer-line", "S-1");
		open("talk-to-a-counsellor", "S-1");
		this.openings.forget();
		assertThat(this.mongo.getCollection("salts").countDocuments()).isOne();
		this.mongo.getCollection("openings")
			.find()
			.forEach((opening) -> assertThat(opening.toJson()).doesNotContain("S-1"));
		// the same person has another hash under each entry
		assertThat(this.mongo.getCollection("openings").find().map((each) -> each.getString("_id").split("/")[2]))
			.doesNotHaveDuplicates()
			.hasSize(2);
		this.clock.set(Instant.parse("2026-07-01T00:00:00Z"));
		this.openings.forget();
		assertThat(this.mongo.getCollection("salts").countDocuments()).isZero();
	}

	private void open(String resourceId, String staffId) {
		assertThat(http().status("POST", "/resources/" + resourceId + "/opened", null, Tokens.staff(staffId)))
			.isEqualTo(204);
	}

	private int put(String resourceId, int version, boolean active) {
		return http().status("PUT", "/resources/" + resourceId, DRAFT.formatted(version, active), HR);
	}

	private String people(String resourceId) {
		for (JsonNode each : http().get("/resources/openings?quarter=2026-Q2", HR)) {
			if (each.get("resourceId").asString().equals(resourceId)) {
				return each.get("people").asString();
			}
		}
		throw new AssertionError(resourceId);
	}

	private Http http() {
		return new Http(this.port);
	}

}
