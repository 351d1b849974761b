package org.holdfast.mentorship.relationship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.holdfast.defaults.problem.ProblemDefaults;
import org.holdfast.defaults.security.SecurityDefaults;
import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.people.People.mentee;
import static org.holdfast.mentorship.people.People.mentor;
import static org.mockito.BDDMockito.given;

@WebMvcTest(MatchController.class)
@ImportAutoConfiguration({ SecurityDefaults.class, ProblemDefaults.class })
@ActiveProfiles("test")
class MatchControllerTests {

	private static final Colleague MENTOR = mentor("m", 2, "x");

	private static final Colleague MENTEE = mentee("n", "x", "y");

	private static final Instant NOW = Instant.parse("2026-05-18T08:00:00Z");

	private static final Match PROPOSED = Match.proposed("n-1",
			Suggestion.of(new Pair(new Agency(List.of(MENTOR, MENTEE), List.of(), Circumstances.NONE), Programme.USUAL,
					MENTOR, MENTEE, 1)),
			new Match.Offer(NOW, NOW.plus(Duration.ofDays(4)), NOW.plus(Duration.ofDays(7))));

	private static final Match MATCH = PROPOSED.acceptedBy("m").acceptedBy("n").begun(NOW);

	@Autowired
	private MockMvcTester http;

	@MockitoBean
	private Matches matches;

	@MockitoBean
	private Directory directory;

	@MockitoBean
	private JwtDecoder decoder;

	@TestBean
	private Clock clock;

	static Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

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
				  "since": "2026-05-18T08:00:00Z", "state": "active",
				  "answerBy": null, "accepted": true, "endedByRule": null, "score": 66,
				  "points": [
				    {"criterion": "skills", "points": 18, "because": "offers 1 of 2 wanted: x"},
				    {"criterion": "experience", "points": 5, "because": "how long both have been here is not known"},
				    {"criterion": "direction", "points": 5, "because": "asks for nothing in particular"},
				    {"criterion": "caseload", "points": 5, "because": "what both work with is not known"},
				    {"criterion": "perspective", "points": 10, "because": "works in another part of the agency"},
				    {"criterion": "languages", "points": 5, "because": "both speak en"},
				    {"criterion": "place", "points": 5, "because": "both meet online"},
				    {"criterion": "times", "points": 5, "because": "both can on 10 half days a week"},
				    {"criterion": "wishes", "points": 5, "because": "is what both would like"},
				    {"criterion": "load", "points": 3, "because": "has 1 of 2 places free"}
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
	void aProposalSaysUntilWhenItWaitsAndWhatOneHasAnsweredButNotWhatTheOtherHas() {
		given(this.matches.of("n")).willReturn(List.of(PROPOSED.acceptedBy("n")));
		given(this.matches.of("m")).willReturn(List.of(PROPOSED.acceptedBy("n")));
		assertThat(this.http.get().uri("/me/matches").with(as("n", "staff"))).bodyJson()
			.extractingPath("$[0]")
			.asMap()
			.containsEntry("state", "proposed")
			.containsEntry("answerBy", "2026-05-25T08:00:00Z")
			.containsEntry("accepted", true);
		assertThat(this.http.get().uri("/me/matches").with(as("m", "staff"))).bodyJson()
			.extractingPath("$[0]")
			.asMap()
			.containsEntry("accepted", false);
	}

	@ParameterizedTest
	@CsvSource({ "CHOSEN,", "UNANSWERED,", "NO_PLACE,", "RULE, bothOptedIn", "RULE, bothActive", "RULE, notKeptApart",
			"RULE, neitherOnHold" })
	void nobodySeesWhoChoseAnEndOrWhy(Match.Reason reason, @Nullable String rule) {
		for (Match match : List.of(MATCH, PROPOSED.acceptedBy("n"))) {
			Match ended = match.ended(NOW, reason, rule);
			given(this.matches.of("n")).willReturn(List.of(ended));
			given(this.matches.all()).willReturn(List.of(ended));
			assertThat(this.http.get().uri("/me/matches").with(as("n", "staff"))).bodyJson()
				.extractingPath("$[0]")
				.asMap()
				.containsEntry("state", match.equals(MATCH) ? "ended" : "lapsed")
				.containsEntry("endedByRule", null)
				.containsEntry("accepted", true);
			assertThat(this.http.get().uri("/matches").with(as("h", "hr"))).bodyText()
				.isEqualTo(match.equals(MATCH)
						? """
								[{"matchId":"n-1","mentor":{"staffId":"m","displayName":"Name of m"},"mentee":{"staffId":"n","displayName":"Name of n"},"since":"2026-05-18T08:00:00Z","state":"ended","score":66}]"""
						: "[]");
		}
	}

	@Test
	void aRuleThatIsAboutWorkIsToldToBoth() {
		given(this.matches.of("n"))
			.willReturn(List.of(MATCH.ended(NOW, Match.Reason.RULE, "notInOwnLineOfManagement")));
		assertThat(this.http.get().uri("/me/matches").with(as("n", "staff"))).bodyJson()
			.extractingPath("$[0].endedByRule")
			.isEqualTo("notInOwnLineOfManagement");
	}

	@Test
	void whatNeverBeganIsNotShown() {
		Match withdrawn = Match.withdrawn("n-1", "m", NOW);
		given(this.matches.of("n")).willReturn(List.of(withdrawn));
		given(this.matches.all()).willReturn(List.of(withdrawn));
		assertThat(this.http.get().uri("/me/matches").with(as("n", "staff"))).bodyText().isEqualTo("[]");
		assertThat(this.http.get().uri("/matches").with(as("h", "hr"))).bodyText().isEqualTo("[]");
	}

	@Test
	void aProposalThatLapsedIsShownForFourteenDays() {
		Match lapsed = PROPOSED.ended(NOW.minus(Duration.ofDays(14)), Match.Reason.CHOSEN, null);
		given(this.matches.of("n")).willReturn(List.of(lapsed));
		assertThat(this.http.get().uri("/me/matches").with(as("n", "staff"))).bodyText().isEqualTo("[]");
	}

	@Test
	void anUnknownStateIsRefused() {
		assertThat(this.http.put()
			.uri("/me/matches/n-1/state")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"state\": \"married\"}")
			.with(as("n", "staff"))).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void hrSeesWhoWithWhomAndHowWellTheyFitButNotWhatTheyAskedFor() {
		assertThat(this.http.get().uri("/matches").with(as("h", "hr"))).bodyJson().isStrictlyEqualTo("""
				[{
				  "matchId": "n-1", "mentor": {"staffId": "m", "displayName": "Name of m"},
				  "mentee": {"staffId": "n", "displayName": "Name of n"},
				  "since": "2026-05-18T08:00:00Z", "state": "active", "score": 66
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
