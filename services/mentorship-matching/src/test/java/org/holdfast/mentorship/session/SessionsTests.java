package org.holdfast.mentorship.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.awaitility.Awaitility;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.Office;
import org.holdfast.mentorship.Office.Answer;
import org.holdfast.mentorship.calendar.Calendars;
import org.holdfast.mentorship.gathering.Members;
import org.holdfast.mentorship.people.People;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.holdfast.mentorship.calendar.Calendars.event;
import static org.holdfast.mentorship.calendar.Calendars.value;

@WholeService
@Import(Office.class)
class SessionsTests {

	private static final ContractSample HELD = ContractSample.of("mentorship-matching", "mentorship.session");

	private static final String NOTICES = "notification.requested";

	private static final Instant NOW = Instant.parse("2026-05-18T08:00:00Z");

	private static final String PLAN = """
			{"startsAt": "2026-05-20T14:00:00Z", "minutes": 45, "where": "Room 3", "topics": ["court-work"]}""";

	@Autowired
	private Members members;

	@Autowired
	private Sessions sessions;

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private Office office;

	@DynamicPropertySource
	static void quiet(DynamicPropertyRegistry settings) {
		Office.quiet(settings);
	}

	@BeforeEach
	void itIsMonday() {
		this.clock.set(NOW);
	}

	@Test
	void aSessionThatWasHeldIsPublishedExactlyAsInTheContract() {
		String sessions = "/me/gatherings/match/" + this.office.pair("S-0117", "S-0142") + "/sessions/";
		this.office.put("S-0117", sessions + HELD.key(), PLAN).json();
		this.clock.set(Instant.parse("2026-05-20T15:00:00Z"));
		for (int again = 0; again < 2; again++) {
			JsonNode held = this.office.put("S-0142", sessions + HELD.key() + "/held", """
					{"heldAt": "2026-05-20T14:00:00Z", "minutes": 45, "topics": ["self-care"]}""").json();
			assertThat(held.get("state").asString()).isEqualTo("held");
		}
		Published published = this.kafka
			.await(SessionHeld.TOPIC, (found) -> found.stream().anyMatch((each) -> each.key().equals(HELD.key())))
			.stream()
			.filter((each) -> each.key().equals(HELD.key()))
			.toList()
			.getLast();
		assertThat(published.value()).isEqualTo(HELD.value());
		assertThat(published.headers()).containsKeys(HELD.headers().keySet().toArray(String[]::new));
		HELD.headers().forEach((name, value) -> {
			if (!name.equals("ce_id")) {
				assertThat(published.headers()).containsEntry(name, value);
			}
		});
		Answer corrected = this.office.put("S-0117", sessions + HELD.key() + "/held", """
				{"heldAt": "2026-05-20T14:00:00Z", "minutes": 60, "topics": []}""");
		assertThat(corrected.json().get("minutes").asInt()).isEqualTo(60);
		this.kafka.await(SessionHeld.TOPIC, (found) -> found.stream()
			.anyMatch((each) -> each.value() != null && each.value().get("minutes").asInt() == 60));
	}

	@Test
	void aPlanIsToldToTheOtherOneAndAgainOnlyWhenTheTimeChangesUntilItIsOver() {
		Two two = two();
		String id = UUID.randomUUID().toString();
		String about = two.path.substring("/me/gatherings/".length()) + "/sessions/" + id;
		assertThat(this.office.put(two.mentor, two.session(id), PLAN).json())
			.isEqualTo(this.office.put(two.mentor, two.session(id), PLAN).json());
		String planned = about + ":" + two.mentee + ":session-planned";
		assertThat(this.kafka.awaitValue(NOTICES, planned).get("about").asString()).isEqualTo(about);
		this.office.put(two.mentee, two.session(id), PLAN.replace("Room 3", "https://meet.example/x")).json();
		assertThat(told(about)).containsExactly(planned);
		String later = PLAN.replace("14:00", "16:00");
		this.office.put(two.mentee, two.session(id), later).json();
		assertThat(told(about)).containsExactly(about + ":" + two.mentor + ":session-changed:1");
		this.office.put(two.mentee, two.session(id), PLAN).json();
		assertThat(told(about)).containsExactly(about + ":" + two.mentor + ":session-changed:2");
		this.clock.set(Instant.parse("2026-05-21T14:44:59Z"));
		assertThat(told(about)).hasSize(1);
		this.clock.set(Instant.parse("2026-05-21T14:45:00Z"));
		assertThat(told(about)).isEmpty();
		assertThat(this.kafka.all(NOTICES).stream().filter((each) -> each.key().startsWith(about)))
			.as("planned, moved and moved again, each taken back")
			.hasSize(6);
	}

