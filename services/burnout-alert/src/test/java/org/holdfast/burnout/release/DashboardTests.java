package org.holdfast.burnout.release;

import java.util.List;

import org.holdfast.burnout.crosscut.CrossCuts;
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

/** Who may ask for what, and what the answers look like. */
@WebMvcTest(Dashboard.class)
@ImportAutoConfiguration({ SecurityDefaults.class, ProblemDefaults.class })
@Import(Onlookers.class)
@ActiveProfiles("test")
class DashboardTests {

	@Autowired
	private MockMvcTester http;

	@MockitoBean
	private Releases releases;

	@MockitoBean
	private CrossCuts crossCuts;

	@MockitoBean
	private JwtDecoder decoder;

	@BeforeEach
	void twoCyclesArePublished() {
		given(this.releases.all()).willReturn(List.of(Onlookers.AGENCY.release(1), Onlookers.AGENCY.release(2)));
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
			""")
	void eachOperationIsForItsRolesOnly(String path, String role, String staffId, int status) {
		assertThat(this.http.get().uri(path, "A").with(Onlookers.as(staffId, role))).hasStatus(status);
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
		assertThat(get("/units/A/trend?to=2026-05-30T00:00:00Z", "S-H", "hr")).bodyJson()
			.isStrictlyEqualTo(
					"""
							{
							  "unit": {"unitId": "A", "name": "East"},
							  "scale": {"id": "strain", "direction": "higher is worse", "minimum": 0, "maximum": 100, "kind": "outcome"},
							  "silentFor": 0,
							  "periods": [{
							    "cycleId": "2026-W21", "closesAt": "2026-05-24T18:00:00Z", "state": "withheld", "figure": null,
							    "reason": "shown only together with others, so that a small group stays hidden",
							    "together": [{"unitId": "A", "name": "East"}, {"unitId": "N", "name": "Night Duty"}],
							    "togetherFigure": {"level": 72, "atMost": null, "atLeast": null, "people": "5-9"},
							    "participation": null, "pooled": null
							  }],
							  "parents": [
							    {"unit": {"unitId": "D", "name": "Families"}, "periods": [{
							      "cycleId": "2026-W21", "closesAt": "2026-05-24T18:00:00Z", "state": "published",
							      "figure": {"level": 61, "atMost": null, "atLeast": null, "people": "10-19"},
							      "reason": null, "together": [], "togetherFigure": null,
							      "participation": "75 % or more", "pooled": {"level": 60, "from": 50, "to": 71}}]},
							    {"unit": {"unitId": "R", "name": "Agency"}, "periods": [{
							      "cycleId": "2026-W21", "closesAt": "2026-05-24T18:00:00Z", "state": "published",
							      "figure": {"level": 50, "atMost": null, "atLeast": null, "people": "20-49"},
							      "reason": null, "together": [], "togetherFigure": null,
							      "participation": "75 % or more", "pooled": {"level": 50, "from": 42, "to": 58}}]}
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

	private MvcTestResult get(String uri, String staffId, String role) {
		return this.http.get().uri(uri).with(Onlookers.as(staffId, role)).exchange();
	}

}
