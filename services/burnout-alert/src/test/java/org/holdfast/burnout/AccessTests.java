package org.holdfast.burnout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.awaitility.Awaitility;
import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.release.Events;
import org.holdfast.burnout.release.Published;
import org.holdfast.burnout.release.Release;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/**
 * Who may do what: a row for every operation of the OpenAPI document as it is served. An
 * operation without a row fails, so does a row without an operation.
 */
@WholeService
class AccessTests {

	/** In the order of the columns: the one below them leads A, the next one leads X. */
	private static final Map<String, String> CALLERS = callers();

	/** Asked in this order; where a step can be taken once, the next one meets 409. */
	private static final String TABLE = """
			GET  /units                                   | 403 | 200 | 200 | 200 | 403 | 403 | 401
			GET  /units/{unitId}/trend                    | 403 | 200 | 403 | 200 | 403 | 403 | 401
			GET  /units/{unitId}/drivers                  | 403 | 200 | 403 | 200 | 403 | 403 | 401
			GET  /figures                                 | 403 | 200 | 200 | 200 | 403 | 403 | 401
			GET  /scales                                  | 403 | 200 | 200 | 200 | 403 | 403 | 401
			GET  /cross-cuts                              | 403 | 403 | 403 | 200 | 403 | 403 | 401
			PUT  /cross-cuts/{crossCutId}                 | 403 | 403 | 403 | 200 | 403 | 403 | 401
			GET  /cross-cuts/{crossCutId}/trend           | 403 | 403 | 403 | 200 | 403 | 403 | 401
			GET  /alerts                                  | 403 | 200 | 200 | 200 | 403 | 403 | 401
			GET  /support/effect                          | 403 | 403 | 403 | 200 | 403 | 403 | 401
			GET  /charts/budget                           | 403 | 200 | 200 | 200 | 403 | 403 | 401
			POST /alerts/{alertId}/acknowledge            | 403 | 200 | 403 | 409 | 403 | 403 | 401
			POST /alerts/{alertId}/take-in-hand           | 403 | 200 | 403 | 409 | 403 | 403 | 401
			POST /alerts/{alertId}/resolve                | 403 | 200 | 403 | 409 | 403 | 403 | 401
			GET  /settings                                | 403 | 403 | 403 | 200 | 200 | 403 | 401
			PUT  /settings                                | 403 | 403 | 403 | 200 | 403 | 403 | 401
			GET  /ledger                                  | 200 | 200 | 200 | 200 | 200 | 403 | 401
			GET  /ledger/reminder                         | 200 | 200 | 200 | 200 | 200 | 403 | 401
			POST /ledger/{cycleId}/responses              | 403 | 200 | 403 | 409 | 403 | 403 | 401
			PUT  /ledger/{cycleId}/promises/{promiseId}   | 403 | 200 | 403 | 409 | 403 | 403 | 401
			GET  /resources                               | 200 | 200 | 200 | 200 | 200 | 403 | 401
			PUT  /resources/{resourceId}                  | 403 | 403 | 403 | 200 | 403 | 403 | 401
			GET  /resources/{resourceId}/versions         | 403 | 403 | 403 | 200 | 403 | 403 | 401
			POST /resources/{resourceId}/opened           | 204 | 204 | 204 | 204 | 204 | 403 | 401
			GET  /resources/openings                      | 403 | 403 | 403 | 200 | 403 | 403 | 401
			GET  /quarantine                              | 403 | 403 | 403 | 403 | 200 | 403 | 401
			POST /quarantine/{id}/replay                  | 403 | 403 | 403 | 403 | 404 | 403 | 401
			""";

	private static final Map<String, String> BODIES = Map.of("PUT /cross-cuts/{crossCutId}",
			"{\"version\":0,\"name\":\"Frontline teams\",\"unitIds\":[\"A\",\"X\"]}",
			"POST /alerts/{alertId}/acknowledge", "{}", "POST /alerts/{alertId}/take-in-hand",
			"{\"owner\":\"Ana\",\"dueOn\":\"2026-06-30\"}", "POST /alerts/{alertId}/resolve", "{\"note\":\"done\"}",
			"PUT /settings", """
					{"version":1,"minimumGroup":5,"threshold":65,"rules":["level-high"],"silentAfter":3,
					"respondWithinDays":14}""", "POST /ledger/{cycleId}/responses",
			"""
					{"unitId":"A","text":"Heard","promises":[{"text":"Two people more","owner":"Ana","dueOn":"2026-06-30"}]}""",
			"PUT /ledger/{cycleId}/promises/{promiseId}", "{\"state\":\"kept\"}", "PUT /resources/{resourceId}", """
					{"version":1,"kind":"peer-line","title":{"en":"a","es":"b"},"text":{"en":"c","es":"d"},"needs":[],
					"active":true}""");

