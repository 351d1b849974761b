package org.holdfast.profile.notification;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** From the topic to the one person who should hear of it. */
@WholeService
class NotificationTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final ContractSample REQUESTED = ContractSample.of("check-in", "notification.requested");

	/** Somebody else in each test. */
	private final String me = "S-" + UUID.randomUUID();

	@Autowired
	private KafkaProbe kafka;

	@LocalServerPort
	private int port;

	@Test
	void whatIsRequestedIsShownToThatPersonAloneTheNewestFirst() {
		request("first", 1, this.me, "2026-05-20T07:00:00Z");
		request("second", 1, this.me, "2026-05-20T08:00:00Z");
		// once more, and an older state after it
		request("second", 1, this.me, "2026-05-20T08:00:00Z");
		JsonNode own = await(2);
		assertThat(own).extracting((each) -> each.get("about").asString())
			.containsExactly("about second", "about first");
		assertThat(own.get(0).get("subject").asString()).isEqualTo("help-asked");
		assertThat(own.get(0).get("requestedAt").asString()).isEqualTo("2026-05-20T08:00:00Z");
		assertThat(own.get(0).get("seen").asBoolean()).isFalse();
		for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
			assertThat(send("GET", "", Tokens.of("S-other", role), null).getBody()).isEqualTo("[]");
		}
	}

	@Test
	void whatIsSeenStaysSeenAndNobodyCanSeeItInAnothersPlace() {
		request("a", 1, this.me, "2026-05-20T07:00:00Z");
		request("b", 1, this.me, "2026-05-20T08:00:00Z");
		await(2);
		Map<String, Object> both = Map.of("notificationIds", List.of(id("a"), id("b"), "none"));
		assertThat(send("PUT", "/seen", Tokens.staff("S-other"), both).getStatusCode().value()).isEqualTo(204);
		assertThat(own()).noneMatch((each) -> each.get("seen").asBoolean());
		Map<String, Object> one = Map.of("notificationIds", List.of(id("a")));
		assertThat(send("PUT", "/seen", Tokens.staff(this.me), one).getStatusCode().value()).isEqualTo(204);
		assertThat(send("PUT", "/seen", Tokens.staff(this.me), one).getStatusCode().value()).isEqualTo(204);
		assertThat(own()).extracting((each) -> each.get("seen").asBoolean()).containsExactly(false, true);
	}

	@Test
	void whatIsOverIsGoneAlsoWhenTheRequestComesAgain() {
		request("a", 1, this.me, "2026-05-20T07:00:00Z");
		await(1);
		send("PUT", "/seen", Tokens.staff(this.me), Map.of("notificationIds", List.of(id("a"))));
		this.kafka.publish("notification.requested", id("a"), REQUESTED.withSequence(2).headers(), null);
		await(0);
		request("a", 1, this.me, "2026-05-20T07:00:00Z");
		request("b", 1, this.me, "2026-05-20T08:00:00Z");
		assertThat(await(1).get(0).get("about").asString()).isEqualTo("about b");
	}

	@Test
	void onlyPeopleHaveAny() {
		String integration = Tokens.integration("hr-system", "profile.import");
		Map<String, Object> none = Map.of("notificationIds", List.of());
		assertThat(send("GET", "", integration, null).getStatusCode().value()).isEqualTo(403);
		assertThat(send("PUT", "/seen", integration, none).getStatusCode().value()).isEqualTo(403);
		assertThat(send("GET", "", "", null).getStatusCode().value()).isEqualTo(401);
		assertThat(send("PUT", "/seen", "", none).getStatusCode().value()).isEqualTo(401);
	}

	@Test
	void aListWithoutIdsIsRefusedWithItsPlace() {
		ResponseEntity<String> refused = send("PUT", "/seen", Tokens.staff(this.me), Map.of());
		assertThat(refused.getStatusCode().value()).isEqualTo(400);
		assertThat(refused.getBody()).contains("notificationIds");
	}

	private String id(String name) {
		return this.me + "-" + name;
	}

	private void request(String name, long sequence, String staffId, String at) {
		this.kafka.publish(REQUESTED.withKey(id(name))
			.withSequence(sequence)
			.withValue("notificationId", id(name))
			.withValue("staffId", staffId)
			.withValue("about", "about " + name)
			.withValue("requestedAt", at));
	}

	private JsonNode await(int count) {
		Awaitility.await().untilAsserted(() -> assertThat(own()).hasSize(count));
		return own();
	}

	private JsonNode own() {
		return JSON.readTree(send("GET", "", Tokens.staff(this.me), null).getBody());
	}

	private ResponseEntity<String> send(String method, String path, String token, Object body) {
		RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + this.port)
			.method(HttpMethod.valueOf(method))
			.uri("/me/notifications" + path);
		if (!token.isEmpty()) {
			request.headers((headers) -> headers.setBearerAuth(token));
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
		}
		return request.retrieve().onStatus((status) -> true, (sent, received) -> {
		}).toEntity(String.class);
	}

}
