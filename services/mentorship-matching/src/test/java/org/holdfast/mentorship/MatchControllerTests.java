package org.holdfast.mentorship;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.holdfast.defaults.problem.ProblemDefaults;
import org.holdfast.defaults.security.SecurityDefaults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.People.mentee;
import static org.holdfast.mentorship.People.mentor;
import static org.mockito.BDDMockito.given;

@WebMvcTest(MatchController.class)
@ImportAutoConfiguration({ SecurityDefaults.class, ProblemDefaults.class })
@ActiveProfiles("test")
class MatchControllerTests {

	private static final Colleague MENTOR = mentor("m", 2, "x");

	private static final Colleague MENTEE = mentee("n", "x", "y");

	private static final Match MATCH = Match.begun("n-1",
			new Pair(new Agency(List.of(MENTOR, MENTEE), List.of()), MENTOR, MENTEE, 1),
			Instant.parse("2026-05-18T08:00:00Z"));

	@Autowired
	private MockMvcTester http;

	@MockitoBean
	private Matches matches;

	@MockitoBean
	private Directory directory;

	@MockitoBean
	private JwtDecoder decoder;

	@BeforeEach
	void twoArePaired() {
		given(this.directory.colleague("m")).willReturn(Optional.of(MENTOR));
		given(this.directory.colleague("n")).willReturn(Optional.of(MENTEE));
		given(this.matches.of("m")).willReturn(List.of(MATCH));
		given(this.matches.of("n")).willReturn(List.of(MATCH));
		given(this.matches.all()).willReturn(List.of(MATCH));
	}

	@ParameterizedTest
	@CsvSource({ "/me/matches, staff, 200", "/me/matches, supervisor, 200", "/me/matches, hr, 200",
			"/me/matches, administrator, 200", "/me/matches, integration, 403", "/me/matches, nobody, 401",
			"/matches, staff, 403", "/matches, supervisor, 403", "/matches, hr, 200", "/matches, administrator, 403",
			"/matches, integration, 403", "/matches, nobody, 401" })
	void eachOperationIsForItsRolesOnly(String path, String role, int status) {
		assertThat(this.http.get().uri(path).with(as("m", role))).hasStatus(status);
	}

	@Test
	void theMenteeSeesTheMentorAndWhy() {
		assertThat(this.http.get().uri("/me/matches").with(as("n", "staff"))).bodyJson().isStrictlyEqualTo("""
				[{
				  "matchId": "n-1", "as": "mentee", "with": {"staffId": "m", "displayName": "Name of m"},
				  "since": "2026-05-18T08:00:00Z", "state": "active", "score": 63,
				  "points": [
				    {"criterion": "skills", "points": 30, "because": "offers 1 of 2 wanted: x"},
				    {"criterion": "perspective", "points": 15, "because": "works in another part of the agency"},
				    {"criterion": "languages", "points": 10, "because": "both speak en"},
				    {"criterion": "load", "points": 8, "because": "has 1 of 2 places free"}
				  ]
				}]""");
	}

	@Test
	void theMentorSeesTheMentee() {
		assertThat(this.http.get().uri("/me/matches").with(as("m", "staff"))).bodyJson()
			.extractingPath("$[0]")
			.asMap()
			.containsEntry("as", "mentor")
			.extractingByKey("with")
			.hasToString("{staffId=n, displayName=Name of n}");
	}

	@Test
	void nobodySeesWhyAMatchEnded() {
		given(this.matches.of("n")).willReturn(List.of(MATCH.ended("bothOptedIn")));
		given(this.matches.all()).willReturn(List.of(MATCH.ended("bothOptedIn")));
		assertThat(this.http.get().uri("/me/matches").with(as("n", "staff"))).bodyText()
			.contains("\"state\":\"ended\"")
			.doesNotContain("bothOptedIn");
		assertThat(this.http.get().uri("/matches").with(as("h", "hr"))).bodyText()
			.contains("\"state\":\"ended\"")
			.doesNotContain("bothOptedIn");
	}

	@Test
	void whatNeverBeganIsNotShown() {
		Match withdrawn = Match.withdrawn("n-1", "m", Instant.EPOCH, "bothOptedIn");
		given(this.matches.of("n")).willReturn(List.of(withdrawn));
		given(this.matches.all()).willReturn(List.of(withdrawn));
		assertThat(this.http.get().uri("/me/matches").with(as("n", "staff"))).bodyText().isEqualTo("[]");
		assertThat(this.http.get().uri("/matches").with(as("h", "hr"))).bodyText().isEqualTo("[]");
	}

	@Test
	void hrSeesWhoWithWhomAndHowWellTheyFitButNotWhatTheyAskedFor() {
		assertThat(this.http.get().uri("/matches").with(as("h", "hr"))).bodyJson().isStrictlyEqualTo("""
				[{
				  "matchId": "n-1", "mentor": {"staffId": "m", "displayName": "Name of m"},
				  "mentee": {"staffId": "n", "displayName": "Name of n"},
				  "since": "2026-05-18T08:00:00Z", "state": "active", "score": 63
				}]""");
	}

	@Test
	void whoeverIsErasedHasNoName() {
		given(this.directory.colleague("m")).willReturn(Optional.empty());
		assertThat(this.http.get().uri("/me/matches").with(as("n", "staff"))).hasStatus(HttpStatus.OK)
			.bodyJson()
			.extractingPath("$[0].with.displayName")
			.isNull();
	}

	private static RequestPostProcessor as(String staffId, String role) {
		return switch (role) {
			case "nobody" -> SecurityMockMvcRequestPostProcessors.anonymous();
			case "integration" -> SecurityMockMvcRequestPostProcessors.jwt()
				.jwt((token) -> token.subject(staffId).claim("scope", "profile.import"))
				.authorities(new SimpleGrantedAuthority("SCOPE_profile.import"));
			default -> SecurityMockMvcRequestPostProcessors.jwt()
				.jwt((token) -> token.subject(staffId).claim("scope", "openid holdfast").claim("roles", List.of(role)))
				.authorities(new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)));
		};
	}

}
