package org.holdfast.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.test.ContractSample;
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
 * What is between one person and the service, or between two: warnings, peer check-ins,
 * the signal of support, the access log; and that all of it is gone after an erasure.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class PrivateMattersTests {

	private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

	private static final ContractSample WARNED = ContractSample.of("burnout-alert", "burnout-alert.warned");

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Participants participants;

	@LocalServerPort
	private int port;

	private Agency agency;

	private final String id = UUID.randomUUID().toString();

	private final String me = "me-" + this.id.substring(0, 6);

	private final String other = "other-" + this.id.substring(0, 6);

	private final String third = "third-" + this.id.substring(0, 6);

	@BeforeEach
	void people() {
		this.agency = new Agency(this.kafka, this.port);
		this.agency.clock(MONDAY);
		this.agency.unit("P", null);
		List.of(this.other, this.third, this.me).forEach((each) -> this.agency.staff(each, "P", "staff"));
		List.of(this.other, this.third, this.me).forEach(this.agency::await);
	}

	@Test
	void aWarningIsSeenByThePersonItIsAboutAndByNobodyElse() {
		String pseudonym = warn(this.me, 1, "raised", MONDAY.minusSeconds(3600));
		JsonNode warning = awaitWarning(this.me);
		assertThat(warning.get("scale").asString()).isEqualTo("strain");
		assertThat(warning.get("state").asString()).isEqualTo("raised");
		assertThat(warning.get("evidence")).isEqualTo(
				Agency.JSON.readTree("{\"latest\":85.0,\"usual\":39.9,\"earlierAnswers\":20,\"chart\":\"cusum\"}"));
		assertThat(warning.get("falseAlarms").asString()).isEqualTo("about one in 10 years of weekly answers");
		assertThat(warning.get("cycleId").asString()).isEqualTo("2026-W21");
		assertThat(warning.get("needs")).isNotEmpty();
		assertThat(this.agency.get(warning.get("help").asString(), this.me).getStatusCode().value()).isEqualTo(200);
		for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
			ResponseEntity<String> others = this.agency.send(HttpMethod.GET, "/me/warnings",
					Tokens.of(this.other, role), null, "en");
			assertThat(others.getBody()).isEqualTo("[]");
			assertThat(this.agency
				.send(HttpMethod.PUT, "/me/warnings/strain", Tokens.of(this.other, role), Map.of("acknowledged", true),
						"en")
				.getStatusCode()
				.value()).isEqualTo(404);
		}
		assertThat(warning.toString()).doesNotContain(pseudonym);
	}

	@Test
	void whoTookNoteOrMutedIsRememberedUntilTheNextWarning() {
		warn(this.me, 1, "raised", MONDAY.minusSeconds(3600));
		awaitWarning(this.me);
		Instant until = MONDAY.plus(Duration.ofDays(14));
		this.agency.put("/me/warnings/strain", this.me, Map.of("acknowledged", true, "mutedUntil", until));
		assertThat(awaitWarning(this.me).get("acknowledged").asBoolean()).isTrue();
		assertThat(awaitWarning(this.me).get("mutedUntil").asString()).isEqualTo(until.toString());
		this.agency.clock(until);
		assertThat(awaitWarning(this.me).get("mutedUntil").isNull()).isTrue();
		assertThat(awaitWarning(this.me).get("acknowledged").asBoolean()).isTrue();
		warn(this.me, 2, "over", MONDAY.plusSeconds(1));
		Awaitility.await()
			.untilAsserted(() -> assertThat(awaitWarning(this.me).get("state").asString()).isEqualTo("over"));
		warn(this.me, 3, "raised", MONDAY.plusSeconds(2));
		Awaitility.await()
			.untilAsserted(() -> assertThat(awaitWarning(this.me).get("state").asString()).isEqualTo("raised"));
		assertThat(awaitWarning(this.me).get("acknowledged").asBoolean()).isFalse();
	}

	@Test
	void aMalformedWarningIsSetAside() {
		String key = "m-" + this.id;
		this.kafka.publish(WARNED.withKey(key).without("falseAlarms"));
		this.kafka.publish(WARNED.withKey(key).withValue("pseudonym", key));
		this.kafka.publish(WARNED.withKey(key + ":strain").withValue("pseudonym", key).withValue("state", "maybe"));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.mongo.getCollection("quarantine")
				.countDocuments(new Document("topic", "burnout-alert.warned").append("key",
						new Document("$in", List.of(key, key + ":strain")))))
				.isEqualTo(3));
	}

	@Test
	void aPeerCheckInNeedsBothAndIsSeenByTheTwoOnly() {
		invite();
		assertThat(invite().getStatusCode().value()).isEqualTo(200);
		assertThat(state(this.me, "active").getStatusCode().value()).isEqualTo(409);
		assertThat(answer(this.me, "well", null).getStatusCode().value()).isEqualTo(409);
		assertThat(state(this.third, "active").getStatusCode().value()).isEqualTo(404);
		assertThat(state(this.other, "active").getStatusCode().value()).isEqualTo(200);
		assertThat(answer(this.me, "not-well", "Only the Wolverhampton file").getStatusCode().value()).isEqualTo(200);
		JsonNode seen = checkIn(this.other).get("answers").get(0);
		assertThat(seen.get("doing").asString()).isEqualTo("not-well");
		assertThat(seen.get("note").asString()).isEqualTo("Only the Wolverhampton file");
		assertThat(seen.get("mine").asBoolean()).isFalse();
		// one tap can be changed, not doubled
		answer(this.me, "so-so", null);
		assertThat(checkIn(this.other).get("answers")).hasSize(1);
		assertThat(checkIn(this.other).get("answers").get(0).get("doing").asString()).isEqualTo("so-so");

		for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
			assertThat(this.agency.send(HttpMethod.GET, "/me/peer-check-ins", Tokens.of(this.third, role), null, "en")
				.getBody()).isEqualTo("[]");
		}
		assertThat(answer(this.third, "well", null).getStatusCode().value()).isEqualTo(404);
		assertThat(dump()).contains(this.id).doesNotContain("Wolverhampton", "SO_SO", "so-so", "not-well");
		JsonNode log = this.agency.json("/me/access-log", this.me);
		assertThat(log).hasSize(1);
		assertThat(log.get(0).get("what").asString()).isEqualTo("check-in");
		assertThat(log.get(0).get("by").get("staffId").asString()).isEqualTo(this.other);
		assertThat(this.agency.json("/me/access-log", this.other)).isEmpty();
	}

	@Test
	void bothAreAskedAgainInTheirRhythmUnlessItRests() {
		invite();
		state(this.other, "active");
		assertThat(checkIn(this.me).get("round").asInt()).isOne();
		this.agency.clock(MONDAY.plus(Duration.ofDays(7)).minusSeconds(1));
		assertThat(checkIn(this.me).get("round").asInt()).isOne();
		this.agency.clock(MONDAY.plus(Duration.ofDays(7)));
		assertThat(checkIn(this.me).get("round").asInt()).isEqualTo(2);
		List<Published> told = this.kafka.await("notification.requested",
				(all) -> all.stream()
					.filter((each) -> each.key().startsWith(this.id) && each.value() != null
							&& each.value().get("subject").asString().equals("peer-check-in-due"))
					.count() == 2);
		assertThat(told.stream().filter((each) -> each.key().startsWith(this.id)).map(Object::toString))
			.noneMatch((text) -> text.contains("well"));
		state(this.other, "paused");
		this.agency.clock(MONDAY.plus(Duration.ofDays(60)));
		assertThat(checkIn(this.me).get("round").asInt()).isEqualTo(2);
		state(this.me, "active");
		assertThat(checkIn(this.me).get("dueAt").asString()).isEqualTo(MONDAY.plus(Duration.ofDays(67)).toString());
	}

	@Test
	void eitherEndsItWithoutAReasonAndWhatWasAnsweredIsGone() {
		invite();
		state(this.other, "active");
		answer(this.me, "well", "a note");
		answer(this.other, "well", null);
		state(this.other, "ended");
		assertThat(checkIn(this.me).get("state").asString()).isEqualTo("ended");
		assertThat(checkIn(this.me).get("answers")).isEmpty();
		// a late retry revives nothing
		assertThat(Agency.JSON.readTree(invite().getBody()).get("state").asString()).isEqualTo("ended");
		assertThat(state(this.me, "active").getStatusCode().value()).isEqualTo(409);
		this.agency.clock(MONDAY.plus(Duration.ofDays(31)));
		assertThat(this.agency.json("/me/peer-check-ins", this.me)).isEmpty();
	}

	@Test
	void erasureLeavesNothingOfThePersonInAnyCollection() {
		String pseudonym = warn(this.me, 1, "raised", MONDAY);
		awaitWarning(this.me);
		this.agency.put("/me/warnings/strain", this.me, Map.of("acknowledged", true));
		invite();
		state(this.other, "active");
		answer(this.me, "well", "a note");
		checkIn(this.other);
		this.agency.put("/me/help-requests/" + this.id, this.me,
				Map.of("to", Map.of("kind", "peer", "personId", this.other), "urgency", "soon", "words", "words"));
		this.agency.json("/help-requests", this.other);
		assertThat(dump()).contains(this.me, pseudonym);
		this.agency.erase(this.me);
		this.agency.awaitGone(this.me);
		Awaitility.await().untilAsserted(() -> {
			assertThat(leftOf(this.me)).containsExactly("participants: _gone _id _seq");
			assertThat(leftOf(pseudonym)).isEmpty();
		});
		assertThat(this.agency.json("/me/peer-check-ins", this.other)).isEmpty();
		assertThat(this.agency.json("/help-requests", this.other)).isEmpty();
		// who comes back is somebody new, also when the tombstone comes again
		this.agency.staff(100, this.me, "P", true, "staff");
		this.agency.await(this.me);
		this.agency.erase(this.me);
		assertThat(this.agency.json("/me/warnings", this.me)).isEmpty();
		assertThat(this.agency.json("/me/access-log", this.me)).isEmpty();
		assertThat(this.participants.pseudonymOf(this.me)).isNotEqualTo(pseudonym);
	}

	private String warn(String staffId, long sequence, String state, Instant since) {
		String pseudonym = this.participants.pseudonymOf(staffId);
		this.kafka.publish(WARNED.withKey(pseudonym + ":strain")
			.withSequence(sequence)
			.withValue("pseudonym", pseudonym)
			.withValue("state", state)
			.withValue("since", since.toString()));
		return pseudonym;
	}

	private JsonNode awaitWarning(String staffId) {
		Awaitility.await().untilAsserted(() -> assertThat(this.agency.json("/me/warnings", staffId)).hasSize(1));
		return this.agency.json("/me/warnings", staffId).get(0);
	}

	private ResponseEntity<String> invite() {
		return this.agency.put("/me/peer-check-ins/" + this.id, this.me, Map.of("with", this.other, "everyDays", 7));
	}

	private ResponseEntity<String> state(String staffId, String state) {
		return this.agency.put("/me/peer-check-ins/" + this.id + "/state", staffId, Map.of("state", state));
	}

	private ResponseEntity<String> answer(String staffId, String doing, String note) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("doing", doing);
		answer.put("note", note);
		return this.agency.put("/me/peer-check-ins/" + this.id + "/answer", staffId, answer);
	}

	private JsonNode checkIn(String staffId) {
		return this.agency.json("/me/peer-check-ins", staffId).get(0);
	}

	private String options(String staffId) {
		return this.agency.json("/me/help-options", staffId).get("options").toString();
	}

	/** Collections that hold the text in a document, with the document's fields. */
	private List<String> leftOf(String text) {
		List<String> left = new ArrayList<>();
		for (String collection : this.mongo.getCollectionNames()) {
			this.mongo.getCollection(collection).find().forEach((document) -> {
				if (document.toJson().contains(text)) {
					left.add(collection + ": " + String.join(" ", new TreeSet<>(document.keySet())));
				}
			});
		}
		return left;
	}

	private String dump() {
		StringBuilder dump = new StringBuilder();
		for (String collection : this.mongo.getCollectionNames()) {
			this.mongo.getCollection(collection).find().forEach((document) -> dump.append(document.toJson()));
		}
		return dump.toString();
	}

}
