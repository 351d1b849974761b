package org.holdfast.mentorship.report;

import java.time.Instant;
import java.util.List;

import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which months HR is told that there are reports of. */
@WholeService
@Import(Office.class)
class ReportsTests {

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private Office office;

	@DynamicPropertySource
	static void quiet(DynamicPropertyRegistry settings) {
		Office.quiet(settings);
	}

	@BeforeEach
	void nobodyIsThere() {
		List.of("mentors", "matches", "colleagues", "units", "participations", "wishes", "reports")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
		this.clock.set(Instant.parse("2026-05-18T08:00:00Z"));
	}

	@Test
	void beforeTheFirstMonthIsOverThereAreNoneAndTheFirstIsDueAtItsEnd() {
		this.office.pair("m1", "n1");
		assertThat(overview()).isEqualTo(json("""
				{"months": [], "nextAt": "2026-06-01T00:00:00Z"}"""));
		this.clock.set(Instant.parse("2026-05-31T23:59:59Z"));
		assertThat(overview().get("months")).isEmpty();
	}

	@Test
	void eachMonthThatIsOverIsListedTheNewestFirstAndCanBeRead() {
		this.office.pair("m1", "n1");
		this.clock.set(Instant.parse("2026-06-01T00:00:00Z"));
		this.clock.set(Instant.parse("2026-12-31T23:59:59Z"));
		assertThat(overview()).as("it did not run in between").isEqualTo(json("""
				{"months": ["2026-11", "2026-05"], "nextAt": "2027-01-01T00:00:00Z"}"""));
		overview().get("months")
			.forEach((month) -> assertThat(get("/reports/pool?month=" + month.asString()).get("month"))
				.isEqualTo(month));
	}

	@Test
	void aMonthInWhichNobodyWantedAnythingHasNone() {
		this.clock.set(Instant.parse("2026-06-01T00:00:00Z"));
		this.office.pair("m1", "n1");
		this.clock.set(Instant.parse("2026-06-30T12:00:00Z"));
		assertThat(overview()).isEqualTo(json("""
				{"months": [], "nextAt": "2026-07-01T00:00:00Z"}"""));
	}

	private JsonNode overview() {
		return get("/reports");
	}

	private JsonNode get(String path) {
		return this.office.send(HttpMethod.GET, Tokens.of("h", "hr"), path, null).json();
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
