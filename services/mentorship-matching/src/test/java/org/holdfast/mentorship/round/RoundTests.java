package org.holdfast.mentorship.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.bson.Document;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.People;
import org.holdfast.mentorship.people.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.people.People.mentee;
import static org.holdfast.mentorship.people.People.mentor;
import static org.holdfast.mentorship.people.People.person;

/** The deliberate way, as HR goes it. The tests say when matches are settled. */
@WholeService
@TestPropertySource(properties = { "holdfast.mentorship.quiet=1h", "holdfast.mentorship.at-latest=1h",
		"holdfast.mentorship.sweep=1h", "holdfast.simulated-clock=true" })
class RoundTests {

	private static final String HR = Tokens.of("hr", "hr");

	@Autowired
	private Matching matching;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private final Map<String, Integer> sequences = new HashMap<>();

	private final String round = "/rounds/" + UUID.randomUUID();

	@BeforeEach
	void nobodyIsKnown() {
		this.clock.resume();
		List.of("mentors", "matches", "colleagues", "units", "participations", "rounds", "round-inputs", "programmes")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
		tell(mentor("m1", 1, "x"), mentor("m2", 1, "y"), mentee("a", "x"), mentee("b", "y"), mentee("c"));
	}

	@Test
	void aRoundIsOpenedLookedAtPublishedAndAccepted() {
		JsonNode opened = open();
		assertThat(opened.get("state").asString()).isEqualTo("open");
		assertThat(opened.get("waiting").asInt()).isEqualTo(3);
		assertThat(opened.get("places").asInt()).isEqualTo(2);
		this.matching.settle();
		assertThat(matches()).as("the automatic way leaves the round alone").isEmpty();

		JsonNode preview = get(this.round + "/preview");
		assertThat(pairs(preview)).containsExactly("m1+a", "m2+b");
		assertThat(names(preview.get("unmatched"))).containsExactly("c");
		assertThat(preview.at("/figures/matched").asInt()).isEqualTo(2);
		assertThat(preview.at("/pairs/0/points").valueStream().mapToInt(JsonNode::asInt).sum())
			.isEqualTo(preview.at("/pairs/0/score").asInt());
		assertThat(preview.toString()).as("what people ask for").doesNotContain("wanted", "because");

		assertThat(put(this.round + "/state", "{\"state\":\"published\"}").get("state").asString())
			.isEqualTo("published");
		this.matching.settle();
		assertThat(matches()).containsExactly("m1+a proposed", "m2+b proposed");
		for (String side : List.of("m1", "a")) {
			send(HttpMethod.PUT, "/me/matches/a-1/state", Tokens.staff(side), "{\"state\":\"active\"}", 200);
		}
		assertThat(matches()).containsExactly("m1+a active", "m2+b proposed");
		assertThat(get(this.round + "/verification").get("same").asBoolean()).isTrue();
	}

	@Test
	void aPublishedRoundDoesNotChangeAndComesToTheSameWheneverItIsReckonedAgain() {
		open();
		JsonNode preview = get(this.round + "/preview");
		JsonNode published = put(this.round + "/state", "{\"state\":\"published\"}");
		this.matching.settle();
		tell(mentor("m3", 5, "x", "y"), person("m1"));
		this.matching.settle();
		weigh(1, "skills", 0, "load", 40);
		assertThat(put(this.round + "/state", "{\"state\":\"published\"}")).isEqualTo(published);
		assertThat(get(this.round + "/preview")).isEqualTo(preview);
		assertThat(get(this.round + "/verification").get("same").asBoolean()).isTrue();
		send(HttpMethod.PUT, this.round + "/decisions/c/m1", HR, "{\"kind\":\"pin\",\"reason\":\"other\"}", 409);
		send(HttpMethod.POST, this.round + "/refresh", HR, null, 409);
		send(HttpMethod.PUT, this.round + "/programme", HR, "{\"version\":2}", 409);
		send(HttpMethod.PUT, this.round + "/state", HR, "{\"state\":\"cancelled\"}", 409);
		this.mongo.updateFirst(new Query(), new Update().set("result.pairs.0.mentorId", "m2"), "rounds");
		assertThat(get(this.round + "/verification").get("same").asBoolean()).as("somebody changed the database")
			.isFalse();
	}

