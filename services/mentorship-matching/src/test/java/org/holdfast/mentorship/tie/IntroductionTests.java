package org.holdfast.mentorship.tie;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bson.Document;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.Office;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Colleague.AsPeer;
import org.holdfast.mentorship.people.Colleague.Mentoring;
import org.holdfast.mentorship.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** One asks for a topic, others are asked one after the other. */
@WholeService
@Import(Office.class)
class IntroductionTests {

	private static final Instant MAY = Instant.parse("2026-05-18T08:00:00Z");

	private static final String TOPIC = "{\"topic\": \"court-work\"}";

	@Autowired
	private Introductions introductions;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Office office;

	@DynamicPropertySource
	static void quiet(DynamicPropertyRegistry settings) {
		Office.quiet(settings);
	}

	@BeforeEach
	void twoWhoKnowAboutCourtWork() {
		List.of("colleagues", "units", "participations", "introductions", "contacts")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
		this.clock.set(MAY);
		this.office.tell(peer("asker"), peer("p1", "court-work"), peer("p2", "court-work", "self-care"));
	}

	@Test
	void aYesGivesBothTheOthersName() {
		String id = ask("asker");
		JsonNode mine = mine("asker");
		assertThat(mine.get("state").asString()).isEqualTo("looking");
		assertThat(mine.get("with").isNull()).isTrue();
		String asked = asked();
		assertThat(notices()).containsExactly(id + ":" + asked + ":introduction-asked");
		JsonNode ofMe = this.office.get(asked, "/me/introductions").json().get("ofMe").get(0);
		assertThat(ofMe.get("answerBy").asString()).isEqualTo("2026-05-25T08:00:00Z");
		assertThat(ofMe.toString()).as("who asks is not told before").doesNotContain("asker");
		answer(asked, id, true);
		answer(asked, id, true);
		assertThat(mine("asker").at("/with/displayName").asString()).isEqualTo("Name of " + asked);
		assertThat(this.office.get(asked, "/me/introductions").json().at("/ofMe/0/with/displayName").asString())
			.isEqualTo("Name of asker");
		assertThat(notices()).containsExactlyInAnyOrder(id + ":asker:introduction-made",
				id + ":" + asked + ":introduction-made");
		this.clock.set(MAY.plus(Duration.ofDays(15)));
		assertThat(notices()).as("no news any more").isEmpty();
	}

	@Test
	void aNoIsNotToldAndTheNextOneIsAsked() {
		String id = ask("asker");
		JsonNode before = this.office.get("asker", "/me/introductions").json();
		String first = asked();
		answer(first, id, false);
		answer(first, id, false);
		assertThat(this.office.get("asker", "/me/introductions").json()).isEqualTo(before);
		String second = asked();
		assertThat(second).isNotEqualTo(first);
		assertThat(this.office.get(first, "/me/introductions").json().get("ofMe")).isEmpty();
		assertThat(this.office.put(first, path(id) + "/answer", "{\"yes\": true}").problem())
			.isEqualTo("introduction-is-over");
		answer(second, id, false);
		assertThat(mine("asker").get("state").asString()).isEqualTo("nobodyFound");
		assertThat(notices()).containsExactly(id + ":asker:introduction-nobody-found");
	}

	@Test
	void threeAreAskedAtMost() {
		this.office.tell(peer("p3", "court-work"), peer("p4", "court-work"));
		String id = ask("asker");
		for (int each = 0; each < 3; each++) {
			answer(asked(), id, false);
		}
		assertThat(mine("asker").get("state").asString()).isEqualTo("nobodyFound");
	}

	@Test
	void silenceForSevenDaysPassesTheQuestionOn() {
		String id = ask("asker");
		String first = asked();
		this.clock.set(MAY.plus(Duration.ofDays(7)).minusMillis(1));
		assertThat(asked()).isEqualTo(first);
		this.clock.set(MAY.plus(Duration.ofDays(7)));
		assertThat(asked()).isNotEqualTo(first);
		assertThat(this.office.put(first, path(id) + "/answer", "{\"yes\": true}").status()).isEqualTo(409);
		this.clock.set(MAY.plus(Duration.ofDays(14)));
		assertThat(mine("asker").get("state").asString()).isEqualTo("nobodyFound");
	}

	@Test
	void nobodyIsAskedTwiceInAFortnightAndWhoWasAskedLongestAgoComesFirst() {
		String id = ask("asker");
		String first = asked();
		answer(first, id, true);
		this.clock.set(MAY.plus(Duration.ofDays(1)));
		this.office.tell(peer("another"), peer("third"));
		String other = ask("another");
		String second = asked();
		assertThat(second).isNotEqualTo(first);
		answer(second, other, true);
		ask("third");
		assertThat(mine("third").get("state").asString()).as("both were asked").isEqualTo("nobodyFound");
		this.clock.set(MAY.plus(Duration.ofDays(15)));
		ask("third");
		assertThat(asked()).isEqualTo(first);
	}

