package org.holdfast.mentorship.circle.forming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.bson.Document;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.circle.Neighbours;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Colleague.AsPeer;
import org.holdfast.mentorship.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.circle.Neighbours.HR;
import static org.holdfast.mentorship.circle.Neighbours.about;
import static org.holdfast.mentorship.circle.Neighbours.ids;
import static org.holdfast.mentorship.circle.Neighbours.opting;
import static org.holdfast.mentorship.circle.Neighbours.peer;
import static org.holdfast.mentorship.circle.Neighbours.peers;

/** How HR forms circles. The tests say when things are settled. */
@WholeService
@TestPropertySource(properties = { "holdfast.mentorship.quiet=1h", "holdfast.mentorship.at-latest=1h",
		"holdfast.mentorship.sweep=1h", "holdfast.simulated-clock=true" })
class FormingTests {

	private static final String PUBLISHED = "{\"state\":\"published\"}";

	private static final String CANCELLED = "{\"state\":\"cancelled\"}";

	@Autowired
	private Matching matching;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private Neighbours all;

	@BeforeEach
	void nobodyIsKnown() {
		this.clock.resume();
		this.all = new Neighbours(this.matching, this.mongo, this.port);
	}

	@Test
	void aFormingIsOpenedLookedAtPublishedAndProposed() {
		this.all.tell(peers(12));
		this.all.tell(about(Set.of("self-care", "a-topic-of-one"), peer("p1")));
		String forming = this.all.open("circle", "");
		JsonNode opened = this.all.get(HR, "/circle-formings").get(0);
		assertThat(opened.get("state").asString()).isEqualTo("open");
		assertThat(opened.get("people").asInt()).isEqualTo(12);
		assertThat(opened.get("newCompany").asBoolean()).isTrue();

		JsonNode preview = preview(forming);
		assertThat(preview.get("circles")).hasSize(2).allSatisfy((circle) -> {
			assertThat(circle.get("members")).hasSize(6);
			assertThat(circle.get("halfDay").asString()).isEqualTo("mon-am");
			assertThat(circle.get("languages").toString()).isEqualTo("[\"en\"]");
			assertThat(circle.get("topics").toString()).isEqualTo("[\"self-care\"]");
			assertThat(circle.get("points").valueStream().mapToInt(JsonNode::asInt).sum())
				.isEqualTo(circle.get("score").asInt())
				.isEqualTo(15 * (25 + 10));
		});
		assertThat(preview.at("/figures/placed").asInt()).isEqualTo(12);
		assertThat(preview.at("/figures/score").asInt()).isEqualTo(2 * 15 * 35);
		assertThat(preview.at("/figures/ratio").asDouble()).isEqualTo(1);
		assertThat(preview.get("leftOut")).isEmpty();
		assertThat(preview.toString()).doesNotContain("a-topic-of-one");
		this.all.settle();
		assertThat(this.all.circlesOf("p1")).as("nothing is proposed before it is published").isEmpty();

		assertThat(publish(forming).get("state").asString()).isEqualTo("published");
		this.all.settle();
		JsonNode proposed = this.all.circleOf("p1");
		assertThat(proposed.get("state").asString()).isEqualTo("proposed");
		assertThat(ids(proposed.get("members"))).hasSize(6).contains("p1");
		assertThat(preview(forming)).isEqualTo(preview);
		assertThat(verification(forming).get("same").asBoolean()).isTrue();
	}

	@Test
	void rulesHoldInEveryCircleAndWhoHasNoPlaceIsToldWhyInGeneral() {
		this.all.tell(peers(11));
		this.all.tell(People.under("p1", peer("p2")), People.speaking(peer("p3"), "fr"),
				about(Set.of("court-work"), peer("p4")), opting(new AsPeer(false, true, true, Set.of()), peer("p5")),
				People.gone(peer("p6")), opting(null, peer("p7")));
		this.all.tell(People.meeting(peer("p8"), Set.of(), Set.of("tue-pm"), Set.of()),
				People.meeting(peer("p9"), Set.of(), Set.of("wed-am"), Set.of()));
		this.all.tell(peer("q1"), peer("q2"), peer("q3"), peer("q4"), peer("q5"));
		apart("q1", "q2");
		hold("q3");
		JsonNode preview = preview(this.all.open("circle", ""));
		List<Set<String>> circles = circles(preview);
		assertThat(circles).isNotEmpty().allSatisfy((circle) -> {
			assertThat(circle).hasSizeBetween(5, 8);
			for (List<String> two : List.of(List.of("p1", "p2"), List.of("q1", "q2"), List.of("p8", "p9"))) {
				assertThat(circle.containsAll(two)).as("%s in %s", two, circle).isFalse();
			}
			assertThat(circle).doesNotContain("p3", "p4", "p5", "p6", "p7", "q3");
		});
		assertThat(preview.get("leftOut")
			.valueStream()
			.map((left) -> left.at("/person/staffId").asString() + " " + left.get("rule").asString()))
			.contains("p3 commonLanguage", "p4 commonTopic");
		assertThat(preview.toString()).as("who wants none, or nothing for a while, is not there at all")
			.doesNotContain("\"p5\"", "\"p6\"", "\"p7\"", "\"q3\"");
	}

