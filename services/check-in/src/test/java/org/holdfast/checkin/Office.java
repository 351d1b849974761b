package org.holdfast.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
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
 * People in units who use a running service over HTTP, for tests.
 */
public final class Office {

	public static final Map<String, String> FORTY_FIVE = Map.of("energy", "often", "workload", "sometimes", "strain",
			"often", "support", "often", "meaning", "sometimes");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final ContractSample STAFF = ContractSample.of("profile", "profile.staff");

	private static final ContractSample MATCH = ContractSample.of("mentorship-matching", "mentorship.match");

	private static final ContractSample UNIT = ContractSample.of("profile", "profile.units");

	private final KafkaProbe kafka;

	private final RestClient http;

	public Office(KafkaProbe kafka, int port) {
		this.kafka = kafka;
		this.http = RestClient.builder()
			.baseUrl("http://localhost:" + port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
	}

	public void unit(String id, @Nullable String parentId) {
		this.kafka.publish(UNIT.withKey(id)
			.withValue("unitId", id)
			.withValue("name", "Unit " + id)
			.withValue("parentId", parentId));
	}

	/** Returns when the service knows them all. */
	public void hire(String unitId, String... staffIds) {
		for (String id : staffIds) {
			this.kafka.publish(STAFF.withKey(id).withValue("staffId", id).withValue("unitId", unitId));
		}
		for (String id : staffIds) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(send("GET", "/me/pulse", Tokens.staff(id), null).getBody())
					.contains("\"unitId\":\"" + unitId + "\""));
		}
	}

	public void erase(String staffId) {
		this.kafka.publish("profile.staff", staffId, STAFF.withSequence(99).headers(), null);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(
					() -> assertThat(send("GET", "/me/pulse", Tokens.staff(staffId), null).getStatusCode().value())
						.isEqualTo(403));
	}

	public void moveClock(Instant now) {
		assertThat(
				send("PUT", "/clock", Tokens.of("boss", "administrator"), Map.of("now", now)).getStatusCode().value())
			.isEqualTo(200);
	}

	/** Returns when the service knows who supports them. */
	public void mentor(String mentorId, String... menteeIds) {
		for (String id : menteeIds) {
			this.kafka.publish(MATCH.withKey(id + "-1")
				.withValue("matchId", id + "-1")
				.withValue("mentorId", mentorId)
				.withValue("menteeId", id));
		}
		for (String id : menteeIds) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(
						() -> assertThat(read(id, "/me/help-options").toString()).contains("\"" + mentorId + "\""));
		}
	}

	/** Opens a cycle of the pulse now. */
	public void open(String cycleId, Instant opensAt, Instant closesAt) {
		moveClock(opensAt);
		ResponseEntity<String> planned = hr("PUT", "/cycles/" + cycleId,
				Map.of("opensAt", opensAt, "closesAt", closesAt));
		assertThat(planned.getBody()).contains("\"state\":\"open\"");
	}

	public ResponseEntity<String> hr(String method, String path, @Nullable Object body) {
		return send(method, path, Tokens.of("hr-1", "hr"), body);
	}

	public ResponseEntity<String> as(String staffId, String method, String path, @Nullable Object body) {
		return send(method, path, Tokens.staff(staffId), body);
	}

	public JsonNode read(String staffId, String path) {
		ResponseEntity<String> answer = as(staffId, "GET", path, null);
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
		return json(answer);
	}

	public JsonNode answered(String staffId, String cycleId, Map<String, ?> answers) {
		ResponseEntity<String> receipt = as(staffId, "PUT", "/me/pulse/" + cycleId, Map.of("answers", answers));
		assertThat(receipt.getStatusCode().value()).as(receipt.getBody()).isEqualTo(200);
		return json(receipt);
	}

	/** The events about a thing, when there are as many. */
	public List<Published> events(String topic, String key, int count) {
		return this.kafka.await(topic, (all) -> of(all, key).size() >= count)
			.stream()
			.filter((event) -> event.key().equals(key))
			.toList();
	}

	public List<Published> all(String topic, int count) {
		return this.kafka.await(topic, (all) -> all.size() >= count);
	}

	public ResponseEntity<String> send(String method, String path, @Nullable String token, @Nullable Object body) {
		var request = this.http.method(HttpMethod.valueOf(method)).uri(path);
		if (token != null) {
			request.headers((headers) -> headers.setBearerAuth(token));
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON)
				.body((body instanceof String text) ? text : JSON.writeValueAsString(body));
		}
		return request.retrieve().toEntity(String.class);
	}

	public static JsonNode json(ResponseEntity<String> answer) {
		return JSON.readTree(answer.getBody());
	}

	private static List<Published> of(List<Published> all, String key) {
		return all.stream().filter((event) -> event.key().equals(key)).toList();
	}

}
