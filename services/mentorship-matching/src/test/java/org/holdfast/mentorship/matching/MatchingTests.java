package org.holdfast.mentorship.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bson.Document;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.MentorshipSettings;
import org.holdfast.mentorship.circle.Settling;
import org.holdfast.mentorship.circle.forming.Formings;
import org.holdfast.mentorship.participation.Participations;
import org.holdfast.mentorship.fit.HardRule;
import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Points;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.gathering.Erasure;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.people.People;
import org.holdfast.mentorship.people.Unit;
import org.holdfast.mentorship.pool.Situations;
import org.holdfast.mentorship.relationship.Match;
import org.holdfast.mentorship.relationship.Matches;
import org.holdfast.mentorship.relationship.Mentor;
import org.holdfast.mentorship.relationship.Places;
import org.holdfast.mentorship.relationship.Suggestion;
import org.holdfast.mentorship.round.Rounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.holdfast.mentorship.people.People.gone;
import static org.holdfast.mentorship.people.People.mentee;
import static org.holdfast.mentorship.people.People.mentor;
import static org.holdfast.mentorship.people.People.person;
import static org.holdfast.mentorship.people.People.speaking;
import static org.holdfast.mentorship.people.People.under;

/** Settles by itself practically never: the tests say when. */
@WholeService
@TestPropertySource(properties = { "holdfast.mentorship.quiet=1h", "holdfast.mentorship.at-latest=1h",
		"holdfast.mentorship.sweep=1h", "holdfast.simulated-clock=true" })
class MatchingTests {

	@Autowired
	private Matching matching;

	@Autowired
	private Participations participations;

	@Autowired
	private Situations situations;

	@Autowired
	private Rounds rounds;

	@Autowired
	private Formings formings;

	@Autowired
	private Settling circles;

	@Autowired
	private Places places;

	@Autowired
	private Matches matches;

	@Autowired
	private Erasure erasure;

	@Autowired
	private Directory directory;

	@Autowired
	private ApplicationEventPublisher inside;

	@Autowired
	private MentorshipSettings settings;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private final Map<String, Integer> sequences = new HashMap<>();

	@BeforeEach
	void nobodyIsKnown() {
		this.clock.resume();
		List.of("mentors", "matches", "colleagues", "units", "participations")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
	}

	@Test
	void whoOptsInIsPairedAndWhoIsPairedIsLeftAlone() {
		tell(mentor("m", 2, "court-work"), mentee("a", "court-work"));
		settle();
		assertThat(pairs()).containsExactly("m+a");
		Match first = match("a-1");
		tell(mentor("better", 5, "court-work"), mentee("b"));
		settle();
		assertThat(pairs()).hasSize(2).contains("m+a");
		assertThat(match("a-1")).isEqualTo(first);
		assertThat(first.score()).as("all but what neither has told").isEqualTo(85);
	}

	@Test
	void aMenteeWhoOptsOutFreesThePlaceForWhoeverWaits() {
		tell(mentor("m", 1), mentee("a"), mentee("b"));
		settle();
		String served = this.matches.all().getFirst().menteeId();
		String waiting = served.equals("a") ? "b" : "a";
		tell(person(served));
		settle();
		assertThat(pairs()).containsExactly("m+" + waiting);
		assertThat(end(served + "-1")).isEqualTo("bothOptedIn");
	}

	@Test
	void whenAMentorLeavesTheMenteeGetsAnother() {
		tell(mentor("m1", 1, "court-work"), mentor("m2", 1), mentee("a", "court-work"));
		settle();
		assertThat(pairs()).containsExactly("m1+a");
		tell(gone(mentor("m1", 1, "court-work")));
		settle();
		assertThat(pairs()).containsExactly("m2+a");
		assertThat(end("a-1")).isEqualTo("bothActive");
		assertThat(match("a-2").isOpen()).isTrue();
	}