	@Test
	void aPinComesFirstAndAForbiddenPairIsNotMade() {
		open();
		JsonNode pinned = put(this.round + "/decisions/c/m1", "{\"kind\":\"pin\",\"reason\":\"bothAskedForIt\"}");
		assertThat(pinned.at("/decisions/0/by").asString()).isEqualTo("hr");
		JsonNode preview = get(this.round + "/preview");
		assertThat(pairs(preview)).containsExactly("m2+b", "m1+c");
		assertThat(preview.at("/pairs/1/pinned").asBoolean()).isTrue();
		put(this.round + "/decisions/b/m2", "{\"kind\":\"forbid\",\"reason\":\"conflictKnown\"}");
		assertThat(pairs(get(this.round + "/preview"))).containsExactly("m2+a", "m1+c");
		send(HttpMethod.DELETE, this.round + "/decisions/c/m1", HR, null, 200);
		assertThat(pairs(get(this.round + "/preview"))).containsExactly("m1+a", "m2+c");
	}

	@Test
	void aPinThatARuleForbidsIsRefusedAndWhatWasSaidInConfidenceIsNotTold() {
		tell(under("m1", "a"));
		send(HttpMethod.PUT, "/me/participation", Tokens.staff("b"), "{\"onHold\":false,\"apart\":[\"m1\"]}", 200);
		open();
		String pin = "{\"kind\":\"pin\",\"reason\":\"other\"}";
		assertThat(send(HttpMethod.PUT, this.round + "/decisions/a/m1", HR, pin, 409).get("rule").asString())
			.isEqualTo("notInOwnLineOfManagement");
		assertThat(send(HttpMethod.PUT, this.round + "/decisions/b/m1", HR, pin, 409).get("rule").asString())
			.isEqualTo("notForThisPair");
		assertThat(explain("b", "m1").at("/whyNot/rule").asString()).isEqualTo("notForThisPair");
		assertThat(explain("b", "m1").toString()).doesNotContain("notKeptApart");
		send(HttpMethod.PUT, this.round + "/decisions/a/nobody", HR, pin, 404);
		send(HttpMethod.PUT, this.round + "/decisions/m1/m2", HR, pin, 404);
	}

	@Test
	void twoPinsForOnePlaceAreRefusedWhenLookedAt() {
		open();
		put(this.round + "/decisions/c/m1", "{\"kind\":\"pin\",\"reason\":\"other\"}");
		put(this.round + "/decisions/a/m1", "{\"kind\":\"pin\",\"reason\":\"other\"}");
		assertThat(send(HttpMethod.GET, this.round + "/preview", HR, null, 409).get("type").asString())
			.endsWith("pins-do-not-go-together");
	}

	@Test
	void whyNotAnotherTellsWhatAllWouldLoseAndForcingItLosesExactlyThat() {
		open();
		JsonNode before = get(this.round + "/preview").get("figures");
		JsonNode why = explain("a", "m2");
		assertThat(why.get("mentorId").asString()).isEqualTo("m1");
		assertThat(why.at("/ofMentors/place").asInt()).isEqualTo(1);
		assertThat(why.at("/ofMentors/of").asInt()).isEqualTo(2);
		JsonNode nobody = explain("c", null);
		assertThat(nobody.get("mentorId").isNull()).isTrue();
		assertThat(nobody.at("/competition/places").asInt()).isEqualTo(2);
		assertThat(nobody.at("/competition/menteeIds").valueStream().map(JsonNode::asString)).containsExactly("a", "b",
				"c");
		JsonNode whyNot = why.get("whyNot");
		assertThat(whyNot.get("total").asInt()).isPositive();
		put(this.round + "/decisions/a/m2", "{\"kind\":\"pin\",\"reason\":\"other\"}");
		JsonNode after = get(this.round + "/preview").get("figures");
		for (String figure : List.of("matched", "worst", "total")) {
			assertThat(before.get(figure).asInt() - after.get(figure).asInt()).as(figure)
				.isEqualTo(whyNot.get(figure).asInt());
		}
		send(HttpMethod.GET, this.round + "/explanation?menteeId=nobody", HR, null, 404);
	}

	@Test
	void whyNotAMentorWhosePlacesArePinnedSaysThatThereIsNone() {
		open();
		put(this.round + "/decisions/c/m1", "{\"kind\":\"pin\",\"reason\":\"other\"}");
		assertThat(explain("a", "m1").at("/whyNot/rule").asString()).isEqualTo("mentorHasAPlaceLeft");
	}

