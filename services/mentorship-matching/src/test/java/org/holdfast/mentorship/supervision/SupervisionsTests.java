package org.holdfast.mentorship.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.holdfast.defaults.test.KafkaProbe;
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
import static org.holdfast.mentorship.people.People.person;
import static org.holdfast.mentorship.people.People.under;

@WholeService
@Import(Office.class)
class SupervisionsTests {

	private static final Instant NOW = Instant.parse("2026-05-18T08:00:00Z");

	private static final String NOTICES = "notification.requested";

	@Autowired
	private Supervisions supervisions;

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private Office office;

	private String boss;

	private String lead;

	private String worker;

	private String id;

	@DynamicPropertySource
	static void quiet(DynamicPropertyRegistry settings) {
		Office.quiet(settings);
	}

	@BeforeEach
	void somebodyReportsToALeadWhoReportsToABoss() {
		this.clock.set(NOW);
		this.boss = "b" + UUID.randomUUID();
		this.lead = "l" + UUID.randomUUID();
		this.worker = "w" + UUID.randomUUID();
		this.id = UUID.randomUUID().toString();
		this.office.tell(person(this.boss), under(this.boss, person(this.lead)), under(this.lead, person(this.worker)));
	}

	@Test
	void itBeginsOnceTheSuperviseeAcceptsAndEitherRestsGoesOnOrEndsIt() {
		assertThat(open(this.lead, this.worker, 14).json().get("state").asString()).isEqualTo("proposed");
		assertThat(open(this.lead, this.worker, 14).status()).isEqualTo(200);
		assertThat(this.kafka.awaitValue(NOTICES, this.id + ":" + this.worker + ":supervision-proposed")
			.get("about")
			.asString()).isEqualTo(this.id);
		assertThat(state(this.lead, "active").json().get("state").asString()).isEqualTo("proposed");
		assertThat(state(this.worker, "paused").problem()).isEqualTo("supervision-is-over");
		JsonNode begun = state(this.worker, "active").json();
		assertThat(begun.get("state").asString()).isEqualTo("active");
		assertThat(begun.get("as").asString()).isEqualTo("supervisee");
		assertThat(begun.at("/with/displayName").asString()).isEqualTo("Name of " + this.lead);
		assertThat(begun.get("nextDue").asString()).isEqualTo("2026-06-01T08:00:00Z");
		assertThat(state(this.lead, "paused").json().get("nextDue").isNull()).isTrue();
		assertThat(state(this.worker, "active").json()).isEqualTo(begun);
		assertThat(open(this.lead, this.worker, 7).json().get("nextDue").asString()).isEqualTo("2026-05-25T08:00:00Z");
		assertThat(state(this.worker, "ended").json().get("state").asString()).isEqualTo("ended");
		assertThat(state(this.lead, "ended").status()).isEqualTo(200);
		assertThat(state(this.lead, "active").problem()).isEqualTo("supervision-is-over");
		assertThat(open(this.lead, this.worker, 7).problem()).isEqualTo("supervision-is-over");
		this.id = UUID.randomUUID().toString();
		assertThat(open(this.lead, this.worker, 7).status()).isEqualTo(200);
		assertThat(this.office.get(this.worker, "/me/supervisions").json()).hasSize(2);
	}

