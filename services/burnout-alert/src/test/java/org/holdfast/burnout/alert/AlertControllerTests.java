package org.holdfast.burnout.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.holdfast.burnout.release.Onlookers;
import org.holdfast.defaults.problem.ProblemDefaults;
import org.holdfast.defaults.security.SecurityDefaults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/** Who may see which alerts, and what they say. */
@WebMvcTest(AlertController.class)
@ImportAutoConfiguration({ SecurityDefaults.class, ProblemDefaults.class })
@Import(Onlookers.class)
@ActiveProfiles("test")
class AlertControllerTests {

	@Autowired
	private MockMvcTester http;

	@MockitoBean
	private Alerts alerts;

	@MockitoBean
	private JwtDecoder decoder;

	private final Map<String, Alert> stored = new LinkedHashMap<>();

	@BeforeEach
	void oneGroupIsInTrouble() {
		AlertRules.alerts(List.of(Onlookers.AGENCY.release(1)), (cycle) -> Optional.empty())
			.forEach((alert) -> this.stored.put(alert.id(), alert));
		given(this.alerts.all()).willAnswer((call) -> List.copyOf(this.stored.values()));
		given(this.alerts.find(any())).willAnswer((call) -> Optional.ofNullable(this.stored.get(call.getArgument(0))));
		given(this.alerts.change(any(), any())).willAnswer((call) -> {
			UnaryOperator<Alert> what = call.getArgument(1);
			return this.stored.compute(call.getArgument(0), (id, alert) -> what.apply(alert));
		});
	}

	@ParameterizedTest
	@CsvSource({ "hr, S-H, 200", "supervisor, S-D, 200", "staff, S-D, 403", "administrator, S-D, 403",
			"integration, i, 403", "nobody, -, 401" })
	void alertsAreForTheirRolesOnly(String role, String staffId, int status) {
		assertThat(this.http.get().uri("/alerts").with(Onlookers.as(staffId, role))).hasStatus(status);
	}

	@Test
	void anAlertSaysWhoWhatAndWhy() {
		Alert alert = AlertRules.alerts(List.of(Onlookers.AGENCY.release(1)), (cycle) -> Optional.empty()).getFirst();
		assertThat(get("/alerts", "S-H", "hr")).bodyJson()
			.isStrictlyEqualTo(
					"""
							[{
							  "alertId": "%s", "rule": "level-high", "scale": "strain",
							  "units": [{"unitId": "A", "name": "East"}, {"unitId": "N", "name": "Night Duty"}],
							  "cycleId": "2026-W21", "level": 72, "people": "5-9", "threshold": 60,
							  "raisedAt": "2026-05-24T18:00:00Z",
							  "because": "Strain 72 of 100 in a group of 5-9 people; the threshold is 60",
							  "falseAlarms": "about 1 in 10 cycles for a group of this size that lastingly stays 10 points short of the threshold",
							  "state": "raised", "owner": null, "dueOn": null, "steps": []
							}]"""
						.formatted(alert.id()));
	}

	@ParameterizedTest
	@CsvSource({ "S-A, 1", "S-D, 1", "S-B, 0", "S-X, 0" })
	void aSupervisorSeesTheAlertsAboutTheirUnits(String staffId, int alerts) {
		assertThat(get("/alerts", staffId, "supervisor")).bodyJson().extractingPath("$").asArray().hasSize(alerts);
	}

	@Test
	void anAlertGoesFromRaisedToResolved() {
		String alert = "/alerts/" + held().id();
		assertThat(post(alert + "/acknowledge", "{}", "S-H", "hr")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.state")
			.isEqualTo("acknowledged");
		assertThat(post(alert + "/take-in-hand", """
				{"owner": "Ana", "dueOn": "2026-06-10", "note": "Talk to the team"}""", "S-A", "supervisor"))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.dueOn")
			.isEqualTo("2026-06-10");
		assertThat(post(alert + "/resolve", "{\"note\": \"Two people more\"}", "S-H", "hr")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.steps[*].by")
			.asArray()
			.containsExactly("S-H", "S-A", "S-H");
		assertThat(held().owner()).isEqualTo("Ana");
	}

	@ParameterizedTest
	@CsvSource({ "take-in-hand", "resolve" })
	void whatIsOnlyRaisedIsAcknowledgedFirst(String step) {
		assertThat(post("/alerts/" + held().id() + "/" + step,
				"{\"owner\": \"Ana\", \"dueOn\": \"2026-06-10\", \"note\": \"x\"}", "S-H", "hr"))
			.hasStatus(409)
			.bodyText()
			.contains("urn:holdfast:problem:illegal-transition", "\"state\":\"raised\"");
		assertThat(held().state()).isEqualTo(Alert.State.RAISED);
	}

	@Test
	void nothingIsDoneTwice() {
		String acknowledge = "/alerts/" + held().id() + "/acknowledge";
		post(acknowledge, "{}", "S-H", "hr");
		assertThat(post(acknowledge, "{}", "S-H", "hr")).hasStatus(409);
		assertThat(held().steps()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "S-A, supervisor, 200", "S-D, supervisor, 200", "S-X, supervisor, 403", "S-B, supervisor, 403",
			"S-H, hr, 200", "S-A, staff, 403", "S-A, administrator, 403" })
	void onlyThoseWhoMaySeeAnAlertActOnIt(String staffId, String role, int status) {
		assertThat(post("/alerts/" + held().id() + "/acknowledge", "{}", staffId, role)).hasStatus(status);
	}

	@Test
	void onlyHrLearnsThatThereIsNoSuchAlert() {
		assertThat(post("/alerts/none/acknowledge", "{}", "S-H", "hr")).hasStatus(404);
		assertThat(post("/alerts/none/acknowledge", "{}", "S-A", "supervisor")).hasStatus(403);
	}

	@Test
	void anOwnerAndADayAreNeeded() {
		String alert = "/alerts/" + held().id();
		post(alert + "/acknowledge", "{}", "S-H", "hr");
		assertThat(post(alert + "/take-in-hand", "{\"owner\": \" \"}", "S-H", "hr")).hasStatus(400)
			.bodyText()
			.contains("/owner", "/dueOn");
	}

	private Alert held() {
		return this.stored.values().iterator().next();
	}

	private MvcTestResult post(String uri, String body, String staffId, String role) {
		return this.http.post()
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Onlookers.as(staffId, role))
			.exchange();
	}

	private MvcTestResult get(String uri, String staffId, String role) {
		return this.http.get().uri(uri).with(Onlookers.as(staffId, role)).exchange();
	}

}
