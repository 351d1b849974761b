package org.holdfast.checkin.help;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.holdfast.checkin.Agency;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asking for help over HTTP, with everybody who might be curious.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class HelpTests {

	private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

	private static final String WORDS = "Since the Kestrel case I cannot sleep";

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private Agency agency;

	private final String id = UUID.randomUUID().toString();

	/** Ends everybody's id: tests do not meet. */
	private final String tag = "-" + this.id.substring(0, 6);

	@BeforeEach
	void people() {
		// nobody of an earlier test is left to be asked by role
		for (String collection : List.of("participants", "help-requests", "access-log")) {
			this.mongo.getCollection(collection).deleteMany(new Document());
		}
		this.agency = new Agency(this.kafka, this.port);
		this.agency.clock(MONDAY);
		this.agency.unit(who("unit"), who("lead"));
		this.agency.staff(who("lead"), who("unit"), "staff", "supervisor");
		this.agency.staff(who("peer"), who("unit"), "staff");
		this.agency.staff(who("mentor"), who("unit"), "staff");
		this.agency.staff(who("other"), who("unit"), "staff", "supervisor", "administrator");
		this.agency.match(who("mentor"), who("asker"), "active", 1);
		this.agency.staff(who("counsellor"), who("unit"), "staff", "counsellor");
		this.agency.staff(who("hr"), who("unit"), "staff", "hr");
		this.agency.staff(who("asker"), who("unit"), "staff");
		this.agency.await(who("asker"));
		Awaitility.await().untilAsserted(() -> {
			String options = this.agency.json("/me/help-options", who("asker")).get("options").toString();
			assertThat(options).contains(who("counsellor"), who("hr"), who("peer"), who("other"));
			assertThat(options)
				.containsPattern("mentor\",\"group\":false,\"people\":\\[\\{\"staffId\":\"" + who("mentor"));
			assertThat(options)
				.containsPattern("supervisor\",\"group\":false,\"people\":\\[\\{\"staffId\":\"" + who("lead"));
		});
	}

	@Test
	void onlyTheAskerAndTheAddresseeCanSeeARequest() {
		ask(Map.of("to", to("supervisor"), "urgency", "soon", "words", WORDS));
		JsonNode option = this.agency.json("/me/help-options", who("asker")).get("options").get(2);
		assertThat(option.get("kind").asString()).isEqualTo("supervisor");
		assertThat(option.get("reactWithin").get("can-wait").asInt()).isEqualTo(3 * 24 * 60);
		assertThat(own().get("words").asString()).isEqualTo(WORDS);
		assertThat(own().get("state").asString()).isEqualTo("asked");
		assertThat(own().get("stations").get(0).get("person").get("staffId").asString()).isEqualTo(who("lead"));
		assertThat(own().get("dueAt").asString()).isEqualTo(MONDAY.plus(Duration.ofDays(1)).toString());

		JsonNode listed = this.agency.json("/help-requests", who("lead")).get(0);
		assertThat(listed.get("from").get("displayName").asString()).isEqualTo("Name of " + who("asker"));
		assertThat(listed.get("words").isNull()).isTrue();
		assertThat(opened("lead").get("words").asString()).isEqualTo(WORDS);
		assertThat(own().get("state").asString()).isEqualTo("seen");
		assertThat(own().get("stations").get(0).get("seenAt").asString()).isEqualTo(MONDAY.toString());

		for (String nobody : List.of("peer", "mentor", "counsellor", "hr", "other", "asker", "stranger")) {
			for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
				assertNothingFor(who(nobody), role);
			}
		}
		assertThat(this.agency.json("/me/help-requests", who("other"))).isEmpty();
		assertThat(this.agency.delete("/me/help-requests/" + this.id, who("lead")).getStatusCode().value())
			.isEqualTo(404);
		assertThat(this.agency.post("/me/help-requests/" + this.id + "/close", who("other")).getStatusCode().value())
			.isEqualTo(404);
		assertThat(own().get("state").asString()).isEqualTo("seen");
	}

	@Test
	void aRetryIsTheSameRequestAndAnotherOneUnderItsIdIsRefused() {
		Map<String, Object> asking = Map.of("to", to("counselling"), "urgency", "can-wait", "words", WORDS);
		JsonNode first = ask(asking);
		assertThat(ask(asking)).isEqualTo(first);
		Map<String, Object> different = new HashMap<>(asking);
		different.put("words", WORDS + "!");
		assertThat(put(who("asker"), different).getBody()).contains("urn:holdfast:problem:request-differs");
		assertThat(put(who("peer"), asking).getBody()).contains("urn:holdfast:problem:request-differs")
			.doesNotContain(WORDS, who("asker"));
		assertThat(this.agency.json("/me/help-requests", who("asker"))).hasSize(1);
		this.agency.delete("/me/help-requests/" + this.id, who("asker"));
		assertThat(ask(asking).get("state").asString()).isEqualTo("withdrawn");
		assertThat(own().get("words").isNull()).isTrue();
	}

	@Test
	void manyReactAtOnceAndExactlyOneAccepts() throws Exception {
		List<String> counsellors = new ArrayList<>(List.of(who("counsellor")));
		for (int i = 0; i < 7; i++) {
			counsellors.add(who("counsellor-" + i));
			this.agency.staff(counsellors.getLast(), who("unit"), "staff", "counsellor");
		}
		this.agency.await(counsellors.getLast());
		ask(Map.of("to", to("counselling"), "urgency", "soon"));
		List<Callable<Integer>> acceptances = counsellors.stream()
			.<Callable<Integer>>map((each) -> () -> react(each, "accepted").getStatusCode().value())
			.toList();
		List<Integer> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var each : threads.invokeAll(acceptances)) {
				answers.add(each.get());
			}
		}
		assertThat(answers).containsOnlyOnce(200).hasSize(8);
		assertThat(answers.stream().filter((status) -> status == 409)).hasSize(7);
		String helper = counsellors.get(answers.indexOf(200));
		assertThat(own().get("acceptedBy").get("staffId").asString()).isEqualTo(helper);
		// again is no other thing, and the others see nothing any more
		assertThat(react(helper, "accepted").getStatusCode().value()).isEqualTo(200);
		for (String other : counsellors) {
			assertThat(this.agency.json("/help-requests", other)).hasSize(other.equals(helper) ? 1 : 0);
		}
	}

	@Test
	void whenNobodyReactsItGoesOnToWhomThePersonAgreedToAndToNobodyElse() {
		ask(Map.of("to", to("mentor"), "urgency", "soon", "words", WORDS, "goesOnTo",
				List.of(to("supervisor"), to("counselling"))));
		this.agency.clock(MONDAY.plus(Duration.ofDays(2)).minusSeconds(1));
		assertThat(own().get("state").asString()).isEqualTo("asked");
		assertThat(this.agency.json("/help-requests", who("lead"))).isEmpty();
		this.agency.clock(MONDAY.plus(Duration.ofDays(2)));
		assertThat(own().get("state").asString()).isEqualTo("handed-on");
		// the words were not agreed to be handed on
		assertThat(opened("lead").get("words").isNull()).isTrue();
		assertThat(opened("mentor").get("words").asString()).isEqualTo(WORDS);
		assertThat(this.agency.json("/help-requests", who("counsellor"))).isEmpty();
		// seeing is not reacting
		this.agency.clock(MONDAY.plus(Duration.ofDays(3)));
		assertThat(opened("counsellor").get("words").isNull()).isTrue();
		this.agency.clock(MONDAY.plus(Duration.ofDays(29)));
		assertThat(own().get("state").asString()).isEqualTo("unanswered");
		assertThat(own().get("stations")).hasSize(3);
		for (String nobody : List.of("hr", "other", "peer")) {
			assertNothingFor(who(nobody), "administrator");
		}
		// better late than never
		assertThat(react(who("lead"), "accepted").getStatusCode().value()).isEqualTo(200);
		this.agency.clock(MONDAY.plus(Duration.ofDays(90)));
		assertThat(own().get("state").asString()).isEqualTo("accepted");
	}

	@Test
	void whatIsDeclinedGoesOnAtOnceAndWhoDeclinedSeesNothingAnyMore() {
		ask(Map.of("to", to("peer", "peer"), "urgency", "soon", "words", WORDS, "goesOnTo", List.of(to("hr")),
				"wordsGoOn", true));
		assertThat(react(who("peer"), "declined").getBody()).contains("declined").doesNotContain("handed");
		assertThat(react(who("peer"), "declined").getStatusCode().value()).isEqualTo(200);
		assertThat(this.agency.get("/help-requests/" + this.id, who("peer")).getStatusCode().value()).isEqualTo(404);
		assertThat(react(who("peer"), "accepted").getStatusCode().value()).isEqualTo(404);
		assertThat(own().get("state").asString()).isEqualTo("handed-on");
		assertThat(opened("hr").get("words").asString()).isEqualTo(WORDS);
		assertThat(react(who("hr"), "accepted").getStatusCode().value()).isEqualTo(200);
		assertThat(react(who("hr"), "closed").getStatusCode().value()).isEqualTo(200);
		assertThat(own().get("state").asString()).isEqualTo("closed");
		assertThat(opened("hr").get("words").isNull()).isTrue();
		assertThat(own().get("words").asString()).isEqualTo(WORDS);
	}

	@Test
	void whoHasAcceptedCanStillHandItOn() {
		ask(Map.of("to", to("peer", "peer"), "urgency", "soon", "goesOnTo", List.of(to("hr"))));
		react(who("peer"), "accepted");
		react(who("peer"), "declined");
		assertThat(own().get("state").asString()).isEqualTo("handed-on");
		assertThat(own().get("acceptedBy").isNull()).isTrue();
		assertThat(this.agency.json("/help-requests", who("hr"))).hasSize(1);
	}

	@Test
	void whatEveryoneDeclinedIsDeclined() {
		ask(Map.of("to", to("peer", "peer"), "urgency", "soon"));
		react(who("peer"), "declined");
		assertThat(own().get("state").asString()).isEqualTo("declined");
		assertThat(own().get("stations").get(0).get("declined").asBoolean()).isTrue();
	}

	@Test
	void withdrawingRemovesTheWordsAtOnceWhateverTheState() {
		ask(Map.of("to", to("supervisor"), "urgency", "soon", "words", WORDS));
		react(who("lead"), "accepted");
		assertThat(opened("lead").get("words").asString()).isEqualTo(WORDS);
		this.agency.delete("/me/help-requests/" + this.id, who("asker"));
		assertThat(opened("lead").get("words").isNull()).isTrue();
		assertThat(opened("lead").get("state").asString()).isEqualTo("withdrawn");
		assertThat(own().get("words").isNull()).isTrue();
		assertThat(stored()).doesNotContain("\"text\"");
		assertThat(react(who("lead"), "closed").getStatusCode().value()).isEqualTo(409);
	}

	@Test
	void noCopyHoldsAWordAndNoEventSaysWhoAsksOrOfWhichKind() {
		ask(Map.of("to", to("counselling"), "urgency", "urgent", "words", WORDS));
		Published requested = published("check-in.help-requested", this.id);
		assertThat(requested.key() + requested.headers() + requested.value()).contains(who("counsellor"))
			.doesNotContainIgnoringCase("Kestrel")
			.doesNotContain(who("asker"), "counselling", "urgen", "words");
		Published notification = published("notification.requested", this.id + "-1");
		assertThat(notification.key() + notification.headers() + notification.value())
			.contains(who("counsellor"), "help-asked")
			.doesNotContain(who("asker"), "counselling", "Kestrel");
		StringBuilder dump = new StringBuilder();
		for (String collection : this.mongo.getCollectionNames()) {
			this.mongo.getCollection(collection).find().forEach((document) -> dump.append(document.toJson()));
		}
		assertThat(dump).contains(this.id);
		for (String word : List.of("Kestrel", "sleep", "cannot")) {
			assertThat(dump.toString()).doesNotContainIgnoringCase(word);
		}
	}

	@Test
	void whatIsOverLeavesTheTopicsAndInTheEndTheDatabase() {
		ask(Map.of("to", to("supervisor"), "urgency", "soon"));
		this.agency.delete("/me/help-requests/" + this.id, who("asker"));
		awaitTombstone("check-in.help-requested", this.id);
		awaitTombstone("notification.requested", this.id + "-1");
		this.agency.clock(MONDAY.plus(Duration.ofDays(30)).plusSeconds(1));
		assertThat(this.agency.json("/me/help-requests", who("asker"))).isEmpty();
	}

	@Test
	void whomToTurnToAtOnceIsShownWhereWordsOrUrgencyCallForItAndKeptNowhere() {
		assertThat(ask(Map.of("to", to("peer", "peer"), "urgency", "soon", "words", WORDS)).get("crisis")).isEmpty();
		String other = UUID.randomUUID().toString();
		ResponseEntity<String> spanish = this.agency.send(HttpMethod.PUT, "/me/help-requests/" + other,
				Tokens.staff(who("asker")),
				Map.of("to", to("peer", "peer"), "urgency", "soon", "words", "A veces pienso en quitarme la\nVIDA…"),
				"es");
		assertThat(Agency.JSON.readTree(spanish.getBody()).get("crisis").get(1).get("contact").asString())
			.isEqualTo("024");
		Document stored = this.mongo.getCollection("help-requests").find(new Document("_id", other)).first();
		assertThat(stored.keySet().stream().filter((field) -> !field.startsWith("_")))
			.containsExactlyInAnyOrderElementsOf(
					Document.parse(stored()).keySet().stream().filter((field) -> !field.startsWith("_")).toList());
		assertThat(stored.toJson()).doesNotContain("crisis", "conducta suicida");
		assertThat(this.agency.json("/help-requests", who("peer")).toString()).doesNotContain("crisis",
				"conducta suicida");
		// also for who cannot be helped otherwise
		ResponseEntity<String> refused = this.agency.put("/me/help-requests/" + UUID.randomUUID(), who("asker"),
				Map.of("to", to("peer", "nobody"), "urgency", "urgent"));
		assertThat(refused.getBody()).contains("cannot-be-asked", "988");
	}

	@Test
	void onlyWhoMayTakeItCanBeAsked() {
		this.agency.staff(2, who("mentor"), who("unit"), false, "staff");
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.agency.get("/me/help-options", who("asker")).getBody())
				.doesNotContain(who("mentor")));
		assertThat(put(who("asker"), Map.of("to", to("mentor"), "urgency", "soon")).getBody())
			.contains("nobody-to-ask");
		for (Map<String, Object> wrong : List.of(to("mentor", "peer"), to("supervisor", "other"), to("hr", "lead"),
				to("counselling", "hr"), to("peer", "asker"), to("peer", "mentor"))) {
			assertThat(put(who("asker"), Map.of("to", wrong, "urgency", "soon")).getBody()).as(wrong.toString())
				.contains("cannot-be-asked");
		}
		assertThat(put(who("asker"), Map.of("to", to("peer"), "urgency", "soon")).getBody()).contains("whom-to-ask");
		assertThat(this.agency.put("/me/help-requests/1", who("asker"), Map.of("to", to("hr"), "urgency", "soon"))
			.getBody()).contains("invalid-id");
		assertThat(put(who("asker"), Map.of("to", to("hr"), "urgency", "soon", "words", "x".repeat(4001))).getBody())
			.contains("/words");
	}

	@Test
	void whoLosesTheRoleSeesNothingAnyMore() {
		ask(Map.of("to", to("hr"), "urgency", "soon", "words", WORDS));
		assertThat(opened("hr").get("words").asString()).isEqualTo(WORDS);
		this.agency.staff(2, who("hr"), who("unit"), true, "staff");
		Awaitility.await().untilAsserted(() -> assertThat(this.agency.json("/help-requests", who("hr"))).isEmpty());
		assertNothingFor(who("hr"), "hr");
	}

	@Test
	void everyReadingIsInTheAccessLogOfThePersonItIsAbout() {
		ask(Map.of("to", to("supervisor"), "urgency", "soon", "words", WORDS));
		assertThat(this.agency.json("/me/access-log", who("asker"))).isEmpty();
		this.agency.json("/help-requests", who("lead"));
		JsonNode listed = this.agency.json("/me/access-log", who("asker"));
		assertThat(listed).hasSize(1);
		assertThat(listed.get(0).get("what").asString()).isEqualTo("help-request");
		assertThat(listed.get(0).get("by").get("displayName").asString()).isEqualTo("Name of " + who("lead"));
		this.agency.clock(MONDAY.plusSeconds(60));
		opened("lead");
		opened("lead");
		JsonNode log = this.agency.json("/me/access-log", who("asker"));
		assertThat(log).hasSize(2);
		JsonNode words = log.get(0).get("what").asString().equals("words") ? log.get(0) : log.get(1);
		assertThat(words.get("times").asInt()).isEqualTo(2);
		assertThat(words.get("last").asString()).isEqualTo(MONDAY.plusSeconds(60).toString());
		assertThat(words.get("thing").asString()).isEqualTo(this.id);
		assertThat(this.agency.json("/me/access-log", who("lead"))).isEmpty();
		// who asks for what is none of theirs has read nothing
		this.agency.get("/help-requests/" + this.id, who("peer"));
		assertThat(this.agency.json("/me/access-log", who("asker"))).hasSize(2);
	}

	@Test
	void erasureOfTheAddresseeTakesTheirNameAndOfTheAskerEverything() {
		ask(Map.of("to", to("supervisor"), "urgency", "soon", "words", WORDS, "goesOnTo", List.of(to("hr"))));
		opened("lead");
		react(who("lead"), "accepted");
		this.agency.erase(who("lead"));
		this.agency.awaitGone(who("lead"));
		Awaitility.await().untilAsserted(() -> assertThat(own().get("state").asString()).isEqualTo("handed-on"));
		assertThat(own().get("words").asString()).isEqualTo(WORDS);
		Document request = Document.parse(stored());
		request.remove("_outbox");
		assertThat(request.toJson()).doesNotContain(who("lead"));
		assertThat(this.agency.json("/me/access-log", who("asker")).get(0).get("by").isNull()).isTrue();
		awaitTombstone("notification.requested", this.id + "-1");

		this.agency.erase(who("asker"));
		this.agency.awaitGone(who("asker"));
		Awaitility.await().untilAsserted(() -> {
			StringBuilder dump = new StringBuilder();
			for (String collection : List.of("help-requests", "access-log", "data-keys", "vault")) {
				this.mongo.getCollection(collection).find().forEach((document) -> dump.append(document.toJson()));
			}
			assertThat(dump.toString()).doesNotContain(who("asker"));
		});
		assertThat(this.agency.json("/help-requests", who("hr"))).isEmpty();
		awaitTombstone("check-in.help-requested", this.id);
		for (int notice = 1; notice <= 4; notice++) {
			awaitTombstone("notification.requested", this.id + "-" + notice);
		}
	}

	private void assertNothingFor(String staffId, String role) {
		String token = Tokens.of(staffId, role);
		assertThat(this.agency.send(HttpMethod.GET, "/help-requests", token, null, "en").getBody()).as(staffId)
			.isEqualTo("[]");
		ResponseEntity<String> opened = this.agency.send(HttpMethod.GET, "/help-requests/" + this.id, token, null,
				"en");
		assertThat(opened.getStatusCode().value()).as(staffId).isEqualTo(404);
		for (String reaction : List.of("accepted", "declined", "closed")) {
			assertThat(this.agency
				.send(HttpMethod.PUT, "/help-requests/" + this.id + "/reaction", token, Map.of("reaction", reaction),
						"en")
				.getStatusCode()
				.value()).as(staffId + " " + reaction).isEqualTo(404);
		}
	}

	private Published published(String topic, String key) {
		return this.kafka.await(topic, (all) -> all.stream().anyMatch((event) -> event.key().equals(key)))
			.stream()
			.filter((event) -> event.key().equals(key))
			.findFirst()
			.orElseThrow();
	}

	/** The last word about the key is that there is nothing. */
	private void awaitTombstone(String topic, String key) {
		this.kafka.await(topic,
				(all) -> all.stream()
					.filter((event) -> event.key().equals(key))
					.reduce((first, second) -> second)
					.filter((event) -> event.value() == null)
					.isPresent());
	}

	private String who(String name) {
		return name + this.tag;
	}

	private Map<String, Object> to(String kind) {
		return Map.of("kind", kind);
	}

	private Map<String, Object> to(String kind, String name) {
		return Map.of("kind", kind, "personId", who(name));
	}

	private JsonNode ask(Map<String, Object> asking) {
		ResponseEntity<String> answer = put(who("asker"), asking);
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
		return Agency.JSON.readTree(answer.getBody());
	}

	private ResponseEntity<String> put(String staffId, Map<String, Object> asking) {
		return this.agency.put("/me/help-requests/" + this.id, staffId, asking);
	}

	private ResponseEntity<String> react(String staffId, String reaction) {
		return this.agency.put("/help-requests/" + this.id + "/reaction", staffId, Map.of("reaction", reaction));
	}

	private JsonNode own() {
		return this.agency.json("/me/help-requests", who("asker")).get(0);
	}

	private JsonNode opened(String name) {
		return this.agency.json("/help-requests/" + this.id, who(name));
	}

	private String stored() {
		return this.mongo.getCollection("help-requests").find(new Document("_id", this.id)).first().toJson();
	}

}