	@Test
	void onlyWhoStandsAboveAPersonOffersToSuperviseThem() {
		assertThat(open(this.boss, this.worker, 14).status()).as("not only the own manager").isEqualTo(200);
		this.id = UUID.randomUUID().toString();
		this.office.tell(person("colleague"));
		for (Answer refused : List.of(open(this.worker, this.lead, 14), open("colleague", this.worker, 14),
				open(this.lead, this.lead, 14), open(this.lead, "nobody", 14))) {
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.problem()).isEqualTo("not-above");
		}
		assertThat(this.office.get(this.worker, "/me/supervisions").json()).hasSize(1);
	}

	@Test
	void itEndsByRuleWhenTheSupervisorStandsAboveThePersonNoLonger() {
		open(this.lead, this.worker, 14);
		state(this.worker, "active");
		this.supervisions.settle();
		assertThat(shown(this.worker).get("state").asString()).isEqualTo("active");
		this.office.tell(under("not-told-of-yet", person(this.worker)));
		this.supervisions.settle();
		assertThat(shown(this.worker).get("state").asString()).as("the line is not known whole").isEqualTo("active");
		this.office.tell(under(this.boss, person(this.worker)));
		this.supervisions.settle();
		assertThat(shown(this.worker).get("state").asString()).isEqualTo("ended");
		this.kafka.awaitValue(NOTICES, this.id + ":" + this.worker + ":supervision-ended");
		this.kafka.awaitValue(NOTICES, this.id + ":" + this.lead + ":supervision-ended");
	}

	@Test
	void theSupervisorIsRemindedOnceTheNextSessionIsDueUntilItIsHeld() {
		open(this.lead, this.worker, 14);
		state(this.worker, "active");
		String due = this.id + ":" + this.lead + ":supervision-due";
		this.clock.set(NOW.plus(Duration.ofDays(14)).minusMillis(1));
		assertThat(this.kafka.all(NOTICES)).noneMatch((each) -> each.key().equals(due));
		this.clock.set(NOW.plus(Duration.ofDays(14)));
		assertThat(this.kafka.awaitValue(NOTICES, due).get("staffId").asString()).isEqualTo(this.lead);
		this.clock.set(NOW.plus(Duration.ofDays(15)));
		String held = path("/sessions/" + UUID.randomUUID()) + "/held";
		this.office.put(this.worker, held, """
				{"heldAt": "2026-06-02T07:00:00Z", "minutes": 60, "topics": []}""").json();
		assertThat(shown(this.lead).get("nextDue").asString()).isEqualTo("2026-06-16T07:00:00Z");
		assertThat(shown(this.lead).get("lastHeld").asString()).isEqualTo("2026-06-02T07:00:00Z");
		this.supervisions.settle();
		this.kafka.await(NOTICES,
				(found) -> found.stream().anyMatch((each) -> each.key().equals(due) && each.value() == null));
	}

	@Test
	void theTwoShareSessionsGoalsAndAgreementsAndOnlyTheSuperviseeIsAskedForFeedback() {
		open(this.lead, this.worker, 14);
		String session = path("/sessions/" + UUID.randomUUID());
		String plan = "{\"startsAt\": \"2026-05-20T14:00:00Z\", \"minutes\": 45, \"topics\": []}";
		assertThat(this.office.put(this.lead, session, plan).problem()).as("before it has begun")
			.isEqualTo("no-such-gathering");
		state(this.worker, "active");
		this.office.put(this.lead, session, plan).json();
		this.office.put(this.worker, session + "/agreements/" + UUID.randomUUID(), "{\"text\": \"fewer cases\"}")
			.json();
		this.office.put(this.worker, path("/goals/") + UUID.randomUUID(), "{\"text\": \"rest\"}").json();
		assertThat(this.office.get(this.lead, session + "/agreements").json()).hasSize(1);
		assertThat(this.office.get(this.lead, path("/goals")).json()).hasSize(1);
		assertThat(this.office.get(this.boss, session + "/agreements").status()).isEqualTo(404);
		assertThat(this.office.get(this.lead, path("/feedback")).problem()).isEqualTo("not-asked");
		assertThat(this.office.put(this.worker, path("/feedback"), """
				{"answers": {"clear-agreements": 4, "time": 2, "supported": 5}}""").json().get("side").asString())
			.isEqualTo("supervisee");
		assertThat(this.office.send(HttpMethod.GET, Tokens.of(this.lead, "supervisor", "hr"), path("/feedback"), null)
			.status()).isEqualTo(404);
		state(this.lead, "paused");
		assertThat(this.office.put(this.lead, session, plan.replace("14:00", "15:00")).status()).isEqualTo(200);
		state(this.lead, "ended");
		assertThat(this.office.put(this.lead, session, plan).problem()).isEqualTo("gathering-is-over");
		assertThat(this.office.get(this.lead, session + "/agreements").json()).hasSize(1);
	}

	@Test
	void whoIsErasedLeavesNothing() {
		open(this.lead, this.worker, 14);
		state(this.worker, "active");
		String session = path("/sessions/" + UUID.randomUUID());
		this.office
			.put(this.lead, session + "/held",
					"{\"heldAt\": \"2026-05-11T14:00:00Z\", \"minutes\": 45, \"topics\": []}")
			.json();
		this.office.put(this.lead, session + "/agreements/" + UUID.randomUUID(), "{\"text\": \"of the lead\"}").json();
		this.office.put(this.worker, session + "/note", "{\"text\": \"of the worker\"}").json();
		this.office.erase(this.lead);
		JsonNode left = shown(this.worker);
		assertThat(left.get("state").asString()).isEqualTo("ended");
		assertThat(left.at("/with/displayName").isNull()).isTrue();
		assertThat(this.office.get(this.worker, session + "/agreements").json()).isEmpty();
		assertThat(this.office.get(this.worker, session + "/note").status()).isEqualTo(200);
		// HR has entered who the worker reports to now
		this.office.tell(person(this.worker));
		assertThat(this.office.state())
			.noneMatch((document) -> document.contains("\"" + this.lead + "\"") || document.contains(":" + this.lead));
		this.office.erase(this.worker);
		assertThat(this.office.state()).noneMatch((document) -> document.contains("\"" + this.worker + "\"")
				|| document.contains(this.id) || document.contains(":" + this.worker));
		this.kafka.await("mentorship.session",
				(found) -> found.stream().anyMatch((each) -> session.endsWith(each.key()) && each.value() == null));
	}

	@Test
	void manyRequestsAtOnceAreOneSupervision() throws Exception {
		List<Callable<Answer>> calls = new ArrayList<>();
		IntStream.range(0, 8).forEach((i) -> calls.add(() -> open(this.lead, this.worker, 14)));
		assertThat(Office.atOnce(calls)).extracting(Answer::status).containsOnly(200);
		calls.clear();
		IntStream.range(0, 8).forEach((i) -> calls.add(() -> state((i % 2 == 0) ? this.worker : this.lead, "active")));
		assertThat(Office.atOnce(calls)).extracting(Answer::status).containsOnly(200);
		assertThat(this.office.get(this.lead, "/me/supervisions").json()).hasSize(1);
		assertThat(shown(this.lead).get("state").asString()).isEqualTo("active");
		this.id = UUID.randomUUID().toString();
		assertThat(open(this.lead, this.worker, 14).problem()).isEqualTo("supervised-already");
	}

	@Test
	void nobodyDecidesForOthersOrTakesTheirIds() {
		open(this.lead, this.worker, 14);
		for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
			assertThat(this.office
				.send(HttpMethod.PUT, Tokens.of(this.boss, role), "/me/supervisions/" + this.id + "/state",
						"{\"state\": \"ended\"}")
				.problem()).isEqualTo("no-such-supervision");
		}
		assertThat(open(this.boss, this.worker, 14).problem()).isEqualTo("id-is-taken");
		assertThat(name(this.boss, this.worker).problem()).isEqualTo("id-is-taken");
		assertThat(shown(this.worker).get("state").asString()).isEqualTo("proposed");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 91 })
	void aRhythmThatIsNoneIsRefused(int everyDays) {
		assertThat(open(this.lead, this.worker, everyDays).status()).isEqualTo(400);
		this.id = "next";
		assertThat(open(this.lead, this.worker, 14).problem()).isEqualTo("invalid-id");
	}

	@ParameterizedTest
	@CsvSource({ "staff, 200, 403, 404, 403", "supervisor, 200, 403, 404, 403", "hr, 200, 403, 404, 409",
			"administrator, 200, 403, 404, 403", "integration, 403, 403, 403, 403", "nobody, 401, 401, 401, 401" })
	void eachOperationIsForItsRolesOnly(String role, int list, int open, int state, int name) {
		String token = switch (role) {
			case "nobody" -> null;
			case "integration" -> Tokens.integration("i", "profile.import");
			default -> Tokens.of("x", role);
		};
		Answer opened = this.office.send(HttpMethod.PUT, token, "/me/supervisions/" + this.id,
				"{\"with\": \"y\", \"everyDays\": 14}");
		assertThat(opened.status()).isEqualTo(open);
		assertThat(opened.problem().equals("not-above")).isEqualTo(role.equals("supervisor"));
		assertThat(this.office.send(HttpMethod.GET, token, "/me/supervisions", null).status()).isEqualTo(list);
		assertThat(this.office
			.send(HttpMethod.PUT, token, "/me/supervisions/" + this.id + "/state", "{\"state\": \"ended\"}")
			.status()).isEqualTo(state);
		assertThat(this.office
			.send(HttpMethod.PUT, token, "/supervisions/" + this.id,
					"{\"supervisorId\": \"x\", \"superviseeId\": \"y\", \"everyDays\": 14}")
			.status()).isEqualTo(name);
	}

	private Answer open(String supervisorId, String superviseeId, int everyDays) {
		return this.office.send(HttpMethod.PUT, Tokens.of(supervisorId, "supervisor"), "/me/supervisions/" + this.id,
				"{\"with\": \"%s\", \"everyDays\": %d}".formatted(superviseeId, everyDays));
	}

	private Answer name(String supervisorId, String superviseeId) {
		return this.office.send(HttpMethod.PUT, Tokens.of("h", "hr"), "/supervisions/" + this.id,
				"{\"supervisorId\": \"%s\", \"superviseeId\": \"%s\", \"everyDays\": 14}".formatted(supervisorId,
						superviseeId));
	}

	private Answer state(String staffId, String state) {
		return this.office.put(staffId, "/me/supervisions/" + this.id + "/state", "{\"state\": \"" + state + "\"}");
	}

	private JsonNode shown(String staffId) {
		return this.office.get(staffId, "/me/supervisions").json().get(0);
	}

	private String path(String below) {
		return "/me/gatherings/supervision/" + this.id + below;
	}

}
