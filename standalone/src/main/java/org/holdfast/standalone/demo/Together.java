package org.holdfast.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What the demo people do with each other: HR matches them in a round and forms circles,
 * pairs meet, set goals and say what they think of it, two teams are supervised, and
 * there is something to join. Everything has an id of its own, so that doing it twice
 * changes nothing.
 */
final class Together {

	private static final String MATCHING = "/api/mentorship-matching";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/** Longer than matching waits for an import to be complete. */
	private static final Duration QUIET = Duration.ofSeconds(4);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final int WEEKS_BETWEEN_SESSIONS = 4;

	private static final List<String> TEAMS_SUPERVISED = List.of(DemoAgency.SLIDING, DemoAgency.RECOVERING);

	/** Invented; nobody's words. */
	private static final List<String> GOALS = List.of("Lead a case conference from start to end",
			"Write court reports that need one draft less", "Say no to a new case before it is one too many",
			"Know whom to call at the housing office", "Take the days off that are left");

	private final Crowd crowd;

	private final ApiClient.Person hr;

	private final Map<String, DemoPerson> people;

	Together(Crowd crowd, ApiClient.Person hr, List<DemoPerson> people) {
		this.crowd = crowd;
		this.hr = hr;
		this.people = people.stream().collect(Collectors.toMap(DemoPerson::staffId, Function.identity()));
	}

	/** Whether proposals follow by themselves from now on. */
	void letProposalsFollow(boolean automatic) {
		JsonNode programme = this.hr.get(MATCHING + "/programme").valueStream().toList().getLast();
		if (programme.get("automatic").asBoolean() != automatic) {
			this.hr.put(MATCHING + "/programme",
					Map.of("version", programme.get("version"), "weights", programme.get("weights"), "differentUnits",
							programme.get("differentUnits"), "leastCommonTimes", programme.get("leastCommonTimes"),
							"automatic", automatic, "mode", programme.get("mode")));
		}
	}

