package org.holdfast.checkin.comment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.Office;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Units;
import org.holdfast.checkin.pulse.Answered;
import org.holdfast.checkin.pulse.Turnouts;
import org.holdfast.defaults.security.Caller;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That people's own words are read by whom they were told, in groups of at least ten, and
 * that nobody learns whose they are.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class CommentTests {

	private static final ContractSample RELEASED = ContractSample.of("burnout-alert", "burnout-alert.released");

	private static final ContractSample UNIT = ContractSample.of("profile", "profile.units");

	private static final AtomicInteger WEEKS = new AtomicInteger();

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private CommentGroups groups;

	@Autowired
	private Comments comments;

	@Autowired
	private Turnouts turnouts;

	@Autowired
	private Units units;

	@Autowired
	private Answered answered;

	@Autowired
	private Participants participants;

	@Autowired
	private Vault vault;

	@Autowired
	private CheckInSettings settings;

	@LocalServerPort
	private int port;

	private Office office;

	private final int first = 20 * WEEKS.incrementAndGet();

	private final String top = "T" + this.first;

	private final String east = this.top + "-E";

	private final String west = this.top + "-W";

	private final List<String> eastern = people(this.east, 7);

	private final List<String> western = people(this.west, 6);

	/** Two teams, each led by somebody, under a unit that somebody else leads. */
	@BeforeEach
	void twoTeams() {
		this.office = new Office(this.kafka, this.port);
		unit(this.top, null, "boss-" + this.top);
		unit(this.east, this.top, "lead-" + this.east);
		unit(this.west, this.top, "lead-" + this.west);
		this.office.hire(this.east, this.eastern.toArray(String[]::new));
		this.office.hire(this.west, this.western.toArray(String[]::new));
	}

	@Test
	void hrReadsWhatAGroupWroteInNoOrderThatTellsAnythingAndTheSameTwice() {
		String cycle = openWeek(0);
		List<String> written = everybodyWrites(cycle);
		closeWeek(0);
		JsonNode group = onlyGroup(this.east, hr(), cycle);
		assertThat(group.propertyNames()).containsExactly("units", "people", "comments", "notShown");
		assertThat(group.get("people").asString()).isEqualTo("10-19");
		assertThat(group.get("notShown").isNull()).isTrue();
		assertThat(names(group)).containsExactly("Unit " + this.east, "Unit " + this.west);
		assertThat(texts(group)).containsExactlyInAnyOrderElementsOf(written)
			.isNotEqualTo(written)
			.isNotEqualTo(written.reversed());
		// not by team either
		assertThat(texts(group).subList(0, 7)).isNotEqualTo(written.subList(0, 7));
		for (String unit : List.of(this.east, this.west, this.top)) {
			assertThat(onlyGroup(unit, hr(), cycle)).isEqualTo(group);
		}
		assertThat(page(this.top, hr()).get("cycles").get(0).propertyNames()).containsExactly("cycleId", "closesAt",
				"groups", "notShown");
	}

	@Test
	void nobodyElseReadsThemButWhoLeadsEveryUnitOfTheGroup() {
		String cycle = openWeek(0);
		everybodyWrites(cycle);
		closeWeek(0);
		String boss = Tokens.of("boss-" + this.top, "staff", "supervisor");
		assertThat(texts(onlyGroup(this.east, boss, cycle))).hasSize(13);
		String lead = Tokens.of("lead-" + this.east, "staff", "supervisor");
		assertThat(cycle(this.east, lead, cycle).get("groups")).isEmpty();
		assertThat(cycle(this.east, lead, cycle).get("notShown").asString()).contains("units that you do not lead");
		for (String token : List.of(lead, Tokens.of("lead-" + this.west, "supervisor"),
				Tokens.of("boss-" + this.top, "staff"), Tokens.of("boss", "administrator"),
				Tokens.of("boss", "staff", "administrator"), Tokens.staff(this.eastern.getFirst()),
				Tokens.of("somebody", "supervisor"))) {
			for (String unit : List.of(this.east, this.west, this.top, "none")) {
				assertThat(read(unit, token).getBody()).doesNotContain("Words of");
			}
		}
		assertThat(read(this.west, lead).getStatusCode().value()).isEqualTo(403);
		assertThat(read(this.top, lead).getStatusCode().value()).isEqualTo(403);
		assertThat(read("none", lead).getStatusCode().value()).isEqualTo(403);
		assertThat(read("none", hr()).getStatusCode().value()).isEqualTo(404);
		assertThat(read(this.east, Tokens.of("boss", "administrator")).getStatusCode().value()).isEqualTo(403);
	}

	@Test
	void aGroupOfFewerThanTenIsNotShownWhateverTheEventSays() {
		String cycle = openWeek(0);
		everybodyWrites(cycle);
		this.office.moveClock(opens(0).plus(Duration.ofDays(5)));
		release(cycle, List.of(List.of(this.east), List.of(this.west)));
		for (String token : List.of(hr(), Tokens.of("boss-" + this.top, "supervisor"),
				Tokens.of("lead-" + this.east, "supervisor"))) {
			JsonNode group = onlyGroup(this.east, token, cycle);
			assertThat(group.get("comments")).isEmpty();
			assertThat(group.get("people").isNull()).isTrue();
			assertThat(group.get("notShown").asString()).startsWith("Too few people answered");
			assertThat(read(this.top, token).getBody()).doesNotContain("Words of");
		}
	}

	@Test
	void onlyTimelyScoredAnswersCount() {
		String cycle = openWeek(0);
		this.eastern.forEach((person) -> answer(person, cycle));
		answer(this.western.getFirst(), cycle);
		answer(this.western.get(1), cycle);
		this.office.answered(this.western.get(2), cycle, Map.of("energy", "often"));
		write(this.eastern.getFirst(), cycle, "Words of one");
		this.office.moveClock(opens(0).plus(Duration.ofDays(5)));
		answer(this.western.get(3), cycle);
		// nine count, one has no score, one was late
		release(cycle, List.of(List.of(this.east, this.west)));
		assertThat(onlyGroup(this.east, hr(), cycle).get("notShown").asString()).startsWith("Too few people answered");
	}

	@Test
	void beforeTheFiguresArePublishedNothingIsShown() {
		String cycle = openWeek(0);
		everybodyWrites(cycle);
		assertThat(read(this.east, hr()).getBody()).doesNotContain("Words of", "\"" + cycle + "\"");
		this.office.moveClock(opens(0).plus(Duration.ofDays(5)));
		assertThat(cycle(this.east, hr(), cycle).get("groups")).isEmpty();
		assertThat(cycle(this.east, hr(), cycle).get("notShown").asString()).startsWith("The comments are not sorted");
		assertThat(page(this.east, hr()).get("cycles").get(0).get("cycleId").asString()).isEqualTo(cycle);
	}

	@Test
	void whatWasPromisedMayBeRaisedAndNeverLowered() {
		String cycle = openWeek(0);
		CheckInSettings raised = new CheckInSettings(this.settings.pseudonymKey(), 5, 14, Duration.ofDays(7),
				Duration.ofSeconds(5), Duration.ofSeconds(3));
		this.eastern.forEach((person) -> answer(person, cycle));
		this.western.forEach((person) -> answer(person, cycle));
		String next = this.top + "-1";
		write(this.eastern.getFirst(), cycle, "Words for ten");
		closeWeek(0);
		assertThat(texts(onlyGroup(this.east, hr(), cycle))).containsExactly("Words for ten");
		// raised since: hidden
		CommentController strict = new CommentController(this.groups, this.comments, this.turnouts, this.units, raised);
		CommentController.Page page = Objects.requireNonNull(
				strict.comments(new Caller("hr-1", Set.of("hr")), this.east, null, Locale.ENGLISH).getBody());
		assertThat(page.cycles().getFirst().groups()).singleElement()
			.satisfies((group) -> assertThat(group.comments()).isEmpty());
		// written while it was higher, read after it was lowered
		openWeek(1);
		this.eastern.forEach((person) -> answer(person, next));
		this.western.forEach((person) -> answer(person, next));
		write(this.eastern.getFirst(), next, "Words for ten");
		new Comments(this.mongo, this.answered, this.participants, this.vault, raised).write(this.western.getFirst(),
				next, "Words for fourteen");
		write(this.western.getFirst(), next, "Changed words for fourteen");
		assertThat(ownPulse(this.western.getFirst()).get("notice").get("comments").get("minimumGroup").asInt())
			.isEqualTo(14);
		closeWeek(1);
		assertThat(onlyGroup(this.east, hr(), next).get("notShown").asString()).startsWith("Too few people answered");
		assertThat(onlyGroup(this.east, hr(), next).get("comments")).isEmpty();
	}

	@Test
	void aPersonChangesAndRemovesTheirCommentUntilTheCycleCloses() {
		String cycle = openWeek(0);
		String me = this.eastern.getFirst();
		String path = "/me/pulse/" + cycle + "/comment";
		assertProblem(put(me, cycle, "too early"), 409, "answer-first");
		assertProblem(this.office.as(me, "DELETE", path, null), 409, "answer-first");
		answer(me, cycle);
		assertThat(ownPulse(me).get("comment").isNull()).isTrue();
		write(me, cycle, "  Words of mine \n");
		assertThat(ownPulse(me).get("comment").asString()).isEqualTo("Words of mine");
		assertThat(this.office.read(me, "/me/pulse").get("comment").asString()).isEqualTo("Words of mine");
		assertThat(ownPulse(this.eastern.get(1)).get("comment").isNull()).isTrue();
		long order = stored(cycle).getFirst().getLong("order");
		write(me, cycle, "Words of mine");
		assertThat(stored(cycle).getFirst().getLong("order")).isEqualTo(order);
		write(me, cycle, "Other words");
		assertThat(stored(cycle)).singleElement()
			.satisfies((comment) -> assertThat(comment.getLong("order")).isNotEqualTo(order));
		assertProblem(put(me, cycle, "   "), 400, "invalid-comment");
		assertProblem(put(me, cycle, "x".repeat(1001)), 400, "invalid-comment");
		write(me, cycle, "x".repeat(1000));
		assertProblem(put(me, "none", "words"), 404, "no-such-cycle");
		assertThat(this.office.as(me, "DELETE", path, null).getStatusCode().value()).isEqualTo(204);
		assertThat(this.office.as(me, "DELETE", path, null).getStatusCode().value()).isEqualTo(204);
		assertThat(ownPulse(me).get("comment").isNull()).isTrue();
		assertThat(stored(cycle)).isEmpty();
		write(me, cycle, "Last words");
		this.office.moveClock(opens(0).plus(Duration.ofDays(5)));
		assertProblem(put(me, cycle, "Later words"), 409, "cycle-not-open");
		assertProblem(this.office.as(me, "DELETE", path, null), 409, "cycle-not-open");
		// a late answer has no comment
		answer(this.eastern.get(1), cycle);
		assertProblem(put(this.eastern.get(1), cycle, "Late words"), 409, "cycle-not-open");
		assertThat(stored(cycle)).hasSize(1);
	}

	@Test
	void whoseWordsCallForItIsToldWhomToTurnToAlsoWhenTheyAreRefused() {
		String cycle = openWeek(0);
		String me = this.eastern.getFirst();
		String words = "Some days I WANT to die.";
		assertThat(Office.json(put(me, cycle, words)).get("crisis")).isNotEmpty();
		answer(me, cycle);
		assertThat(Office.json(put(me, cycle, words)).get("crisis").get(0).get("contact").asString()).isNotBlank();
		assertThat(Office.json(put(me, cycle, "A good week")).get("crisis")).isEmpty();
	}

	@Test
	void whatIsStoredTellsNeitherTheWordsNorWhoseNorWhen() {
		String cycle = openWeek(0);
		everybodyWrites(cycle);
		List<Document> stored = stored(cycle);
		assertThat(stored).hasSize(13).allSatisfy((comment) -> {
			assertThat(comment.keySet()).containsExactlyInAnyOrder("_id", "_class", "cycleId", "unitId", "pseudonym",
					"sealed", "minimumGroup", "order");
			assertThat(comment.values()).noneMatch(Date.class::isInstance);
			assertThat(comment.getInteger("minimumGroup")).isEqualTo(10);
		});
		assertThat(stored).extracting((comment) -> comment.getLong("order")).doesNotHaveDuplicates();
		List<String> pseudonyms = stored.stream().map((comment) -> comment.getString("pseudonym")).toList();
		List<String> staff = new ArrayList<>(this.eastern);
		staff.addAll(this.western);
		for (Document document : everything()) {
			String json = document.toJson();
			assertThat(json).doesNotContain("Words of");
			if (pseudonyms.stream().anyMatch(json::contains)) {
				assertThat(staff).noneMatch(json::contains);
			}
		}
	}

	@Test
	void whoIsErasedBeforeTheCloseLeavesNothingAndTheOthersAreRead() {
		String cycle = openWeek(0);
		List<String> written = everybodyWrites(cycle);
		String gone = this.eastern.getFirst();
		String pseudonym = this.participants.pseudonymOf(gone);
		erase(gone);
		closeWeek(0);
		assertThat(texts(onlyGroup(this.east, hr(), cycle)))
			.containsExactlyInAnyOrderElementsOf(written.subList(1, written.size()));
		assertThat(collectionsWith(pseudonym)).containsOnly("responses");
	}

	@Test
	void whoIsErasedLaterTakesTheGroupDownInEveryCycleOfTheirTimeWhetherTheyWroteOrNot() {
		String before = openWeek(0);
		this.eastern.subList(1, 7).forEach((person) -> answer(person, before));
		this.western.forEach((person) -> answer(person, before));
		write(this.western.getFirst(), before, "Words of before");
		closeWeek(0);
		String wrote = openWeek(1);
		everybodyWrites(wrote);
		closeWeek(1);
		// in the next one neither an answer, and then an answer without words
		String silent = openWeek(2);
		this.eastern.subList(1, 7).forEach((person) -> answer(person, silent));
		this.western.forEach((person) -> answer(person, silent));
		write(this.western.getFirst(), silent, "Words of another");
		closeWeek(2);
		String wordless = openWeek(3);
		this.eastern.forEach((person) -> answer(person, wordless));
		this.western.forEach((person) -> answer(person, wordless));
		write(this.western.getFirst(), wordless, "Words of another");
		closeWeek(3);
		for (String cycle : List.of(before, wrote, silent, wordless)) {
			assertThat(texts(onlyGroup(this.east, hr(), cycle))).isNotEmpty();
		}

		String gone = this.eastern.getFirst();
		String pseudonym = this.participants.pseudonymOf(gone);
		erase(gone);
		for (String cycle : List.of(wrote, silent, wordless)) {
			JsonNode group = onlyGroup(this.east, hr(), cycle);
			assertThat(group.get("comments")).isEmpty();
			assertThat(group.get("notShown").asString()).startsWith("Taken down, because somebody left");
		}
		// they were not there yet
		assertThat(texts(onlyGroup(this.east, hr(), before))).containsExactly("Words of before");
		// the others' words are kept, the key of the one who left is not
		assertThat(stored(wrote)).hasSize(13);
		assertThat(stored(wrote)).filteredOn((comment) -> comment.containsKey("sealed"))
			.hasSize(12)
			.noneMatch((comment) -> pseudonym.equals(comment.getString("pseudonym")));
		assertThat(collectionsWith(pseudonym)).containsOnly("responses");
		assertThat(read(this.top, Tokens.of("boss-" + this.top, "supervisor")).getBody()).contains("Words of before")
			.doesNotContain("Words of another", "Words of " + this.eastern.get(1));
	}

	@Test
	void theSampleIsReadWithItsValuesAndAMalformedOneSetAside() {
		this.kafka.publish(RELEASED);
		Awaitility.await().untilAsserted(() -> assertThat(this.groups.of("2026-W21")).isPresent());
		assertThat(this.groups.of("2026-W21").orElseThrow()).isEqualTo(new Released("2026-W21",
				List.of(new Released.Group(List.of("U-04", "U-05")), new Released.Group(List.of("U-07")))));
		String key = "bad-" + this.top;
		this.kafka.publish(RELEASED.withKey(key));
		this.kafka.publish(RELEASED.withKey(key).withValue("cycleId", key).without("commentGroups"));
		this.kafka.publish(RELEASED.withKey(key)
			.withValue("cycleId", key)
			.withValue("commentGroups",
					List.of(Map.of("unitIds", List.of("A", "B")), Map.of("unitIds", List.of("B")))));
		this.kafka.publish(RELEASED.withKey(key)
			.withValue("cycleId", key)
			.withValue("commentGroups", List.of(Map.of("unitIds", List.of()))));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.mongo.getCollection("quarantine")
				.countDocuments(new Document("topic", "burnout-alert.released").append("key", key))).isEqualTo(4));
		assertThat(this.groups.of(key)).isEmpty();
	}

	@Test
	void earlierCyclesAreFoundPageByPage() {
		List<String> cycles = new ArrayList<>();
		for (int week = 0; week < 8; week++) {
			cycles.add(openWeek(week));
			this.office.moveClock(opens(week).plus(Duration.ofDays(5)));
		}
		JsonNode newest = page(this.east, hr());
		assertThat(newest.get("cycles")).extracting((cycle) -> cycle.get("cycleId").asString())
			.isEqualTo(cycles.reversed().subList(0, 6));
		JsonNode earlier = Office.json(read(this.east + "&before=" + newest.get("earlier").asString(), hr()));
		assertThat(earlier.get("cycles")).extracting((cycle) -> cycle.get("cycleId").asString())
			.startsWith(cycles.get(1), cycles.get(0));
	}

	private static List<String> people(String unitId, int count) {
		return IntStream.range(0, count).mapToObj((at) -> "p" + at + "-" + unitId).toList();
	}

	private Instant opens(int week) {
		return Instant.parse("2026-01-05T06:00:00Z").plus(Duration.ofDays(7L * (this.first + week)));
	}

	private String openWeek(int week) {
		String cycle = this.top + "-" + week;
		this.office.open(cycle, opens(week), opens(week).plus(Duration.ofDays(5)));
		return cycle;
	}

	/** The two teams put together, as burnout-alert does with groups below ten. */
	private void closeWeek(int week) {
		this.office.moveClock(opens(week).plus(Duration.ofDays(5)));
		release(this.top + "-" + week, List.of(List.of(this.east, this.west)));
	}

	private void release(String cycle, List<List<String>> groups) {
		this.kafka.publish(RELEASED.withKey(cycle)
			.withValue("cycleId", cycle)
			.withValue("commentGroups", groups.stream().map((unitIds) -> Map.of("unitIds", unitIds)).toList()));
		Awaitility.await().untilAsserted(() -> assertThat(this.groups.of(cycle)).isPresent());
	}

	private void unit(String id, String parentId, String leadId) {
		this.kafka.publish(UNIT.withKey(id)
			.withValue("unitId", id)
			.withValue("name", "Unit " + id)
			.withValue("parentId", parentId)
			.withValue("leadId", leadId));
	}

	/** In the order in which they wrote. */
	private List<String> everybodyWrites(String cycle) {
		List<String> written = new ArrayList<>();
		for (List<String> team : List.of(this.eastern, this.western)) {
			for (String person : team) {
				answer(person, cycle);
				written.add("Words of " + person.hashCode());
				write(person, cycle, written.getLast());
			}
		}
		return written;
	}

	private void answer(String person, String cycle) {
		this.office.answered(person, cycle, Office.FORTY_FIVE);
	}

	private void write(String person, String cycle, String text) {
		ResponseEntity<String> stored = put(person, cycle, text);
		assertThat(stored.getStatusCode().value()).as(stored.getBody()).isEqualTo(200);
	}

	private ResponseEntity<String> put(String person, String cycle, String text) {
		return this.office.as(person, "PUT", "/me/pulse/" + cycle + "/comment", Map.of("text", text));
	}

	private void erase(String person) {
		this.office.erase(person);
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.mongo.getCollection("vault").countDocuments(new Document("_id", person)))
						.isZero());
	}

	private JsonNode ownPulse(String person) {
		return this.office.read(person, "/me/pulses").get(0);
	}

	private static String hr() {
		return Tokens.of("hr-1", "hr");
	}

	private ResponseEntity<String> read(String unitId, String token) {
		return this.office.send("GET", "/comments?unitId=" + unitId, token, null);
	}

	private JsonNode page(String unitId, String token) {
		ResponseEntity<String> read = read(unitId, token);
		assertThat(read.getStatusCode().value()).as(read.getBody()).isEqualTo(200);
		return Office.json(read);
	}

	private JsonNode cycle(String unitId, String token, String cycle) {
		return StreamSupport.stream(page(unitId, token).get("cycles").spliterator(), false)
			.filter((each) -> each.get("cycleId").asString().equals(cycle))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode onlyGroup(String unitId, String token, String cycle) {
		assertThat(cycle(unitId, token, cycle).get("groups")).hasSizeBetween(1, 1);
		return cycle(unitId, token, cycle).get("groups").get(0);
	}

	private static List<String> texts(JsonNode group) {
		return StreamSupport.stream(group.get("comments").spliterator(), false).map(JsonNode::asString).toList();
	}

	private static List<String> names(JsonNode group) {
		return StreamSupport.stream(group.get("units").spliterator(), false)
			.map((unit) -> unit.get("name").asString())
			.toList();
	}

	private List<Document> stored(String cycle) {
		return this.mongo.getCollection("comments").find(new Document("cycleId", cycle)).into(new ArrayList<>());
	}

	private List<Document> everything() {
		List<Document> all = new ArrayList<>();
		this.mongo.getCollectionNames().forEach((name) -> this.mongo.getCollection(name).find().into(all));
		return all;
	}

	private Set<String> collectionsWith(String text) {
		Set<String> found = new java.util.TreeSet<>();
		for (String name : this.mongo.getCollectionNames()) {
			this.mongo.getCollection(name).find().forEach((document) -> {
				if (document.toJson().contains(text)) {
					found.add(name);
				}
			});
		}
		return found;
	}

	private static void assertProblem(ResponseEntity<String> answer, int status, String slug) {
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
		assertThat(answer.getBody()).contains("urn:holdfast:problem:" + slug);
	}

}
