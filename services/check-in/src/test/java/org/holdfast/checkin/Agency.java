package org.holdfast.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The people of a test and what they send: events from the other services, and requests
 * as anybody.
 */
public final class Agency {

	public static final JsonMapper JSON = JsonMapper.builder().build();

	private static final ContractSample STAFF = ContractSample.of("profile", "profile.staff");

	private static final ContractSample UNIT = ContractSample.of("profile", "profile.units");

	private static final ContractSample MATCH = ContractSample.of("mentorship-matching", "mentorship.match");

	private final KafkaProbe kafka;

	private final int port;

	public Agency(KafkaProbe kafka, int port) {
		this.kafka = kafka;
		this.port = port;
	}

	public void unit(String id, @Nullable String leadId) {
		this.kafka.publish(UNIT.withKey(id)
			.withValue("unitId", id)
			.withValue("name", "Unit " + id)
			.withValue("parentId", null)
			.withValue("leadId", leadId));
	}

	public void staff(String id, String unitId, String... roles) {
		staff(1, id, unitId, true, roles);
	}

	public void staff(long sequence, String id, String unitId, boolean active, String... roles) {
		this.kafka.publish(STAFF.withKey(id)
			.withSequence(sequence)
			.withValue("staffId", id)
			.withValue("displayName", "Name of " + id)
			.withValue("unitId", unitId)
			.withValue("managerId", null)
			.withValue("active", active)
			.withValue("roles", List.of(roles)));
	}

	public void match(String mentorId, String menteeId, String state, long sequence) {
		String id = menteeId + "-1";
		this.kafka.publish(MATCH.withKey(id)
			.withSequence(sequence)
			.withValue("matchId", id)
			.withValue("mentorId", mentorId)
			.withValue("menteeId", menteeId)
			.withValue("state", state));
	}

	public void erase(String staffId) {
		this.kafka.publish("profile.staff", staffId, STAFF.withSequence(99).headers(), null);
	}

	/** Until the person can do things here. */
	public void await(String staffId) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(get("/me/help-options", staffId).getStatusCode().value()).isEqualTo(200));
	}

	public void awaitGone(String staffId) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(get("/me/help-options", staffId).getStatusCode().value()).isEqualTo(403));
	}

	public void clock(Instant now) {
		ResponseEntity<String> set = send(HttpMethod.PUT, "/clock", Tokens.of("boss", "administrator"),
				Map.of("now", now), "en");
		assertThat(set.getStatusCode().value()).isEqualTo(200);
	}

	public JsonNode json(String path, String staffId) {
		ResponseEntity<String> answer = get(path, staffId);
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
		return JSON.readTree(answer.getBody());
	}

	public ResponseEntity<String> get(String path, String staffId) {
		return send(HttpMethod.GET, path, Tokens.staff(staffId), null, "en");
	}

	public ResponseEntity<String> put(String path, String staffId, Object body) {
		return send(HttpMethod.PUT, path, Tokens.staff(staffId), body, "en");
	}

	public ResponseEntity<String> post(String path, String staffId) {
		return send(HttpMethod.POST, path, Tokens.staff(staffId), null, "en");
	}

	public ResponseEntity<String> delete(String path, String staffId) {
		return send(HttpMethod.DELETE, path, Tokens.staff(staffId), null, "en");
	}

	public ResponseEntity<String> send(HttpMethod method, String path, String token, @Nullable Object body,
			String language) {
		RestClient client = RestClient.builder()
			.baseUrl("http://localhost:" + this.port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
		RestClient.RequestBodySpec request = client.method(method)
			.uri(path)
			.header("Authorization", "Bearer " + token)
			.header("Accept-Language", language);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
		}
		return request.retrieve().toEntity(String.class);
	}

}
