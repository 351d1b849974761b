package org.holdfast.mentorship.circle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.Document;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.circle.Neighbours.HR;
import static org.holdfast.mentorship.circle.Neighbours.about;
import static org.holdfast.mentorship.circle.Neighbours.ids;
import static org.holdfast.mentorship.circle.Neighbours.opting;
import static org.holdfast.mentorship.circle.Neighbours.peer;
import static org.holdfast.mentorship.circle.Neighbours.peers;

/** The life of circles, as people live it. The tests say when things are settled. */
@WholeService
@TestPropertySource(properties = { "holdfast.mentorship.quiet=1h", "holdfast.mentorship.at-latest=1h",
		"holdfast.mentorship.sweep=1h", "holdfast.simulated-clock=true" })
class CircleTests {

	private static final ContractSample CIRCLE = ContractSample.of("mentorship-matching", "mentorship.circle");

	private static final String TOPIC = "mentorship.circle";

	/** A Monday. */
	private static final Instant BEGINNING = Instant.parse("2026-05-18T08:00:00Z");

	private static final String ACTIVE = "{\"state\":\"active\"}";

	private static final String LEFT = "{\"state\":\"left\"}";

	@Autowired
	private Matching matching;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private KafkaProbe kafka;

	@LocalServerPort
	private int port;

	private Neighbours all;

	@BeforeEach
	void nobodyIsKnown() {
		this.all = new Neighbours(this.matching, this.mongo, this.port);
		this.clock.set(BEGINNING);
	}

	@Test
	void aCircleBeginsOnceAsManyHaveSaidYesAsItNeedsAndIsToldOf() {
		List<String> people = List.of("S-0101", "S-0117", "S-0142", "S-0150", "S-0163");
		people.forEach((staffId) -> this.all.tell(peer(staffId)));
		String forming = "/circle-formings/" + CIRCLE.key().replaceFirst("-1$", "");
		this.all.put(HR, forming, "{\"kind\":\"circle\",\"name\":\"spring\",\"differentUnits\":false}");
		this.all.put(HR, forming + "/state", "{\"state\":\"published\"}");
		this.all.settle();
		assertThat(this.kafka.awaitValue("notification.requested", "%s:S-0142:circle-proposed".formatted(CIRCLE.key()))
			.get("staffId")
			.asString()).isEqualTo("S-0142");
		people.forEach((staffId) -> this.all.say(staffId, CIRCLE.key(), "active"));

		this.kafka.awaitValue(TOPIC, CIRCLE.key());
		Published published = this.kafka.all(TOPIC)
			.stream()
			.filter((each) -> each.key().equals(CIRCLE.key()))
			.findFirst()
			.orElseThrow();
		assertThat(published.value()).isEqualTo(CIRCLE.value());
		CIRCLE.headers()
			.entrySet()
			.stream()
			.filter((header) -> !header.getKey().equals("ce_id"))
			.forEach((header) -> assertThat(published.headers()).contains(header));
		assertThat(published.headers()).containsKey("ce_id");
	}

	@Test
	void untilItBeginsNobodySeesWhoSaidWhatAndWhoIsLateMayStillCome() {
		this.all.tell(peers(7));
		this.all.form("circle");
		String id = circleId("p1");
		for (int i = 1; i <= 4; i++) {
			assertThat(this.all.say("p" + i, id, "active").get("state").asString()).isEqualTo("proposed");
		}
		assertThat(this.all.say("p7", id, "left").get("state").asString()).isEqualTo("left");
		assertThat(this.all.say("p7", id, "left").get("state").asString()).isEqualTo("left");
		assertThat(this.all.circlesOf("p7")).isEmpty();
		JsonNode seen = this.all.circleOf("p5");
		assertThat(seen.get("members")).as("as before anybody answered").hasSize(7);
		assertThat(this.all.get(HR, "/circles").get(0).get("members")).isEmpty();
		assertThat(this.all.told(id)).containsExactly("p5:circle-proposed", "p6:circle-proposed");

		JsonNode begun = this.all.say("p5", id, "active");
		assertThat(begun.get("state").asString()).isEqualTo("active");
		assertThat(ids(begun.get("members"))).containsExactly("p1", "p2", "p3", "p4", "p5");
		assertThat(begun.get("topics").toString()).isEqualTo("[\"self-care\"]");
		assertThat(ids(this.all.circleOf("p6").get("members"))).hasSize(5);
		assertThat(this.all.circleOf("p6").get("state").asString()).isEqualTo("proposed");
		this.all.send(HttpMethod.PUT, "/me/circles/%s/state".formatted(id), Tokens.staff("p7"), ACTIVE, 404);
		assertThat(this.all.told(id)).contains("p1:circle-begun", "p6:circle-proposed")
			.doesNotContain("p6:circle-begun");
		assertThat(ids(this.all.say("p6", id, "active").get("members"))).hasSize(6);
		assertThat(ids(this.all.get(HR, "/circles").get(0).get("members"))).hasSize(6);
	}