	@Test
	void whatSomebodySaidInConfidenceLooksLikeAnyOtherReason() {
		this.all.tell(peers(6));
		for (int i = 1; i < 6; i++) {
			apart("p6", "p" + i);
		}
		JsonNode preview = preview(this.all.open("circle", ""));
		assertThat(circles(preview)).containsExactly(Set.of("p1", "p2", "p3", "p4", "p5"));
		JsonNode left = preview.get("leftOut").get(0);
		this.all.tell(peer("x"));
		this.all.tell(Arrays.stream(peers(5)).map((person) -> People.under("x", person)).toArray(Colleague[]::new));
		this.all.erase("p6");
		cancelAll();
		JsonNode other = preview(this.all.open("circle", "")).get("leftOut").get(0);
		assertThat(other.at("/person/staffId").asString()).isEqualTo("x");
		assertThat(left.get("rule")).isEqualTo(other.get("rule"));
		assertThat(left.get("because")).isEqualTo(other.get("because"));
	}

	@Test
	void whereNoCircleCanBeFormedItSaysWhichRuleIsInTheWay() {
		this.all.tell(peers(4));
		String forming = this.all.open("circle", "");
		assertThat(obstacle(forming)).isEqualTo("size 4 of 0");
		assertThat(preview(forming).at("/figures/ratio").isNull()).isTrue();
		assertThat(this.all.send(HttpMethod.PUT, forming + "/state", HR, PUBLISHED, 409).get("type").asString())
			.endsWith("no-circles");
		cancelAll();
		this.all.tell(Arrays.stream(peers(6))
			.map((person) -> People.since(LocalDate.now().minusYears(3).plusDays(2), person))
			.toArray(Colleague[]::new));
		assertThat(obstacle(this.all.open("circle", ""))).isEqualTo("experience 6 of 0");
		cancelAll();
		this.all.tell(peer("p1"));
		assertThat(circles(preview(this.all.open("circle", "")))).hasSize(1);
	}

	@Test
	void moreOfOneUnitThanThereAreCirclesIsSaidOnlyWhereUnitsMustDiffer() {
		this.all.tell(peers(10));
		for (int i = 1; i <= 4; i++) {
			this.all.tell(People.in("U-one", peer("p" + i)));
		}
		assertThat(preview(this.all.open("circle", "")).at("/figures/placed").asInt()).isEqualTo(10);
		cancelAll();
		String path = "/circle-formings/" + UUID.randomUUID();
		this.all.put(HR, path, "{\"kind\":\"circle\",\"name\":\"spring\",\"differentUnits\":true}");
		JsonNode preview = preview(path);
		assertThat(circles(preview)).isNotEmpty()
			.allSatisfy((circle) -> assertThat(circle).filteredOn((id) -> id.matches("p[1-4]"))
				.hasSizeLessThanOrEqualTo(1));
		assertThat(preview.get("obstacles").toString()).contains("\"differentUnits\"", "\"people\":4");
		assertThat(preview.get("leftOut"))
			.allSatisfy((left) -> assertThat(left.get("rule").asString()).isEqualTo("room"));
	}

	@Test
	void aSupervisionGroupHasFourToSixOfThoseWhoWantOne() {
		this.all.tell(peers(5));
		this.all.tell(opting(new AsPeer(true, false, false, Set.of("self-care")), peer("p5")));
		JsonNode preview = preview(this.all.open("supervision-group", ""));
		assertThat(circles(preview)).containsExactly(Set.of("p1", "p2", "p3", "p4"));
	}

	@Test
	void nobodyMeetsThoseAgainWithWhomTheyWereInACircleUnlessThatIsWanted() {
		String circle = this.all.begun(peers(6));
		for (int i = 1; i <= 6; i++) {
			this.all.say("p" + i, circle, "left");
		}
		assertThat(obstacle(this.all.open("circle", ""))).startsWith("apart null");
		cancelAll();
		assertThat(circles(preview(this.all.open("circle", ",\"newCompany\":false")))).hasSize(1);
	}