	@Test
	void whatIsCancelledOrHeldIsOverAndToldToNobody() {
		Two two = two();
		String id = UUID.randomUUID().toString();
		this.office.put(two.mentor, two.session(id), PLAN).json();
		for (int again = 0; again < 2; again++) {
			assertThat(this.office.put(two.mentee, two.session(id) + "/state", "{\"state\": \"cancelled\"}")
				.json()
				.get("state")
				.asString()).isEqualTo("cancelled");
		}
		assertThat(told(two.path)).isEmpty();
		String asItWas = "{\"heldAt\": \"2026-05-11T14:00:00Z\", \"minutes\": 30, \"topics\": []}";
		for (Answer refused : List.of(this.office.put(two.mentor, two.session(id), PLAN),
				this.office.put(two.mentor, two.session(id) + "/held", asItWas))) {
			assertThat(refused.status()).isEqualTo(409);
			assertThat(refused.problem()).isEqualTo("session-is-over");
		}
		String unplanned = UUID.randomUUID().toString();
		assertThat(this.office.put(two.mentor, two.session(unplanned) + "/held", asItWas).json().get("startsAt"))
			.hasToString("\"2026-05-11T14:00:00Z\"");
		assertThat(
				this.office.put(two.mentor, two.session(unplanned) + "/state", "{\"state\": \"cancelled\"}").problem())
			.isEqualTo("session-is-over");
		assertThat(this.office.get(two.mentee, two.path + "/sessions").json().findValuesAsString("sessionId"))
			.containsExactly(id, unplanned);
	}

	@Test
	void theFileForTheCalendarReplacesTheOneBeforeAndTakesACancelledSessionOut() {
		Two two = two();
		String id = UUID.randomUUID().toString();
		String where = "Room 3; \\\"left\\\", \\nEND:VEVENT";
		this.office.put(two.mentor, two.session(id), PLAN.replace("Room 3", where)).json();
		Answer first = this.office.get(two.mentee, two.session(id) + "/invitation.ics");
		assertThat(first.type()).startsWith("text/calendar").contains("charset=UTF-8", "method=PUBLISH");
		Calendar calendar = calendar(first);
		assertThat(value(calendar, "METHOD")).isEqualTo("PUBLISH");
		VEvent event = event(calendar);
		assertThat(value(event, "UID")).isEqualTo(id);
		assertThat(value(event, "SEQUENCE")).isEqualTo("0");
		assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
		assertThat(value(event, "DTSTAMP")).isEqualTo("20260518T080000Z");
		assertThat(value(event, "DTSTART")).isEqualTo("20260520T140000Z");
		assertThat(value(event, "DTEND")).isEqualTo("20260520T144500Z");
		assertThat(value(event, "LOCATION")).isEqualTo("Room 3; \"left\", \nEND:VEVENT");
		assertThat(value(event, "SUMMARY")).isEqualTo("Name of " + two.mentor);
		assertThat(first.body()).contains("CN=Name of " + two.mentor).doesNotContain("@", "mailto", "court-work");
		assertThat(this.office.get(two.mentee, two.session(id) + "/invitation.ics")).isEqualTo(first);

		this.clock.set(NOW.plus(Duration.ofHours(1)));
		this.office.put(two.mentor, two.session(id), PLAN.replace("14:00", "15:00")).json();
		VEvent moved = event(calendar(this.office.get(two.mentor, two.session(id) + "/invitation.ics")));
		assertThat(value(moved, "UID")).isEqualTo(id);
		assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
		assertThat(value(moved, "DTSTART")).isEqualTo("20260520T150000Z");
		assertThat(value(moved, "SUMMARY")).isEqualTo("Name of " + two.mentee);

		this.office.put(two.mentor, two.session(id) + "/state", "{\"state\": \"cancelled\"}").json();
		Answer last = this.office.get(two.mentor, two.session(id) + "/invitation.ics");
		assertThat(last.type()).contains("method=CANCEL");
		assertThat(value(calendar(last), "METHOD")).isEqualTo("CANCEL");
		assertThat(value(event(calendar(last)), "STATUS")).isEqualTo("CANCELLED");
		assertThat(value(event(calendar(last)), "SEQUENCE")).isEqualTo("2");
	}

