package org.holdfast.profile.staff;

import java.util.List;
import java.util.Map;

import org.holdfast.defaults.problem.ProblemDefaults;
import org.holdfast.defaults.security.SecurityDefaults;
import org.holdfast.profile.Callers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

@WebMvcTest(DirectoryController.class)
@ImportAutoConfiguration({ SecurityDefaults.class, ProblemDefaults.class })
class DirectoryControllerTests {

	@Autowired
	private MockMvcTester http;

	@MockitoBean
	private Staff staff;

	@MockitoBean
	private Units units;

	@MockitoBean
	private JwtDecoder decoder;

	@ParameterizedTest
	@CsvSource({ "/units,staff,200", "/units,supervisor,200", "/units,hr,200", "/units,administrator,200",
			"/units,import,403", "/units,integration,403", "/units,nobody,401", "/vocabulary,staff,200",
			"/vocabulary,supervisor,200", "/vocabulary,hr,200", "/vocabulary,administrator,200",
			"/vocabulary,import,403", "/vocabulary,integration,403", "/vocabulary,nobody,401", "/staff,staff,403",
			"/staff,supervisor,403", "/staff,hr,200", "/staff,administrator,200", "/staff,import,403",
			"/staff,integration,403", "/staff,nobody,401", "/staff?unit=U-07,staff,403",
			"/staff?unit=U-07,supervisor,403" })
	void eachOperationIsForItsRolesOnly(String path, String role, int status) {
		given(this.staff.all()).willReturn(List.of(People.person("S-1")));
		MvcTestResult result = this.http.get().uri(path).with(Callers.as(role)).exchange();
		assertThat(result).hasStatus(status);
		if (status != 200) {
			assertThat(result).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
			assertThat(result).bodyText().doesNotContain("Saltmarsh");
			then(this.staff).shouldHaveNoInteractions();
		}
	}

	@Test
	void unitsAreListedByCode() {
		given(this.units.all())
			.willReturn(List.of(new Unit("U-2", "Team", "U-1", "S-1"), new Unit("U-1", "Agency", null, null)));
		assertThat(this.http.get().uri("/units").with(Callers.as("staff"))).bodyJson().isStrictlyEqualTo("""
				[{"unitId": "U-1", "name": "Agency", "parentId": null},
				 {"unitId": "U-2", "name": "Team", "parentId": "U-1"}]""");
	}

	@Test
	void hrSeesPeopleButNotWhatTheyEnteredForMentoring() {
		given(this.staff.in("U-07")).willReturn(List.of(People.person("S-1").with(People.BOTH)));
		assertThat(this.http.get().uri("/staff?unit=U-07").with(Callers.as("hr"))).bodyJson()
			.isStrictlyEqualTo(
					"""
							[{"staffId": "S-1", "displayName": "A Saltmarsh", "signInName": "a.saltmarsh",
							  "email": "a.saltmarsh@example.org", "unitId": "U-07", "managerId": "S-0101", "roles": ["staff"],
							  "jobTitle": "Social worker", "jobFamily": "child protection", "place": "East Quay", "entryDate": "2020-01-31",
							  "exitDate": null, "fte": 0.8, "languages": ["en"], "active": true}]""");
	}

	@ParameterizedTest
	@CsvSource({ "en,Self-care,en", "es,Autocuidado,es", "es-MX,Autocuidado,es", "fr,Self-care,en", ",Self-care,en" })
	void theVocabularySpeaksTheCallersLanguage(String asked, String label, String answered) {
		var request = this.http.get().uri("/vocabulary").with(Callers.as("staff"));
		MvcTestResult result = ((asked != null) ? request.header("Accept-Language", asked) : request).exchange();
		assertThat(result).hasHeader("Content-Language", answered);
		assertThat(result).bodyJson()
			.extractingPath("$.tags[?(@.id == 'self-care')].label")
			.asArray()
			.containsExactly(label);
	}

	@Test
	void theVocabularyHasAListForEachQuestion() {
		MvcTestResult result = this.http.get().uri("/vocabulary").with(Callers.as("staff")).exchange();
		Map.of("tags", "court-work", "caseloads", "foster-care-and-adoption", "directions", "stay-and-deepen", "times",
				"wed-pm", "meets", "online", "wants.asMentor", "newcomers", "wants.asMentee", "similar-experience")
			.forEach((list, id) -> assertThat(result).bodyJson()
				.extractingPath("$." + list + "[?(@.id == '" + id + "')].label")
				.asArray()
				.singleElement()
				.asString()
				.isNotBlank());
	}

}
