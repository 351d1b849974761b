package org.holdfast.burnout.alert;

import java.util.List;

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
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
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

	@BeforeEach
	void oneGroupIsInTrouble() {
		given(this.alerts.all()).willReturn(AlertRules.alerts(List.of(Onlookers.AGENCY.release(1))));
	}

	@ParameterizedTest
	@CsvSource({ "hr, S-H, 200", "supervisor, S-D, 200", "staff, S-D, 403", "administrator, S-D, 403",
			"integration, i, 403", "nobody, -, 401" })
	void alertsAreForTheirRolesOnly(String role, String staffId, int status) {
		assertThat(this.http.get().uri("/alerts").with(Onlookers.as(staffId, role))).hasStatus(status);
	}

	@Test
	void anAlertSaysWhoWhatAndWhy() {
		Alert alert = AlertRules.alerts(List.of(Onlookers.AGENCY.release(1))).getFirst();
		assertThat(get("/alerts", "S-H", "hr")).bodyJson().isStrictlyEqualTo("""
				[{
				  "alertId": "%s",
				  "units": [{"unitId": "A", "name": "East"}, {"unitId": "N", "name": "Night Duty"}],
				  "cycleId": "2026-W21", "level": 72, "people": "5-9", "threshold": 60,
				  "raisedAt": "2026-05-24T18:00:00Z",
				  "because": "Strain 72 of 100 in a group of 5-9 people; the threshold is 60"
				}]""".formatted(alert.id()));
	}

	@ParameterizedTest
	@CsvSource({ "S-A, 1", "S-D, 1", "S-B, 0", "S-X, 0" })
	void aSupervisorSeesTheAlertsAboutTheirUnits(String staffId, int alerts) {
		assertThat(get("/alerts", staffId, "supervisor")).bodyJson().extractingPath("$").asArray().hasSize(alerts);
	}

	private MvcTestResult get(String uri, String staffId, String role) {
		return this.http.get().uri(uri).with(Onlookers.as(staffId, role)).exchange();
	}

}