	@Test
	void withoutAnybodyExperiencedItDoesNotBegin() {
		this.all.tell(peers(6));
		for (int i = 2; i <= 6; i++) {
			this.all.tell(People.since(LocalDate.of(2025, 1, 1), peer("p" + i)));
		}
		this.all.form("circle");
		String id = circleId("p1");
		for (int i = 2; i <= 6; i++) {
			assertThat(this.all.say("p" + i, id, "active").get("state").asString()).isEqualTo("proposed");
		}
		assertThat(this.all.say("p1", id, "active").get("state").asString()).isEqualTo("active");
	}

	@Test
	void aProposalRemindsAndLapsesAndWhoWasSilentIsLeftAlone() {
		this.all.tell(peers(6));
		this.all.form("circle");
		String id = circleId("p1");
		this.all.say("p1", id, "active");
		later(4);
		assertThat(this.all.told(id)).contains("p2:circle-proposed", "p2:circle-reminder")
			.doesNotContain("p1:circle-reminder");
		later(7);
		assertThat(this.all.circleOf("p1").get("state").asString()).isEqualTo("lapsed");
		assertThat(this.all.circleOf("p1").get("members")).isEmpty();
		assertThat(this.all.told(id)).contains("p1:circle-lapsed");
		assertThat(this.all.get(HR, "/circles")).isEmpty();
		assertThat(this.all.get(Tokens.staff("p2"), "/me/participation").get("becauseUnanswered").asBoolean()).isTrue();
		assertThat(this.all.get(Tokens.staff("p1"), "/me/participation").get("onHold").asBoolean()).isFalse();
		this.all.send(HttpMethod.PUT, "/me/circles/%s/state".formatted(id), Tokens.staff("p1"), ACTIVE, 409);
		later(21);
		assertThat(this.all.told(id)).isEmpty();
		assertThat(this.all.circlesOf("p1")).isEmpty();
	}

	@Test
	void aProposalThatTooFewCanStillAcceptLapsesAtOnce() {
		this.all.tell(peers(6));
		this.all.form("circle");
		String id = circleId("p1");
		this.all.say("p1", id, "left");
		assertThat(this.all.circleOf("p2").get("state").asString()).isEqualTo("proposed");
		this.all.say("p2", id, "left");
		assertThat(this.all.circleOf("p3").get("state").asString()).isEqualTo("lapsed");
	}

	@Test
	void whoHasNotAnsweredInTimeIsNotInACircleThatBegan() {
		this.all.tell(peers(6));
		this.all.form("circle");
		String id = circleId("p1");
		for (int i = 1; i <= 5; i++) {
			this.all.say("p" + i, id, "active");
		}
		later(7);
		assertThat(this.all.circlesOf("p6")).isEmpty();
		assertThat(this.all.told(id)).containsExactlyInAnyOrder(
				IntStream.rangeClosed(1, 5).mapToObj((i) -> "p" + i + ":circle-begun").toArray(String[]::new));
		assertThat(ids(this.all.circleOf("p1").get("members"))).hasSize(5);
	}

	@Test
	void whoLeavesDoesSoWithoutANoticeAndHowOftenSaidDoesNotMatter() {
		String id = this.all.begun(peers(6));
		this.all.say("p1", id, "left");
		assertThat(this.all.say("p1", id, "left").get("members")).isEmpty();
		assertThat(this.all.circlesOf("p1")).isEmpty();
		assertThat(ids(this.all.circleOf("p2").get("members"))).doesNotContain("p1").hasSize(5);
		assertThat(this.all.told(id)).allMatch((notice) -> notice.endsWith(":circle-begun"));
		assertThat(members(id)).containsExactly("p2", "p3", "p4", "p5", "p6");
		for (int i = 2; i <= 6; i++) {
			this.all.say("p" + i, id, "left");
		}
		assertThat(last(id).get("state").asString()).isEqualTo("ended");
		this.all.send(HttpMethod.PUT, "/me/circles/%s/state".formatted(id), Tokens.staff("p1"), ACTIVE, 409);
	}

