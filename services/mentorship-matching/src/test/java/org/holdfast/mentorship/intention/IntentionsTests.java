package org.holdfast.mentorship.intention;

import java.util.List;
import java.util.UUID;

import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.Office;
import org.holdfast.mentorship.Office.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@WholeService
@Import(Office.class)
class IntentionsTests {

	private static final String GOAL = "{\"text\": \"chair a hearing alone\", \"due\": \"2026-12-01\"}";

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private Office office;

	private String mentor;

	private String mentee;

	private String goals;

	private String goal;

	@DynamicPropertySource
	static void quiet(DynamicPropertyRegistry settings) {
		Office.quiet(settings);
	}

	@BeforeEach
	void twoArePaired() {
		this.clock.set(java.time.Instant.parse("2026-05-18T08:00:00Z"));
		this.mentor = "m" + UUID.randomUUID();
		this.mentee = "n" + UUID.randomUUID();
		this.goals = "/me/gatherings/match/" + this.office.pair(this.mentor, this.mentee) + "/goals";
		this.goal = this.goals + "/" + UUID.randomUUID();
	}

	@Test
	void bothReadAGoalAndWhoWroteItAndEitherSaysWhereItStands() {
		for (int again = 0; again < 2; again++) {
			this.office.put(this.mentee, this.goal, GOAL).json();
		}
		JsonNode ofMentor = this.office.get(this.mentor, this.goals).json();
		assertThat(ofMentor).hasSize(1);
		assertThat(ofMentor.at("/0/text").asString()).isEqualTo("chair a hearing alone");
		assertThat(ofMentor.at("/0/by/displayName").asString()).isEqualTo("Name of " + this.mentee);
		assertThat(ofMentor.at("/0/mine").asBoolean()).isFalse();
		assertThat(ofMentor.at("/0/due").asString()).isEqualTo("2026-12-01");
		assertThat(ofMentor.at("/0/state").asString()).isEqualTo("open");
		this.office.put(this.mentor, this.goal + "/state", "{\"state\": \"reached\"}").json();
		JsonNode ofMentee = this.office.get(this.mentee, this.goals).json();
		assertThat(ofMentee.at("/0/state").asString()).isEqualTo("reached");
		assertThat(ofMentee.at("/0/mine").asBoolean()).isTrue();
		this.office.put(this.mentee, this.goal, "{\"text\": \"chair two hearings alone\"}").json();
		assertThat(this.office.get(this.mentor, this.goals).json().at("/0/text").asString())
			.isEqualTo("chair two hearings alone");
		assertThat(this.office.everything()).isNotEmpty().noneMatch((document) -> document.contains("hearing"));
	}