	@Test
	void manyRequestsAtOnceAreOneSession() throws Exception {
		Two two = two();
		String id = UUID.randomUUID().toString();
		List<Answer> answers = Office.atOnce(IntStream.range(0, 16)
			.<Callable<Answer>>mapToObj(
					(i) -> () -> this.office.put((i % 2 == 0) ? two.mentor : two.mentee, two.session(id), PLAN))
			.toList());
		assertThat(answers).extracting(Answer::status).containsOnly(200);
		assertThat(this.office.get(two.mentor, two.path + "/sessions").json()).hasSize(1);
		assertThat(told(two.path.substring("/me/gatherings/".length()))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"minutes\": 4", "\"minutes\": 481", "\"minutes\": null", "\"startsAt\": null",
			"\"startsAt\": \"2062-05-20T14:00:00Z\"", "\"topics\": null", "\"topics\": [null]",
			"\"topics\": [\"Not a tag\"]",
			"\"topics\": [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\"]" })
	void aPlanThatCannotBeIsRefused(String member) {
		Two two = two();
		String name = member.substring(1, member.indexOf('"', 1));
		String plan = PLAN.replaceFirst("\"" + name + "\": (\\[[^]]*]|[^,\\[}]*)", member);
		assertThat(plan).isNotEqualTo(PLAN);
		assertThat(this.office.put(two.mentor, two.session(UUID.randomUUID().toString()), plan).status())
			.isEqualTo(400);
	}

	@Test
	void whatIsFarTooLongOrNoUuidOrYetToComeIsRefused() {
		Two two = two();
		assertThat(this.office.put(two.mentor, two.session("next-week"), PLAN).problem()).isEqualTo("invalid-id");
		String id = two.session(UUID.randomUUID().toString());
		assertThat(this.office.put(two.mentor, id, PLAN.replace("Room 3", "x".repeat(501))).status()).isEqualTo(400);
		assertThat(this.office.put(two.mentor, id + "/held", """
				{"heldAt": "2026-05-18T08:00:01Z", "minutes": 45, "topics": []}""").problem())
			.isEqualTo("invalid-start");
		assertThat(this.office.put(two.mentor, id, PLAN.replace("Room 3", "x".repeat(500))).status()).isEqualTo(200);
	}