	@Test
	void whoIsOfTheSameUnitKeptApartOnHoldOrNotOptedInIsNotAsked() {
		this.office.tell(People.in("U-asker", peer("p1", "court-work")), mentorWhoIsAPeer("p3", "court-work"));
		this.office.put("p2", "/me/participation", "{\"onHold\": false, \"apart\": [\"asker\"]}").json();
		ask("asker");
		assertThat(asked()).as("a mentor's skills count as topics").isEqualTo("p3");
		this.office.put("p3", "/me/participation", "{\"onHold\": true, \"apart\": []}").json();
		this.introductions.tick();
		assertThat(mine("asker").get("state").asString()).isEqualTo("nobodyFound");
		this.office.tell(People.mentor("p4", 1, "court-work"));
		this.clock.set(MAY.plusSeconds(1));
		ask("asker");
		assertThat(mine("asker").get("state").asString()).isEqualTo("nobodyFound");
	}

	@Test
	void howManyKnowIsToldInABandAndNeverWho() {
		JsonNode few = this.office.get("asker", "/me/introductions?topic=court-work").json();
		assertThat(few.get("about").toString()).isEqualTo("{\"from\":0,\"to\":4}");
		this.office.tell(peer("p3", "court-work"), peer("p4", "court-work"), mentorWhoIsAPeer("p5", "court-work"));
		JsonNode several = this.office.get("asker", "/me/introductions?topic=court-work").json();
		assertThat(several.get("about").toString()).isEqualTo("{\"from\":5,\"to\":9}");
		assertThat(several.toString()).doesNotContain("p3", "Name");
		assertThat(this.office.get("asker", "/me/introductions").json().get("about").isNull()).isTrue();
	}

	@Test
	void twoAreOpenAtMostAlsoOfManyAtOnce() throws Exception {
		for (int each = 3; each < 12; each++) {
			this.office.tell(peer("p" + each, "court-work"));
		}
		List<Integer> statuses = all(
				Collections.nCopies(12, () -> this.office.put("asker", path(anId()), TOPIC).status()));
		assertThat(statuses.stream().filter((status) -> status == 200)).hasSize(2);
		assertThat(statuses.stream().filter((status) -> status == 409)).hasSize(10);
		Introduction first = stored().getFirst();
		answer(Objects.requireNonNull(first.askedNow()), first.id(), true);
		assertThat(this.office.put("asker", path(anId()), TOPIC).status()).isEqualTo(200);
	}

	@Test
	void ofManyWhoAskAtOnceNobodyIsAskedTwice() throws Exception {
		List<Callable<Integer>> tasks = new ArrayList<>();
		for (int each = 0; each < 10; each++) {
			String asker = "a" + each;
			this.office.tell(peer(asker));
			tasks.add(() -> this.office.put(asker, path(anId()), TOPIC).status());
		}
		assertThat(all(tasks)).containsOnly(200);
		assertThat(stored().stream().flatMap((each) -> each.asked().stream()).map(Introduction.Asked::staffId))
			.doesNotHaveDuplicates()
			.isSubsetOf("p1", "p2")
			.isNotEmpty();
	}

	@Test
	void askingAgainChangesNothing() {
		String id = ask("asker");
		String asked = asked();
		assertThat(this.office.put("asker", path(id), TOPIC).json().get("state").asString()).isEqualTo("looking");
		assertThat(asked()).isEqualTo(asked);
		assertThat(this.office.put("asker", path(id), "{\"topic\": \"self-care\"}").problem()).isEqualTo("id-taken");
		assertThat(this.office.put("p1", path(id), TOPIC).problem()).isEqualTo("id-taken");
	}

	@Test
	void whatACrashCutShortIsCompleted() {
		String id = ask("asker");
		String claimed = asked();
		// the claim is there, but what it was for is not noted
		this.mongo.updateFirst(new Query(), Update.update("asked", List.of()), "introductions");
		assertThat(this.mongo.findById(id, Introduction.class, "introductions").askedNow()).isNull();
		this.introductions.tick();
		assertThat(asked()).isEqualTo(claimed);
	}

