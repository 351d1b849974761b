package org.holdfast.mentorship.feedback;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.Office;
import org.holdfast.mentorship.Office.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

/** What somebody learns who asks for the report at any time and knows who is who. */
@WholeService
@Import(Office.class)
class FeedbackTests {

	private static final Instant SPRING = Instant.parse("2026-05-18T08:00:00Z");

	private static final Instant LAST_OF_SPRING = Instant.parse("2026-06-30T23:59:59Z");

	private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

	private static final Instant AUTUMN = Instant.parse("2026-10-01T00:00:00Z");

	private static final Instant WINTER = Instant.parse("2027-01-01T00:00:00Z");

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
	void nobodyHasSaidAnything() {
		List.of("opinions", "feedback-releases", "matches", "mentors", "colleagues", "units")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
		this.clock.set(SPRING);
		for (int i = 1; i <= 6; i++) {
			this.office.pair("m" + i, "n" + i);
		}
	}

	@Test
	void whatOneThinksIsSeenByNobodyElse() {
		Answer given = give("n1", 4, 2, 5);
		assertThat(given.json().get("answers")).isEqualTo(json("{\"fit\": 4, \"helpful\": 2, \"safe\": 5}"));
		assertThat(own("n1").get("answers")).isEqualTo(given.json().get("answers"));
		assertThat(own("n1").get("side").asString()).isEqualTo("mentee");
		assertThat(this.office.get("m1", path("n1")).json().get("answers").isNull()).isTrue();
		for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
			Answer refused = this.office.send(HttpMethod.GET, Tokens.of("x", role), path("n1"), null);
			assertThat(refused.status()).isEqualTo(404);
			assertThat(refused.body()).doesNotContain("\"fit\"");
		}
		assertThat(this.office.everything()).noneMatch((document) -> document.contains("4,2,5"));
		assertThat(report()).isEmpty();
	}

	@Test
	void fivePeopleAreDescribedTogetherOnceTheQuarterIsOverAndNotBefore() {
		for (int i = 1; i <= 5; i++) {
			give("n" + i, 2 + i % 3, 3, 5);
		}
		this.clock.set(LAST_OF_SPRING);
		assertThat(report()).as("before the end").isEmpty();
		this.clock.set(SUMMER);
		assertThat(report()).isEqualTo(json("""
				[{"quarter": "2026-Q2", "side": "mentee", "people": "5-9", "means": [
				  {"item": "fit", "mean": 3.2, "beyond": null}, {"item": "helpful", "mean": 3.0, "beyond": null},
				  {"item": "safe", "mean": 4.5, "beyond": "more"}]}]"""));
	}

	@Test
	void fourPeopleAreNotDescribedAndCountWhenTheyAnswerAgainWithAFifth() {
		for (int i = 1; i <= 4; i++) {
			give("n" + i, 3, 3, 3);
			give("m" + i, 3, 3, 3);
		}
		give("n1", 2, 2, 2);
		this.clock.set(SUMMER);
		assertThat(report()).hasSize(2).isEqualTo(json("""
				[{"quarter": "2026-Q2", "side": "mentor", "people": null, "means": []},
				 {"quarter": "2026-Q2", "side": "mentee", "people": null, "means": []}]"""));
		for (int i = 1; i <= 5; i++) {
			give("n" + i, 3, 3, 3);
		}
		this.clock.set(AUTUMN);
		assertThat(figures("2026-Q3", "mentee")).containsExactly(3.0, 3.0, 3.0);
		assertThat(figures("2026-Q2", "mentee")).isEmpty();
	}

	/** Five, and then the same five with a sixth, would give the sixth away. */
	@Test
	void whoWasCountedIsCountedInNoOtherQuarterSoThatNoReleaseIsNestedInAnother() {
		for (int i = 1; i <= 5; i++) {
			give("n" + i, 4, 4, 4);
		}
		this.clock.set(SUMMER);
		List<Double> spring = figures("2026-Q2", "mentee");
		for (int i = 1; i <= 5; i++) {
			give("n" + i, 4, 4, 4);
		}
		give("n6", 1, 1, 1);
		this.clock.set(AUTUMN);
		assertThat(figures("2026-Q3", "mentee")).isEmpty();
		for (int i = 1; i <= 6; i++) {
			give("n" + i, 1, 1, 1);
		}
		this.clock.set(WINTER);
		assertThat(report()).hasSize(3);
		assertThat(figures("2026-Q4", "mentee")).isEmpty();
		assertThat(figures("2026-Q2", "mentee")).isEqualTo(spring).containsExactly(4.0, 4.0, 4.0);
	}

	@Test
	void whatIsSaidAfterTheQuarterIsNotCountedInItHoweverLateTheReportIsAskedFor() {
		for (int i = 1; i <= 5; i++) {
			give("n" + i, 2, 3, 4);
		}
		this.clock.set(SUMMER);
		give("n1", 5, 5, 5);
		give("n6", 5, 5, 5);
		this.clock.set(WINTER);
		assertThat(figures("2026-Q2", "mentee")).containsExactly(2.0, 3.0, 4.0);
		assertThat(figures("2026-Q3", "mentee")).isEmpty();
		assertThat(own("n1").at("/answers/fit").asInt()).isEqualTo(5);
	}

	@Test
	void theLastAnswerOfAPersonInAQuarterCountsAndThePersonOnceInHoweverManyMatches() {
		this.office.pair("m1", "n7");
		this.office.pair("m1", "n8");
		for (String mentee : List.of("n1", "n7", "n8")) {
			this.office.put("m1", path(mentee), body(1, 1, 1)).json();
		}
		for (int i = 2; i <= 4; i++) {
			give("m" + i, 3, 3, 3);
		}
		this.clock.set(LAST_OF_SPRING);
		this.office.put("m1", path("n7"), body(3, 3, 3)).json();
		give("m2", 3, 3, 3);
		this.clock.set(SUMMER);
		assertThat(figures("2026-Q2", "mentor")).as("four people with six answers").isEmpty();
		give("m5", 3, 3, 3);
		for (String mentee : List.of("n1", "n7", "n8")) {
			this.office.put("m1", path(mentee), body(1, 1, 1)).json();
			this.clock.set(this.clock.instant().plusSeconds(1));
		}
		this.office.put("m1", path("n7"), body(3, 3, 3)).json();
		for (int i = 2; i <= 4; i++) {
			give("m" + i, 3, 3, 3);
		}
		this.clock.set(AUTUMN);
		assertThat(figures("2026-Q3", "mentor")).containsExactly(3.0, 3.0, 3.0);
	}

	@Test
	void anErasureChangesNothingThatWasReleased() {
		for (int i = 1; i <= 6; i++) {
			give("n" + i, (i == 1) ? 1 : 4, 3, 3);
		}
		this.clock.set(SUMMER);
		JsonNode before = report();
		assertThat(before.at("/0/people").asString()).isEqualTo("5-9");
		this.office.erase("n1");
		this.office.erase("m2");
		assertThat(report()).isEqualTo(before);
		assertThat(this.office.state()).isNotEmpty()
			.noneMatch((document) -> document.matches(".*([\":/]n1[\":-]|[\":/]m2[\":]).*"));
	}

	@Test
	void anErasureBeforeTheReleaseLeavesNothingOfThePersonInIt() {
		for (int i = 1; i <= 5; i++) {
			give("n" + i, 3, 3, 3);
		}
		this.office.erase("n1");
		this.clock.set(SUMMER);
		assertThat(figures("2026-Q2", "mentee")).isEmpty();
	}

	/** The mentee is gone, and the match with them; the mentor was counted already. */
	@Test
	void whoWasCountedIsKnownToBeAlsoWhenTheMatchIsErased() {
		for (int i = 1; i <= 5; i++) {
			give("m" + i, 4, 4, 4);
		}
		this.clock.set(SUMMER);
		assertThat(figures("2026-Q2", "mentor")).hasSize(3);
		this.office.erase("n1");
		this.office.pair("m1", "n9");
		this.office.put("m1", path("n9"), body(4, 4, 4)).json();
		for (int i = 2; i <= 5; i++) {
			give("m" + i, 4, 4, 4);
		}
		this.clock.set(AUTUMN);
		assertThat(figures("2026-Q3", "mentor")).isEmpty();
	}

	@Test
	void manyWhoAskAtOnceGetTheSame() throws Exception {
		for (int i = 1; i <= 6; i++) {
			give("n" + i, 3, 3, 3);
		}
		this.clock.set(WINTER);
		List<JsonNode> reports = Office.atOnce(Collections.nCopies(8, this::report));
		assertThat(reports).containsOnly(report());
		assertThat(reports.getFirst()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"answers\": {}}", "{\"answers\": {\"fit\": 3, \"helpful\": 3}}",
			"{\"answers\": {\"fit\": 3, \"helpful\": 3, \"safe\": 6}}",
			"{\"answers\": {\"fit\": 3, \"helpful\": 3, \"safe\": 0}}",
			"{\"answers\": {\"fit\": 3, \"helpful\": 3, \"safe\": null}}",
			"{\"answers\": {\"fit\": 3, \"helpful\": 3, \"time\": 3}}",
			"{\"answers\": {\"fit\": 3, \"helpful\": 3, \"safe\": 3, \"words\": 3}}" })
	void whatIsNotAskedIsNotTaken(String body) {
		assertThat(this.office.put("n1", path("n1"), body).status()).isEqualTo(400);
		assertThat(own("n1").get("answers").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "staff, 403, 404", "supervisor, 403, 404", "hr, 200, 404", "administrator, 403, 404",
			"integration, 403, 403", "nobody, 401, 401" })
	void eachOperationIsForItsRolesOnly(String role, int report, int own) {
		String token = switch (role) {
			case "nobody" -> null;
			case "integration" -> Tokens.integration("i", "profile.import");
			default -> Tokens.of("x", role);
		};
		assertThat(this.office.send(HttpMethod.GET, token, "/reports/feedback", null).status()).isEqualTo(report);
		assertThat(this.office.send(HttpMethod.GET, token, path("n1"), null).status()).isEqualTo(own);
		assertThat(this.office.send(HttpMethod.PUT, token, path("n1"), body(3, 3, 3)).status()).isEqualTo(own);
	}

	private Answer give(String staffId, int fit, int helpful, int safe) {
		Answer given = this.office.put(staffId, path(staffId.replace('m', 'n')), body(fit, helpful, safe));
		assertThat(given.status()).isEqualTo(200);
		return given;
	}

	private JsonNode own(String mentee) {
		return this.office.get(mentee, path(mentee)).json();
	}

	private JsonNode report() {
		return this.office.send(HttpMethod.GET, Tokens.of("h", "hr"), "/reports/feedback", null).json();
	}

	private List<Double> figures(String quarter, String side) {
		return report().valueStream()
			.filter((release) -> release.get("quarter").asString().equals(quarter)
					&& release.get("side").asString().equals(side))
			.flatMap((release) -> release.get("means").valueStream())
			.map((figure) -> figure.get("mean").asDouble())
			.toList();
	}

	private static String path(String mentee) {
		return "/me/gatherings/match/" + mentee + "-1/feedback";
	}

	private static String body(int fit, int helpful, int safe) {
		return "{\"answers\": {\"fit\": %d, \"helpful\": %d, \"safe\": %d}}".formatted(fit, helpful, safe);
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