	@Test
	void settingsAreComparedSideBySideWithoutStoringAnything() {
		tell(mentor("m1", 1, "x", "y"), mentor("m2", 2));
		open();
		JsonNode lines = send(HttpMethod.POST, this.round + "/comparison", HR,
				"{\"alternatives\":[{\"name\":\"as it is\",\"weights\":%s,\"differentUnits\":false,\"leastCommonTimes\":1},{\"name\":\"load only\",\"weights\":%s,\"differentUnits\":true,\"leastCommonTimes\":0}]}"
					.formatted(weights(Map.of()), weights(Map.of("skills", 0, "load", 40))),
				200);
		assertThat(lines).hasSize(3);
		assertThat(lines.get(1).get("changed")).isEmpty();
		assertThat(lines.get(1).get("total")).isEqualTo(lines.get(0).get("total"));
		assertThat(lines.get(2).get("name").asString()).isEqualTo("load only");
		assertThat(lines.get(2).get("matched").asInt()).isEqualTo(3);
		assertThat(get("/programme")).hasSize(1);
		send(HttpMethod.POST, this.round + "/comparison", HR,
				"{\"alternatives\":[{\"name\":\"x\",\"weights\":{\"skills\":100},\"differentUnits\":false,\"leastCommonTimes\":1}]}",
				400);
	}

	@Test
	void aRoundIsWeighedByTheVersionOfTheProgrammeItWasGiven() {
		open();
		int before = get(this.round + "/preview").at("/figures/total").asInt();
		weigh(1, "skills", 75, "experience", 0, "direction", 0, "caseload", 0, "perspective", 0);
		assertThat(get(this.round + "/preview").at("/figures/total").asInt()).isEqualTo(before);
		put(this.round + "/programme", "{\"version\":2}");
		assertThat(get(this.round + "/preview").at("/figures/total").asInt()).isGreaterThan(before);
		send(HttpMethod.PUT, this.round + "/programme", HR, "{\"version\":3}", 404);
	}

	@Test
	void theProgrammeIsChangedInVersionsAndNotOverEachOther() {
		weigh(1, "skills", 25, "load", 15);
		assertThat(get("/programme")).hasSize(2);
		assertThat(send(HttpMethod.PUT, "/programme", HR, decision(1, Map.of()), 409).get("version").asInt())
			.isEqualTo(2);
		assertThat(
				send(HttpMethod.PUT, "/programme", HR, decision(2, Map.of("skills", 36)), 400).at("/errors/0/pointer")
					.asString())
			.isEqualTo("/weights");
		send(HttpMethod.PUT, "/programme", Tokens.staff("a"), decision(2, Map.of()), 403);
		send(HttpMethod.GET, "/programme", Tokens.staff("a"), null, 200);
	}

	@Test
	void withoutTheAutomaticWayProposalsComeFromRoundsAlone() {
		send(HttpMethod.PUT, "/programme", HR,
				decision(1, Map.of()).replace("\"automatic\":true", "\"automatic\":false"), 200);
		this.matching.settle();
		assertThat(matches()).isEmpty();
		open();
		put(this.round + "/state", "{\"state\":\"published\"}");
		this.matching.settle();
		assertThat(matches()).hasSize(2);
	}

	@Test
	void whatIsNotSoAnyMoreIsNotPublishedUntilTheRoundIsRefreshed() {
		open();
		tell(under("m1", "a"), person("b"));
		JsonNode refused = send(HttpMethod.PUT, this.round + "/state", HR, "{\"state\":\"published\"}", 409);
		assertThat(refused.get("type").asString()).endsWith("round-is-old");
		assertThat(refused.get("pairs").valueStream().map((pair) -> pair.get("because").asString()))
			.containsExactly("notInOwnLineOfManagement", "doesNotWaitAnyMore");
		send(HttpMethod.POST, this.round + "/refresh", HR, null, 200);
		assertThat(pairs(get(this.round + "/preview"))).containsExactly("m2+a", "m1+c");
		put(this.round + "/state", "{\"state\":\"published\"}");
		this.matching.settle();
		assertThat(matches()).containsExactly("m2+a proposed", "m1+c proposed");
	}

	@Test
	void aCrashBetweenPublishingAndProposingLosesNothingAndDoublesNothing() {
		open();
		put(this.round + "/state", "{\"state\":\"published\"}");
		assertThat(matches()).isEmpty();
		this.matching.settle();
		List<String> proposed = matches();
		this.mongo.updateFirst(new Query(), new Update().set("state", "PUBLISHED"), "rounds");
		this.matching.settle();
		assertThat(matches()).isEqualTo(proposed).hasSize(2);
	}

