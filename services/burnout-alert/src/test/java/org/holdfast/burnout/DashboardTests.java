package org.holdfast.burnout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Rows;
import org.holdfast.defaults.problem.ProblemDefaults;
import org.holdfast.defaults.security.SecurityDefaults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.Agency.department;
import static org.holdfast.burnout.Agency.team;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Who may ask for what, and what the answers look like. */
@WebMvcTest(Dashboard.class)
@ImportAutoConfiguration({ SecurityDefaults.class, ProblemDefaults.class })
@Import(DashboardTests.KnownUnits.class)
@ActiveProfiles("test")
class DashboardTests {

	private static final Agency AGENCY = Agency.of(department("R", null), department("D", "R"), team("A", "D", 6, 68),
			team("N", "D", 3, 80), team("B", "D", 9, 50), team("X", "R", 7, 20));

	/** S-D leads the department, S-A a team of it, S-X a team elsewhere. */
	private static final List<UnitChanged> UNITS = List.of(new UnitChanged("R", "Agency", null, "S-R"),
			new UnitChanged("D", "Families", "R", "S-D"), new UnitChanged("A", "East", "D", "S-A"),
			new UnitChanged("N", "Night Duty", "D", null), new UnitChanged("B", "South", "D", "S-B"),
			new UnitChanged("X", "Office", "R", "S-X"));

	@Autowired
	private MockMvcTester http;

	@Autowired
	private RequestMappingHandlerMapping operations;

	@MockitoBean
	private Releases releases;

	@MockitoBean
	private Alerts alerts;

	@MockitoBean
	private JwtDecoder decoder;

