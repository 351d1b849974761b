package org.holdfast.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each kind of user does, through the gateway, over everything.
 */
class JourneyTests {

	private final DemoAgency agency = DemoAgency.fromExport();

	private final RunningSuite suite = DemoSuite.loaded();

	private final ApiClient api = new ApiClient(this.suite.url());

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void hrSeesATeamSlideOneRecoverAndOneThatIsNeverShownAlone() {
		ApiClient.Person hr = signIn(anyone("hr"));
		List<JsonNode> sliding = periods(hr, DemoAgency.SLIDING);
		assertThat(sliding).hasSizeGreaterThanOrEqualTo(DemoAgency.WEEKS);
		List<Integer> slide = levels(sliding);
		assertThat(mean(slide.subList(slide.size() - 3, slide.size())) - mean(slide.subList(0, 3))).isGreaterThan(12);
		List<Integer> recovery = levels(periods(hr, DemoAgency.RECOVERING));
		assertThat(mean(recovery.subList(0, 3)) - mean(recovery.subList(recovery.size() - 3, recovery.size())))
			.isGreaterThan(10);
		assertThat(periods(hr, DemoAgency.TOO_SMALL)).hasSizeGreaterThanOrEqualTo(DemoAgency.WEEKS)
			.allSatisfy((period) -> {
				assertThat(period.get("state").asString()).isEqualTo("withheld");
				assertThat(period.get("figure").isNull()).isTrue();
			});
	}

	@Test
	void hrSeesTheFrontlineTogetherAndWhoWorksThereIsTold() {
		JsonNode trend = signIn(anyone("hr")).get("/api/burnout-alert/cross-cuts/frontline/trend");
		assertThat(list(trend.get("periods"))).hasSizeGreaterThanOrEqualTo(DemoAgency.WEEKS).allSatisfy((period) -> {
			assertThat(period.get("state").asString()).isEqualTo("published");
			assertThat(list(period.get("leftOut"))).extracting((unit) -> unit.get("name").asString())
				.contains(DemoAgency.TOO_SMALL);
		});
		assertThat(list(signIn(member(DemoAgency.RECOVERING)).get("/api/check-in/me/pulse").at("/notice/crossCuts")))
			.extracting(JsonNode::asString)
			.containsExactly("Frontline teams");
		assertThat(list(signIn(member("Adoption")).get("/api/check-in/me/pulse").at("/notice/crossCuts"))).isEmpty();
	}

	@Test
	void anAlertIsRaisedForTheTeamInTroubleBeforeItsLevelIsHigh() {
		ApiClient.Person hr = signIn(anyone("hr"));
		List<JsonNode> alerts = list(hr.get("/api/burnout-alert/alerts"));
		int threshold = alerts.getFirst().get("threshold").asInt();
		Instant high = periods(hr, DemoAgency.SLIDING).stream()
			.filter((period) -> period.at("/figure/level").asInt() >= threshold)
			.map((period) -> Instant.parse(period.get("closesAt").asString()))
			.findFirst()
			.orElseThrow();
		assertThat(alerts).anySatisfy((alert) -> {
			assertThat(list(alert.get("units"))).extracting((unit) -> unit.get("name").asString())
				.contains(DemoAgency.SLIDING);
			assertThat(Instant.parse(alert.get("raisedAt").asString())).isBefore(high);
			assertThat(alert.get("because").asString()).isNotBlank();
			assertThat(alert.get("falseAlarms").asString()).isNotBlank();
		});
	}

