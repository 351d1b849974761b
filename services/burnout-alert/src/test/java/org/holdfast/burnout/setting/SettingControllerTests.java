package org.holdfast.burnout.setting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** That settings are versions, each for the cycles that open after it. */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class SettingControllerTests {

	private static final String CHOICE = """
			{"version": %d, "minimumGroup": %d, "threshold": 70, "rules": ["silent", "level-high"], "silentAfter": 4,
			 "respondWithinDays": 10}""";

	private static final String HR = Tokens.of("S-H", "staff", "hr");

	@Autowired
	private Policies policies;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private HoldfastClock clock;

	@LocalServerPort
	private int port;

	@BeforeEach
	void startAfresh() {
		this.mongo.remove(new Query(), "policies");
		this.clock.set(Instant.parse("2026-06-01T08:00:00Z"));
	}

	@Test
	void aCycleGoesByTheVersionThatWasInForceWhenItOpened() {
		assertThat(change(CHOICE.formatted(1, 8), HR).getStatusCode().value()).isEqualTo(200);
		assertThat(this.policies.at(Instant.parse("2026-06-01T07:59:59Z")).threshold()).isEqualTo(60);
		Policy next = this.policies.at(Instant.parse("2026-06-01T08:00:00Z"));
		assertThat(next).isEqualTo(new Policy(2, 8, 70, List.of(Trouble.LEVEL_HIGH, Trouble.SILENT), 4, 10,
				Instant.parse("2026-06-01T08:00:00Z"), "S-H"));
		assertThat(this.policies.all()).extracting(Policy::version).containsExactly(1, 2);
	}

	@Test
	void forAnswersAlreadyGivenTheSmallestGroupOnlyBecomesLarger() {
		change(CHOICE.formatted(1, 8), HR);
		assertThat(this.policies.at(Instant.EPOCH).atLeast(this.policies.current().minimumGroup()).minimumGroup())
			.isEqualTo(8);
		this.clock.set(Instant.parse("2026-06-02T08:00:00Z"));
		change(CHOICE.formatted(2, 5), HR);
		assertThat(this.policies.at(Instant.parse("2026-06-01T09:00:00Z"))
			.atLeast(this.policies.current().minimumGroup())
			.minimumGroup()).isEqualTo(8);
	}

	@Test
	void whoReadAnOlderVersionReadsAgain() {
		change(CHOICE.formatted(1, 8), HR);
		ResponseEntity<JsonNode> late = change(CHOICE.formatted(1, 9), HR);
		assertThat(late.getStatusCode().value()).isEqualTo(409);
		assertThat(Objects.requireNonNull(late.getBody()).get("version").asInt()).isEqualTo(2);
	}

	@Test
	void noSettingGoesBelowFive() {
		assertThat(change(CHOICE.formatted(1, 4), HR).getStatusCode().value()).isEqualTo(400);
		assertThat(change("{\"version\": 1}", HR).getStatusCode().value()).isEqualTo(400);
		assertThat(this.policies.all()).hasSize(1);
	}

	private ResponseEntity<JsonNode> change(String choice, String token) {
		return RestClient.create("http://localhost:" + this.port)
			.put()
			.uri("/settings")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.contentType(MediaType.APPLICATION_JSON)
			.body(choice)
			.retrieve()
			.onStatus((status) -> true, (request, response) -> {
			})
			.toEntity(JsonNode.class);
	}

}