	@Test
	void aPublishedFormingDoesNotChangeAndWhoTampersWithItIsFound() {
		this.all.tell(peers(12));
		String forming = this.all.open("circle", "");
		JsonNode preview = preview(forming);
		JsonNode published = publish(forming);
		this.all.settle();
		this.all.tell(People.gone(peer("p1")), peer("p13"));
		this.all.settle();
		assertThat(publish(forming)).isEqualTo(published);
		assertThat(preview(forming)).isEqualTo(preview);
		assertThat(verification(forming).get("same").asBoolean()).isTrue();
		this.all.send(HttpMethod.PUT, forming + "/state", HR, CANCELLED, 409);
		this.mongo.updateFirst(new Query(), new Update().set("result.outcome.circles.0.memberIds.0", "p13"),
				"circle-formings");
		assertThat(verification(forming).get("same").asBoolean()).isFalse();
	}

	@Test
	void whatIsNotSoAnyMoreIsNotPublished() {
		this.all.tell(peers(6));
		String forming = this.all.open("circle", "");
		apart("p1", "p2");
		JsonNode refused = this.all.send(HttpMethod.PUT, forming + "/state", HR, PUBLISHED, 409);
		assertThat(refused.get("type").asString()).endsWith("forming-is-old");
		assertThat(refused.toString()).as("in confidence").doesNotContain("p1", "p2");
		this.all.put(HR, forming + "/state", CANCELLED);
		this.all.send(HttpMethod.PUT, forming + "/state", HR, PUBLISHED, 409);
		String another = this.all.open("circle", "");
		assertThat(circles(preview(another))).hasSize(1).allSatisfy((circle) -> assertThat(circle).hasSize(5));
		publish(another);
	}

	@Test
	void aCrashBetweenPublishingAndProposingLosesNothingAndDoublesNothing() {
		this.all.tell(peers(12));
		String forming = this.all.open("circle", "");
		publish(forming);
		assertThat(this.all.circlesOf("p1")).isEmpty();
		this.all.settle();
		JsonNode proposed = this.all.get(HR, "/circles");
		assertThat(proposed).hasSize(2);
		this.all.say("p1", this.all.circleOf("p1").get("circleId").asString(), "active");
		this.mongo.updateFirst(new Query(), new Update().set("state", "PUBLISHED"), "circle-formings");
		this.all.settle();
		assertThat(this.all.get(HR, "/circles")).isEqualTo(proposed);
		assertThat(this.all.circleOf("p1").get("accepted").asBoolean()).isTrue();
	}

	@Test
	void twoFormingsOfAKindHaveNobodyInCommonAndWhoIsPlacedIsInNone() {
		this.all.tell(peers(6));
		this.all.open("circle", "");
		this.all.tell(peer("p7"));
		this.all.open("circle", "");
		this.all.open("supervision-group", "");
		assertThat(people()).containsExactly(7, 1, 6);
		cancelAll();
		this.all.form("circle");
		this.all.tell(peer("p8"));
		this.all.open("circle", "");
		assertThat(people().getFirst()).isEqualTo(1);
	}

	@Test
	void anErasedPersonIsGoneFromFormingsWhichCannotBeReckonedAgainThen() {
		this.all.tell(peers(6));
		this.all.tell(People.under("p1", peer("p7")));
		String forming = this.all.form("circle");
		this.all.open("circle", "");
		this.all.erase("p1");
		for (String collection : List.of("circle-formings", "circle-inputs", "circles")) {
			assertThat(this.mongo.find(new Query(), Document.class, collection)).isNotEmpty().allSatisfy((document) -> {
				document.remove("_outbox");
				assertThat(document.toJson()).doesNotContain("\"p1\"", ":p1:");
			});
		}
		assertThat(verification(forming).get("same").asBoolean()).isFalse();
		assertThat(verification(forming).get("erased").asBoolean()).isTrue();
	}

	@Test
	void whoIsErasedWhileACircleIsBeingProposedIsGoneFromItToo() {
		this.all.tell(peers(6));
		publish(this.all.open("circle", ""));
		// the erasure does not find the circle yet, the forming is delivered as it was
		// before
		this.mongo.remove(Query.query(Criteria.where("_id").is("p6")), "colleagues");
		this.all.settle();
		assertThat(ids(this.all.circleOf("p1").get("members"))).containsExactly("p1", "p2", "p3", "p4", "p5");
		assertThat(this.mongo.find(new Query(), Document.class, "circles")).hasSize(1)
			.allSatisfy((circle) -> assertThat(circle.get("members").toString()).doesNotContain("p6"));
	}