	/** Everything that there is, by everybody whom it is not for. */
	@Test
	void nobodyElseInAnyRoleSeesOrChangesAnything() {
		Two two = two();
		Two others = two();
		this.office.tell(People.person("outsider"));
		String id = UUID.randomUUID().toString();
		this.office.put(two.mentor, two.session(id), PLAN).json();
		this.office.put(two.mentor, two.session(id) + "/note", "{\"text\": \"my own words\"}").json();
		List<String> before = documentsOf(id);
		assertThat(before).hasSize(2);
		for (String token : List.of(Tokens.staff("outsider"), Tokens.of("outsider", "supervisor"),
				Tokens.of("outsider", "hr"), Tokens.of("outsider", "administrator"), Tokens.staff(others.mentor),
				Tokens.of("outsider", "staff", "supervisor", "hr", "administrator"))) {
			for (Attempt attempt : attempts(two.path, id)) {
				Answer answer = this.office.send(attempt.method, token, attempt.path, attempt.body);
				assertThat(answer.status()).as("%s %s", attempt.method, attempt.path).isEqualTo(404);
				assertThat(answer.body()).doesNotContain("Room 3", "my own words");
			}
			for (Attempt attempt : attempts(others.path, id)) {
				assertThat(this.office.send(attempt.method, token, attempt.path, attempt.body).body())
					.doesNotContain("Room 3", "my own words");
			}
		}
		assertThat(this.office.put(others.mentor, others.session(id), PLAN).problem()).isEqualTo("id-is-taken");
		assertThat(documentsOf(id)).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "staff, 404", "supervisor, 404", "hr, 404", "administrator, 404", "integration, 403", "nobody, 401" })
	void eachOperationIsForPeopleOnly(String role, int status) {
		String token = switch (role) {
			case "nobody" -> null;
			case "integration" -> Tokens.integration("i", "profile.import");
			default -> Tokens.of("p", role);
		};
		for (Attempt attempt : attempts("/me/gatherings/match/none-1", UUID.randomUUID().toString())) {
			assertThat(this.office.send(attempt.method, token, attempt.path, attempt.body).status())
				.as("%s %s", attempt.method, attempt.path)
				.isEqualTo(status);
		}
	}

	@Test
	void aNoteIsReadByItsAuthorAloneAndNotByWhoeverHasTheDatabase() {
		Two two = two();
		String id = UUID.randomUUID().toString();
		String note = two.session(id) + "/note";
		this.office.put(two.mentor, two.session(id), PLAN.replace("Room 3", "the quiet corner")).json();
		assertThat(this.office.put(two.mentor, note, "{\"text\": \"ask about the hearing\"}").status()).isEqualTo(200);
		assertThat(this.office.get(two.mentor, note).json().get("text").asString()).isEqualTo("ask about the hearing");
		assertThat(this.office.get(two.mentee, note).problem()).isEqualTo("no-such-note");
		assertThat(this.office.delete(two.mentee, note).status()).isEqualTo(204);
		this.office.put(two.mentee, note, "{\"text\": \"felt heard\"}").json();
		this.office.put(two.mentor, note, "{\"text\": \"ask about the second hearing\"}").json();
		assertThat(this.office.get(two.mentor, note).json().get("text").asString())
			.isEqualTo("ask about the second hearing");
		assertThat(this.office.get(two.mentee, note).json().get("text").asString()).isEqualTo("felt heard");
		assertThat(this.office.get(two.mentee, two.path + "/sessions").body()).contains("the quiet corner")
			.doesNotContain("hearing");
		assertThat(this.office.everything()).isNotEmpty()
			.noneMatch((document) -> document.contains("hearing") || document.contains("felt heard")
					|| document.contains("quiet corner"));
		assertThat(this.office.put(two.mentor, note, "{\"text\": \"" + "x".repeat(4001) + "\"}").status())
			.isEqualTo(400);
		assertThat(this.office.put(two.mentor, note, "{\"text\": \" \"}").status()).isEqualTo(400);
		assertThat(this.office.delete(two.mentor, note).status()).isEqualTo(204);
		assertThat(this.office.get(two.mentor, note).status()).isEqualTo(404);
		assertThat(this.office.get(two.mentee, note).status()).isEqualTo(200);
	}

	@Test
	void whatIsOverStaysReadableAndNothingNewIsPlanned() {
		Two two = two();
		String id = UUID.randomUUID().toString();
		this.office.put(two.mentor, two.session(id), PLAN).json();
		this.office
			.put(two.mentee, two.path.replace("/gatherings/match/", "/matches/") + "/state", "{\"state\": \"ended\"}")
			.json();
		assertThat(this.office.put(two.mentor, two.session(UUID.randomUUID().toString()), PLAN).problem())
			.isEqualTo("gathering-is-over");
		assertThat(this.office.get(two.mentor, two.path + "/sessions").json()).hasSize(1);
		assertThat(this.office.put(two.mentor, two.session(id) + "/note", "{\"text\": \"looking back\"}").status())
			.isEqualTo(200);
		this.clock.set(NOW.plusSeconds(1));
		assertThat(told(two.path.substring("/me/gatherings/".length()))).isEmpty();
	}

	@Test
	void whoSoughtTheMatchAndIsErasedTakesAllOfItWithThem() {
		Two two = two();
		String planned = UUID.randomUUID().toString();
		String held = UUID.randomUUID().toString();
		this.office.put(two.mentor, two.session(planned), PLAN).json();
		this.office.put(two.mentor, two.session(held) + "/held", """
				{"heldAt": "2026-05-11T14:00:00Z", "minutes": 45, "topics": []}""").json();
		this.office.put(two.mentor, two.session(held) + "/note", "{\"text\": \"of the mentor\"}").json();
		this.office.erase(two.mentee);
		this.kafka.await(SessionHeld.TOPIC,
				(found) -> found.stream().anyMatch((each) -> each.key().equals(held) && each.value() == null));
		assertThat(told(two.path.substring("/me/gatherings/".length()))).isEmpty();
		assertThat(this.office.get(two.mentor, two.path + "/sessions").status()).isEqualTo(404);
		assertThat(this.office.state()).noneMatch((document) -> document.contains(two.mentee + "-1")
				|| document.contains(planned) || document.contains(held));
	}

	@Test
	void whoGaveAMatchAndIsErasedTakesTheirWordsAndLeavesTheOtherTheirs() {
		Two two = two();
		String id = UUID.randomUUID().toString();
		this.office.put(two.mentor, two.session(id), PLAN).json();
		this.office.put(two.mentor, two.session(id) + "/note", "{\"text\": \"of the mentor\"}").json();
		this.office.put(two.mentee, two.session(id) + "/note", "{\"text\": \"of the mentee\"}").json();
		this.office.erase(two.mentor);
		JsonNode session = this.office.get(two.mentee, two.path + "/sessions").json().get(0);
		assertThat(session.get("where").isNull()).isTrue();
		assertThat(this.office.get(two.mentee, two.session(id) + "/note").json().get("text").asString())
			.isEqualTo("of the mentee");
		assertThat(this.office.get(two.mentee, two.session(id) + "/invitation.ics").body()).doesNotContain(two.mentor);
		assertThat(this.office.state()).noneMatch(
				(document) -> document.contains("\"" + two.mentor + "\"") || document.contains(":" + two.mentor));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatIsWrittenWhileOneOfTheTwoIsErasedLeavesNothingOfThem(boolean oneself) {
		Two two = two();
		String id = UUID.randomUUID().toString();
		String erased = oneself ? two.mentor : two.mentee;
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.members.change(two.mentor, "match", two.mentee + "-1", (gathering) -> {
				this.office.erase(erased);
				return this.sessions.plan(gathering, two.mentor, id,
						new Plan(NOW.plus(Duration.ofDays(1)), 45, List.of()), null);
			}))
			.returns("no-such-gathering", Refusal::slug);
		assertThat(this.office.state())
			.noneMatch((document) -> document.contains("\"" + erased + "\"") || document.contains(":" + erased + ":"));
		assertThat(documentsOf(id)).hasSize(oneself ? 1 : 0);
	}

	private List<String> documentsOf(String session) {
		return this.office.state().stream().filter((document) -> document.contains(session)).sorted().toList();
	}

	private static List<Attempt> attempts(String path, String id) {
		String session = path + "/sessions/" + id;
		return List.of(new Attempt(HttpMethod.GET, path + "/sessions", null),
				new Attempt(HttpMethod.PUT, session, PLAN),
				new Attempt(HttpMethod.PUT, session + "/held",
						"{\"heldAt\": \"2026-05-11T14:00:00Z\", \"minutes\": 30, \"topics\": []}"),
				new Attempt(HttpMethod.PUT, session + "/state", "{\"state\": \"cancelled\"}"),
				new Attempt(HttpMethod.GET, session + "/invitation.ics", null),
				new Attempt(HttpMethod.GET, session + "/note", null),
				new Attempt(HttpMethod.PUT, session + "/note", "{\"text\": \"not mine\"}"),
				new Attempt(HttpMethod.DELETE, session + "/note", null));
	}

	/** Ids of the notices about something that are still to be seen, once all is told. */
	private List<String> told(String about) {
		Awaitility.await()
			.until(() -> this.office.everything().stream().noneMatch((document) -> document.contains("\"_waiting\"")));
		Map<String, Boolean> seen = new TreeMap<>();
		this.kafka.all(NOTICES)
			.stream()
			.filter((each) -> each.key().startsWith(about))
			.forEach((each) -> seen.put(each.key(), each.value() != null));
		return seen.keySet().stream().filter(seen::get).toList();
	}

	private Two two() {
		String mentor = "m" + UUID.randomUUID();
		String mentee = "n" + UUID.randomUUID();
		return new Two(mentor, mentee, "/me/gatherings/match/" + this.office.pair(mentor, mentee));
	}

	private static Calendar calendar(Answer file) {
		assertThat(file.status()).isEqualTo(200);
		Calendar calendar = Calendars.read(file.body());
		assertThat(calendar.getComponents()).hasSize(1);
		return calendar;
	}

	/** A mentor and a mentee, and the path to what they share. */
	private record Two(String mentor, String mentee, String path) {

		String session(String id) {
			return this.path + "/sessions/" + id;
		}

	}

	private record Attempt(HttpMethod method, String path, String body) {

	}

}
