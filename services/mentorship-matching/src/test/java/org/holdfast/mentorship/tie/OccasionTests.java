package org.holdfast.mentorship.tie;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import net.fortuna.ical4j.model.component.VEvent;
import org.bson.Document;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.Office;
import org.holdfast.mentorship.calendar.Calendars;
import org.holdfast.mentorship.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.holdfast.mentorship.calendar.Calendars.value;

/** Events that are announced, joined and left. */
@WholeService
@Import(Office.class)
class OccasionTests {

	private static final Instant MAY = Instant.parse("2026-05-18T08:00:00Z");

	private static final Instant TOMORROW = MAY.plus(Duration.ofDays(1));

	@Autowired
	private Occasions occasions;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Office office;

	private final String event = "/events/" + UUID.randomUUID();

	@DynamicPropertySource
	static void quiet(DynamicPropertyRegistry settings) {
		Office.quiet(settings);
	}

	@BeforeEach
	void aMentorAndStaff() {
		List.of("colleagues", "units", "occasions").forEach((each) -> this.mongo.remove(new Query(), each));
		this.clock.set(MAY);
		this.office.tell(People.mentor("m", 1), People.person("a"), People.person("b"));
	}

	@Test
	void aMentorAnnouncesPeopleJoinAndOnlyTheOrganiserSeesWho() {
		assertThat(announce(3).get("free").asInt()).isEqualTo(3);
		JsonNode joined = join("a").json();
		assertThat(joined.get("joined").asBoolean()).isTrue();
		assertThat(joined.get("free").asInt()).isEqualTo(2);
		assertThat(join("a").json()).as("joining again").isEqualTo(joined);
		assertThat(joined.get("people").isNull()).isTrue();
		JsonNode toCome = this.office.get("m", "/events").json().get(0);
		assertThat(toCome.at("/people/0/displayName").asString()).isEqualTo("Name of a");
		assertThat(toCome.at("/organiser/displayName").asString()).isEqualTo("Name of m");
		assertThat(this.office.get("b", "/events").json().toString()).doesNotContain("Name of a");
		leave("a").json();
		assertThat(leave("a").json().get("free").asInt()).isEqualTo(3);
	}

	@Test
	void theLastPlaceGoesToOneOfFifty() throws Exception {
		announce(1);
		List<Callable<Integer>> tasks = new ArrayList<>();
		for (int each = 0; each < 50; each++) {
			String staffId = "p" + each;
			this.office.tell(People.person(staffId));
			tasks.add(() -> join(staffId).status());
		}
		List<Integer> statuses = new ArrayList<>();
		try (ExecutorService executor = Executors.newFixedThreadPool(tasks.size())) {
			for (Future<Integer> each : executor.invokeAll(tasks)) {
				statuses.add(each.get());
			}
		}
		assertThat(statuses.stream().filter((status) -> status == 200)).hasSize(1);
		assertThat(statuses.stream().filter((status) -> status == 409)).hasSize(49);
		assertThat(this.office.get("m", "/events").json().get(0).get("people")).hasSize(1);
		assertThat(join("a").problem()).isEqualTo("event-is-full");
	}

	@Test
	void whoeverLeavesFreesThePlace() {
		announce(1);
		join("a").json();
		leave("a").json();
		assertThat(join("b").status()).isEqualTo(200);
	}

	@Test
	void whatHasBegunIsNotJoinedAndWhatIsOverIsGone() {
		announce(3);
		join("a").json();
		this.clock.set(TOMORROW);
		assertThat(join("b").problem()).isEqualTo("event-has-begun");
		assertThat(this.office.get("a", "/events").json()).hasSize(1);
		this.clock.set(TOMORROW.plus(Duration.ofHours(2)));
		assertThat(this.office.get("a", "/events").json()).isEmpty();
		this.clock.set(TOMORROW.plus(Duration.ofDays(31)));
		assertThat(this.mongo.findAll(Document.class, "occasions")).as("nor who was there").isEmpty();
	}

	@Test
	void eventsAreToldInTheOrderInWhichTheyTakePlace() {
		announce(3);
		this.office.put("m", "/events/" + UUID.randomUUID(), plan(2, MAY.plus(Duration.ofHours(3)))).json();
		assertThat(this.office.get("a", "/events").json().valueStream().map((each) -> each.get("places").asInt()))
			.containsExactly(2, 3);
	}