	@Test
	void whoIsAskedForHelpHearsOfItAndNobodyElseDoes() {
		ApiClient.Person asker = signIn(member(DemoAgency.SLIDING));
		String supervisor = list(asker.get("/api/check-in/me/help-options").get("options")).stream()
			.filter((option) -> option.get("kind").asString().equals("supervisor"))
			.map((option) -> option.at("/people/0/staffId").asString())
			.findFirst()
			.orElseThrow();
		String request = UUID.randomUUID().toString();
		asker.put("/api/check-in/me/help-requests/" + request, Map.of("to",
				Map.of("kind", "supervisor", "personId", supervisor), "urgency", "soon", "words", "A word?"));
		ApiClient.Person asked = signIn(this.agency.people()
			.stream()
			.filter((person) -> person.staffId().equals(supervisor))
			.findFirst()
			.orElseThrow());
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(list(asked.get("/api/profile/me/notifications"))).anySatisfy((told) -> {
				assertThat(told.get("about").asString()).isEqualTo(request);
				assertThat(told.get("subject").asString()).isEqualTo("help-asked");
			}));
		assertThat(asked.get("/api/profile/me/notifications").toString()).doesNotContain("A word?");
		assertThat(signIn(anyone("hr")).get("/api/profile/me/notifications").toString()).doesNotContain(request);
	}

	@Test
	void hrReadsCommentsInGroupsOfTenAndALeadOnlyThoseOfTheirOwnUnits() {
		ApiClient.Person hr = signIn(anyone("hr"));
		// nobody comments in the week that is open, which another test may have closed
		List<JsonNode> cycles = list(hr.get("/api/check-in/comments?unitId=U-01").get("cycles")).stream()
			.filter((cycle) -> list(cycle.get("groups")).stream().anyMatch((group) -> !group.get("comments").isEmpty()))
			.toList();
		assertThat(list(cycles.getFirst().get("groups"))).hasSizeGreaterThan(3).allSatisfy((group) -> {
			assertThat(group.get("people").asString()).isNotEqualTo("5-9");
			assertThat(group.get("notShown").isNull()).isTrue();
		});
		assertThat(
				list(cycles.getFirst().get("groups")).stream().mapToInt((group) -> group.get("comments").size()).sum())
			.isBetween(20, 40);
		assertThat(list(cycles.get(1).get("groups")).stream().mapToInt((group) -> group.get("comments").size()).sum())
			.isBetween(5, 14);
		// too small ever to be alone, and put together with a team that somebody else
		// leads
		JsonNode small = signIn(lead(DemoAgency.TOO_SMALL))
			.get("/api/check-in/comments?unitId=" + unit(DemoAgency.TOO_SMALL));
		assertThat(list(small.get("cycles"))).hasSizeGreaterThan(3).allSatisfy((cycle) -> {
			assertThat(cycle.get("groups")).isEmpty();
			assertThat(cycle.get("notShown").asString()).isNotBlank();
		});
		assertThat(status(signIn(lead(DemoAgency.TOO_SMALL)), "/api/check-in/comments?unitId=" + unit("Adoption")))
			.isEqualTo(403);
		assertThat(status(signIn(member(DemoAgency.SLIDING)), "/api/check-in/comments?unitId=" + unit("Adoption")))
			.isEqualTo(403);
	}

	@Test
	void aSupervisorSeesTheOwnTeamAndNoOther() {
		ApiClient.Person lead = signIn(lead(DemoAgency.SLIDING));
		assertThat(list(lead.get("/api/burnout-alert/units"))).extracting((unit) -> unit.get("name").asString())
			.containsExactly(DemoAgency.SLIDING);
		assertThat(periods(lead, DemoAgency.SLIDING)).isNotEmpty();
		assertThat(status(lead, "/api/burnout-alert/units/" + unit("Adoption") + "/trend")).isEqualTo(403);
		assertThat(status(lead, "/api/burnout-alert/units/U-01/trend")).isEqualTo(403);
		assertThat(status(lead, "/api/profile/staff")).isEqualTo(403);
	}

	@Test
	void staffSeeTheirOwnScoresAndNothingOfOthers() {
		ApiClient.Person staff = signIn(member(DemoAgency.RECOVERING));
		assertThat(list(staff.get("/api/check-in/me/scores").get("scores"))).hasSizeGreaterThan(10)
			.allSatisfy((score) -> assertThat(score.get("score").asDouble()).isBetween(0.0, 100.0));
		for (String path : List.of("/api/burnout-alert/units", "/api/burnout-alert/alerts",
				"/api/burnout-alert/units/U-01/trend", "/api/mentorship-matching/matches", "/api/profile/staff",
				"/api/profile/imports", "/api/check-in/quarantine", "/api/check-in/clock")) {
			assertThat(status(staff, path)).as(path).isEqualTo(403);
		}
	}

	@Test
	void noRoleHasAPathToSomebodysAnswers() {
		ApiClient.Person hr = signIn(anyone("hr"));
		ApiClient.Person administrator = signIn(anyone("administrator"));
		for (String path : List.of("/api/check-in/responses", "/api/check-in/staff/S-1061/scores",
				"/api/check-in/scores", "/api/burnout-alert/responses", "/api/check-in/actuator/env",
				"/api/check-in/actuator/heapdump", "/api/burnout-alert/actuator/mappings")) {
			assertThat(status(hr, path)).as(path).isIn(401, 403, 404);
			assertThat(status(administrator, path)).as(path).isIn(401, 403, 404);
		}
	}

	@Test
	void aMatchIsVisibleToBothWithPointsThatAddUp() {
		JsonNode match = list(signIn(anyone("hr")).get("/api/mentorship-matching/matches")).stream()
			.filter((each) -> each.get("state").asString().equals("active"))
			.findFirst()
			.orElseThrow();
		String id = match.get("matchId").asString();
		int seen = 0;
		for (DemoPerson person : this.agency.people()) {
			if (match.toString().contains("\"" + person.staffId() + "\"")) {
				JsonNode own = list(signIn(person).get("/api/mentorship-matching/me/matches")).stream()
					.filter((each) -> each.get("matchId").asString().equals(id))
					.findFirst()
					.orElseThrow();
				int points = list(own.get("points")).stream().mapToInt((point) -> point.get("points").asInt()).sum();
				assertThat(points).isEqualTo(own.get("score").asInt());
				seen++;
			}
		}
		assertThat(seen).isEqualTo(2);
	}

	@Test
	void anImportReportsEveryRefusedRowWithLineColumnAndReason() {
		ApiClient.Person administrator = signIn(anyone("administrator"));
		String[] lines = new String(DemoAgency.export(), StandardCharsets.UTF_8).split("\n");
		String broken = lines[0] + "\n" + lines[1] + "\n" + lines[2].replace(",staff,", ",wizard,") + "\n";
		JsonNode report = administrator.post("/api/profile/imports?dryRun=true",
				broken.getBytes(StandardCharsets.UTF_8), "text/csv");
		assertThat(list(report.get("refused"))).singleElement().satisfies((refusal) -> {
			assertThat(refusal.get("line").asInt()).isEqualTo(3);
			assertThat(refusal.get("column").asString()).isEqualTo("role");
			assertThat(refusal.get("reason").asString()).isNotBlank();
		});
		assertThat(report.get("unchanged").asInt()).isEqualTo(1);
	}

	@Test
	void everyServiceShowsItsOpenApiDocumentThroughTheGateway() {
		ApiClient.Person staff = signIn(member(DemoAgency.RECOVERING));
		for (String service : List.of("profile", "check-in", "mentorship-matching", "burnout-alert")) {
			JsonNode document = staff.get("/openapi/" + service);
			assertThat(document.get("openapi").asString()).startsWith("3.");
			assertThat(document.get("paths").size()).isGreaterThan(3);
		}
	}

	@Test
	void aTokenOfNobodyIsRefusedWithAProblem() {
		ApiClient.Answer answer = signIn(member(DemoAgency.RECOVERING)).send("GET", "/api/check-in/me/scores?x=1", null,
				"application/json");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.api.get("/api/check-in/me/scores", Map.of()).status()).isEqualTo(401);
		assertThat(this.api.get("/api/check-in/me/scores", Map.of()).body()).contains("\"status\":401");
	}

	private List<JsonNode> periods(ApiClient.Person person, String unitName) {
		return list(person.get("/api/burnout-alert/units/" + unit(unitName) + "/trend").get("periods"));
	}

	private String unit(String name) {
		return this.agency.people()
			.stream()
			.filter((person) -> person.unitName().equals(name))
			.findFirst()
			.orElseThrow()
			.unitId();
	}

	private static List<Integer> levels(List<JsonNode> periods) {
		return periods.stream()
			.filter((period) -> period.get("state").asString().equals("published"))
			.map((period) -> period.get("figure"))
			.filter((figure) -> !figure.get("level").isNull())
			.map((figure) -> figure.get("level").asInt())
			.toList();
	}

	private static double mean(List<Integer> levels) {
		return levels.stream().mapToInt(Integer::intValue).average().orElseThrow();
	}

	private DemoPerson anyone(String role) {
		return this.agency.people()
			.stream()
			.filter((person) -> person.roles().contains(role))
			.findFirst()
			.orElseThrow();
	}

	private DemoPerson lead(String unitName) {
		return this.agency.people()
			.stream()
			.filter((person) -> person.unitName().equals(unitName) && person.leadsUnit())
			.findFirst()
			.orElseThrow();
	}

	private DemoPerson member(String unitName) {
		return this.agency.people()
			.stream()
			.filter((person) -> person.unitName().equals(unitName) && !person.leadsUnit())
			.findFirst()
			.orElseThrow();
	}

	private ApiClient.Person signIn(DemoPerson person) {
		return new SignIn(this.api).person(person.signInName(), RunningSuite.PASSWORD);
	}

	private static int status(ApiClient.Person person, String path) {
		return person.send("GET", path, null, "application/json").status();
	}

	private static List<JsonNode> list(JsonNode array) {
		return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
	}

}
