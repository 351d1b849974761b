package org.holdfast.mentorship;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

@WholeService
@TestPropertySource(properties = { "holdfast.simulated-clock=true", "holdfast.mentorship.quiet=300ms" })
@TestMethodOrder(MethodOrderer.MethodName.class)
class MentorshipApplicationTests {

	private static final ContractSample STAFF = ContractSample.of("profile", "profile.staff");

	private static final ContractSample UNITS = ContractSample.of("profile", "profile.units");

	private static final ContractSample MATCH = ContractSample.of("mentorship-matching", "mentorship.match");

	private static final String TOPIC = "mentorship.match";

	private static final String NOTHING = "{\"asMentor\":null,\"asMentee\":null,\"caseloads\":[],\"times\":[],\"meets\":[],\"asPeer\":null}";

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private HoldfastClock clock;

	@LocalServerPort
	private int port;

	@Test
	void aStaffEventsBecomeAMatchThatBothSee() {
		this.clock.set(Instant.parse("2026-05-18T08:00:00Z"));
		unit("U-01", null, null);
		unit("U-02", "U-01", null);
		unit("U-07", "U-02", "S-0101");
		unit("U-09", "U-01", null);
		staff("S-0101", 1, "U-02", null, NOTHING);
		// malformed: set aside, and what follows on any partition is read all the same
		this.kafka.publish(STAFF.without("active"));
		this.kafka.publish(STAFF.withValue("mentoring", json(NOTHING)).withSequence(2));
		staff("S-0117", 1, "U-09", null,
				"{\"asMentor\":{\"capacity\":2,\"skills\":[\"court-work\"],\"directions\":[],\"wants\":\"anybody\"},\"asMentee\":null,\"caseloads\":[],\"times\":[],\"meets\":[],\"asPeer\":null}");
		this.kafka.publish(STAFF.withSequence(3)
			.withValue("mentoring", json(
					"{\"asMentor\":null,\"asMentee\":{\"needs\":[\"court-work\",\"self-care\"],\"directions\":[],\"wants\":\"anybody\"},\"caseloads\":[],\"times\":[],\"meets\":[],\"asPeer\":null}")));

		assertThat(this.kafka.awaitValue("notification.requested", "S-0142-1:S-0117:match-proposed")
			.get("staffId")
			.asString()).isEqualTo("S-0117");
		accept("S-0142-1", "S-0117", "S-0142");

		Published published = this.kafka.await(TOPIC, 1).getFirst();
		assertThat(published.key()).isEqualTo(MATCH.key());
		assertThat(published.value()).isEqualTo(MATCH.value());
		assertThat(published.headers()).containsAllEntriesOf(Map.of("ce_type", MATCH.headers().get("ce_type"),
				"ce_source", MATCH.headers().get("ce_source"), "ce_specversion", MATCH.headers().get("ce_specversion"),
				"ce_sequence", MATCH.headers().get("ce_sequence"), "ce_time", MATCH.headers().get("ce_time")));
		assertThat(published.headers()).containsKeys(MATCH.headers().keySet().toArray(String[]::new));

		JsonNode ofMentee = get("/me/matches", Tokens.staff("S-0142")).get(0);
		assertThat(ofMentee.at("/as").asString()).isEqualTo("mentee");
		assertThat(ofMentee.at("/with/staffId").asString()).isEqualTo("S-0117");
		assertThat(ofMentee.at("/with/displayName").asString()).isEqualTo("Name of S-0117");
		assertThat(ofMentee.at("/score").asInt()).isEqualTo(MATCH.value().get("score").asInt());
		JsonNode ofMentor = get("/me/matches", Tokens.staff("S-0117")).get(0);
		assertThat(ofMentor.at("/as").asString()).isEqualTo("mentor");
		assertThat(ofMentor.at("/with/staffId").asString()).isEqualTo("S-0142");
		assertThat(ofMentor.at("/since").asString()).isEqualTo("2026-05-18T08:00:00Z");
		assertThat(get("/me/matches", Tokens.staff("S-0101"))).isEmpty();
		assertThat(get("/matches", Tokens.of("S-0001", "hr"))).hasSize(1);
		assertThat(get("/quarantine", Tokens.of("A", "administrator"))).hasSize(1);
	}

