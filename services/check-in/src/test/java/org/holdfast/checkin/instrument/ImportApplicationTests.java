package org.holdfast.checkin.instrument;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.bson.Document;
import org.holdfast.checkin.Office;
import org.holdfast.defaults.test.KafkaProbe;
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
 * HR brings instruments and texts in; what was asked once never changes.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class ImportApplicationTests {

	private static final Instant NOW = Instant.parse("2026-06-01T06:00:00Z");

	private static final String WHO = "/instruments/who-5/versions/1";

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private Office office;

	@BeforeEach
	void office() {
		this.office = new Office(this.kafka, this.port);
		this.office.moveClock(NOW);
	}

	@Test
	void aPublishedInstrumentIsAskedOnceItsTextsAreThereAndNeverChangesThen() {
		assertThat(plan("who-5", 1).getBody()).contains("urn:holdfast:problem:instrument-without-texts");
		ResponseEntity<String> mistaken = this.office.hr("PUT", WHO + "/questionnaire",
				Questionnaires.of("who-5").replace("\"linkId\":\"5\"", "\"linkId\":\"6\""));
		assertThat(mistaken.getStatusCode().value()).isEqualTo(400);
		assertThat(Office.json(mistaken).get("errors")).extracting((error) -> error.get("pointer").asString())
			.containsExactly("/item/0/item/4/linkId", "/item");
		// nothing half imported
		assertThat(listed("who-5").get("languages")).isEmpty();
		assertThat(this.mongo.getCollection("instruments").countDocuments(new Document("_id", "who-5:1"))).isZero();

		ResponseEntity<String> imported = this.office.hr("PUT", WHO + "/questionnaire", Questionnaires.of("who-5"));
		assertThat(imported.getStatusCode().value()).as(imported.getBody()).isEqualTo(200);
		assertThat(listed("who-5").get("licences").get("en").asString()).isEqualTo("Licensed to the agency");
		assertThat(plan("who-5", 1).getStatusCode().value()).isEqualTo(200);
		assertThat(listed("who-5").get("used").asBoolean()).isTrue();
		// the same again is the same, anything else is refused
		assertThat(this.office.hr("PUT", WHO + "/questionnaire", Questionnaires.of("who-5")).getStatusCode().value())
			.isEqualTo(200);
		assertThat(this.office
			.hr("PUT", WHO + "/questionnaire", Questionnaires.of("who-5").replace("Statement 1", "Other words"))
			.getBody()).contains("urn:holdfast:problem:instrument-used", "\"status\":409");
		assertThat(this.office
			.hr("PUT", WHO + "/questionnaire",
					Questionnaires.of("who-5").replace("\"language\":\"en\"", "\"language\":\"de\""))
			.getStatusCode()
			.value()).isEqualTo(200);

		this.office.unit("W", null);
		this.office.hire("W", "W-1");
		JsonNode asked = this.office.read("W-1", "/me/pulses").get(0);
		assertThat(asked.get("instrument").get("items").get(0).get("text").asString()).isEqualTo("Statement 1");
		JsonNode receipt = this.office.answered("W-1", asked.get("cycle").get("cycleId").asString(),
				Map.of("1", "2", "2", "2", "3", "2", "4", "2", "5", "2"));
		assertThat(receipt.get("score").asDouble()).isEqualTo(40);
		JsonNode scale = this.office.read("W-1", "/me/history").get(0).get("scales").get(0);
		assertThat(scale.get("direction").asString()).isEqualTo("higher is better");
		assertThat(scale.get("scores").get(0).get("band").asString()).isEqualTo("low");
	}

	@Test
	void anAgencysOwnInstrumentIsTakenWholeOrNotAtAll() {
		String own = own("own", "own-strain");
		assertThat(define("own", 1, own.replace("\"points\":25", "\"points\":\"25\"")).getBody())
			.contains("/options/3/points");
		assertThat(define("own", 2, own).getBody()).contains("/version");
		assertThat(define("other", 1, own).getBody()).contains("\"pointer\":\"/id\"");
		assertThat(this.office.hr("GET", "/instruments", null).getBody()).doesNotContain("own-strain");
		assertThat(define("own", 1, own("own", "week-strain")).getBody()).contains("urn:holdfast:problem:scale-taken");
		assertThat(define("pulse", 1, Definition.write(Definition.pulse()).replace("Your week", "My week")).getBody())
			.contains("urn:holdfast:problem:instrument-shipped");

		assertThat(define("own", 1, own).getStatusCode().value()).isEqualTo(200);
		// as long as nobody was asked it can be mended
		assertThat(define("own", 1, own.replace("\"minutes\":1", "\"minutes\":2")).getStatusCode().value())
			.isEqualTo(200);
		assertThat(Office.json(this.office.hr("GET", "/instruments/own/versions/1", null)).get("minutes").asInt())
			.isEqualTo(2);
		assertThat(plan("own", 1).getStatusCode().value()).isEqualTo(200);
		assertThat(define("own", 1, own).getBody()).contains("urn:holdfast:problem:instrument-used", "version 2");
		assertThat(define("own", 2, own.replace("\"version\":1", "\"version\":2")).getStatusCode().value())
			.isEqualTo(200);
	}

	@Test
	void anUnverifiedBandIsShownNowhere() {
		assertThat(this.office.hr("GET", "/instruments", null).getBody()).contains("severe")
			.doesNotContain("moderate\",\"atMost\":41");
		assertThat(listed("proqol-5").get("scales").get(0).get("bands")).isEmpty();
	}

	private static String own(String id, String scale) {
		return Definition.write(Definition.shipped("week"))
			.replaceFirst("\"id\":\"week\"", "\"id\":\"" + id + "\"")
			.replace("week-strain", scale);
	}

	private ResponseEntity<String> define(String id, int version, String json) {
		return this.office.hr("PUT", "/instruments/%s/versions/%d".formatted(id, version), json);
	}

	private JsonNode listed(String id) {
		return Office.json(this.office.hr("GET", "/instruments", null))
			.valueStream()
			.filter((each) -> each.get("instrumentId").asString().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private ResponseEntity<String> plan(String id, int version) {
		return this.office.hr("PUT", "/programme/series/" + id, Map.of("instrument", id, "version", version, "every",
				"P3M", "firstOpensAt", NOW.minus(Duration.ofDays(1)), "window", "P10D"));
	}

}
