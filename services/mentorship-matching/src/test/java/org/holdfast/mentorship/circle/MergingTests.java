package org.holdfast.mentorship.circle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;

import org.bson.Document;
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
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.circle.Neighbours.ids;
import static org.holdfast.mentorship.circle.Neighbours.peer;

/**
 * What becomes of circles with too few members. The tests say when things are settled.
 */
@WholeService
@TestPropertySource(properties = { "holdfast.mentorship.quiet=1h", "holdfast.mentorship.at-latest=1h",
		"holdfast.mentorship.sweep=1h", "holdfast.simulated-clock=true" })
class MergingTests {

	private static final Instant BEGINNING = Instant.parse("2026-05-18T08:00:00Z");

	@Autowired
	private Matching matching;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private Neighbours all;

	@BeforeEach
	void nobodyIsKnown() {
		this.all = new Neighbours(this.matching, this.mongo, this.port);
		this.clock.set(BEGINNING);
	}

	@Test
	void whoAreTooFewGoOnInAnotherCircleOnceAllAgreeAndNobodyThereObjects() {
		String receiving = circle("q", 5);
		String small = shrunk(circle("p", 5), "p", 5, 2);
		JsonNode moving = merging("p1");
		assertThat(moving.get("into").toString()).isEqualTo(
				"{\"circleId\":\"%s\",\"kind\":\"circle\",\"topics\":[\"self-care\"],\"halfDay\":\"mon-am\",\"rhythmDays\":14,\"size\":\"5-6\"}"
					.formatted(receiving));
		assertThat(moving.get("answerBy").asString()).isEqualTo("2026-05-25T08:00:00Z");
		assertThat(merging("q1").get("coming").asInt()).isEqualTo(2);
		assertThat(merging("q1").get("into").isNull()).isTrue();
		assertThat(this.all.told(small)).contains("p1:circle-merge-proposed", "p2:circle-merge-proposed");
		assertThat(this.all.told(receiving)).contains("q1:circle-merge-proposed", "q5:circle-merge-proposed");

		assertThat(answer("p1", small, true, 200).at("/merging/agreed").asBoolean()).isTrue();
		answer("p1", small, true, 200);
		answer("p2", small, true, 200);
		answer("q1", receiving, true, 200);
		assertThat(this.all.told(small)).doesNotContain("p1:circle-merge-proposed");
		later(6);
		assertThat(states("p1")).containsExactly("active");
		assertThat(members("q1")).hasSize(5);
		later(7);
		assertThat(members("q1")).containsExactly("p1", "p2", "q1", "q2", "q3", "q4", "q5");
		assertThat(states("p1")).containsExactlyInAnyOrder("active", "ended");
		assertThat(this.all.told(small)).as("they hear of the other one").isEmpty();
		assertThat(this.all.told(receiving)).contains("p1:circle-begun").doesNotContain("q1:circle-merge-proposed");
		answer("p1", receiving, true, 409);
	}

	@Test
	void placesAreKeptForThoseWhoMayCome() {
		String receiving = circle("q", 5);
		String small = shrunk(circle("p", 5), "p", 5, 2);
		this.all.tell(peer("n1"), peer("n2"));
		assertThat(join("n1", receiving)).isEqualTo(200);
		assertThat(join("n2", receiving)).isEqualTo(409);
		answer("p1", small, true, 200);
		answer("p2", small, true, 200);
		later(7);
		assertThat(members("q1")).hasSize(8).contains("n1", "p1", "p2");
	}

	@Test
	void oneWhoWouldMoveSaysNoAndTheSmallCircleEnds() {
		String receiving = circle("q", 5);
		String small = shrunk(circle("p", 5), "p", 5, 2);
		answer("p1", small, true, 200);
		assertThat(answer("p2", small, false, 200).get("state").asString()).isEqualTo("ended");
		this.all.settle();
		assertThat(states("p1")).containsExactly("ended");
		assertThat(this.all.told(small)).contains("p1:circle-ended", "p2:circle-ended");
		assertThat(this.all.told(receiving)).noneMatch((notice) -> notice.endsWith("merge-proposed"));
		assertThat(merging("q1").isNull()).isTrue();
		answer("q1", receiving, false, 409);
		later(8);
		assertThat(members("q1")).hasSize(5);
	}

	@Test
	void oneWhoWouldReceiveThemSaysNoAndNobodyLearnsWho() {
		String receiving = circle("q", 5);
		shrunk(circle("p", 5), "p", 5, 2);
		answer("q3", receiving, false, 200);
		this.all.settle();
		assertThat(states("p1")).containsExactly("ended");
		assertThat(this.all.circles()).doesNotContain("refused", "objected");
		assertThat(merging("q1").isNull()).isTrue();
		later(8);
		assertThat(members("q1")).hasSize(5);
	}

	@Test
	void silenceOfWhoWouldMoveIsNoConsent() {
		circle("q", 5);
		String small = shrunk(circle("p", 5), "p", 5, 2);
		answer("p1", small, true, 200);
		later(7);
		assertThat(states("p1")).containsExactly("ended");
		assertThat(members("q1")).hasSize(5);
	}

	@Test
	void whoIsLeftAloneWaitsForOthersToJoinUntilTheTimeIsOver() {
		String small = shrunk(circle("p", 5), "p", 5, 3);
		assertThat(merging("p1").toString())
			.isEqualTo("{\"answerBy\":\"2026-05-25T08:00:00Z\",\"agreed\":true,\"coming\":null,\"into\":null}");
		answer("p1", small, true, 409);
		this.all.tell(peer("n1"), peer("n2"));
		later(6);
		assertThat(join("n1", small)).isEqualTo(200);
		assertThat(join("n2", small)).isEqualTo(200);
		this.all.settle();
		later(30);
		assertThat(members("p1")).hasSize(5);

		shrunk(small, "n", 2, 1);
		later(36);
		assertThat(states("p1")).containsExactly("active");
		later(37);
		assertThat(states("p1")).containsExactly("ended");
	}

