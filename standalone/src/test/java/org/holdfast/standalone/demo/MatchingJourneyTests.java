package org.holdfast.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Both ways to a mentor, through the gateway, on the demo agency.
 */
class MatchingJourneyTests {

	private static final String MATCHING = "/api/mentorship-matching";

	private static final String ROUND = MATCHING + "/rounds/" + UUID.randomUUID();

	private final DemoAgency agency = DemoAgency.fromExport();

	private final RunningSuite suite = DemoSuite.loaded();

	private final ApiClient api = new ApiClient(this.suite.url());

	private ApiClient.Person hr;

	@BeforeEach
	void hrSignsIn() {
		this.hr = signIn(this.agency.people()
			.stream()
			.filter((person) -> person.roles().contains("hr"))
			.findFirst()
			.orElseThrow());
	}

	@AfterEach
	void close() {
		letProposalsFollowByThemselves(true);
		this.api.close();
	}

	@Test
	void aRoundRunsFromOpeningToTheNextMentor() {
		letProposalsFollowByThemselves(false);
		List<DemoPerson> mentors = newMentors(3);
		mentors.forEach((mentor) -> optIn(mentor, "asMentor", Map.of("capacity", 10, "skills", List.of("court-work"))));
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(opened().get("places").asInt()).isGreaterThanOrEqualTo(30));

		JsonNode preview = this.hr.get(ROUND + "/preview");
		int matched = preview.at("/figures/matched").asInt();
		assertThat(matched).isPositive();
		assertThat(list(preview.get("pairs"))).hasSize(matched).allSatisfy((pair) -> {
			assertThat(list(pair.get("points")).stream().mapToInt(JsonNode::asInt).sum())
				.isEqualTo(pair.get("score").asInt());
			assertThat(pair.get("score").asInt()).isGreaterThanOrEqualTo(preview.at("/figures/worst").asInt());
		});

		JsonNode first = preview.at("/pairs/0");
		String mentee = first.at("/mentee/staffId").asString();
		String mentor = first.at("/mentor/staffId").asString();
		String other = mentors.stream()
			.map(DemoPerson::staffId)
			.filter((id) -> !id.equals(mentor))
			.findFirst()
			.orElseThrow();
		JsonNode why = this.hr.get(ROUND + "/explanation?menteeId=" + mentee + "&mentorId=" + other);
		assertThat(why.get("mentorId").asString()).isEqualTo(mentor);
		assertThat(why.at("/whyNot/rule").isNull() == why.at("/whyNot/total").isNumber()).isTrue();