	private static final Set<String> NOT_OURS = Set.of("/actuator", "/v3/api-docs");

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private ApplicationEventPublisher listeners;

	@LocalServerPort
	private int port;

	@Test
	void everyOperationIsForThoseItIsMeantFor() {
		prepare();
		List<String> wrong = new ArrayList<>();
		rows().forEach((operation, expected) -> {
			List<String> seen = new ArrayList<>();
			CALLERS.values().forEach((token) -> {
				String[] parts = operation.split(" ");
				seen.add(String.valueOf(http().status(parts[0], filled(parts[1]), BODIES.get(operation),
						token.isEmpty() ? null : token)));
			});
			if (!seen.equals(expected)) {
				wrong.add("%s %s instead of %s".formatted(operation, seen, expected));
			}
		});
		assertThat(wrong).isEmpty();
		assertThat(operations()).containsExactlyInAnyOrderElementsOf(rows().keySet());
	}

	private void prepare() {
		this.kafka.publish(Events.unit("D", "Families", null, null));
		this.kafka.publish(Events.unit("A", "East", "D", "S-A"));
		this.kafka.publish(Events.unit("X", "Office", "D", "S-X"));
		Release release = Agency.of(department("D", null), team("A", "D", 6, 68), team("X", "D", 7, 20)).release(1);
		this.mongo.insert(release, "releases");
		this.listeners.publishEvent(new Published(List.of(release)));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> http().get("/units", CALLERS.get("hr")).size() == 3
					&& http().get("/resources", CALLERS.get("hr")).size() > 0);
	}

	private String filled(String path) {
		String filled = path.replace("{unitId}", "A")
			.replace("{cycleId}", "2026-W21")
			.replace("{resourceId}", "peer-line")
			.replace("{crossCutId}", "frontline")
			.replace("{id}", "none");
		if (filled.contains("{alertId}")) {
			filled = filled.replace("{alertId}", http().get("/alerts", CALLERS.get("hr")).at("/0/alertId").asString());
		}
		if (filled.contains("{promiseId}")) {
			filled = filled.replace("{promiseId}",
					http().get("/ledger", CALLERS.get("hr")).at("/0/responses/0/promises/0/id").asString());
		}
		return filled.endsWith("/openings") ? filled + "?quarter=2020-Q1" : filled;
	}

	private Set<String> operations() {
		Set<String> operations = new TreeSet<>();
		JsonNode paths = http().get("/v3/api-docs", CALLERS.get("hr")).get("paths");
		assertThat(paths.size()).isGreaterThan(10);
		paths.properties().forEach((path) -> {
			if (NOT_OURS.stream().noneMatch(path.getKey()::startsWith)) {
				path.getValue()
					.properties()
					.forEach((method) -> operations
						.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()));
			}
		});
		return operations;
	}

	private static Map<String, List<String>> rows() {
		Map<String, List<String>> rows = new LinkedHashMap<>();
		TABLE.lines().forEach((line) -> {
			String[] cells = line.split("\\|");
			List<String> expected = new ArrayList<>();
			for (int cell = 1; cell < cells.length; cell++) {
				expected.add(cells[cell].strip());
			}
			rows.put(cells[0].strip().replaceAll(" +", " "), expected);
		});
		return rows;
	}

	private static Map<String, String> callers() {
		Map<String, String> callers = new LinkedHashMap<>();
		callers.put("staff", Tokens.staff("S-1"));
		callers.put("supervisor of the unit", Tokens.of("S-A", "staff", "supervisor"));
		callers.put("supervisor elsewhere", Tokens.of("S-X", "staff", "supervisor"));
		callers.put("hr", Tokens.of("S-H", "staff", "hr"));
		callers.put("administrator", Tokens.of("S-0", "staff", "administrator"));
		callers.put("integration", Tokens.integration("i", "profile.import"));
		callers.put("nobody", "");
		return callers;
	}

	private Http http() {
		return new Http(this.port);
	}

}