	@Test
	void theOrganiserChangesThePlanButNotBelowWhoHaveJoined() {
		announce(3);
		join("a").json();
		join("b").json();
		assertThat(this.office.put("m", this.event, plan(1, TOMORROW)).problem()).isEqualTo("more-have-joined");
		JsonNode changed = this.office.put("m", this.event, plan(2, MAY.plus(Duration.ofDays(2)))).json();
		assertThat(changed.get("startsAt").asString()).isEqualTo("2026-05-20T08:00:00Z");
		assertThat(changed.get("free").asInt()).isZero();
		this.office.tell(People.mentor("m2", 1));
		assertThat(this.office.put("m2", this.event, plan(9, TOMORROW)).problem()).isEqualTo("id-taken");
	}

	@Test
	void whoJoinedHearsThatItIsCancelled() {
		announce(3);
		join("a").json();
		assertThat(this.office.delete("b", this.event).status()).isEqualTo(404);
		assertThat(this.office.delete("m", this.event).json().get("cancelled").asBoolean()).isTrue();
		this.office.delete("m", this.event).json();
		assertThat(stored().told()).containsExactly(this.event.substring("/events/".length()) + ":a:event-cancelled");
		assertThat(join("b").problem()).isEqualTo("event-is-cancelled");
		assertThat(this.office.get("a", "/events").json().get(0).get("cancelled").asBoolean()).isTrue();
		this.clock.set(MAY.plus(Duration.ofDays(3)));
		assertThat(stored().told()).as("no news any more").isEmpty();
	}

	@Test
	void whoHadJoinedHearsThatItIsMovedUntilItIsOver() {
		announce(3);
		join("a").json();
		this.office.put("m", this.event, plan(5, TOMORROW)).json();
		assertThat(stored().told()).as("more places are no news").isEmpty();
		this.office.put("m", this.event, plan(5, TOMORROW).replace("Room 2", "Room 3")).json();
		join("b").json();
		String id = this.event.substring("/events/".length());
		assertThat(stored().told()).as("b joined what it is now").containsExactly(id + ":a:event-changed:2");
		this.office.put("m", this.event, plan(5, TOMORROW.plus(Duration.ofDays(1)))).json();
		this.office.put("m", this.event, plan(5, TOMORROW.plus(Duration.ofDays(1)))).json();
		assertThat(stored().told()).as("once, though sent twice")
			.containsExactlyInAnyOrder(id + ":a:event-changed:3", id + ":b:event-changed:3");
		leave("b").json();
		assertThat(stored().told()).containsExactly(id + ":a:event-changed:3");
		this.office.delete("m", this.event).json();
		assertThat(stored().told()).as("that is all there is to hear").containsExactly(id + ":a:event-cancelled");
	}

	@Test
	void nobodyHearsOfWhatTheyDidThemselves() {
		announce(3);
		join("m").json();
		this.office.put("m", this.event, plan(3, TOMORROW.plus(Duration.ofDays(1)))).json();
		this.office.delete("m", this.event).json();
		assertThat(stored().told()).isEmpty();
	}

	@Test
	void aLearningGroupIsThereAndCanBeJoinedUntilItMeetsForTheLastTime() {
		JsonNode announced = this.office.put("m", this.event, weekly(3)).json();
		assertThat(announced.at("/repetition/times").asInt()).isEqualTo(3);
		assertThat(announced.at("/next/number").asInt()).isEqualTo(1);
		this.office.put("m", "/events/" + UUID.randomUUID(), plan(2, TOMORROW.plus(Duration.ofDays(1)))).json();
		this.clock.set(TOMORROW.plus(Duration.ofHours(2)));
		JsonNode between = this.office.get("a", "/events").json().get(1);
		assertThat(between.at("/next/number").asInt()).isEqualTo(2);
		assertThat(between.at("/next/startsAt").asString()).isEqualTo("2026-05-26T08:00:00Z");
		assertThat(between.at("/next/endsAt").asString()).isEqualTo("2026-05-26T10:00:00Z");
		assertThat(between.at("/startsAt").asString()).isEqualTo("2026-05-19T08:00:00Z");
		join("a").json();
		this.clock.set(TOMORROW.plus(Duration.ofDays(14)));
		assertThat(join("b").problem()).isEqualTo("event-has-begun");
		assertThat(this.office.get("a", "/events").json().get(0).at("/next/number").asInt()).isEqualTo(3);
		this.clock.set(TOMORROW.plus(Duration.ofDays(14)).plus(Duration.ofHours(2)));
		assertThat(this.office.get("a", "/events").json()).isEmpty();
	}