	@Test
	void openCirclesHaveNoNamesAndWhoFitsJoinsWithoutAnybodyDoingAnything() {
		String id = this.all.begun(peers(6));
		this.all.tell(about(Set.of("self-care", "court-work"), peer("n")), about(Set.of("court-work"), peer("other")),
				People.under("p1", peer("report")), opting(null, peer("without")), peer("held"));
		this.all.put(Tokens.staff("held"), "/me/participation", "{\"onHold\":true,\"apart\":[]}");
		JsonNode open = open("n");
		assertThat(open).hasSize(1);
		assertThat(open.get(0).toString()).isEqualTo(
				"{\"circleId\":\"%s\",\"kind\":\"circle\",\"topics\":[\"self-care\"],\"halfDay\":\"mon-am\",\"rhythmDays\":14,\"size\":\"5-6\"}"
					.formatted(id));
		for (String unfit : List.of("other", "report", "without", "held", "p1", "stranger")) {
			assertThat(open(unfit)).as(unfit).isEmpty();
		}
		for (String unfit : List.of("other", "report", "without", "held", "stranger")) {
			join(unfit, id, 404);
		}
		JsonNode joined = join("n", id, 200);
		assertThat(ids(joined.get("members"))).hasSize(7).contains("n");
		assertThat(join("n", id, 200)).isEqualTo(joined);
		assertThat(members(id)).hasSize(7).contains("n");
		assertThat(join("p2", id, 200).get("state").asString()).isEqualTo("active");
	}

	@Test
	void aFullCircleIsNotOpen() {
		String id = this.all.begun(peers(8));
		this.all.tell(peer("n"));
		assertThat(open("n")).isEmpty();
		assertThat(join("n", id, 409).get("type").asString()).endsWith("circle-is-full");
		this.all.say("p1", id, "left");
		join("n", id, 200);
	}

	@Test
	void ofFiftyWhoJoinACircleWithOnePlaceExactlyOneGetsIt() throws Exception {
		String id = this.all.begun(peers(7));
		IntStream.range(0, 50).forEach((i) -> this.all.tell(peer("n" + i)));
		List<Integer> answers = atOnce(50, (i) -> this.all.attempt(HttpMethod.PUT, "/me/circles/open/" + id,
				Tokens.staff("n" + i), null, new ArrayList<>()));
		assertThat(answers).containsOnly(200, 409).filteredOn((status) -> status == 200).hasSize(1);
		assertThat(ids(this.all.circleOf("p1").get("members"))).hasSize(8);
		assertThat(this.all.circlesOf("n" + answers.indexOf(200))).hasSize(1);
	}

	@Test
	void whoJoinsTwoCirclesAtOnceIsInOne() throws Exception {
		String one = this.all.begun(peers(6));
		String other = this.all.begun(peer("q1"), peer("q2"), peer("q3"), peer("q4"), peer("q5"), peer("q6"));
		for (int run = 0; run < 10; run++) {
			String newcomer = "n" + run;
			this.all.tell(peer(newcomer));
			atOnce(2, (i) -> this.all.attempt(HttpMethod.PUT, "/me/circles/open/" + ((i == 0) ? one : other),
					Tokens.staff(newcomer), null, new ArrayList<>()));
			this.all.settle();
			List<JsonNode> in = this.all.circlesOf(newcomer)
				.valueStream()
				.filter((circle) -> circle.get("state").asString().equals("active"))
				.toList();
			assertThat(in).hasSize(1);
			this.all.say(newcomer, in.getFirst().get("circleId").asString(), "left");
		}
		join("p1", other, 409);
	}

	@Test
	void allTakeTurnsAndWhoJoinsComesLast() {
		String id = this.all.begun(peers(5));
		JsonNode circle = this.all.circleOf("p1");
		assertThat(turns(circle)).containsExactly("2026-05-25 p1", "2026-06-08 p2", "2026-06-22 p3");
		this.all.tell(peer("n"));
		later(8);
		join("n", id, 200);
		this.all.say("p2", id, "left");
		assertThat(turns(this.all.circleOf("n"))).containsExactly("2026-06-08 p3", "2026-06-22 p4", "2026-07-06 p5");
		later(51);
		assertThat(turns(this.all.circleOf("n"))).containsExactly("2026-07-20 p1", "2026-08-03 n", "2026-08-17 p3");
	}