	@Test
	void theySpreadWhereNoCircleHasRoomForAll() {
		circle("q", 7);
		circle("r", 7);
		String small = shrunk(circle("p", 5), "p", 5, 2);
		answer("p1", small, true, 200);
		answer("p2", small, true, 200);
		later(7);
		assertThat(members("q1")).hasSize(8);
		assertThat(members("r1")).hasSize(8);
		assertThat(states("p1")).contains("active");
		assertThat(states("p2")).contains("active");
	}

	@Test
	void twoSmallCirclesBecomeOne() {
		String one = circle("q", 5);
		String other = circle("p", 5);
		for (int i = 4; i <= 5; i++) {
			this.all.say("p" + i, other, "left");
			this.all.say("q" + i, one, "left");
		}
		this.all.settle();
		boolean moves = !merging("p1").get("into").isNull();
		for (int i = 1; i <= 3; i++) {
			answer((moves ? "p" : "q") + i, moves ? other : one, true, 200);
		}
		later(7);
		assertThat(members("p1")).containsExactly("p1", "p2", "p3", "q1", "q2", "q3");
	}

	@Test
	void aRuleThatComesBetweenTakesTheProposalBack() {
		circle("q", 5);
		String small = shrunk(circle("p", 5), "p", 5, 2);
		answer("p1", small, true, 200);
		this.all.tell(People.under("q1", peer("p1")));
		this.all.settle();
		assertThat(merging("p1").get("into").isNull()).isTrue();
		assertThat(merging("q1").isNull()).isTrue();
		assertThat(states("p1")).as("others may still join").containsExactly("active");
		later(7);
		assertThat(states("p1")).containsExactly("ended");
	}

	@Test
	void whoLeavesMeanwhileDoesNotHoldUpTheOthers() {
		circle("q", 5);
		String small = shrunk(circle("p", 5), "p", 5, 3);
		answer("p1", small, true, 200);
		answer("p2", small, true, 200);
		this.all.say("p3", small, "left");
		this.all.settle();
		later(7);
		assertThat(members("q1")).hasSize(7).contains("p1", "p2");
	}

	@Test
	void anErasureMeanwhileLeavesNothing() {
		circle("q", 5);
		String small = shrunk(circle("p", 5), "p", 5, 2);
		answer("p1", small, true, 200);
		this.all.erase("p2");
		assertThat(this.all.circles()).doesNotContain("\"p2\"", ":p2:");
		this.all.settle();
		assertThat(merging("q1").get("coming").asInt()).isEqualTo(1);
		later(7);
		assertThat(members("q1")).hasSize(6).contains("p1");
	}

	@Test
	void aCrashAtAnyStepLosesNobodyAndMovesNobodyTwice() {
		String receiving = circle("q", 5);
		String small = shrunk(circle("p", 5), "p", 5, 2);
		answer("p1", small, true, 200);
		answer("p2", small, true, 200);
		set(receiving, new Update().set("expected", List.of()));
		this.all.settle();
		assertThat(merging("q1").get("coming").asInt()).as("the places are kept again").isEqualTo(2);

		Object rescue = document(small).get("rescue");
		set(small, new Update().set("state", "ENDED")
			.set("end", new Document("at", Date.from(BEGINNING)).append("merged", true)));
		this.all.settle();
		assertThat(members("q1")).hasSize(7).contains("p1", "p2");

		this.all.say("p1", receiving, "left");
		set(small, new Update().set("rescue", rescue));
		this.all.settle();
		assertThat(members("q1")).as("who came has left since").hasSize(6).doesNotContain("p1");
		assertThat(document(small).get("rescue")).isNull();
	}

	private String circle(String name, int size) {
		return this.all.begun(IntStream.rangeClosed(1, size).mapToObj((i) -> peer(name + i)).toArray(Colleague[]::new));
	}

	/** The last of them leave. */
	private String shrunk(String id, String name, int size, int left) {
		for (int i = left + 1; i <= size; i++) {
			this.all.say(name + i, id, "left");
		}
		this.all.settle();
		return id;
	}

	private JsonNode merging(String staffId) {
		return this.all.circleOf(staffId).get("merging");
	}

	private JsonNode answer(String staffId, String id, boolean agree, int status) {
		return this.all.send(HttpMethod.PUT, "/me/circles/%s/merging".formatted(id), Tokens.staff(staffId),
				"{\"agree\":%s}".formatted(agree), status);
	}

	private int join(String staffId, String id) {
		return this.all.attempt(HttpMethod.PUT, "/me/circles/open/" + id, Tokens.staff(staffId), null,
				new ArrayList<>());
	}

	private List<String> states(String staffId) {
		return this.all.circlesOf(staffId).valueStream().map((circle) -> circle.get("state").asString()).toList();
	}

	/** Of the circle that somebody is in. */
	private List<String> members(String staffId) {
		return this.all.circlesOf(staffId)
			.valueStream()
			.filter((circle) -> circle.get("state").asString().equals("active"))
			.flatMap((circle) -> ids(circle.get("members")).stream())
			.toList();
	}

	private void later(int days) {
		this.clock.set(BEGINNING.plus(Duration.ofDays(days)));
	}

	private Document document(String id) {
		return this.mongo.find(Query.query(Criteria.where("_id").is(id)), Document.class, "circles").getFirst();
	}

	/** As a crash would have left it. */
	private void set(String id, Update update) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), update, "circles");
	}

}
