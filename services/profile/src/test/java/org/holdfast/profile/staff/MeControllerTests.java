package org.holdfast.profile.staff;

import java.util.Optional;
import java.util.function.Function;

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
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

@WebMvcTest(MeController.class)
@ImportAutoConfiguration({ SecurityDefaults.class, ProblemDefaults.class })
class MeControllerTests {

	private static final String NOTHING = """
			{"asMentor": null, "asMentee": null}""";

	@Autowired
	private MockMvcTester http;

	@MockitoBean
	private Staff staff;

	@MockitoBean
	private Units units;

	@MockitoBean
	private JwtDecoder decoder;

	@ParameterizedTest
	@CsvSource({ "GET,/me,staff,200", "GET,/me,supervisor,200", "GET,/me,hr,200", "GET,/me,administrator,200",
			"GET,/me,import,403", "GET,/me,integration,403", "GET,/me,nobody,401", "PUT,/me/mentoring,staff,200",
			"PUT,/me/mentoring,supervisor,200", "PUT,/me/mentoring,hr,200", "PUT,/me/mentoring,administrator,200",
			"PUT,/me/mentoring,import,403", "PUT,/me/mentoring,integration,403", "PUT,/me/mentoring,nobody,401" })
	void eachOperationIsForPeopleOnly(String method, String path, String role, int status) {
		thereIs("S-1");
		assertThat(this.http.method(org.springframework.http.HttpMethod.valueOf(method))
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(NOTHING)
			.with(Callers.as(role))).hasStatus(status);
		if (status != 200) {
			then(this.staff).shouldHaveNoInteractions();
		}
	}

	@Test
	void aPersonSeesTheirOwnEntry() {
		given(this.staff.find("S-1")).willReturn(Optional.of(People.person("S-1").with(People.BOTH)));
		given(this.units.find("U-07")).willReturn(Optional.of(new Unit("U-07", "East", "U-02", null)));
		assertThat(this.http.get().uri("/me").with(Callers.as("staff"))).bodyJson().isStrictlyEqualTo("""
				{"staffId": "S-1", "displayName": "A Saltmarsh", "unit": {"unitId": "U-07", "name": "East"},
				 "roles": ["staff"], "languages": ["en"], "mentoring": {
				  "asMentor": {"capacity": 2, "skills": ["court-work"], "directions": ["supervision-and-training"],
				   "wants": "newcomers"},
				  "asMentee": {"needs": ["court-work"], "directions": ["leadership"], "wants": "more-experienced"},
				  "caseloads": ["child-protection", "domestic-violence"], "times": ["tue-pm", "fri-am"],
				  "meets": ["online"], "asPeer": {"circle": true, "supervisionGroup": false, "introductions": true,
				   "topics": ["court-work", "self-care"]}}}""");
	}

	@Test
	void anAdministratorWithoutARecordIsWhoTheTokenSays() {
		assertThat(this.http.get().uri("/me").with(Callers.as("administrator"))).bodyJson().isStrictlyEqualTo("""
				{"staffId": "S-1", "displayName": "Name of the token", "unit": null, "roles": ["administrator"],
				 "languages": ["en"], "mentoring": {"asMentor": null, "asMentee": null, "caseloads": [], "times": [],
				  "meets": [], "asPeer": null}}""");
	}

	@Test
	void optingInIsForOneselfWhateverTheBodySays() {
		thereIs("S-1");
		assertThat(
				put("""
						{"staffId": "S-2", "asMentor": {"capacity": 10, "skills": ["self-care", "court-work", "self-care"]}}"""))
			.hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("""
					{"asMentor": {"capacity": 10, "skills": ["court-work", "self-care"], "directions": [],
					  "wants": "anybody"},
					 "asMentee": null, "caseloads": [], "times": [], "meets": [], "asPeer": null}""");
		then(this.staff).should().change(eq("S-1"), any());
	}