	@Test
	void wrongRequestsSayWhatIsWrong() {
		assertThat(this.office.put("asker", "/me/introductions/x", TOPIC).problem()).isEqualTo("invalid-id");
		assertThat(this.office.put("asker", path(anId()), "{\"topic\": \" \"}").status()).isEqualTo(400);
		this.office.tell(People.person("outside"));
		assertThat(this.office.put("outside", path(anId()), TOPIC).problem()).isEqualTo("not-taking-part");
		assertThat(this.office.put("nobody", path(anId()), TOPIC).status()).isEqualTo(403);
		String id = ask("asker");
		assertThat(this.office.put("outside", path(id) + "/answer", "{\"yes\": true}").status()).isEqualTo(404);
		assertThat(this.office.put("asker", path(id) + "/answer", "{\"yes\": true}").status()).isEqualTo(404);
		assertThat(this.office.put(asked(), path(id) + "/answer", "{}").status()).isEqualTo(400);
	}

	@Test
	void whoeverIsErasedIsGoneAndTheOtherOneIsAsked() {
		String id = ask("asker");
		String first = asked();
		this.office.erase(first);
		this.introductions.tick();
		assertThat(asked()).isNotEqualTo(first).isNotEmpty();
		for (String collection : List.of("introductions", "contacts")) {
			assertThat(state(collection)).doesNotContain("\"" + first + "\"");
		}
		this.office.erase("asker");
		for (String collection : List.of("introductions", "contacts")) {
			assertThat(state(collection)).doesNotContain("\"asker\"");
		}
		assertThat(this.office.put("p1", path(id) + "/answer", "{\"yes\": true}").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /me/introductions", "PUT /me/introductions/%s", "PUT /me/introductions/%s/answer" })
	void introductionsAreForPeopleOfTheAgency(String operation) {
		HttpMethod method = HttpMethod.valueOf(operation.split(" ")[0]);
		String path = operation.split(" ")[1].formatted(anId());
		String body = method.equals(HttpMethod.GET) ? null : path.endsWith("answer") ? "{\"yes\": true}" : TOPIC;
		int found = path.endsWith("answer") ? 404 : 200;
		assertThat(this.office.send(method, null, path, body).status()).isEqualTo(401);
		assertThat(this.office.send(method, Tokens.integration("i", "profile.import"), path, body).status())
			.isEqualTo(403);
		for (String role : List.of("staff", "supervisor", "hr", "administrator")) {
			assertThat(this.office.send(method, Tokens.of("asker", role), path, body).status()).isEqualTo(found);
		}
	}

	private String ask(String staffId) {
		String id = anId();
		this.office.put(staffId, path(id), TOPIC).json();
		return id;
	}

	private void answer(String staffId, String id, boolean yes) {
		this.office.put(staffId, path(id) + "/answer", "{\"yes\": %s}".formatted(yes)).json();
	}

	/** The newest of one's own. */
	private JsonNode mine(String staffId) {
		return this.office.get(staffId, "/me/introductions").json().get("mine").get(0);
	}

	/** Who is asked in the only one that is open. */
	private String asked() {
		return Objects
			.requireNonNull(stored().stream().filter(Introduction::isOpen).findFirst().orElseThrow().askedNow());
	}

	private List<Introduction> stored() {
		return this.mongo.findAll(Introduction.class, "introductions");
	}

	/** All that is stored but for what was told. */
	private String state(String collection) {
		return this.mongo.findAll(Document.class, collection)
			.stream()
			.filter((document) -> !document.containsKey("_gone"))
			.map((document) -> {
				document.remove("_outbox");
				return document.toJson();
			})
			.toList()
			.toString();
	}

	/** Ids of what there is to hear. */
	private List<String> notices() {
		return stored().stream().flatMap((each) -> each.told().stream()).toList();
	}

	private static List<Integer> all(List<Callable<Integer>> tasks) throws Exception {
		try (ExecutorService executor = Executors.newFixedThreadPool(tasks.size())) {
			List<Integer> results = new ArrayList<>();
			for (Future<Integer> each : executor.invokeAll(tasks)) {
				results.add(each.get());
			}
			return results;
		}
	}

	private static String anId() {
		return UUID.randomUUID().toString();
	}

	private static String path(String id) {
		return "/me/introductions/" + id;
	}

	private static Colleague peer(String id, String... topics) {
		return with(People.person(id), topics);
	}

	private static Colleague mentorWhoIsAPeer(String id, String skill) {
		return with(People.mentor(id, 1, skill));
	}

	private static Colleague with(Colleague person, String... topics) {
		Mentoring said = person.mentoring();
		return People.with(person, new Mentoring(said.asMentor(), said.asMentee(), said.caseloads(), said.times(),
				said.meets(), new AsPeer(false, false, true, Set.of(topics))));
	}

}