	@Test
	void whenAMentorIsErasedTheMenteeGetsAnother() {
		tell(mentor("m1", 1, "court-work"), mentor("m2", 1), mentee("a", "court-work"));
		settle();
		this.matching.onColleague(new Received<>("m1", nextSequence("m1"), Instant.now(), null));
		settle();
		assertThat(pairs()).containsExactly("m2+a");
		assertThat(this.directory.colleague("m1")).isEmpty();
	}

	@Test
	void aNewManagerInTheLineEndsAPair() {
		tell(mentor("m", 1), mentee("a"), person("between"));
		settle();
		assertThat(pairs()).containsExactly("m+a");
		tell(under("m", person("between")), under("between", mentee("a")));
		settle();
		assertThat(pairs()).isEmpty();
		assertThat(end("a-1")).isEqualTo("notInOwnLineOfManagement");
		assertThat(this.places.mentors()).allSatisfy((mentor) -> assertThat(mentor.places()).isEmpty());
	}

	@Test
	void whoBecomesLeadOfAUnitAboveIsNoLongerTheMentorThere() {
		tell(mentor("m", 1), mentee("a"));
		settle();
		this.matching.onUnit(new Received<>("U-a", nextSequence("U-a"), Instant.now(), new Unit("U-a", null, "m")));
		settle();
		assertThat(pairs()).isEmpty();
	}

	@Test
	void aLowerCapacityKeepsThePairsAndAddsNone() {
		tell(mentor("m", 2), mentee("a"), mentee("b"));
		settle();
		tell(mentor("m", 1), mentee("c"));
		settle();
		assertThat(pairs()).containsExactly("m+a", "m+b");
		assertThat(this.places.mentors()).extracting(Mentor::capacity).containsExactly(1);
		tell(person("a"));
		settle();
		assertThat(pairs()).containsExactly("m+b");
	}

	@Test
	void nobodyIsPairedBeforeTheirLineOfManagementIsKnown() {
		tell(mentor("m", 1), under("between", mentee("a")));
		settle();
		assertThat(pairs()).isEmpty();
		tell(under("m", person("between")));
		settle();
		assertThat(pairs()).isEmpty();
		tell(person("between"));
		settle();
		assertThat(pairs()).containsExactly("m+a");
	}

	@Test
	void aCrashAfterAPlaceWasClaimedIsCompleted() {
		tell(mentor("m", 1), mentee("a"), mentee("b"));
		this.places.offer("m", 1);
		claim("a-1", "m");
		settle();
		assertThat(pairs()).containsExactly("m+a");
		assertThat(match("a-1").points()).last().isEqualTo(new Points("load", 5, "has 1 of 1 places free"));
	}

	@Test
	void aCrashAfterAPlaceWasClaimedForSomebodyWhoHasAMentorByNowGivesThePlaceBack() {
		tell(mentor("m1", 1), mentor("m2", 1), mentee("a"));
		settle();
		String mentor = match("a-1").mentorId();
		String other = mentor.equals("m1") ? "m2" : "m1";
		claim("a-1", other);
		tell(mentee("b"));
		settle();
		assertThat(pairs()).containsExactlyInAnyOrder(mentor + "+a", other + "+b");
	}

	@Test
	void aCrashAfterAPlaceWasClaimedForSomebodyWhoWantsNoneByNowGivesThePlaceBack() {
		tell(mentor("m", 1), person("a"), mentee("b"));
		this.places.offer("m", 1);
		claim("a-1", "m");
		settle();
		assertThat(pairs()).containsExactly("m+b");
		assertThat(match("a-1").state()).isEqualTo(Match.State.WITHDRAWN);
		tell(person("b"));
		tell(mentee("a"));
		settle();
		assertThat(pairs()).containsExactly("m+a");
		assertThat(match("a-2").isOpen()).isTrue();
	}