	@Test
	void aCancelledRoundLeavesItsPeopleToTheAutomaticWay() {
		open();
		put(this.round + "/state", "{\"state\":\"cancelled\"}");
		send(HttpMethod.PUT, this.round + "/state", HR, "{\"state\":\"published\"}", 409);
		this.matching.settle();
		assertThat(matches()).containsExactly("m1+a proposed", "m2+b proposed");
	}

	@Test
	void twoOpenRoundsHaveNobodyInCommon() {
		open();
		tell(mentor("m4", 1), mentee("d"));
		JsonNode other = put("/rounds/" + UUID.randomUUID(), "{\"name\":\"second\"}");
		assertThat(other.get("waiting").asInt()).isEqualTo(1);
		assertThat(other.get("places").asInt()).isEqualTo(1);
	}

	@Test
	void anErasedPersonIsGoneFromRoundsWhichCannotBeReckonedAgainThen() {
		open();
		put(this.round + "/decisions/a/m1", "{\"kind\":\"pin\",\"reason\":\"other\"}");
		put(this.round + "/state", "{\"state\":\"published\"}");
		this.matching.settle();
		this.matching.onColleague(new Received<>("a", 99, Instant.now(), null));
		for (String collection : List.of("rounds", "round-inputs")) {
			assertThat(this.mongo.find(new Query(), Document.class, collection)).isNotEmpty()
				.allSatisfy((document) -> assertThat(document.toJson()).doesNotContain("\"a\"", "\"a-1\""));
		}
		JsonNode verification = get(this.round + "/verification");
		assertThat(verification.get("same").asBoolean()).isFalse();
		assertThat(verification.get("erased").asBoolean()).isTrue();
	}

	@Test
	void theMentorsOfARoundAreThoseItTookInWithAndWithoutAFreePlace() {
		open();
		put(this.round + "/decisions/c/m1", "{\"kind\":\"pin\",\"reason\":\"other\"}");
		JsonNode taken = get(this.round + "/mentors");
		assertThat(names(taken)).containsExactly("m1", "m2");
		assertThat(taken.get(0).propertyNames()).containsExactlyInAnyOrder("staffId", "displayName");
		assertThat(taken.get(0).get("displayName").asString()).isEqualTo("Name of m1");
		tell(mentor("m3", 1), mentor("m4", 0), person("m2"));
		assertThat(get(this.round + "/mentors")).as("until it is refreshed").isEqualTo(taken);
		send(HttpMethod.POST, this.round + "/refresh", HR, null, 200);
		assertThat(names(get(this.round + "/mentors"))).containsExactly("m1", "m3");
		send(HttpMethod.GET, "/rounds/" + UUID.randomUUID() + "/mentors", HR, null, 404);
	}

	@Test
	void theMentorsOfAPublishedRoundStayAsTheyWereButForWhoIsErased() {
		open();
		put(this.round + "/state", "{\"state\":\"published\"}");
		this.matching.settle();
		tell(mentor("m3", 5), person("m2"));
		assertThat(names(get(this.round + "/mentors"))).containsExactly("m1", "m2");
		this.matching.onColleague(new Received<>("m1", 99, Instant.now(), null));
		assertThat(names(get(this.round + "/mentors"))).containsExactly("m2");
	}

	@Test
	void roundsAreForHrAlone() {
		open();
		Map<String, String> operations = new HashMap<>(Map.of("GET /rounds", "", "PUT " + this.round,
				"{\"name\":\"spring\"}", "POST " + this.round + "/refresh", "", "PUT " + this.round + "/programme",
				"{\"version\":1}", "PUT " + this.round + "/decisions/a/m1", "{\"kind\":\"pin\",\"reason\":\"other\"}",
				"GET " + this.round + "/preview", "", "GET " + this.round + "/explanation?menteeId=a", "",
				"GET " + this.round + "/verification", "", "PUT " + this.round + "/state", "{\"state\":\"published\"}",
				"DELETE " + this.round + "/decisions/a/m1", ""));
		operations.put("GET " + this.round + "/mentors", "");
		operations.forEach((operation, body) -> {
			HttpMethod method = HttpMethod.valueOf(operation.split(" ")[0]);
			String path = operation.split(" ")[1];
			for (String role : List.of("staff", "supervisor", "administrator")) {
				send(method, path, Tokens.of("a", role), body.isEmpty() ? null : body, 403);
			}
			send(method, path, "none", body.isEmpty() ? null : body, 401);
		});
		assertThat(get("/rounds").get(0).get("state").asString()).isEqualTo("open");
	}