	@Test
	void anyMemberDecidesWhenTheyMeetAndTurnsGoOn() {
		String id = this.all.begun(peers(5));
		String plan = "/me/circles/%s/plan".formatted(id);
		this.all.put(Tokens.staff("p3"), plan, "{\"halfDay\":\"thu-pm\",\"rhythmDays\":21,\"nextOn\":\"2026-05-21\"}");
		JsonNode circle = this.all.circleOf("p1");
		assertThat(circle.get("halfDay").asString()).isEqualTo("thu-pm");
		assertThat(turns(circle)).containsExactly("2026-05-21 p1", "2026-06-11 p2", "2026-07-02 p3");
		later(10);
		this.all.put(Tokens.staff("p1"), plan, "{\"halfDay\":\"fri-am\",\"rhythmDays\":7,\"nextOn\":\"2026-05-29\"}");
		assertThat(turns(this.all.circleOf("p1"))).containsExactly("2026-05-29 p2", "2026-06-05 p3", "2026-06-12 p4");
		for (String wrong : List.of("\"sat-am\",\"rhythmDays\":7,\"nextOn\":\"2026-05-30\"",
				"\"fri-am\",\"rhythmDays\":10,\"nextOn\":\"2026-05-29\"",
				"\"fri-am\",\"rhythmDays\":7,\"nextOn\":\"2026-05-28\"",
				"\"fri-am\",\"rhythmDays\":7,\"nextOn\":\"2026-05-22\"",
				"\"fri-am\",\"rhythmDays\":0,\"nextOn\":\"2026-05-29\"")) {
			this.all.send(HttpMethod.PUT, plan, Tokens.staff("p1"), "{\"halfDay\":" + wrong + "}", 400);
		}
	}

	@Test
	void whoStandsAboveAnotherByNowOrHasLeftOrOptedOutIsTakenOutAndNobodyHearsWhy() {
		String id = this.all.begun(peers(8));
		this.all.tell(People.under("p1", peer("p2")), People.gone(peer("p3")), opting(null, peer("p4")));
		this.all.put(Tokens.staff("p5"), "/me/participation", "{\"onHold\":false,\"apart\":[\"p6\"]}");
		this.all.settle();
		assertThat(members(id)).containsExactly("p2", "p6", "p7", "p8");
		for (String out : List.of("p1", "p3", "p4", "p5")) {
			assertThat(this.all.circleOf(out).get("state").asString()).isEqualTo("ended");
			assertThat(this.all.circleOf(out).get("members")).isEmpty();
			assertThat(this.all.told(id)).contains(out + ":circle-ended");
			this.all.send(HttpMethod.PUT, "/me/circles/%s/state".formatted(id), Tokens.staff(out), ACTIVE, 409);
		}
		assertThat(this.all.told(id)).doesNotContain("p2:circle-ended", "p6:circle-ended");
		assertThat(this.all.circleOf("p6").toString()).doesNotContain("apart", "p5");
		later(14);
		assertThat(this.all.circlesOf("p1")).isEmpty();
	}

	@Test
	void whoIsOnHoldIsNotAskedAnyMoreButStaysWhereTheyAre() {
		this.all.tell(peers(7));
		this.all.form("circle");
		String id = circleId("p1");
		for (int i = 1; i <= 5; i++) {
			this.all.say("p" + i, id, "active");
		}
		for (String staffId : List.of("p1", "p6")) {
			this.all.put(Tokens.staff(staffId), "/me/participation", "{\"onHold\":true,\"apart\":[]}");
		}
		this.all.settle();
		assertThat(this.all.circlesOf("p6")).isEmpty();
		assertThat(this.all.told(id)).doesNotContain("p6:circle-proposed").contains("p7:circle-proposed");
		assertThat(members(id)).contains("p1");
	}

