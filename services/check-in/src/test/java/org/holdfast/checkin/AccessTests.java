package org.holdfast.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.awaitility.Awaitility;
import org.holdfast.checkin.instrument.Questionnaires;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what: every operation of the service's own OpenAPI document has a row here,
 * each row is tried as everybody, and no operation reads about another person.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class AccessTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> ROLES = List.of("staff", "supervisor", "hr", "administrator");

	private static final Instant NOW = Instant.parse("2026-05-20T08:00:00Z");

	private static final String ID = "5e3c0d7e-4a35-4b52-8f5e-0d6f2a9b1c11";

	/** What a path or parameter may name: things, never people. */
	private static final Set<String> THINGS = Set.of("cycleId", "instrumentId", "version", "language", "seriesId", "id",
			"requestId", "checkInId", "scale", "unitId", "before");

	private static final String ANSWERS = "{\"answers\":{\"energy\":\"often\",\"workload\":\"often\",\"strain\":\"often\"}}";

	private static final String TEXTS = "{\"title\":\"t\",\"licence\":\"l\",\"items\":{\"1\":\"i\"},\"options\":{\"1\":\"a\",\"2\":\"b\",\"3\":\"c\",\"4\":\"d\",\"5\":\"e\"}}";

	/**
	 * The status for staff, a supervisor, HR, an administrator, an integration and
	 * nobody, in this order.
	 */
	private static final Map<String, Row> ROWS = rows(
	// @formatter:off
			row("GET /me/pulse", "/me/pulse", null, 200, 200, 200, 200, 403, 401),
			row("GET /me/pulses", "/me/pulses", null, 200, 200, 200, 200, 403, 401),
			row("PUT /me/pulse/{cycleId}", "/me/pulse/2026-W21", ANSWERS, 200, 200, 200, 200, 403, 401),
			row("PUT /me/pulse/{cycleId}/comment", "/me/pulse/2026-W21/comment", "{\"text\":\"words\"}",
					200, 200, 200, 200, 403, 401),
			row("DELETE /me/pulse/{cycleId}/comment", "/me/pulse/2026-W21/comment", null,
					204, 204, 204, 204, 403, 401),
			// this supervisor leads another unit
			row("GET /comments", "/comments?unitId=A", null, 403, 403, 200, 403, 403, 401),
			// everybody has answered by now, so a draft that goes on from nothing comes too late
			row("PUT /me/pulse/{cycleId}/draft", "/me/pulse/2026-W21/draft", ANSWERS, 409, 409, 409, 409, 403, 401),
			row("GET /me/pulse/{cycleId}/draft", "/me/pulse/2026-W21/draft", null, 404, 404, 404, 404, 403, 401),
			row("DELETE /me/pulse/{cycleId}/draft", "/me/pulse/2026-W21/draft", null, 204, 204, 204, 204, 403, 401),
			row("GET /me/scores", "/me/scores", null, 200, 200, 200, 200, 403, 401),
			row("GET /me/history", "/me/history", null, 200, 200, 200, 200, 403, 401),
			row("GET /me/answers", "/me/answers", null, 200, 200, 200, 200, 403, 401),
			row("GET /me/answers/{cycleId}", "/me/answers/2026-W21", null, 200, 200, 200, 200, 403, 401),
			row("GET /cycles", "/cycles", null, 200, 200, 200, 200, 403, 401),
			row("PUT /cycles/{cycleId}", "/cycles/2026-W21",
					"{\"opensAt\":\"2026-05-18T06:00:00Z\",\"closesAt\":\"2026-05-24T18:00:00Z\"}",
					403, 403, 200, 200, 403, 401),
			row("GET /instruments", "/instruments", null, 200, 200, 200, 200, 403, 401),
			row("GET /instruments/{instrumentId}/versions/{version}", "/instruments/cbi/versions/1", null,
					403, 403, 200, 200, 403, 401),
			row("PUT /instruments/{instrumentId}/versions/{version}", "/instruments/own/versions/1", "{}",
					403, 403, 400, 403, 403, 401),
			row("PUT /instruments/{instrumentId}/versions/{version}/texts/{language}",
					"/instruments/single-item-burnout/versions/1/texts/en", TEXTS, 403, 403, 200, 403, 403, 401),
			row("PUT /instruments/{instrumentId}/versions/{version}/questionnaire",
					"/instruments/who-5/versions/1/questionnaire", Questionnaires.of("who-5"),
					403, 403, 200, 403, 403, 401),
			row("PUT /leaves", "/leaves", "{\"staffId\":\"A-away\",\"times\":[]}", 403, 403, 200, 403, 403, 401),
			row("GET /leaves", "/leaves", null, 403, 403, 200, 403, 403, 401),
			row("GET /me/help-options", "/me/help-options", null, 200, 200, 200, 200, 403, 401),
			row("GET /me/help-requests", "/me/help-requests", null, 200, 200, 200, 200, 403, 401),
			// the first one makes up the id, so for the others it is taken, and then it is none of theirs
			row("PUT /me/help-requests/{requestId}", "/me/help-requests/" + ID,
					"{\"to\":{\"kind\":\"peer\",\"personId\":\"A-other\"},\"urgency\":\"soon\"}",
					200, 409, 409, 409, 403, 401),
			row("POST /me/help-requests/{requestId}/close", "/me/help-requests/" + ID + "/close", null,
					409, 404, 404, 404, 403, 401),
			// addressed to somebody else
			row("GET /help-requests", "/help-requests", null, 200, 200, 200, 200, 403, 401),
			row("GET /help-requests/{requestId}", "/help-requests/" + ID, null, 404, 404, 404, 404, 403, 401),
			row("PUT /help-requests/{requestId}/reaction", "/help-requests/" + ID + "/reaction",
					"{\"reaction\":\"accepted\"}", 404, 404, 404, 404, 403, 401),
			row("DELETE /me/help-requests/{requestId}", "/me/help-requests/" + ID, null, 200, 404, 404, 404, 403, 401),
			row("GET /me/warnings", "/me/warnings", null, 200, 200, 200, 200, 403, 401),
			row("PUT /me/warnings/{scale}", "/me/warnings/strain", "{\"acknowledged\":true}",
					404, 404, 404, 404, 403, 401),
			row("GET /me/peer-check-ins", "/me/peer-check-ins", null, 200, 200, 200, 200, 403, 401),
			row("PUT /me/peer-check-ins/{checkInId}", "/me/peer-check-ins/" + ID,
					"{\"with\":\"A-other\",\"everyDays\":7}", 200, 409, 409, 409, 403, 401),
			row("PUT /me/peer-check-ins/{checkInId}/answer", "/me/peer-check-ins/" + ID + "/answer",
					"{\"doing\":\"well\"}", 409, 404, 404, 404, 403, 401),
			row("PUT /me/peer-check-ins/{checkInId}/state", "/me/peer-check-ins/" + ID + "/state",
					"{\"state\":\"ended\"}", 200, 404, 404, 404, 403, 401),
			row("GET /me/access-log", "/me/access-log", null, 200, 200, 200, 200, 403, 401),
			row("GET /programme", "/programme", null, 200, 200, 200, 200, 403, 401),
			row("PUT /programme/series/{seriesId}", "/programme/series/week",
					"{\"instrument\":\"week\",\"version\":1,\"every\":\"P7D\",\"firstOpensAt\":\"2026-06-01T06:00:00Z\",\"window\":\"PT108H\"}",
					403, 403, 200, 403, 403, 401),
			row("DELETE /programme/series/{seriesId}", "/programme/series/week", null, 403, 403, 204, 403, 403, 401),
			row("GET /quarantine", "/quarantine", null, 403, 403, 403, 200, 403, 401),
			row("POST /quarantine/{id}/replay", "/quarantine/none/replay", null, 403, 403, 403, 404, 403, 401),
			row("GET /clock", "/clock", null, 403, 403, 403, 200, 403, 401),
			row("PUT /clock", "/clock", "{\"now\":\"2026-05-20T08:00:00Z\"}", 403, 403, 403, 200, 403, 401),
			row("DELETE /clock", "/clock", null, 403, 403, 403, 200, 403, 401)
	// @formatter:on
	);

	@Autowired
	private KafkaProbe kafka;

	@LocalServerPort
	private int port;

	@BeforeEach
	void everybodyWorksHereAndACycleIsOpen() {
		ContractSample staff = ContractSample.of("profile", "profile.staff");
		this.kafka.publish(ContractSample.of("profile", "profile.units")
			.withKey("A")
			.withValue("unitId", "A")
			.withValue("parentId", null));
		for (String role : ROLES) {
			this.kafka.publish(staff.withKey(id(role)).withValue("staffId", id(role)).withValue("unitId", "A"));
		}
		this.kafka.publish(staff.withKey("A-other").withValue("staffId", "A-other").withValue("unitId", "A"));
		for (String role : ROLES) {
			await(id(role));
		}
		await("A-other");
		assertThat(
				send("PUT", "/clock", Tokens.of("boss", "administrator"), "{\"now\":\"" + NOW + "\"}").getStatusCode()
					.value())
			.isEqualTo(200);
		assertThat(send("PUT", "/cycles/2026-W21", Tokens.of("boss", "hr"),
				"{\"opensAt\":\"2026-05-18T06:00:00Z\",\"closesAt\":\"2026-05-24T18:00:00Z\"}")
			.getBody()).contains("\"open\"");
	}

	@Test
	void everyOperationOfTheDocumentHasARow() {
		assertThat(operations().keySet()).hasSizeGreaterThan(20);
		assertThat(new TreeSet<>(ROWS.keySet())).isEqualTo(new TreeSet<>(operations().keySet()));
	}

	@Test
	void everybodyGetsExactlyWhatTheRowSays() {
		Map<String, String> wrong = new LinkedHashMap<>();
		ROWS.forEach((operation, row) -> {
			for (int i = 0; i < row.statuses().size(); i++) {
				String who = (i < ROLES.size()) ? ROLES.get(i) : (i == ROLES.size()) ? "integration" : "nobody";
				String token = switch (who) {
					case "integration" -> Tokens.integration("hr-system", "profile.import");
					case "nobody" -> null;
					default -> Tokens.of(id(who), who);
				};
				ResponseEntity<String> answer = send(operation.split(" ")[0], row.path(), token, row.body());
				if (answer.getStatusCode().value() != row.statuses().get(i)) {
					wrong.put(operation + " as " + who, answer.getStatusCode().value() + " " + answer.getBody());
				}
			}
		});
		assertThat(wrong).isEmpty();
	}

	@Test
	void noPathAndNoParameterNamesAPerson() {
		operations().forEach((operation, document) -> document.path("parameters")
			.forEach((parameter) -> assertThat(THINGS).as(operation).contains(parameter.get("name").asString())));
		// whatever is in braces is told as a parameter
		operations().keySet()
			.forEach((operation) -> assertThat(operation.replaceAll("[^{]*\\{([^}]*)}[^{]*", "$1 ").trim().split(" "))
				.as(operation)
				.allMatch((name) -> !operation.contains("{") || THINGS.contains(name)));
	}

	@Test
	void whateverElseIsSentNobodyReadsMoreThanTheirOwn() {
		answer("A-other",
				"{\"answers\":{\"energy\":\"never\",\"workload\":\"never\",\"strain\":\"always\",\"meaning\":\"never\"}}");
		String theirs = json(send("GET", "/me/answers/2026-W21", Tokens.staff("A-other"), null)).get("identifier")
			.get("value")
			.asString();
		String tricks = "staffId=A-other&staff=A-other&person=A-other&user=A-other&caller=A-other&id=A-other&sub=A-other&unit=A&pseudonym=x";
		List<String> read = new ArrayList<>();
		operations().keySet().stream().filter((operation) -> operation.startsWith("GET ")).forEach((operation) -> {
			for (String role : ROLES) {
				String path = ROWS.get(operation).path();
				String token = Tokens.of(id(role), role);
				String plain = String.valueOf(send("GET", path, token, null).getBody());
				ResponseEntity<String> tricked = client().get()
					.uri(path + (path.contains("?") ? "&" : "?") + tricks)
					.headers((headers) -> {
						headers.setBearerAuth(token);
						headers.set("X-Staff-Id", "A-other");
						headers.set("X-Forwarded-User", "A-other");
					})
					.retrieve()
					.toEntity(String.class);
				assertThat(tricked.getBody()).as(operation + " as " + role)
					.isEqualTo(plain.equals("null") ? null : plain);
				read.add(plain);
			}
		});
		// nobody else ever answers so
		assertThat(read).hasSizeGreaterThan(30)
			.noneMatch((body) -> body.contains(theirs) || body.contains("\"meaning\":\"never\""));
	}

	@Test
	void aPersonIsWhoTheTokenSaysWhateverElseIsSent() {
		answer("A-hr", "{\"staffId\":\"A-other\",\"answers\":{\"energy\":\"never\"}}");
		ResponseEntity<String> own = send("GET", "/me/answers/2026-W21", Tokens.staff("A-hr"), null);
		assertThat(own.getBody()).contains("\"never\"");
		assertThat(String.valueOf(send("GET", "/me/answers/2026-W21", Tokens.staff("A-other"), null).getBody()))
			.doesNotContain("\"code\":\"never\",\"display\":\"Never\"}}]}]}");
	}

	@Test
	void anIdThatNobodyCouldHaveChosenIsRefused() {
		ResponseEntity<String> refused = client().put()
			.uri("/cycles/{cycleId}", "a b")
			.headers((headers) -> headers.setBearerAuth(Tokens.of("A-hr", "hr")))
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"opensAt\":\"2026-05-18T06:00:00Z\",\"closesAt\":\"2026-05-24T18:00:00Z\"}")
			.retrieve()
			.toEntity(String.class);
		assertThat(refused.getBody()).contains("urn:holdfast:problem:invalid-cycle-id");
	}

	/** Every operation that the service itself tells of. */
	private Map<String, JsonNode> operations() {
		Map<String, JsonNode> operations = new TreeMap<>();
		JsonNode document = json(send("GET", "/v3/api-docs", null, null));
		document.get("paths")
			.propertyStream()
			.forEach((path) -> path.getValue()
				.propertyStream()
				.forEach((method) -> operations
					.put(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), method.getValue())));
		return operations;
	}

	private void answer(String staffId, String body) {
		assertThat(send("PUT", "/me/pulse/2026-W21", Tokens.staff(staffId), body).getStatusCode().value())
			.isEqualTo(200);
	}

	private void await(String staffId) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(send("GET", "/me/pulse", Tokens.staff(staffId), null).getBody())
				.contains("\"unitId\":\"A\""));
	}

	private static String id(String role) {
		return "A-" + role;
	}

	private static JsonNode json(ResponseEntity<String> answer) {
		return JSON.readTree(answer.getBody());
	}

	private ResponseEntity<String> send(String method, String path, @Nullable String token, @Nullable String body) {
		var request = client().method(HttpMethod.valueOf(method)).uri(path);
		if (token != null) {
			request.headers((headers) -> headers.setBearerAuth(token));
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return request.retrieve().toEntity(String.class);
	}

	private RestClient client() {
		return RestClient.builder()
			.baseUrl("http://localhost:" + this.port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
	}

	private static Map.Entry<String, Row> row(String operation, String path, @Nullable String body,
			Integer... statuses) {
		return Map.entry(operation, new Row(path, body, List.of(statuses)));
	}

	@SafeVarargs
	private static Map<String, Row> rows(Map.Entry<String, Row>... rows) {
		Map<String, Row> all = new LinkedHashMap<>();
		for (Map.Entry<String, Row> row : rows) {
			assertThat(row.getValue().statuses()).hasSize(ROLES.size() + 2);
			assertThat(all.put(row.getKey(), row.getValue())).as(row.getKey()).isNull();
		}
		return all;
	}

	/**
	 * How an operation is tried, and what comes of it.
	 *
	 * @param path with everything filled in
	 * @param body JSON, null for none
	 * @param statuses for everybody in turn
	 */
	record Row(String path, @Nullable String body, List<Integer> statuses) {

	}

}