	@Test
	void whoJoinedAndTheOrganiserPutItIntoTheirCalendars() {
		this.office.put("m", this.event, weekly(3)).json();
		assertThat(calendar("a").problem()).isEqualTo("not-joined");
		join("a").json();
		Office.Answer first = calendar("a");
		assertThat(first.type()).startsWith("text/calendar").contains("charset=UTF-8", "method=PUBLISH");
		VEvent event = Calendars.event(Calendars.read(first.body()));
		assertThat(value(event, "UID")).isEqualTo(this.event.substring("/events/".length()));
		assertThat(value(event, "SEQUENCE")).isEqualTo("0");
		assertThat(value(event, "DTSTAMP")).isEqualTo("20260518T080000Z");
		assertThat(value(event, "DTSTART")).isEqualTo("20260519T100000");
		assertThat(value(event, "RRULE")).contains("INTERVAL=7", "COUNT=3");
		assertThat(value(event, "SUMMARY")).isEqualTo("Court work at noon");
		assertThat(value(event, "LOCATION")).isEqualTo("Room 2");
		assertThat(first.body()).contains("CN=Name of m").doesNotContain("Name of a", "mailto");
		assertThat(calendar("m")).isEqualTo(first);

		join("b").json();
		assertThat(calendar("a")).as("who else comes changes nothing").isEqualTo(first);
		this.clock.set(MAY.plus(Duration.ofHours(1)));
		this.office.put("m", this.event, plan(3, TOMORROW)).json();
		VEvent moved = Calendars.event(Calendars.read(calendar("a").body()));
		assertThat(value(moved, "UID")).isEqualTo(value(event, "UID"));
		assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
		assertThat(value(moved, "DTSTAMP")).isEqualTo("20260518T090000Z");
		assertThat(value(moved, "DTSTART")).isEqualTo("20260519T080000Z");
		assertThat(moved.getProperty("RRULE")).isEmpty();

		this.office.erase("m");
		Office.Answer last = calendar("a");
		assertThat(last.type()).contains("method=CANCEL");
		assertThat(value(Calendars.read(last.body()), "METHOD")).isEqualTo("CANCEL");
		assertThat(value(Calendars.event(Calendars.read(last.body())), "STATUS")).isEqualTo("CANCELLED");
		assertThat(value(Calendars.event(Calendars.read(last.body())), "SEQUENCE")).isEqualTo("2");
		assertThat(last.body()).doesNotContain("Name of m");
	}

	@Test
	void whoeverIsErasedIsGoneAndWhatTheyOrganisedDoesNotTakePlace() {
		announce(3);
		join("a").json();
		join("b").json();
		this.office.erase("a");
		assertThat(this.office.get("m", "/events").json().get(0).get("people")).hasSize(1);
		this.office.erase("m");
		JsonNode left = this.office.get("b", "/events").json().get(0);
		assertThat(left.get("cancelled").asBoolean()).isTrue();
		assertThat(left.at("/organiser/displayName").isNull()).isTrue();
		assertThat(stored().toString()).doesNotContain("[a]", "[a, ", ", a]", ", a, ", ":a:", "=m,", ":m:");
	}