	@Test
	void everythingIsReturnedOnceAndInTheOrderOfTheVocabulary() {
		thereIs("S-1");
		assertThat(
				put("""
						{"asMentee": {"needs": [], "directions": ["stay-and-deepen", "leadership"], "wants": "similar-experience"},
						 "caseloads": ["school", "youth", "school"], "times": ["fri-pm", "mon-am"], "meets": ["online", "in-person"],
						 "asPeer": {"introductions": true, "topics": ["self-care", "court-work"]}}"""))
			.hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("""
					{"asMentor": null,
					 "asMentee": {"needs": [], "directions": ["leadership", "stay-and-deepen"],
					  "wants": "similar-experience"},
					 "caseloads": ["youth", "school"], "times": ["mon-am", "fri-pm"], "meets": ["in-person", "online"],
					 "asPeer": {"circle": false, "supervisionGroup": false, "introductions": true,
					  "topics": ["court-work", "self-care"]}}""");
	}

	@Test
	void whoOptsInToNoSideHasNothingElseStored() {
		thereIs("S-1");
		assertThat(put("""
				{"caseloads": ["youth"], "times": ["mon-am"], "meets": ["online"],
				 "asPeer": {"circle": false, "topics": ["court-work"]}}""")).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("""
					{"asMentor": null, "asMentee": null, "caseloads": [], "times": [], "meets": [], "asPeer": null}""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			{"asMentor": {"capacity": 0, "skills": []}}                ~ /asMentor/capacity
			{"asMentor": {"capacity": 11, "skills": []}}               ~ /asMentor/capacity
			{"asMentor": {"skills": []}}                               ~ /asMentor/capacity
			{"asMentor": {"capacity": 1}}                              ~ /asMentor/skills
			{"asMentor": {"capacity": 1, "skills": ["juggling"]}}      ~ /asMentor/skills/0
			{"asMentor": {"capacity": 1, "skills": [null]}}            ~ /asMentor/skills/0
			{"asMentee": {}}                                           ~ /asMentee/needs
			{"asMentee": {"needs": ["court-work", "juggling"]}}        ~ /asMentee/needs/1
			{"asMentor": {"capacity": 1, "skills": [], "directions": ["juggling"]}} ~ /asMentor/directions/0
			{"asMentor": {"capacity": 1, "skills": [], "wants": "more-experienced"}} ~ /asMentor/wants
			{"asMentee": {"needs": [], "directions": ["court-work"]}}  ~ /asMentee/directions/0
			{"asMentee": {"needs": [], "wants": "newcomers"}}          ~ /asMentee/wants
			{"caseloads": ["youth", "juggling"]}                       ~ /caseloads/1
			{"caseloads": [null]}                                      ~ /caseloads/0
			{"times": ["sun-am"]}                                      ~ /times/0
			{"meets": ["juggling"]}                                    ~ /meets/0
			{"asPeer": {"circle": true, "topics": ["juggling"]}}       ~ /asPeer/topics/0
			""")
	void nonsenseIsRefusedWithItsPlace(String body, String pointer) {
		MvcTestResult result = put(body);
		assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
		assertThat(result).bodyText().doesNotContain("juggling");
		then(this.staff).should(never()).change(anyString(), any());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			{"asMentor": {"capacity": "many", "skills": []}}
			{"asMentor": 3}
			{"times": "mon-am"}
			{"asPeer": {"circle": "perhaps"}}
			{
			""")
	void whatIsNotEvenReadableIsRefused(String body) {
		assertThat(put(body)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("urn:holdfast:problem:unreadable-body");
	}

	@Test
	void whoHasNoRecordCannotOptIn() {
		given(this.staff.change(anyString(), any())).willAnswer((call) -> {
			Function<Optional<StaffMember>, StaffMember> decide = call.getArgument(1);
			return decide.apply(Optional.empty());
		});
		assertThat(put(NOTHING)).hasStatus(404)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("urn:holdfast:problem:no-staff-record");
	}

	private MvcTestResult put(String body) {
		return this.http.put()
			.uri("/me/mentoring")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Callers.as("staff"))
			.exchange();
	}

	private void thereIs(String id) {
		given(this.staff.find(id)).willReturn(Optional.of(People.person(id)));
		given(this.staff.change(eq(id), any())).willAnswer((call) -> {
			Function<Optional<StaffMember>, StaffMember> decide = call.getArgument(1);
			return decide.apply(Optional.of(People.person(id)));
		});
	}

}