		this.hr.put(ROUND + "/decisions/" + mentee + "/" + mentor, Map.of("kind", "forbid", "reason", "tooClose"));
		assertThat(list(this.hr.get(ROUND + "/preview").get("pairs")))
			.noneMatch((pair) -> mentor(pair).equals(mentor) && pair.at("/mentee/staffId").asString().equals(mentee));
		List<JsonNode> decided = list(this.hr.get(ROUND + "/preview").get("pairs"));
		this.hr.put(ROUND + "/state", Map.of("state", "published"));
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(list(this.hr.get(MATCHING + "/matches"))).filteredOn(inState("proposed"))
				.hasSize(decided.size()));
		assertThat(this.hr.get(ROUND + "/verification").get("same").asBoolean()).isTrue();

		JsonNode match = list(this.hr.get(MATCHING + "/matches")).stream()
			.filter(inState("proposed"))
			.findFirst()
			.orElseThrow();
		String matchId = match.get("matchId").asString();
		for (String side : List.of("mentee", "mentor")) {
			ApiClient.Person person = signIn(find(match.at("/" + side + "/staffId").asString()));
			assertThat(own(person, matchId).get("accepted").asBoolean()).isFalse();
			person.put(MATCHING + "/me/matches/" + matchId + "/state", Map.of("state", "active"));
		}
		ApiClient.Person served = signIn(find(match.at("/mentee/staffId").asString()));
		assertThat(own(served, matchId).get("state").asString()).isEqualTo("active");
		hears(served, "match-begun", matchId);

		meet(matchId, served, signIn(find(mentor(match))));

		letProposalsFollowByThemselves(true);
		signIn(find(mentor(match))).put(MATCHING + "/me/matches/" + matchId + "/state", Map.of("state", "ended"));
		hears(served, "match-ended", matchId);
		assertThat(own(served, matchId).toString()).doesNotContain("CHOSEN", "because the");
		assertThat(this.hr.get(ROUND + "/verification").get("same").asBoolean()).as("what was published stays")
			.isTrue();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(list(served.get(MATCHING + "/me/matches"))).filteredOn(inState("proposed"))
				.singleElement()
				.satisfies((next) -> assertThat(next.at("/with/staffId").asString()).isNotEqualTo(mentor(match))));
	}

	/** What somebody who looks at the demo finds, of its half year. */
	@Test
	void theDemoAgencyIsMatchedMeetsAndIsReportedOn() {
		JsonNode round = list(this.hr.get(MATCHING + "/rounds")).stream()
			.filter((each) -> each.get("name").asString().equals("First round"))
			.findFirst()
			.orElseThrow();
		assertThat(round.get("state").asString()).isEqualTo("published");
		assertThat(round.get("waiting").asInt()).isGreaterThan(round.get("places").asInt());
		assertThat(this.hr.get(MATCHING + "/rounds/" + round.get("roundId").asString() + "/verification")
			.get("same")
			.asBoolean()).isTrue();
		assertThat(list(this.hr.get(MATCHING + "/circles"))).extracting((circle) -> circle.get("kind").asString())
			.contains("circle", "supervision-group");
		for (String report : List.of("pool", "outcomes", "fairness")) {
			assertThat(this.hr.get(MATCHING + "/reports/" + report).get("report").isObject()).as(report).isTrue();
		}
		assertThat(list(this.hr.get(MATCHING + "/reports/feedback"))).isNotEmpty();
		assertThat(list(this.hr.get(MATCHING + "/events"))).hasSizeGreaterThanOrEqualTo(2);
		DemoPerson supervised = this.agency.people()
			.stream()
			.filter((person) -> person.unitName().equals(DemoAgency.SLIDING) && !person.leadsUnit())
			.findFirst()
			.orElseThrow();
		assertThat(list(signIn(supervised).get(MATCHING + "/me/supervisions"))).singleElement()
			.satisfies((supervision) -> assertThat(supervision.get("lastHeld").isNull()).isFalse());
	}

	@Test
	void whoOptsInIsProposedSomebodyByItselfAndNobodysPairIsTouched() {
		Map<String, String> before = living();
		// where all are served the new mentee is, where all places are taken the new
		// mentor
		List<DemoPerson> both = newMentors(2);
		optIn(both.getFirst(), "asMentor", Map.of("capacity", 1, "skills", List.of("self-care", "court-work")));
		optIn(both.getLast(), "asMentee", Map.of("needs", List.of("self-care")));
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(both)
				.anyMatch((person) -> list(signIn(person).get(MATCHING + "/me/matches")).stream()
					.anyMatch(inState("proposed"))));
		assertThat(living()).containsAllEntriesOf(before);
	}

	/** They plan a session, meet, and note what is theirs alone. */
	private void meet(String matchId, ApiClient.Person mentee, ApiClient.Person mentor) {
		String session = MATCHING + "/me/gatherings/match/" + matchId + "/sessions/" + UUID.randomUUID();
		Map<String, Object> plan = Map.of("startsAt", Instant.now().plus(Duration.ofDays(2)), "minutes", 45, "where",
				"Room 2", "topics", List.of("court-work"));
		assertThat(mentee.put(session, plan).get("where").asString()).isEqualTo("Room 2");
		hears(mentor, "session-planned", session.substring(session.indexOf("match/")));
		assertThat(mentor.send("GET", session + "/invitation.ics", null, "text/calendar").body())
			.contains("BEGIN:VCALENDAR", "Room 2")
			.doesNotContain("@demo", "mailto:");
		mentor.put(session + "/held", Map.of("heldAt", Instant.now().minus(Duration.ofHours(1)), "minutes", 50,
				"topics", List.of("court-work")));
		mentor.put(session + "/note", Map.of("text", "Ask about the hearing."));
		assertThat(mentor.get(session + "/note").toString()).contains("hearing");
		assertThat(mentee.send("GET", session + "/note", null, "application/json").body()).doesNotContain("hearing");
		assertThat(this.hr.send("GET", session + "/note", null, "application/json").status()).isEqualTo(404);
	}

	private JsonNode opened() {
		this.hr.put(ROUND, Map.of("name", "Autumn"));
		return this.hr.post(ROUND + "/refresh", Map.of());
	}

	private void letProposalsFollowByThemselves(boolean automatic) {
		JsonNode programme = list(this.hr.get(MATCHING + "/programme")).getLast();
		if (programme.get("automatic").asBoolean() != automatic) {
			Map<String, Object> weights = new HashMap<>();
			programme.get("weights")
				.properties()
				.forEach((weight) -> weights.put(weight.getKey(), weight.getValue().asInt()));
			this.hr.put(MATCHING + "/programme", Map.of("version", programme.get("version").asInt(), "weights", weights,
					"differentUnits", false, "leastCommonTimes", 1, "automatic", automatic));
		}
	}

	/** Some with no part in mentoring yet, of units of their own. */
	private List<DemoPerson> newMentors(int count) {
		List<DemoPerson> found = new ArrayList<>();
		for (DemoPerson person : this.agency.people()) {
			if (found.size() == count) {
				break;
			}
			if (person.roles().size() == 1 && person.roles().contains("staff")) {
				JsonNode mentoring = signIn(person).get("/api/profile/me").get("mentoring");
				if (mentoring.get("asMentor").isNull() && mentoring.get("asMentee").isNull()) {
					found.add(person);
				}
			}
		}
		assertThat(found).hasSize(count);
		return found;
	}

	private void optIn(DemoPerson person, String as, Map<String, Object> what) {
		signIn(person).put("/api/profile/me/mentoring", Map.of(as, what));
	}

	private void hears(ApiClient.Person person, String subject, String about) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(list(person.get("/api/profile/me/notifications")))
				.anyMatch((told) -> told.get("subject").asString().equals(subject)
						&& told.get("about").asString().equals(about)));
	}

	private Map<String, String> living() {
		return list(this.hr.get(MATCHING + "/matches")).stream()
			.filter(inState("active"))
			.collect(Collectors.toMap((match) -> match.get("matchId").asString(), MatchingJourneyTests::mentor));
	}

	private static JsonNode own(ApiClient.Person person, String matchId) {
		return list(person.get(MATCHING + "/me/matches")).stream()
			.filter((match) -> match.get("matchId").asString().equals(matchId))
			.findFirst()
			.orElseThrow();
	}

	private static String mentor(JsonNode pair) {
		return pair.at("/mentor/staffId").asString();
	}

	private static Predicate<JsonNode> inState(String state) {
		return (match) -> match.get("state").asString().equals(state);
	}

	private DemoPerson find(String staffId) {
		return this.agency.people()
			.stream()
			.filter((person) -> person.staffId().equals(staffId))
			.findFirst()
			.orElseThrow();
	}

	private ApiClient.Person signIn(DemoPerson person) {
		return new SignIn(this.api).person(person.signInName(), RunningSuite.PASSWORD);
	}

	private static List<JsonNode> list(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false).toList();
	}

}