	@Test
	void whoIsErasedWhileTheyJoinOrAnnounceIsGone() {
		announce(3);
		String id = this.event.substring("/events/".length());
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.occasions.unlessErased("a", () -> {
			this.office.erase("a");
			return this.occasions.join(id, "a");
		})).returns("not-on-the-staff-list", Refusal::slug);
		assertThat(stored().toString()).doesNotContain("[a]", "[a, ", ", a]", ", a, ", ":a:");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.occasions.unlessErased("m", () -> {
			this.office.erase("m");
			return this.occasions.announce(UUID.randomUUID().toString(), "m",
					new Plan("Again", MAY, MAY.plusSeconds(600), "Room", "Topic", 5, null));
		})).returns("not-on-the-staff-list", Refusal::slug);
		assertThat(this.mongo.findAll(Occasion.class, "occasions")).hasSize(2)
			.noneMatch((each) -> each.isOrganisedBy("m"));
	}

	@Test
	void wrongRequestsSayWhatIsWrong() {
		assertThat(this.office.put("m", "/events/x", plan(3, MAY)).problem()).isEqualTo("invalid-id");
		assertThat(this.office.put("m", this.event, plan(0, MAY)).status()).isEqualTo(400);
		assertThat(this.office
			.put("m", this.event, plan(3, MAY).replaceFirst("\"endsAt\":\"[^\"]*\"", "\"endsAt\":\"" + MAY + "\""))
			.problem()).isEqualTo("ends-before-it-starts");
		assertThat(this.office.put("m", this.event, "{}").status()).isEqualTo(400);
		assertThat(this.office.put("a", this.event, plan(3, MAY)).problem()).isEqualTo("neither-hr-nor-mentor");
		assertThat(join("a").status()).isEqualTo(404);
		assertThat(calendar("a").problem()).isEqualTo("no-such-event");
		announce(3);
		assertThat(join("nobody").problem()).isEqualTo("not-on-the-staff-list");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"times":3          | "times":1                       | invalid-request        | /repetition/times
			"times":3          | "times":101                     | invalid-request        | /repetition/times
			"everyDays":7      | "everyDays":0                   | invalid-request        | /repetition/everyDays
			Europe/Berlin      | Europe/Nowhere                  | no-such-time-zone      | /repetition/zone
			T10:00:00Z         | T07:00:00Z                      | ends-before-it-starts  | /endsAt
			2026-05-19T10      | 2026-05-29T10                   | repeated-before-it-ends| /repetition/everyDays
			2026-05-19T10      | 2026-07-29T10                   | takes-too-long         | /endsAt
			2026-05-19T10      | +999999999-05-19T10             | takes-too-long         | /endsAt
			2026-05-19T08      | 2032-05-19T08                   | invalid-start          | /startsAt
			2026-05-19T08      | -999999999-05-19T08             | invalid-start          | /startsAt
			2026-05-19         | 2026-05-01                      | is-over                | /startsAt
			""")
	void saysWhereAPlanIsWrong(String right, String wrong, String problem, String pointer) {
		Office.Answer answer = this.office.put("m", this.event, weekly(3).replace(right, wrong));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.problem()).isEqualTo(problem);
		assertThat(answer.body()).contains("\"pointer\":\"" + pointer + "\"");
		assertThat(this.office.get("a", "/events").json()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "staff, 403", "supervisor, 403", "administrator, 403", "hr, 200", "integration, 403", "nobody, 401" })
	void hrAnnouncesToo(String role, int status) {
		assertThat(this.office.send(HttpMethod.PUT, token(role), this.event, plan(3, TOMORROW)).status())
			.isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "staff, 200", "supervisor, 200", "administrator, 200", "hr, 200", "integration, 403", "nobody, 401" })
	void everybodyOfTheAgencyReadsJoinsAndLeaves(String role, int status) {
		announce(9);
		assertThat(this.office.send(HttpMethod.GET, token(role), "/events", null).status()).isEqualTo(status);
		String path = this.event + "/participation";
		assertThat(this.office.send(HttpMethod.PUT, token(role), path, null).status()).isEqualTo(status);
		assertThat(this.office.send(HttpMethod.GET, token(role), this.event + "/calendar.ics", null).status())
			.isEqualTo(status);
		assertThat(this.office.send(HttpMethod.DELETE, token(role), path, null).status()).isEqualTo(status);
		assertThat(this.office.send(HttpMethod.DELETE, token(role), this.event, null).status())
			.isEqualTo((status == 200) ? 404 : status);
	}

	private static String token(String role) {
		return switch (role) {
			case "nobody" -> null;
			case "integration" -> Tokens.integration("i", "profile.import");
			default -> Tokens.of("a", role);
		};
	}

	private JsonNode announce(int places) {
		return this.office.put("m", this.event, plan(places, TOMORROW)).json();
	}

	private Office.Answer join(String staffId) {
		return this.office.put(staffId, this.event + "/participation", null);
	}

	private Office.Answer leave(String staffId) {
		return this.office.delete(staffId, this.event + "/participation");
	}

	private Office.Answer calendar(String staffId) {
		return this.office.get(staffId, this.event + "/calendar.ics");
	}

	private Occasion stored() {
		return this.mongo.findAll(Occasion.class, "occasions").getFirst();
	}

	private static String plan(int places, Instant startsAt) {
		return "{\"title\":\"Court work at noon\",\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"place\":\"Room 2\",\"topic\":\"court-work\",\"places\":%d}"
			.formatted(startsAt, startsAt.plus(Duration.ofHours(2)), places);
	}

	/** A learning group from tomorrow on, at ten o'clock in Berlin. */
	private static String weekly(int times) {
		return plan(3, TOMORROW).replaceFirst("}$",
				",\"repetition\":{\"everyDays\":7,\"times\":%d,\"zone\":\"Europe/Berlin\"}}".formatted(times));
	}

}