	@Test
	void wrongRequestsSayWhatIsWrong() {
		open();
		assertThat(send(HttpMethod.PUT, "/rounds/spring", HR, "{\"name\":\"x\"}", 400).get("detail").asString())
			.contains("UUID");
		send(HttpMethod.PUT, "/rounds/" + UUID.randomUUID(), HR, "{\"name\":\" \"}", 400);
		assertThat(send(HttpMethod.PUT, this.round, HR, "{\"name\":\"another\"}", 409).get("detail").asString())
			.contains("spring");
		send(HttpMethod.GET, "/rounds/" + UUID.randomUUID() + "/preview", HR, null, 404);
		send(HttpMethod.PUT, this.round + "/decisions/a/m1", HR, "{\"kind\":\"pin\",\"reason\":\"because\"}", 400);
		send(HttpMethod.GET, this.round + "/verification", HR, null, 409);
		assertThat(open()).isEqualTo(get("/rounds").get(0));
	}

	@Test
	void whoeverIsOldInTheRoundStillGetsAReminderAndAnExpiryLikeEverybody() {
		open();
		put(this.round + "/state", "{\"state\":\"published\"}");
		this.matching.settle();
		this.clock.set(Instant.now().plus(Duration.ofDays(8)));
		this.matching.settle();
		assertThat(matches()).as("nobody answered").isEmpty();
	}

	private JsonNode open() {
		return put(this.round, "{\"name\":\"spring\"}");
	}

	private JsonNode explain(String menteeId, String mentorId) {
		return get(
				this.round + "/explanation?menteeId=" + menteeId + ((mentorId == null) ? "" : "&mentorId=" + mentorId));
	}

	private void weigh(int version, Object... changes) {
		Map<String, Integer> changed = new HashMap<>();
		for (int i = 0; i < changes.length; i += 2) {
			changed.put((String) changes[i], (Integer) changes[i + 1]);
		}
		send(HttpMethod.PUT, "/programme", HR, decision(version, changed), 200);
	}

	private static String decision(int version, Map<String, Integer> changes) {
		return "{\"version\":%d,\"weights\":%s,\"differentUnits\":false,\"leastCommonTimes\":1,\"automatic\":true}"
			.formatted(version, weights(changes));
	}

	private static String weights(Map<String, Integer> changes) {
		Map<String, Integer> weights = new HashMap<>(Programme.USUAL.weights());
		weights.putAll(changes);
		List<String> members = new ArrayList<>();
		weights.forEach((criterion, weight) -> members.add("\"" + criterion + "\":" + weight));
		return "{" + String.join(",", members) + "}";
	}

	private List<String> matches() {
		return get("/matches").valueStream()
			.map((match) -> match.at("/mentor/staffId").asString() + "+" + match.at("/mentee/staffId").asString() + " "
					+ match.get("state").asString())
			.sorted((one, other) -> one.substring(one.indexOf('+')).compareTo(other.substring(other.indexOf('+'))))
			.toList();
	}

	private static List<String> pairs(JsonNode preview) {
		return preview.get("pairs")
			.valueStream()
			.map((pair) -> pair.at("/mentor/staffId").asString() + "+" + pair.at("/mentee/staffId").asString())
			.toList();
	}

	private static List<String> names(JsonNode people) {
		return people.valueStream().map((person) -> person.get("staffId").asString()).toList();
	}

	private static Colleague under(String managerId, String menteeId) {
		return People.under(managerId, mentee(menteeId, "x"));
	}

	private void tell(Colleague... people) {
		for (Colleague person : people) {
			Unit unit = People.unitOf(person);
			this.matching.onUnit(new Received<>(unit.unitId(), next(unit.unitId()), Instant.now(), unit));
			this.matching.onColleague(new Received<>(person.staffId(), next(person.staffId()), Instant.now(), person));
		}
	}

	private int next(String id) {
		return this.sequences.merge(id, 1, Integer::sum);
	}

	private JsonNode get(String path) {
		return send(HttpMethod.GET, path, HR, null, 200);
	}

	private JsonNode put(String path, String body) {
		return send(HttpMethod.PUT, path, HR, body, 200);
	}

	private JsonNode send(HttpMethod method, String path, String token, String body, int status) {
		RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + this.port)
			.method(method)
			.uri(path)
			.header("Authorization", "Bearer " + token);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return Objects.requireNonNull(request.exchange((sent, answer) -> {
			JsonNode json = Objects.requireNonNullElse(answer.bodyTo(JsonNode.class),
					JsonNodeFactory.instance.objectNode());
			assertThat(answer.getStatusCode().value()).as("%s %s: %s", method, path, json).isEqualTo(status);
			return json;
		}));
	}

}