	@Test
	void whoDoesNotBelongToACircleSeesAndChangesNothingOfIt() {
		String id = this.all.begun(peers(6));
		this.all.tell(peer("n"), People.in("U-p1", peer("colleague")));
		Map<String, String> operations = Map.of("/me/circles/%s/state", LEFT, "/me/circles/%s/plan",
				"{\"halfDay\":\"thu-pm\",\"rhythmDays\":21,\"nextOn\":\"2026-05-21\"}", "/me/circles/%s/merging",
				"{\"agree\":false}");
		for (String outsider : List.of(Tokens.staff("n"), Tokens.of("colleague", "staff", "supervisor"),
				Tokens.of("h", "hr"), Tokens.of("a", "administrator"))) {
			operations.forEach((path,
					body) -> assertThat(
							this.all.send(HttpMethod.PUT, path.formatted(id), outsider, body, 404).toString())
						.doesNotContain("p1", "Name of"));
			this.all.send(HttpMethod.PUT, "/me/circles/%s/state".formatted(id), outsider, ACTIVE, 404);
			assertThat(this.all.get(outsider, "/me/circles")).isEmpty();
			assertThat(this.all.get(outsider, "/me/circles/open").toString()).doesNotContain("p1", "Name of");
		}
		assertThat(ids(this.all.circleOf("p1").get("members"))).hasSize(6);
		this.all.say("p1", id, "left");
		this.all.send(HttpMethod.PUT, "/me/circles/%s/plan".formatted(id), Tokens.staff("p1"),
				operations.get("/me/circles/%s/plan"), 409);
		assertThat(this.all.say("p1", id, "left").toString()).doesNotContain("p2");
	}