	@BeforeEach
	void twoCyclesArePublished() {
		given(this.releases.all()).willReturn(List.of(AGENCY.release(1), AGENCY.release(2)));
		given(this.alerts.all()).willReturn(AlertRules.alerts(List.of(AGENCY.release(1))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/units               | hr            | S-H | 200
			/units               | supervisor    | S-D | 200
			/units               | staff         | S-D | 403
			/units               | administrator | S-D | 403
			/units               | integration   | i   | 403
			/units               | nobody        | -   | 401
			/units/{unitId}/trend | hr            | S-H | 200
			/units/{unitId}/trend | supervisor    | S-D | 200
			/units/{unitId}/trend | supervisor    | S-A | 200
			/units/{unitId}/trend | supervisor    | S-R | 200
			/units/{unitId}/trend | supervisor    | S-B | 403
			/units/{unitId}/trend | supervisor    | S-X | 403
			/units/{unitId}/trend | staff         | S-A | 403
			/units/{unitId}/trend | administrator | S-A | 403
			/units/{unitId}/trend | integration   | i   | 403
			/units/{unitId}/trend | nobody        | -   | 401
			/alerts              | hr            | S-H | 200
			/alerts              | supervisor    | S-D | 200
			/alerts              | staff         | S-D | 403
			/alerts              | administrator | S-D | 403
			/alerts              | integration   | i   | 403
			/alerts              | nobody        | -   | 401
			""")
	void eachOperationIsForItsRolesOnly(String path, String role, String staffId, int status) {
		assertThat(this.http.get().uri(path, "A").with(as(staffId, role))).hasStatus(status);
	}

	@Test
	void everyOperationIsInTheTableAbove() throws NoSuchMethodException {
		String table = String.join("\n", DashboardTests.class
			.getDeclaredMethod("eachOperationIsForItsRolesOnly", String.class, String.class, String.class, int.class)
			.getAnnotation(CsvSource.class)
			.textBlock());
		Set<String> operations = new TreeSet<>();
		this.operations.getHandlerMethods().forEach((mapping, method) -> {
			if (method.getBeanType() == Dashboard.class) {
				operations.addAll(mapping.getPatternValues());
			}
		});
		assertThat(operations).hasSize(3).allSatisfy((operation) -> assertThat(table).contains(operation + " "));
	}

	@Test
	void hrSeesAllUnits() {
		assertThat(get("/units", "S-H", "hr")).bodyJson().isStrictlyEqualTo("""
				[
				  {"unitId": "R", "name": "Agency", "parentId": null},
				  {"unitId": "A", "name": "East", "parentId": "D"},
				  {"unitId": "D", "name": "Families", "parentId": "R"},
				  {"unitId": "N", "name": "Night Duty", "parentId": "D"},
				  {"unitId": "X", "name": "Office", "parentId": "R"},
				  {"unitId": "B", "name": "South", "parentId": "D"}
				]""");
	}

	@ParameterizedTest
	@CsvSource({ "S-D, A D N B", "S-A, A", "S-R, A D N R X B", "S-Z, ''" })
	void aSupervisorSeesTheUnitsTheyLeadAndAllBelow(String staffId, String units) {
		assertThat(get("/units", staffId, "supervisor")).bodyJson()
			.extractingPath("$[*].unitId")
			.asArray()
			.containsExactlyInAnyOrder((Object[]) (units.isEmpty() ? new String[0] : units.split(" ")));
	}

	@Test
	void toLeadAUnitWithoutTheRoleIsNotEnough() {
		assertThat(get("/units/A/trend", "S-A", "staff")).hasStatus(403);
	}

	@Test
	void aTrendShowsFiguresWithheldCyclesAndTheUnitsAbove() {
		assertThat(get("/units/A/trend?to=2026-05-30T00:00:00Z", "S-H", "hr")).bodyJson().isStrictlyEqualTo("""
				{
				  "unit": {"unitId": "A", "name": "East"},
				  "scale": {"id": "strain", "direction": "higher is worse", "minimum": 0, "maximum": 100},
				  "periods": [{
				    "cycleId": "2026-W21", "closesAt": "2026-05-24T18:00:00Z", "state": "withheld", "figure": null,
				    "reason": "shown only together with others, so that a small group stays hidden",
				    "together": [{"unitId": "A", "name": "East"}, {"unitId": "N", "name": "Night Duty"}],
				    "togetherFigure": {"level": 72, "atMost": null, "atLeast": null, "people": "5-9"}
				  }],
				  "parents": [
				    {"unit": {"unitId": "D", "name": "Families"}, "periods": [{
				      "cycleId": "2026-W21", "closesAt": "2026-05-24T18:00:00Z", "state": "published",
				      "figure": {"level": 61, "atMost": null, "atLeast": null, "people": "10-19"},
				      "reason": null, "together": [], "togetherFigure": null}]},
				    {"unit": {"unitId": "R", "name": "Agency"}, "periods": [{
				      "cycleId": "2026-W21", "closesAt": "2026-05-24T18:00:00Z", "state": "published",
				      "figure": {"level": 50, "atMost": null, "atLeast": null, "people": "20-49"},
				      "reason": null, "together": [], "togetherFigure": null}]}
				  ]
				}""");
	}

	@ParameterizedTest
	@CsvSource({ "S-A, supervisor, ''", "S-D, supervisor, D", "S-R, supervisor, D R", "S-H, hr, D R" })
	void onlyParentsThatTheCallerMaySeeAreShown(String staffId, String role, String parents) {
		assertThat(get("/units/A/trend", staffId, role)).bodyJson()
			.extractingPath("$.parents[*].unit.unitId")
			.asArray()
			.containsExactly((Object[]) (parents.isEmpty() ? new String[0] : parents.split(" ")));
	}

	@ParameterizedTest
	@CsvSource({ "'', 2", "?from=2026-05-24T18:00:00Z, 2", "?from=2026-05-24T18:00:01Z, 1",
			"?to=2026-05-31T17:59:59Z, 1", "?from=2026-06-01T00:00:00Z, 0" })
	void fromAndToChooseByTheClose(String query, int cycles) {
		assertThat(get("/units/A/trend" + query, "S-H", "hr")).bodyJson()
			.extractingPath("$.periods")
			.asArray()
			.hasSize(cycles);
	}

	@Test
	void aRangeThatIsNoneIsRefused() {
		assertThat(get("/units/A/trend?from=2026-06-01T00:00:00Z&to=2026-05-01T00:00:00Z", "S-H", "hr")).hasStatus(400)
			.bodyText()
			.contains("urn:holdfast:problem:empty-range");
		assertThat(get("/units/A/trend?from=yesterday", "S-H", "hr")).hasStatus(400);
	}

	@Test
	void onlyHrLearnsThatThereIsNoSuchUnit() {
		assertThat(get("/units/Z/trend", "S-H", "hr")).hasStatus(404)
			.bodyText()
			.contains("urn:holdfast:problem:no-such-unit");
		assertThat(get("/units/Z/trend", "S-D", "supervisor")).hasStatus(403)
			.bodyText()
			.contains("urn:holdfast:problem:not-your-unit");
		assertThat(get("/units/X/trend", "S-D", "supervisor")).hasStatus(403)
			.bodyText()
			.contains("urn:holdfast:problem:not-your-unit");
	}

	@Test
	void anAlertSaysWhoWhatAndWhy() {
		Alert alert = AlertRules.alerts(List.of(AGENCY.release(1))).getFirst();
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
		return this.http.get().uri(uri).with(as(staffId, role)).exchange();
	}

	private static RequestPostProcessor as(String staffId, String role) {
		return switch (role) {
			case "nobody" -> SecurityMockMvcRequestPostProcessors.anonymous();
			case "integration" -> SecurityMockMvcRequestPostProcessors.jwt()
				.jwt((token) -> token.subject(staffId).claim("scope", "profile.import"))
				.authorities(new SimpleGrantedAuthority("SCOPE_profile.import"));
			default -> SecurityMockMvcRequestPostProcessors.jwt()
				.jwt((token) -> token.subject(staffId)
					.claim("scope", "openid holdfast")
					.claim("roles", List.of("staff", role)))
				.authorities(Stream.of("staff", role)
					.map((each) -> "ROLE_" + each.toUpperCase(Locale.ROOT))
					.<GrantedAuthority>map(SimpleGrantedAuthority::new)
					.toList());
		};
	}

	/** The real units, over rows that are given. */
	@TestConfiguration(proxyBeanMethods = false)
	static class KnownUnits {

		@Bean
		@SuppressWarnings("unchecked")
		Units units() {
			Rows<UnitChanged> rows = mock(Rows.class);
			given(rows.findAll()).willReturn(UNITS);
			given(rows.find(any(Query.class))).willReturn(UNITS);
			given(rows.find(anyString())).willAnswer(
					(call) -> UNITS.stream().filter((unit) -> unit.unitId().equals(call.getArgument(0))).findFirst());
			EventReader reader = mock(EventReader.class);
			given(reader.rows(UnitChanged.class, "units")).willReturn(rows);
			return new Units(reader);
		}

	}

}