	@Test
	void formingsAreForHrAlone() {
		this.all.tell(peers(6));
		String forming = this.all.open("circle", "");
		Map<String, String> operations = Map.of("GET /circle-formings", "", "PUT " + forming,
				"{\"kind\":\"circle\",\"name\":\"spring\",\"differentUnits\":false}", "GET " + forming + "/preview", "",
				"PUT " + forming + "/state", PUBLISHED, "GET " + forming + "/verification", "");
		operations.forEach((operation, body) -> {
			HttpMethod method = HttpMethod.valueOf(operation.split(" ")[0]);
			String path = operation.split(" ")[1];
			for (String role : List.of("staff", "supervisor", "administrator")) {
				this.all.send(method, path, Tokens.of("p1", role), body.isEmpty() ? null : body, 403);
			}
			this.all.send(method, path, "none", body.isEmpty() ? null : body, 401);
		});
		assertThat(this.all.get(HR, "/circle-formings").get(0).get("state").asString()).isEqualTo("open");
	}

	@Test
	void wrongRequestsSayWhatIsWrong() {
		String body = "{\"kind\":\"%s\",\"name\":\"%s\",\"differentUnits\":false}";
		assertThat(this.all.send(HttpMethod.PUT, "/circle-formings/spring", HR, body.formatted("circle", "spring"), 400)
			.get("detail")
			.asString()).contains("UUID");
		String forming = this.all.open("circle", "");
		this.all.send(HttpMethod.PUT, forming, HR, body.formatted("choir", "spring"), 400);
		this.all.send(HttpMethod.PUT, forming, HR, body.formatted("circle", " "), 400);
		this.all.send(HttpMethod.PUT, forming, HR, body.formatted("supervision-group", "spring"), 409);
		this.all.put(HR, forming, body.formatted("circle", "spring"));
		this.all.send(HttpMethod.PUT, forming + "/state", HR, "{\"state\":\"open\"}", 400);
		this.all.send(HttpMethod.GET, forming + "/verification", HR, null, 409);
		this.all.send(HttpMethod.GET, "/circle-formings/" + UUID.randomUUID() + "/preview", HR, null, 404);
		assertThat(this.all.get(HR, "/circle-formings")).hasSize(1);
	}

	private void apart(String staffId, String other) {
		Set<String> apart = new HashSet<>(ids(this.all.get(Tokens.staff(staffId), "/me/participation").get("apart")));
		apart.add(other);
		this.all.put(Tokens.staff(staffId), "/me/participation",
				"{\"onHold\":false,\"apart\":[\"%s\"]}".formatted(String.join("\",\"", apart)));
	}

	private void hold(String staffId) {
		this.all.put(Tokens.staff(staffId), "/me/participation", "{\"onHold\":true,\"apart\":[]}");
	}

	private void cancelAll() {
		this.all.get(HR, "/circle-formings")
			.valueStream()
			.filter((forming) -> forming.get("state").asString().equals("open"))
			.forEach((forming) -> this.all.put(HR,
					"/circle-formings/%s/state".formatted(forming.get("formingId").asString()), CANCELLED));
	}

	private JsonNode preview(String forming) {
		return this.all.get(HR, forming + "/preview");
	}

	private JsonNode publish(String forming) {
		return this.all.put(HR, forming + "/state", PUBLISHED);
	}

	private JsonNode verification(String forming) {
		return this.all.get(HR, forming + "/verification");
	}

	/** How many people each forming has, the newest first. */
	private List<Integer> people() {
		return this.all.get(HR, "/circle-formings").valueStream().map((each) -> each.get("people").asInt()).toList();
	}

	private String obstacle(String forming) {
		JsonNode preview = preview(forming);
		assertThat(preview.get("circles")).isEmpty();
		JsonNode obstacle = preview.get("obstacles").get(0);
		assertThat(obstacle.get("because").asString()).isNotBlank();
		return "%s %s of %s".formatted(obstacle.get("rule").asString(), obstacle.get("people"), obstacle.get("room"));
	}

	private static List<Set<String>> circles(JsonNode preview) {
		List<Set<String>> circles = new ArrayList<>();
		preview.get("circles").forEach((circle) -> circles.add(new HashSet<>(ids(circle.get("members")))));
		return circles;
	}

}