	@Test
	void aCrashBetweenAnEndAndItsPlaceGivesThePlaceBack() {
		tell(mentor("m", 1), mentee("a"));
		settle();
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is("a-1")),
				new Update().set("state", "ENDED").set("end", new Document("at", new Date()).append("reason", "RULE")),
				"matches");
		tell(person("a"), mentee("b"));
		settle();
		assertThat(pairs()).containsExactly("m+b");
	}

	@Test
	void whateverComesTwiceOrLateTheMatchesAreTheSame() {
		Random random = new Random(7);
		List<Received<Colleague>> events = new ArrayList<>();
		List<Unit> units = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			String id = "S-" + i;
			events.add(told(id, 1, person(id)));
			events.add(told(id, 2, mentee(id, "x", "y")));
			events.add(told(id, 3, (i % 3 == 0) ? mentor(id, 1 + i % 2, "x") : mentee(id, (i % 2 == 0) ? "x" : "y")));
			units.add(new Unit("U-" + id, null, null));
		}
		List<List<String>> outcomes = new ArrayList<>();
		for (int round = 0; round < 4; round++) {
			nobodyIsKnown();
			units.forEach((unit) -> this.matching.onUnit(new Received<>(unit.unitId(), 1, Instant.now(), unit)));
			events.forEach(this.matching::onColleague);
			settle();
			events.subList(0, 10).forEach(this.matching::onColleague);
			settle();
			outcomes.add(pairs());
			events.addAll(events.subList(0, 5));
			Collections.shuffle(events, random);
		}
		assertThat(outcomes.getFirst()).isNotEmpty();
		assertThat(outcomes).containsOnly(outcomes.getFirst());
	}

	@Test
	void anEventUnderTheKeyOfAnotherIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.matching.onColleague(told("a", 1, person("b"))));
		assertThat(this.directory.agency(Circumstances.NONE).colleagues()).isEmpty();
	}

	@Test
	void anImportOfManyIsPairedAsAWhole() {
		IntStream.range(0, 60).forEach((i) -> tell(mentor("m" + i, 2, "s" + i % 2)));
		IntStream.range(0, 60).forEach((i) -> tell(mentee("n" + i, "s1")));
		IntStream.range(0, 120).forEach((i) -> tell(person("p" + i)));
		assertThat(pairs()).isEmpty();
		settle();
		assertThat(this.matches.all()).hasSize(60)
			.allSatisfy((match) -> assertThat(match.points().getFirst().points()).isEqualTo(35));
	}

	@Test
	void severalInstancesWhoDecideAtOnceGiveNothingTwice() throws Exception {
		List<Colleague> people = crowd();
		decideAtOnce(people, (one, random) -> random.nextBoolean() ? person(one.staffId()) : speaking(one, "en", "so"));
		settle();
		List<Match> active = this.matches.all().stream().filter(Match::isOpen).toList();
		Map<String, Mentor> mentors = this.places.mentors()
			.stream()
			.collect(Collectors.toMap(Mentor::id, Function.identity()));
		assertThat(active).isNotEmpty().extracting(Match::menteeId).doesNotHaveDuplicates();
		active.stream()
			.collect(Collectors.groupingBy(Match::mentorId, Collectors.mapping(Match::id, Collectors.toSet())))
			.forEach((id, held) -> assertThat(mentors.get(id).places()).isEqualTo(held));
		mentors.values().forEach((mentor) -> assertThat(mentor.places()).hasSizeLessThanOrEqualTo(mentor.capacity()));
		assertThat(unserved(active)).as("who waits while a place is free")
			.satisfiesAnyOf((waiting) -> assertThat(waiting).isEmpty(), (waiting) -> assertThat(mentors.values())
				.allSatisfy((mentor) -> assertThat(mentor.places()).hasSize(mentor.capacity())));
	}

	@Test
	void twoOfWhomOneDeclinedAreNotProposedAgainAndBothGetAnother() throws Exception {
		tell(mentor("m1", 1, "court-work"), mentee("a", "court-work"));
		settle();
		choose("a", "a-1", "ended");
		tell(mentor("m2", 1), mentee("b"));
		settle();
		assertThat(pairs()).containsExactlyInAnyOrder("m2+a", "m1+b");
	}

	@Test
	void aProposalThatNobodyAnswersLapsesAndWhoWasSilentIsLeftInPeaceUntilTheySayOtherwise() throws Exception {
		tell(mentor("m1", 1), mentor("m2", 1), mentee("a"), mentee("b"));
		settle();
		Match ofA = match("a-1");
		choose(ofA.mentorId(), "a-1", "active");
		this.clock.set(this.clock.instant().plus(Duration.ofDays(8)));
		settle();
		assertThat(pairs()).as("the mentor of a answered, a and b and the other mentor did not").isEmpty();
		participate("b", "{\"onHold\": false, \"apart\": []}");
		settle();
		assertThat(pairs()).containsExactly(ofA.mentorId() + "+b");
		assertThat(participation("a")).contains("\"onHold\":true", "\"becauseUnanswered\":true");
		assertThat(participation("b")).contains("\"onHold\":false");
	}

	@Test
	void whoTakesNoNewMatchForAWhileKeepsARelationshipAndLosesAProposal() throws Exception {
		tell(mentor("m", 2), mentee("a"), mentee("b"));
		settle();
		choose("m", "a-1", "active");
		choose("a", "a-1", "active");
		participate("m", "{\"onHold\": true, \"apart\": []}");
		settle();
		assertThat(pairs()).containsExactly("m+a");
		participate("m", "{\"onHold\": false, \"apart\": []}");
		settle();
		assertThat(pairs()).containsExactly("m+a", "m+b");
	}

	@Test
	void whoNamesTheirMentorAsSomebodyToBeKeptApartFromGetsAnother() throws Exception {
		tell(mentor("m1", 1, "court-work"), mentor("m2", 1), mentee("a", "court-work"));
		settle();
		choose("m1", "a-1", "active");
		choose("a", "a-1", "active");
		participate("a", "{\"onHold\": false, \"apart\": [\"m1\"]}");
		settle();
		assertThat(pairs()).containsExactly("m2+a");
		assertThat(participation("m1")).doesNotContain("\"a\"");
	}

	@Test
	void colleaguesAreFoundByAPartOfTheirNameToBeKeptApartFrom() {
		tell(mentor("m1", 1), mentee("a"), gone(person("mx")));
		assertThat(Objects.requireNonNull(
				client("a").get().uri("/me/participation/colleagues?name=ÓF M").retrieve().body(String.class)))
			.isEqualTo("[{\"staffId\":\"m1\",\"displayName\":\"Name of m1\"}]");
		assertThat(refusal(client("a").get().uri("/me/participation/colleagues?name=m"))).startsWith("400");
		assertThat(refusal(client("a").put()
			.uri("/me/participation")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"onHold\": false, \"apart\": [\"a\"]}"))).startsWith("400").contains("\"/apart\"");
	}

	private static String refusal(RestClient.RequestHeadersSpec<?> request) {
		return Objects.requireNonNull(
				request.exchange((sent, answer) -> answer.getStatusCode().value() + " " + answer.bodyTo(String.class)));
	}

	/** The mentor said yes to all, and has less time than thought a moment later. */
	@Test
	void ofFiftyWhoAcceptAtOnceWithOnePlaceLeftOneBeginsAndTheOthersAreToldAndProposedAnother() throws Exception {
		List<String> mentees = IntStream.range(0, 50).mapToObj((i) -> "n" + i).toList();
		tell(mentor("m", 50));
		tell(mentees.stream().map((id) -> mentee(id)).toArray(Colleague[]::new));
		settle();
		for (String mentee : mentees) {
			choose("m", mentee + "-1", "active");
		}
		tell(mentor("m", 1));
		IntStream.range(0, 7).forEach((i) -> tell(mentor("other" + i, 7)));
		List<String> answers = new ArrayList<>();
		try (ExecutorService executor = Executors.newFixedThreadPool(50)) {
			List<Future<String>> sent = mentees.stream()
				.map((mentee) -> executor.submit(() -> client(mentee).put()
					.uri("/me/matches/" + mentee + "-1/state")
					.contentType(MediaType.APPLICATION_JSON)
					.body("{\"state\": \"active\"}")
					.exchange((request, answer) -> answer.getStatusCode().value() + " "
							+ Objects.requireNonNull(answer.bodyTo(Document.class))
								.get(answer.getStatusCode().isError() ? "type" : "state"))))
				.toList();
			for (Future<String> each : sent) {
				answers.add(each.get());
			}
		}
		assertThat(answers).filteredOn("200 active"::equals).hasSize(1);
		assertThat(answers).filteredOn((answer) -> !answer.equals("200 active"))
			.hasSize(49)
			.containsOnly("409 urn:holdfast:problem:no-place-left");
		settle();
		assertThat(pairs()).hasSize(50).filteredOn((pair) -> pair.startsWith("m+")).hasSize(1);
		assertThat(pairs()).filteredOn((pair) -> pair.startsWith("other")).hasSize(49);
	}

	@Test
	void onceTheMentorIsFullNobodyIsLeftWithAProposalThatCannotBegin() throws Exception {
		tell(mentor("m", 2), mentee("a"), mentee("b"));
		settle();
		tell(mentor("m", 1), mentor("other", 1));
		settle();
		for (String side : List.of("m", "a")) {
			choose(side, "a-1", "active");
		}
		settle();
		assertThat(pairs()).containsExactly("m+a", "other+b");
	}

	@Test
	void anErasedPersonLeavesNoTraceInMatchesPlacesAndParticipations() throws Exception {
		tell(mentor("m", 2), mentor("gone", 1, "x"), mentee("a", "x"), mentee("b"));
		settle();
		assertThat(pairs()).contains("gone+a");
		choose("gone", "a-1", "active");
		choose("a", "a-1", "active");
		participate("b", "{\"onHold\": false, \"apart\": [\"gone\"]}");
		erase("gone");
		erase("b");
		settle();
		assertThat(pairs()).containsExactly("m+a");
		for (String collection : List.of("mentors", "matches", "colleagues", "participations")) {
			assertThat(state(collection)).as(collection).noneMatch((document) -> document.contains("gone"));
			assertThat(state(collection)).as(collection).noneMatch((document) -> document.contains("b-1"));
		}
	}

	/** As by an instance that decided before it heard of the erasure. */
	@Test
	void whatIsProposedAtTheMomentOfAnErasureIsForgottenToo() {
		tell(mentor("m", 1), mentor("gone", 1), mentee("a"));
		Agency before = this.situations.now().agency();
		erase("gone");
		this.places.offer("gone", 1);
		this.matches.propose("a-1", Suggestion.of(new Pair(before, Programme.USUAL,
				before.colleague("gone").orElseThrow(), before.colleague("a").orElseThrow(), 0)));
		settle();
		assertThat(pairs()).containsExactly("m+a");
		for (String collection : List.of("mentors", "matches")) {
			assertThat(state(collection)).as(collection).isNotEmpty().noneMatch((each) -> each.contains("gone"));
		}
	}

	private void erase(String id) {
		this.matching.onColleague(new Received<>(id, nextSequence(id), Instant.now(), null));
	}

	/** All documents as they are but for what waits to be told, and shells of it. */
	private List<String> state(String collection) {
		return this.mongo.find(new Query(), Document.class, collection)
			.stream()
			.filter((document) -> !document.containsKey("_gone"))
			.map((document) -> {
				document.remove("_outbox");
				return document.toJson();
			})
			.toList();
	}

	private void choose(String staffId, String matchId, String state) throws Exception {
		put(staffId, "/me/matches/" + matchId + "/state", "{\"state\": \"" + state + "\"}");
	}

	private void participate(String staffId, String body) throws Exception {
		put(staffId, "/me/participation", body);
	}

	private void put(String staffId, String path, String body) {
		assertThat(client(staffId).put()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.toBodilessEntity()
			.getStatusCode()).isEqualTo(HttpStatus.OK);
	}

	private String participation(String staffId) {
		return Objects.requireNonNull(client(staffId).get().uri("/me/participation").retrieve().body(String.class));
	}

	private RestClient client(String staffId) {
		return RestClient.builder()
			.baseUrl("http://localhost:" + this.port)
			.defaultHeader("Authorization", "Bearer " + Tokens.staff(staffId))
			.build();
	}

	@Test
	void howeverProfilesChangeWhileSeveralDecideNoOpenMatchBreaksARule() throws Exception {
		List<Colleague> people = crowd();
		decideAtOnce(people, (one, random) -> switch (random.nextInt(5)) {
			case 0 -> gone(one);
			case 1 -> speaking(one, "so");
			case 2 -> under(people.get(random.nextInt(people.size())).staffId(), one);
			default -> one;
		});
		settle();
		Agency agency = this.situations.now().agency();
		List<Match> open = this.matches.all().stream().filter(Match::isOpen).toList();
		assertThat(open).isNotEmpty().extracting(Match::menteeId).doesNotHaveDuplicates();
		assertThat(open).allSatisfy((match) -> assertThat(HardRule.brokenByProposed(new Pair(agency, Programme.USUAL,
				agency.colleague(match.mentorId()).orElseThrow(), agency.colleague(match.menteeId()).orElseThrow(), 0)))
			.isEmpty());
		assertThat(this.matches.all()).as("who was in the way").anyMatch((match) -> !match.isOpen());
	}

	private List<Colleague> crowd() {
		List<Colleague> people = new ArrayList<>();
		IntStream.range(0, 6).forEach((i) -> people.add(mentor("m" + i, 1 + i % 3, "x")));
		IntStream.range(0, 16).forEach((i) -> people.add(mentee("n" + i, "x")));
		tell(people.toArray(Colleague[]::new));
		return people;
	}

	/** Four instances, each of which hears of changes and settles at once. */
	private void decideAtOnce(List<Colleague> people, BiFunction<Colleague, Random, Colleague> change)
			throws Exception {
		try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
			List<Future<?>> instances = IntStream.range(0, 4).<Future<?>>mapToObj((instance) -> executor.submit(() -> {
				Matching another = new Matching(this.directory, this.participations, this.situations, this.rounds,
						this.places, this.matches, this.erasure, this.formings, this.circles, this.inside,
						this.settings);
				Random random = new Random(instance);
				for (int round = 0; round < 8; round++) {
					Colleague one = people.get(instance + 4 * random.nextInt(5));
					another.onColleague(told(one.staffId(), 10 + round, change.apply(one, random)));
					another.settle();
				}
			})).toList();
			for (Future<?> instance : instances) {
				instance.get();
			}
		}
	}

	private Set<String> unserved(List<Match> active) {
		Set<String> waiting = this.directory.agency(Circumstances.NONE)
			.colleagues()
			.stream()
			.filter(Colleague::wantsAMentor)
			.map(Colleague::staffId)
			.collect(Collectors.toSet());
		active.forEach((match) -> waiting.remove(match.menteeId()));
		return waiting;
	}

	private void settle() {
		this.matching.settle();
	}

	private void tell(Colleague... people) {
		for (Colleague person : people) {
			Unit unit = People.unitOf(person);
			this.matching.onUnit(new Received<>(unit.unitId(), nextSequence(unit.unitId()), Instant.now(), unit));
			this.matching.onColleague(told(person.staffId(), nextSequence(person.staffId()), person));
		}
	}

	private int nextSequence(String id) {
		return this.sequences.merge(id, 1, Integer::sum);
	}

	private static Received<Colleague> told(String id, int sequence, Colleague colleague) {
		return new Received<>(id, sequence, Instant.now(), colleague);
	}

	private Match match(String id) {
		return this.matches.all().stream().filter((match) -> match.id().equals(id)).findFirst().orElseThrow();
	}

	private String end(String id) {
		return Objects.requireNonNull(Objects.requireNonNull(match(id).end()).rule());
	}

	/** The first of the two steps of a proposal, after which it crashes. */
	private void claim(String matchId, String mentorId) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(mentorId)), new Update().push("places", matchId),
				"mentors");
	}

	private List<String> pairs() {
		return this.matches.all()
			.stream()
			.filter(Match::isOpen)
			.map((match) -> match.mentorId() + "+" + match.menteeId())
			.sorted()
			.toList();
	}

}