	/**
	 * HR proposes a mentor to all who asked for one.
	 * @param mentees how many asked: the services know of them by way of events
	 */
	void matchInARound(int mentees) {
		String round = MATCHING + "/rounds/" + id("round");
		JsonNode opened = this.hr.put(round, Map.of("name", "First round"));
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (opened.get("state").asString().equals("open") && opened.get("waiting").asInt() < mentees) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("Only %s of %d who asked for a mentor are in the round"
					.formatted(opened.get("waiting"), mentees));
			}
			ApiClient.pause(PAUSE);
			opened = this.hr.post(round + "/refresh", Map.of());
		}
		this.hr.put(round + "/state", Map.of("state", "published"));
	}

	/** All say yes to whom they are proposed, until no proposal comes any more. */
	void acceptMatches() {
		long end = System.nanoTime() + QUIET.toNanos();
		while (System.nanoTime() < end) {
			for (JsonNode match : matches("proposed")) {
				for (String side : List.of("mentor", "mentee")) {
					as(match.at("/" + side + "/staffId")).put(own(match, "/me/matches/") + "/state",
							Map.of("state", "active"));
				}
				end = System.nanoTime() + QUIET.toNanos();
			}
			ApiClient.pause(PAUSE);
		}
	}

	/** HR forms circles and supervision groups, and all in them say yes. */
	void formCircles() {
		Map.of("circle", "Peer circles", "supervision-group", "Supervision groups").forEach((kind, name) -> {
			String forming = MATCHING + "/circle-formings/" + id(kind);
			this.hr.put(forming, Map.of("kind", kind, "name", name, "differentUnits", true));
			List<JsonNode> circles = this.hr.get(forming + "/preview").get("circles").valueStream().toList();
			if (circles.isEmpty()) {
				return;
			}
			this.hr.put(forming + "/state", Map.of("state", "published"));
			for (JsonNode circle : circles) {
				circle.get("members")
					.forEach((member) -> DemoLoader.put(as(member.get("staffId")),
							MATCHING + "/me/circles/" + circle.get("circleId").asString() + "/state",
							Map.of("state", "active"), true));
			}
		});
	}

	/** Two leads supervise who reports to them. */
	void supervise() {
		for (String unit : TEAMS_SUPERVISED) {
			List<DemoPerson> team = this.people.values()
				.stream()
				.filter((person) -> person.unitName().equals(unit))
				.toList();
			team.stream().filter(DemoPerson::leadsUnit).findFirst().ifPresent((lead) -> {
				List<DemoPerson> supervised = team.stream().filter((person) -> person != lead).toList();
				this.crowd.alongside(supervised, "supervision", (person) -> {
					String supervision = MATCHING + "/me/supervisions/" + id("supervision", person.staffId());
					this.crowd.as(lead).put(supervision, Map.of("with", person.staffId(), "everyDays", 28));
					this.crowd.as(person).put(supervision + "/state", Map.of("state", "active"));
				});
			});
		}
	}

	/**
	 * Pairs meet every few weeks. After the first time they agree on a goal, and once
	 * they say what they think of it.
	 * @param week from 0
	 * @param monday on which it begins; they met in the week before
	 */
	void meet(int week, LocalDate monday) {
		Map<DemoPerson, JsonNode> byMentee = matches("active").stream()
			.collect(Collectors.toMap((match) -> find(match.at("/mentee/staffId")), Function.identity()));
		this.crowd.alongside(List.copyOf(byMentee.keySet()), "mentors and mentees",
				(mentee) -> meet(week, monday, Objects.requireNonNull(byMentee.get(mentee))));
		for (String unit : TEAMS_SUPERVISED) {
			this.crowd.alongside(
					this.people.values()
						.stream()
						.filter((person) -> person.unitName().equals(unit) && !person.leadsUnit())
						.toList(),
					"supervision", (person) -> meet(week, monday, this.crowd.as(person),
							"supervision/" + id("supervision", person.staffId())));
		}
	}

	private void meet(int week, LocalDate monday, JsonNode match) {
		String matchId = match.get("matchId").asString();
		ApiClient.Person mentee = as(match.at("/mentee/staffId"));
		String gathering = "match/" + matchId;
		if (meet(week, monday, mentee, gathering)) {
			SplittableRandom chance = chance(matchId);
			String goal = MATCHING + "/me/gatherings/" + gathering + "/goals/" + id("goal", matchId);
			mentee.put(goal, Map.of("text", GOALS.get(chance.nextInt(GOALS.size()))));
			if (week > DemoAgency.WEEKS - WEEKS_BETWEEN_SESSIONS && chance.nextBoolean()) {
				mentee.put(goal + "/state", Map.of("state", "reached"));
			}
			// everybody is counted in one quarter
			if (week >= DemoAgency.WEEKS / 2) {
				for (String side : List.of("mentor", "mentee")) {
					as(match.at("/" + side + "/staffId")).put(MATCHING + "/me/gatherings/" + gathering + "/feedback",
							Map.of("answers", Map.of("fit", 3 + chance.nextInt(3), "helpful", 2 + chance.nextInt(4),
									"safe", 4 + chance.nextInt(2))));
				}
			}
		}
	}

	/** Returns whether their turn is in that week, and they met. */
	private boolean meet(int week, LocalDate monday, ApiClient.Person person, String gathering) {
		SplittableRandom chance = chance(gathering);
		int turn = chance.nextInt(WEEKS_BETWEEN_SESSIONS);
		if (week % WEEKS_BETWEEN_SESSIONS != turn || chance(gathering + week).nextInt(10) == 0) {
			return false;
		}
		LocalDate day = monday.minusWeeks(1).plusDays(chance.nextInt(5));
		person.put(
				MATCHING + "/me/gatherings/" + gathering + "/sessions/" + id("session", gathering, day.toString())
						+ "/held",
				Map.of("heldAt", at(day, 9 + chance.nextInt(7)), "minutes", 45 + 15 * chance.nextInt(3), "topics",
						Stream.of("court-work", "self-care", "workload-planning")
							.skip(chance.nextInt(3))
							.limit(1)
							.toList()));
		return true;
	}

	/** There is something to join in the weeks to come. */
	void announce(LocalDate today) {
		LocalDate soon = today.plusWeeks(1).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
		announce("court", "What judges ask: an hour about court work", soon, 12, "Harbour House, room 3", "court-work",
				Map.of());
		announce("cases", "Learning group: difficult conversations", soon.plusWeeks(1), 8, "Online",
				"difficult-conversations",
				Map.of("repetition", Map.of("everyDays", 14, "times", 4, "zone", "Europe/London")));
	}

	private void announce(String key, String title, LocalDate day, int places, String where, String topic,
			Map<String, Object> more) {
		String event = MATCHING + "/events/" + id("event", key);
		Map<String, Object> announcement = new HashMap<>(more);
		announcement.putAll(Map.of("title", title, "startsAt", at(day, 15), "endsAt", at(day, 16), "place", where,
				"topic", topic, "places", places));
		this.hr.put(event, announcement);
		this.people.values()
			.stream()
			.filter((person) -> chance(key + person.staffId()).nextInt(40) == 0)
			.limit(places - 2L)
			.forEach((person) -> this.crowd.as(person).put(event + "/participation", Map.of()));
	}

	private List<JsonNode> matches(String state) {
		return this.hr.get(MATCHING + "/matches")
			.valueStream()
			.filter((match) -> match.get("state").asString().equals(state))
			.toList();
	}

	private static String own(JsonNode match, String path) {
		return MATCHING + path + match.get("matchId").asString();
	}

	private ApiClient.Person as(JsonNode staffId) {
		return this.crowd.as(find(staffId));
	}

	private DemoPerson find(JsonNode staffId) {
		return Objects.requireNonNull(this.people.get(staffId.asString()));
	}

	private static Instant at(LocalDate day, int hour) {
		return day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
	}

	private static SplittableRandom chance(String about) {
		return new SplittableRandom(about.hashCode());
	}

	private static UUID id(String... parts) {
		return UUID.nameUUIDFromBytes(String.join("/", parts).getBytes(StandardCharsets.UTF_8));
	}

}
