package org.holdfast.checkin.pulse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.problem.ProblemDefaults;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.Unavailable;
import org.holdfast.defaults.security.SecurityDefaults;
import org.holdfast.defaults.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/**
 * Who may do what: a row for every operation, and no operation about another person.
 */
@WebMvcTest({ PulseController.class, ScoresController.class, CycleController.class })
@ImportAutoConfiguration({ SecurityDefaults.class, ProblemDefaults.class, OAuth2ResourceServerAutoConfiguration.class })
@Import(PulseConfiguration.class)
@EnableConfigurationProperties(CheckInSettings.class)
@ActiveProfiles("test")
class AccessTests {

	private static final Set<String> EVERY_PERSON = Set.of("staff", "supervisor", "hr", "administrator");

	private static final Map<String, Set<String>> OPERATIONS = Map.of("GET /me/pulse", EVERY_PERSON,
			"PUT /me/pulse/{cycleId}", EVERY_PERSON, "GET /me/scores", EVERY_PERSON, "GET /cycles", EVERY_PERSON,
			"PUT /cycles/{cycleId}", Set.of("hr", "administrator"));

	private static final String ANSWER = "{\"answers\":{\"energy\":\"often\"}}";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private RequestMappingHandlerMapping mappings;

	@MockitoBean
	private Cycles cycles;

	@MockitoBean
	private Responses responses;

	@MockitoBean
	private Participants participants;

	@MockitoBean
	private Units units;

	@MockitoBean
	private Answering answering;

	@DynamicPropertySource
	static void surroundings(DynamicPropertyRegistry settings) {
		settings.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Tokens::jwksUri);
		settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> Tokens.ISSUER);
	}

	@BeforeEach
	void everyThingGoesWell() {
		given(this.participants.unitOf(any())).willReturn("U-07");
		given(this.cycles.open()).willReturn(List.of(Weeks.open()));
		given(this.cycles.plan(any())).willReturn(Weeks.planned());
		given(this.answering.answer(any(), any(), any()))
			.willReturn(Weeks.answered(Weeks.PERSON, "U-07", Weeks.fortyFive()));
	}

	@Test
	void everyOperationHasARowAndNoneNamesAPerson() {
		Set<String> operations = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((mapping, handler) -> {
			if (handler.getBeanType().getPackageName().startsWith("org.holdfast.checkin")) {
				mapping.getMethodsCondition()
					.getMethods()
					.forEach((method) -> mapping.getPatternValues()
						.forEach((path) -> operations.add(method + " " + path)));
			}
		});
		assertThat(operations).isEqualTo(new TreeSet<>(OPERATIONS.keySet()));
		assertThat(operations).allMatch((operation) -> !operation.replace("{cycleId}", "").contains("{"),
				"has no variable but a cycle");
	}

	@Test
	void everyRoleMayDoWhatItsRowSaysAndNothingElse() {
		Map<String, Integer> wrong = new LinkedHashMap<>();
		OPERATIONS.forEach((operation, allowed) -> {
			for (String role : EVERY_PERSON) {
				int status = status(operation, Tokens.of("S-1", role));
				if (status != (allowed.contains(role) ? 200 : 403)) {
					wrong.put(operation + " as " + role, status);
				}
			}
		});
		assertThat(wrong).isEmpty();
	}

	@Test
	void withoutATokenOrAsAnIntegrationNothingIsAllowed() {
		for (String operation : OPERATIONS.keySet()) {
			assertThat(status(operation, null)).as(operation).isEqualTo(401);
			assertThat(status(operation, Tokens.integration("hr-system", "profile.import"))).as(operation)
				.isEqualTo(403);
		}
	}

	@Test
	void aPersonIsWhoTheTokenSaysWhateverElseIsSent() {
		this.http.put()
			.uri("/me/pulse/2026-W21?staffId=S-2")
			.header("Authorization", "Bearer " + Tokens.of("S-1", "hr"))
			.header("X-Staff-Id", "S-2")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"staffId\":\"S-2\",\"answers\":{\"energy\":\"often\"}}")
			.exchange();
		verify(this.answering).answer("S-1", "2026-W21", Map.of("energy", "often"));
		verify(this.answering, never()).answer(eq("S-2"), any(), any());
	}

	@Test
	void aFullOutboxIsToldAsTryLater() {
		given(this.answering.answer(any(), any(), any()))
			.willThrow(new Unavailable("full for now", java.time.Duration.ofSeconds(10)));
		MvcTestResult result = send("PUT /me/pulse/{cycleId}", Tokens.staff("S-1"));
		assertThat(result).hasStatus(503).hasHeader("Retry-After", "10");
		assertThat(result).bodyJson().extractingPath("type").isEqualTo("urn:holdfast:problem:try-later");
	}

	@Test
	void aRefusalIsAProblemWithItsPlace() {
		given(this.answering.answer(any(), any(), any())).willThrow(Refusal.invalid("invalid-answer", "told")
			.with("errors", List.of(Map.of("pointer", "/answers/mood", "detail", "no such item"))));
		MvcTestResult result = send("PUT /me/pulse/{cycleId}", Tokens.staff("S-1"));
		assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("errors[0].pointer").isEqualTo("/answers/mood");
	}

	@Test
	void anIdThatNobodyCouldHaveChosenIsRefused() {
		MvcTestResult result = this.http.put()
			.uri("/cycles/{cycleId}", "a b")
			.header("Authorization", "Bearer " + Tokens.of("S-1", "hr"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"opensAt\":\"2026-05-18T06:00:00Z\",\"closesAt\":\"2026-05-24T18:00:00Z\"}")
			.exchange();
		assertThat(result).hasStatus(400);
		assertThat(result).bodyJson().extractingPath("type").isEqualTo("urn:holdfast:problem:invalid-cycle-id");
	}

	private int status(String operation, @Nullable String token) {
		return send(operation, token).getResponse().getStatus();
	}

	private MvcTestResult send(String operation, @Nullable String token) {
		String[] parts = operation.split(" ");
		var request = this.http.method(HttpMethod.valueOf(parts[0])).uri(parts[1].replace("{cycleId}", "2026-W21"));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		if (parts[0].equals("PUT")) {
			request.contentType(MediaType.APPLICATION_JSON)
				.content(parts[1].startsWith("/me") ? ANSWER
						: "{\"opensAt\":\"2026-05-18T06:00:00Z\",\"closesAt\":\"2026-05-24T18:00:00Z\"}");
		}
		return request.exchange();
	}

}