	@Test
	void bLeavingEndsTheMatchAndTheOtherIsMatchedAgain() {
		staff("S-0118", 1, "U-09", null,
				"{\"asMentor\":{\"capacity\":1,\"skills\":[],\"directions\":[],\"wants\":\"anybody\"},\"asMentee\":null,\"caseloads\":[],\"times\":[],\"meets\":[],\"asPeer\":null}");
		this.kafka.publish(STAFF.withKey("S-0117")
			.withSequence(2)
			.withValue("staffId", "S-0117")
			.withValue("managerId", null)
			.withValue("active", false));

		assertThat(this.kafka.awaitValue("notification.requested", "S-0142-2:S-0118:match-proposed")
			.get("about")
			.asString()).isEqualTo("S-0142-2");
		accept("S-0142-2", "S-0118", "S-0142");
		JsonNode next = this.kafka.awaitValue(TOPIC, "S-0142-2");
		assertThat(next.get("mentorId").asString()).isEqualTo("S-0118");
		Published ended = this.kafka.all(TOPIC)
			.stream()
			.filter((each) -> each.key().equals("S-0142-1"))
			.reduce((first, second) -> second)
			.orElseThrow();
		assertThat(ended.sequence()).isEqualTo(8);
		assertThat(ended.value()).isEqualTo(MATCH.withValue("state", "ended").value());
		assertThat(get("/me/matches", Tokens.staff("S-0117")).get(0).get("state").asString()).isEqualTo("ended");
	}

	@Test
	void cAnImportOfManyIsPaired() {
		for (int i = 0; i < 60; i++) {
			String mentoring = (i % 4 == 0) ? "{\"asMentor\":{\"capacity\":2,\"skills\":[\"s" + i % 8
					+ "\"],\"directions\":[],\"wants\":\"anybody\"},\"asMentee\":null,\"caseloads\":[],\"times\":[],\"meets\":[],\"asPeer\":null}"
					: (i % 4 == 1)
							? "{\"asMentor\":null,\"asMentee\":{\"needs\":[\"s4\"],\"directions\":[],\"wants\":\"anybody\"},\"caseloads\":[],\"times\":[],\"meets\":[],\"asPeer\":null}"
							: NOTHING;
			staff("P-" + i, 1, (i % 2 == 0) ? "U-09" : "U-02", null, mentoring);
		}
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			JsonNode matches = get("/matches", Tokens.of("S-0001", "hr"));
			assertThat(matches.valueStream().filter((match) -> match.at("/mentee/staffId").asString().startsWith("P-")))
				.hasSize(15);
		});
		get("/matches", Tokens.of("S-0001", "hr")).valueStream()
			.filter((match) -> match.get("state").asString().equals("proposed"))
			.forEach((match) -> accept(match.get("matchId").asString(), match.at("/mentor/staffId").asString(),
					match.at("/mentee/staffId").asString()));
		List<Published> all = this.kafka.await(TOPIC, 18);
		assertThat(all).allSatisfy((each) -> assertThat(
				each.value().get("points").valueStream().mapToInt((points) -> points.get("points").asInt()).sum())
			.isEqualTo(each.value().get("score").asInt()));
	}

	@Test
	void dTheOperationsAreDescribed() {
		JsonNode description = get("/v3/api-docs", Tokens.staff("S-0142"));
		assertThat(description.at("/paths/~1me~1matches/get/summary").asString()).isNotEmpty();
		assertThat(description.at("/paths/~1matches/get/summary").asString()).isNotEmpty();
		description.get("paths")
			.properties()
			.stream()
			.filter((path) -> path.getKey().startsWith("/me/gatherings/") || path.getKey().contains("supervisions"))
			.flatMap((path) -> path.getValue().valueStream())
			.forEach((operation) -> assertThat(operation.get("summary").asString()).isNotEmpty());
		assertThat(description.at("/components/schemas/OwnSession/properties").propertyNames())
			.containsExactlyInAnyOrder("sessionId", "state", "startsAt", "minutes", "where", "topics");
	}

	private void unit(String unitId, String parentId, String leadId) {
		this.kafka.publish(UNITS.withKey(unitId)
			.withValue("unitId", unitId)
			.withValue("parentId", parentId)
			.withValue("leadId", leadId));
	}

	private void staff(String staffId, int sequence, String unitId, String managerId, String mentoring) {
		this.kafka.publish(STAFF.withKey(staffId)
			.withSequence(sequence)
			.withValue("staffId", staffId)
			.withValue("displayName", "Name of " + staffId)
			.withValue("unitId", unitId)
			.withValue("managerId", managerId)
			.withValue("mentoring", json(mentoring)));
	}

	private void accept(String matchId, String... both) {
		for (String staffId : both) {
			RestClient.create("http://localhost:" + this.port)
				.put()
				.uri("/me/matches/{matchId}/state", matchId)
				.header(HttpHeaders.AUTHORIZATION, "Bearer " + Tokens.staff(staffId))
				.contentType(MediaType.APPLICATION_JSON)
				.body("{\"state\": \"active\"}")
				.retrieve()
				.toBodilessEntity();
		}
	}

	private JsonNode get(String path, String token) {
		JsonNode body = RestClient.create("http://localhost:" + this.port)
			.get()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, token.startsWith("Bearer ") ? token : "Bearer " + token)
			.retrieve()
			.body(JsonNode.class);
		return java.util.Objects.requireNonNull(body);
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