	@Test
	void nobodyRewritesTheWordsOfAnother() {
		this.office.put(this.mentee, this.goal, GOAL).json();
		Answer refused = this.office.put(this.mentor, this.goal, GOAL);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.problem()).isEqualTo("words-of-another");
		assertThat(this.office.get(this.mentor, this.goals).json().at("/0/mine").asBoolean()).isFalse();
	}

	@Test
	void nobodyElseInAnyRoleSeesOrChangesAGoal() {
		this.office.put(this.mentee, this.goal, GOAL).json();
		String id = this.goal.substring(this.goal.lastIndexOf('/'));
		String ofOthers = "/me/gatherings/match/" + this.office.pair("m" + UUID.randomUUID(), "n-other") + "/goals"
				+ id;
		assertThat(this.office.put("n-other", ofOthers, GOAL).problem()).isEqualTo("id-is-taken");
		assertThat(this.office.put("n-other", ofOthers + "/state", "{\"state\": \"dropped\"}").problem())
			.isEqualTo("no-such-intention");
		for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
			for (Answer answer : everyOperationAs(Tokens.of("outsider", role))) {
				assertThat(answer.status()).isEqualTo(404);
				assertThat(answer.body()).doesNotContain("hearing");
			}
		}
		assertThat(this.office.get(this.mentee, this.goals).json().at("/0/state").asString()).isEqualTo("open");
	}

	@ParameterizedTest
	@CsvSource({ "integration, 403", "nobody, 401" })
	void eachOperationIsForPeopleOnly(String who, int status) {
		assertThat(everyOperationAs(who.equals("nobody") ? null : Tokens.integration("i", "profile.import")))
			.extracting(Answer::status)
			.containsOnly(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\": \" \"}", "{}", "{\"text\": \"x\", \"due\": \"2062-01-01\"}",
			"{\"text\": \"x\", \"due\": \"someday\"}" })
	void aGoalThatCannotBeIsRefused(String goal) {
		assertThat(this.office.put(this.mentee, this.goal, goal).status()).isEqualTo(400);
		assertThat(this.office.put(this.mentee, this.goals + "/next", GOAL).problem()).isEqualTo("invalid-id");
		assertThat(this.office.put(this.mentee, this.goal, "{\"text\": \"" + "x".repeat(1001) + "\"}").status())
			.isEqualTo(400);
	}

	@Test
	void theWordsOfWhoIsErasedAreGoneAndThoseOfTheOtherStay() {
		this.office.put(this.mentor, this.goal, GOAL).json();
		this.office.put(this.mentee, this.goals + "/" + UUID.randomUUID(), "{\"text\": \"of the mentee\"}").json();
		this.office.erase(this.mentor);
		assertThat(this.office.get(this.mentee, this.goals).json().findValuesAsString("text"))
			.containsExactly("of the mentee");
		assertThat(this.office.put(this.mentee, this.goal, GOAL).problem()).isEqualTo("gathering-is-over");
		this.office.erase(this.mentee);
		assertThat(this.office.state()).noneMatch((document) -> document.contains("\"" + this.mentor + "\"")
				|| document.contains("\"" + this.mentee + "\"") || document.contains("/" + this.mentee));
	}

	@Test
	void whatWasAgreedInASessionIsReadByBothAndKeptOrNot() {
		String session = this.goals.replace("/goals", "/sessions/" + UUID.randomUUID());
		String agreement = session + "/agreements/" + UUID.randomUUID();
		assertThat(this.office.put(this.mentor, agreement, "{\"text\": \"fewer cases\"}").problem())
			.isEqualTo("no-such-session");
		this.office.put(this.mentor, session + "/held", """
				{"heldAt": "2026-05-11T14:00:00Z", "minutes": 45, "topics": []}""").json();
		for (int again = 0; again < 2; again++) {
			this.office.put(this.mentor, agreement, "{\"text\": \"fewer cases by June\"}").json();
		}
		assertThat(this.office.put(this.mentee, agreement, "{\"text\": \"more\"}").problem())
			.isEqualTo("words-of-another");
		assertThat(this.office.put(this.mentee, agreement + "/state", "{\"state\": \"reached\"}").problem())
			.isEqualTo("invalid-state");
		this.office.put(this.mentee, agreement + "/state", "{\"state\": \"not-kept\"}").json();
		JsonNode agreements = this.office.get(this.mentor, session + "/agreements").json();
		assertThat(agreements).hasSize(1);
		assertThat(agreements.at("/0/text").asString()).isEqualTo("fewer cases by June");
		assertThat(agreements.at("/0/state").asString()).isEqualTo("not-kept");
		assertThat(agreements.at("/0/mine").asBoolean()).isTrue();
		assertThat(this.office.get(this.mentor, this.goals).json()).isEmpty();
		assertThat(this.office.everything()).noneMatch((document) -> document.contains("cases"));
		this.office.put(this.mentee, this.goal, GOAL).json();
		assertThat(this.office.put(this.mentee, this.goal + "/state", "{\"state\": \"kept\"}").problem())
			.isEqualTo("invalid-state");
		this.office.erase(this.mentor);
		assertThat(this.office.get(this.mentee, session + "/agreements").json()).isEmpty();
	}

	private List<Answer> everyOperationAs(String token) {
		String agreements = this.goals.replace("/goals", "/sessions/" + UUID.randomUUID() + "/agreements");
		return List.of(this.office.send(HttpMethod.GET, token, this.goals, null),
				this.office.send(HttpMethod.PUT, token, this.goal, GOAL),
				this.office.send(HttpMethod.PUT, token, this.goal + "/state", "{\"state\": \"dropped\"}"),
				this.office.send(HttpMethod.GET, token, agreements, null),
				this.office.send(HttpMethod.PUT, token, agreements + "/" + UUID.randomUUID(), GOAL),
				this.office.send(HttpMethod.PUT, token, agreements + "/" + UUID.randomUUID() + "/state",
						"{\"state\": \"kept\"}"));
	}

}