	@Test
	void eachOperationIsForItsRolesOnly() {
		String id = this.all.begun(peers(6));
		List<String> own = List.of("GET /me/circles", "GET /me/circles/open", "PUT /me/circles/%s/state " + ACTIVE,
				"PUT /me/circles/%s/plan {\"halfDay\":\"mon-am\",\"rhythmDays\":14,\"nextOn\":\"2026-05-25\"}",
				"PUT /me/circles/open/%s");
		for (String operation : Stream.concat(own.stream(), Stream.of("PUT /me/circles/%s/merging {\"agree\":true}"))
			.toList()) {
			perform(operation, id, "none", 401);
			perform(operation, id, Tokens.integration("import", "profile.import"), 403);
		}
		for (String operation : own) {
			for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
				perform(operation, id, Tokens.of("p1", role), 200);
			}
		}
		perform("GET /circles", id, "none", 401);
		for (String role : List.of("staff", "supervisor", "administrator")) {
			perform("GET /circles", id, Tokens.of("p1", role), 403);
		}
		this.all.send(HttpMethod.PUT, "/me/circles/%s/state".formatted(id), Tokens.staff("p1"),
				"{\"state\":\"paused\"}", 400);
	}

	@Test
	void membersPlanAndLogTheirMeetingsLikeAnyWhoShareSomething() {
		this.all.tell(peers(6));
		this.all.form("circle");
		String id = circleId("p1");
		String session = "/me/gatherings/circle/%s/sessions/%s".formatted(id, UUID.randomUUID());
		String plan = "{\"startsAt\":\"2026-05-25T09:00:00Z\",\"minutes\":90,\"topics\":[\"self-care\"]}";
		this.all.send(HttpMethod.PUT, session, Tokens.staff("p1"), plan, 404);
		for (int i = 1; i <= 5; i++) {
			this.all.say("p" + i, id, "active");
		}
		this.all.put(Tokens.staff("p1"), session, plan);
		assertThat(this.all.get(Tokens.staff("p2"), "/me/gatherings/circle/%s/sessions".formatted(id))).hasSize(1);
		this.all.tell(peer("n"));
		for (String outsider : List.of("p6", "n")) {
			this.all.send(HttpMethod.GET, "/me/gatherings/circle/%s/sessions".formatted(id), Tokens.staff(outsider),
					null, 404);
		}
		join("n", id, 200);
		this.all.say("p2", id, "left");
		later(8);
		this.all.put(Tokens.staff("n"), session + "/held",
				plan.replace("startsAt", "heldAt").replace("\"minutes\":90", "\"minutes\":60"));
		this.all.send(HttpMethod.GET, "/me/gatherings/circle/%s/sessions".formatted(id), Tokens.staff("p2"), null, 404);
		for (String staffId : List.of("p1", "p3", "p4", "p5", "n")) {
			this.all.erase(staffId);
		}
		this.all.erase("p6");
		assertThat(this.mongo.find(Query.query(Criteria.where("_gone").exists(false)), Document.class, "sessions"))
			.isEmpty();
	}

	@Test
	void theOperationsAreDescribedUnderNamesOfTheirOwn() {
		JsonNode schemas = this.all.get(HR, "/v3/api-docs").at("/components/schemas");
		assertThat(schemas.at("/OwnCircle/properties").propertyNames()).contains("circleId", "meetings", "merging");
		assertThat(schemas.at("/OpenCircle/properties").propertyNames()).containsExactlyInAnyOrder("circleId", "kind",
				"topics", "halfDay", "rhythmDays", "size");
		assertThat(schemas.at("/FormingPreview/properties").propertyNames()).containsExactlyInAnyOrder("figures",
				"circles", "leftOut", "obstacles");
		assertThat(schemas.at("/CirclePlanning/properties").propertyNames()).contains("nextOn");
		assertThat(schemas.at("/FormingOpening/properties/kind/enum").toString())
			.isEqualTo("[\"circle\",\"supervision-group\"]");
	}

	@Test
	void anErasedPersonIsGoneAndSoIsACircleOfWhichNobodyIsLeft() {
		String id = this.all.begun(peers(6));
		this.all.say("p1", id, "left");
		this.all.erase("p1");
		this.all.erase("p2");
		this.all.settle();
		assertThat(members(id)).containsExactly("p3", "p4", "p5", "p6");
		assertThat(this.all.circles()).doesNotContain("\"p1\"", "\"p2\"", ":p1:", ":p2:");
		assertThat(turns(this.all.circleOf("p3")).getFirst()).as("their turn").isEqualTo("2026-05-25 p3");
		for (int i = 3; i <= 6; i++) {
			this.all.erase("p" + i);
		}
		assertThat(this.all.circles()).isEqualTo("[]");
		this.kafka.await(TOPIC,
				(found) -> found.stream()
					.filter((each) -> each.key().equals(id))
					.reduce((first, second) -> second)
					.filter((end) -> end.value() == null)
					.isPresent());
	}

	@Test
	void whoIsErasedFromACircleThatHasEndedIsGoneFromTheTopicToo() {
		String id = this.all.begun(peers(5));
		this.all.tell(Arrays.stream(peers(4)).map((person) -> opting(null, person)).toArray(Colleague[]::new));
		this.all.settle();
		later(7);
		assertThat(last(id).toString()).contains("ended", "p5");
		this.all.erase("p5");
		this.kafka.await(TOPIC,
				(found) -> found.stream()
					.filter((each) -> each.key().equals(id))
					.reduce((first, second) -> second)
					.filter((end) -> end.value() == null)
					.isPresent());
	}

	private void perform(String operation, String id, String token, int status) {
		String[] parts = operation.split(" ", 3);
		this.all.send(HttpMethod.valueOf(parts[0]), parts[1].formatted(id), token, (parts.length > 2) ? parts[2] : null,
				status);
	}

	private void later(int days) {
		this.clock.set(BEGINNING.plus(Duration.ofDays(days)));
	}

	private String circleId(String staffId) {
		return this.all.circleOf(staffId).get("circleId").asString();
	}

	private JsonNode open(String staffId) {
		return this.all.get(Tokens.staff(staffId), "/me/circles/open");
	}

	private JsonNode join(String staffId, String id, int status) {
		return this.all.send(HttpMethod.PUT, "/me/circles/open/" + id, Tokens.staff(staffId), null, status);
	}

	private static List<String> turns(JsonNode circle) {
		return circle.get("meetings")
			.valueStream()
			.map((meeting) -> meeting.get("on").asString() + " " + meeting.at("/facilitator/staffId").asString())
			.toList();
	}

	private List<String> members(String id) {
		return last(id).get("memberIds").valueStream().map(JsonNode::asString).toList();
	}

	/** The last that others hear of a circle, once they have heard of all of it. */
	private JsonNode last(String id) {
		Document circle = this.mongo.find(Query.query(Criteria.where("_id").is(id)), Document.class, "circles")
			.getFirst();
		long sequence = circle.getList("_outbox", Document.class)
			.stream()
			.filter((event) -> event.getString("topic").equals(TOPIC))
			.mapToLong((event) -> event.getLong("seq"))
			.max()
			.orElseThrow();
		return this.kafka.await(TOPIC, (found) -> found.stream().anyMatch((each) -> is(each, id, sequence)))
			.stream()
			.filter((each) -> is(each, id, sequence))
			.map(Published::value)
			.findFirst()
			.orElseThrow();
	}

	private static boolean is(Published event, String id, long sequence) {
		return event.key().equals(id) && event.sequence() == sequence;
	}

	private static <T> List<T> atOnce(int count, IntFunction<T> attempt) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService executor = Executors.newFixedThreadPool(count)) {
			List<Future<T>> attempts = IntStream.range(0, count).mapToObj((i) -> executor.submit(() -> {
				start.await();
				return attempt.apply(i);
			})).toList();
			start.countDown();
			List<T> results = new ArrayList<>();
			for (Future<T> each : attempts) {
				results.add(each.get());
			}
			return results;
		}
	}

}
