package org.holdfast.mentorship.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.people.People.gone;
import static org.holdfast.mentorship.people.People.person;
import static org.holdfast.mentorship.people.People.under;

/** What HR does about supervision, and what it sees of it. */
@WholeService
@Import(Office.class)
class NamingTests {

	private static final Instant NOW = Instant.parse("2026-05-18T08:00:00Z");

	private static final String NOTICES = "notification.requested";

	private static final String HR = Tokens.of("h", "hr");

	@Autowired
	private Supervisions supervisions;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private Office office;

	private String guest;

	private String lead;

	private String worker;

	private String id;

	@DynamicPropertySource
	static void quiet(DynamicPropertyRegistry settings) {
		Office.quiet(settings);
	}

	@BeforeEach
	void aGuestStandsOutsideTheLineOfAWorker() {
		this.mongo.remove(new Query(), "supervisions");
		this.clock.set(NOW);
		this.guest = "g" + UUID.randomUUID();
		this.lead = "l" + UUID.randomUUID();
		this.worker = "w" + UUID.randomUUID();
		this.id = UUID.randomUUID().toString();
		this.office.tell(person(this.guest), person(this.lead), under(this.lead, person(this.worker)));
	}

	@Test
	void hrNamesWhomeverTheyLikeAndTheLineDoesNotEndIt() {
		assertThat(name(this.guest, this.worker).json().at("/supervisor/displayName").asString())
			.isEqualTo("Name of " + this.guest);
		assertThat(name(this.guest, this.worker).status()).isEqualTo(200);
		assertThat(state(this.worker, "active").json().get("state").asString()).isEqualTo("active");
		this.supervisions.settle();
		assertThat(own(this.worker).get("state").asString()).isEqualTo("active");
		this.office.tell(gone(person(this.guest)));
		this.supervisions.settle();
		assertThat(own(this.worker).get("state").asString()).isEqualTo("ended");
		this.id = UUID.randomUUID().toString();
		for (Answer refused : List.of(name(this.worker, this.worker), name(this.lead, "nobody"))) {
			assertThat(refused.problem()).isEqualTo("cannot-be-supervised");
			assertThat(pointer(refused)).isEqualTo("/superviseeId");
		}
		assertThat(name(this.guest, this.worker).problem()).isEqualTo("cannot-be-supervised");
		assertThat(pointer(name(this.guest, this.worker))).isEqualTo("/supervisorId");
	}

	@Test
	void hrSeesWhetherWhatItNamedWaitsGoesOnOrIsOverAndNothingElse() {
		name(this.guest, this.worker);
		JsonNode waiting = named();
		assertThat(waiting.propertyNames()).containsExactlyInAnyOrder("supervisionId", "supervisor", "supervisee",
				"everyDays", "state", "namedAt");
		assertThat(waiting.at("/supervisee/displayName").asString()).isEqualTo("Name of " + this.worker);
		assertThat(waiting.get("everyDays").asInt()).isEqualTo(14);
		assertThat(waiting.get("namedAt").asString()).isEqualTo("2026-05-18T08:00:00Z");
		assertThat(stage()).isEqualTo("proposed");
		this.clock.set(NOW.plus(Duration.ofDays(2)));
		state(this.worker, "active");
		JsonNode active = named();
		assertThat(stage()).isEqualTo("active");
		state(this.guest, "paused");
		assertThat(named()).as("that it rests").isEqualTo(active);
		String session = "/me/gatherings/supervision/" + this.id + "/sessions/" + UUID.randomUUID();
		this.office
			.put(this.guest, session + "/held",
					"{\"heldAt\": \"2026-05-19T14:00:00Z\", \"minutes\": 45, \"topics\": []}")
			.json();
		assertThat(named()).as("that they met").isEqualTo(active);
		state(this.guest, "ended");
		assertThat(stage()).isEqualTo("ended");
	}

	@Test
	void whoeverEndsItAndWheneverHrSeesTheSame() {
		state(nameAnew(), this.worker, "ended");
		state(nameAnew(), this.guest, "ended");
		String begun = nameAnew();
		state(begun, this.worker, "active");
		state(begun, this.worker, "ended");
		end(nameAnew()).json();
		String ofOneWhoGoes = nameAnew();
		state(ofOneWhoGoes, this.worker, "active");
		this.office.tell(gone(person(this.guest)));
		this.supervisions.settle();
		List<JsonNode> seen = list().valueStream().toList();
		assertThat(seen).hasSize(5).allSatisfy((each) -> {
			assertThat(each.get("state").asString()).isEqualTo("ended");
			assertThat(each.at("/supervisor/staffId").asString()).isEqualTo(this.guest);
			assertThat(each.get("namedAt").asString()).isEqualTo("2026-05-18T08:00:00Z");
		});
	}

	@Test
	void whatSupervisorsOfferWithinTheirLineIsNotForHrToSeeOrChange() {
		this.office
			.send(HttpMethod.PUT, Tokens.of(this.lead, "supervisor"), "/me/supervisions/" + this.id,
					"{\"with\": \"%s\", \"everyDays\": 14}".formatted(this.worker))
			.json();
		assertThat(list()).isEmpty();
		assertThat(end(this.id).problem()).isEqualTo("no-such-supervision");
		assertThat(name(this.lead, this.worker).problem()).isEqualTo("id-is-taken");
		assertThat(own(this.worker).get("state").asString()).isEqualTo("proposed");
		this.id = UUID.randomUUID().toString();
		Answer another = name(this.lead, this.worker);
		assertThat(another.problem()).isEqualTo("supervised-already");
		assertThat(pointer(another)).isEqualTo("/superviseeId");
	}

	@Test
	void hrChangesTheRhythmOfWhatItNamedUntilThatIsOver() {
		name(this.guest, this.worker);
		state(this.worker, "active");
		assertThat(name(this.guest, this.worker, 7).json().get("everyDays").asInt()).isEqualTo(7);
		assertThat(own(this.guest).get("nextDue").asString()).isEqualTo("2026-05-25T08:00:00Z");
		assertThat(name(this.guest, this.worker, 91).status()).isEqualTo(400);
		assertThat(name(this.lead, this.worker, 7).problem()).as("another supervisor").isEqualTo("id-is-taken");
		end(this.id).json();
		assertThat(name(this.guest, this.worker, 14).problem()).isEqualTo("supervision-is-over");
		assertThat(named().get("everyDays").asInt()).isEqualTo(7);
	}

	@Test
	void hrEndsWhatItNamedAndTheTwoHearThatItIsOver() {
		name(this.guest, this.worker);
		state(this.worker, "active");
		assertThat(end(this.id).json().get("state").asString()).isEqualTo("ended");
		assertThat(end(this.id).status()).isEqualTo(200);
		for (String staffId : List.of(this.guest, this.worker)) {
			assertThat(own(staffId).get("state").asString()).isEqualTo("ended");
			this.kafka.awaitValue(NOTICES, this.id + ":" + staffId + ":supervision-ended");
		}
		assertThat(state(this.worker, "active").problem()).isEqualTo("supervision-is-over");
		assertThat(nameAnew()).as("the two can be named again").isNotEmpty();
	}

	@Test
	void whatHrEndsBeforeItBeganIsAskedOfTheSuperviseeNoLonger() {
		name(this.guest, this.worker);
		String asked = this.id + ":" + this.worker + ":supervision-proposed";
		this.kafka.awaitValue(NOTICES, asked);
		end(this.id).json();
		this.kafka.await(NOTICES,
				(found) -> found.stream().anyMatch((each) -> each.key().equals(asked) && each.value() == null));
		assertThat(state(this.worker, "active").problem()).isEqualTo("supervision-is-over");
		assertThat(this.kafka.all(NOTICES))
			.noneMatch((each) -> each.key().equals(this.id + ":" + this.worker + ":supervision-ended"));
	}

	@Test
	void whoIsErasedIsNotOnTheListOfHr() {
		String remains = nameAnew();
		this.office.erase(this.guest);
		JsonNode left = named();
		assertThat(left.get("supervisionId").asString()).isEqualTo(remains);
		assertThat(left.get("state").asString()).isEqualTo("ended");
		assertThat(left.at("/supervisor/staffId").asString()).isEmpty();
		assertThat(left.at("/supervisor/displayName").isNull()).isTrue();
		this.office.erase(this.worker);
		assertThat(list()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "active", "paused", "proposed", "" })
	void hrDecidesNothingElseForTheTwo(String state) {
		name(this.guest, this.worker);
		assertThat(put("/state", "{\"state\": \"%s\"}".formatted(state)).status()).isEqualTo(400);
		assertThat(stage()).isEqualTo("proposed");
	}

	@ParameterizedTest
	@CsvSource({ "staff, 403, 403", "supervisor, 403, 403", "hr, 200, 404", "administrator, 403, 403",
			"integration, 403, 403", "nobody, 401, 401" })
	void theListAndTheEndAreForHrOnly(String role, int list, int end) {
		String token = switch (role) {
			case "nobody" -> null;
			case "integration" -> Tokens.integration("i", "profile.import");
			default -> Tokens.of("x", role);
		};
		assertThat(this.office.send(HttpMethod.GET, token, "/supervisions", null).status()).isEqualTo(list);
		assertThat(
				this.office.send(HttpMethod.PUT, token, "/supervisions/" + this.id + "/state", "{\"state\": \"ended\"}")
					.status())
			.isEqualTo(end);
	}

	private Answer name(String supervisorId, String superviseeId) {
		return name(supervisorId, superviseeId, 14);
	}

	private Answer name(String supervisorId, String superviseeId, int everyDays) {
		return put("", "{\"supervisorId\": \"%s\", \"superviseeId\": \"%s\", \"everyDays\": %d}".formatted(supervisorId,
				superviseeId, everyDays));
	}

	/** Names the guest for the worker under a new id. */
	private String nameAnew() {
		this.id = UUID.randomUUID().toString();
		name(this.guest, this.worker).json();
		return this.id;
	}

	private Answer end(String id) {
		this.id = id;
		return put("/state", "{\"state\": \"ended\"}");
	}

	private Answer put(String below, String body) {
		return this.office.send(HttpMethod.PUT, HR, "/supervisions/" + this.id + below, body);
	}

	private JsonNode list() {
		return this.office.send(HttpMethod.GET, HR, "/supervisions", null).json();
	}

	private JsonNode named() {
		JsonNode list = list();
		assertThat(list).hasSize(1);
		return list.get(0);
	}

	private String stage() {
		return named().get("state").asString();
	}

	private Answer state(String staffId, String state) {
		return state(this.id, staffId, state);
	}

	private Answer state(String id, String staffId, String state) {
		return this.office.put(staffId, "/me/supervisions/" + id + "/state", "{\"state\": \"" + state + "\"}");
	}

	private JsonNode own(String staffId) {
		return this.office.get(staffId, "/me/supervisions").json().get(0);
	}

	private static String pointer(Answer refused) {
		return JsonMapper.shared().readTree(refused.body()).get("pointer").asString();
	}

}
