package org.holdfast.mentorship.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bson.Document;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.People;
import org.holdfast.mentorship.people.Unit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nine months of an agency that never stands still, read by somebody of HR who knows the
 * staff list and who is paired with whom, keeps every report, and adds and subtracts.
 */
@WholeService
@TestPropertySource(properties = { "holdfast.mentorship.quiet=1h", "holdfast.mentorship.at-latest=1h",
		"holdfast.mentorship.sweep=1h", "holdfast.simulated-clock=true" })
@TestMethodOrder(MethodOrderer.MethodName.class)
class AttackTests {

	private static final String HR = Tokens.of("hr", "hr");

	private static final YearMonth START = YearMonth.of(2026, 1);

	private static final int MONTHS = 9;

	private static final List<String> REPORTS = List.of("pool", "outcomes", "fairness");

	@Autowired
	private Matching matching;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	private final Random random = new Random(5);

	private final Map<String, Integer> sequences = new HashMap<>();

	private final Map<String, Colleague> staff = new TreeMap<>();

	private int joined;

	/** What HR has read and could list, month by month. */
	private static final Map<String, Seen> SEEN = new LinkedHashMap<>();

	/** A month as HR sees it: reports, and the staff without an open match. */
	private record Seen(Map<String, String> reports, Map<String, Colleague> listed, LocalDate on, List<Unit> units,
			Set<String> inVain) {
	}

	@Test
	void aNothingAboutFewerThanFivePeopleFollowsFromNineMonths() {
		SEEN.clear();
		live();
		int rows = 0;
		Set<String> attacked = new HashSet<>();
		for (Seen month : SEEN.values()) {
			JsonNode fairness = json(month, "fairness").get("report");
			if (fairness.isNull() || !attacked.add(fairness.toString())) {
				continue;
			}
			List<Set<String>> sums = sums(month, fairness);
			rows += sums.size();
			nothingSmallFollows(sums);
			for (Set<String> people : sums) {
				long hidden = people.stream().filter(month.inVain()::contains).count();
				assertThat(hidden).isBetween(5L, people.size() - 5L);
			}
		}
		assertThat(rows).as("lines that were attacked").isGreaterThan(12);
		assertThat(attacked).as("reports that were attacked").hasSizeGreaterThan(1);
	}

	@Test
	void bEachWaitIsCountedInOneReportOnly() {
		List<String> ends = new ArrayList<>();
		String last = null;
		for (Seen month : SEEN.values()) {
			JsonNode fairness = json(month, "fairness").get("report");
			if (!fairness.isNull() && !fairness.get("to").asString().equals(last)) {
				assertThat(fairness.get("from").isNull() ? null : fairness.get("from").asString()).isEqualTo(last);
				last = fairness.get("to").asString();
				ends.add(last);
			}
		}
		assertThat(ends).hasSizeGreaterThan(1);
	}

	@Test
	void cNoFigureOfThePoolChangesByOneToFourPeople() {
		Map<String, List<List<Set<String>>>> counted = new TreeMap<>();
		this.mongo.findAll(Release.class, "reports")
			.forEach((release) -> release.counted()
				.forEach((each) -> counted.computeIfAbsent(each.question(), (key) -> new ArrayList<>())
					.add(each.parts())));
		int compared = 0;
		for (List<List<Set<String>>> months : counted.values()) {
			List<Set<String>> all = months.stream().flatMap(List::stream).toList();
			for (Set<String> one : all) {
				assertThat(one.isEmpty() || one.size() >= 5).isTrue();
				for (Set<String> other : all) {
					Set<String> different = new HashSet<>(one);
					different.addAll(other);
					different.removeIf((id) -> one.contains(id) && other.contains(id));
					assertThat(different.isEmpty() || different.size() >= 5).isTrue();
					compared++;
				}
			}
		}
		assertThat(compared).isGreaterThan(200);
		assertThat(SEEN.values().stream().map((month) -> json(month, "pool").at("/report/waiting/about").toString()))
			.as("bands that differ")
			.hasSizeGreaterThan(1);
	}

	@Test
	void dWhatWasPublishedStaysAsItIs() {
		for (Map.Entry<String, Seen> month : SEEN.entrySet()) {
			for (String report : REPORTS) {
				assertThat(get("/reports/%s?month=%s".formatted(report, month.getKey())).toString())
					.isEqualTo(month.getValue().reports().get(report));
			}
		}
		String before = get("/reports/pool").toString();
		this.clock.set(START.plusMonths(MONTHS).atDay(28).atStartOfDay().toInstant(ZoneOffset.UTC));
		assertThat(get("/reports/pool").toString()).as("in the middle of a month").isEqualTo(before);
		send(HttpMethod.GET, "/reports/pool?month=2020-01", HR, null, 404);
	}

	@Test
	void eErasureLeavesTheFiguresAndNobodyInThem() {
		String waited = this.mongo.findAll(Release.class, "reports")
			.stream()
			.flatMap((release) -> release.counted().stream())
			.flatMap((each) -> each.parts().stream())
			.flatMap(Set::stream)
			.sorted()
			.findFirst()
			.orElseThrow();
		String before = get("/reports/pool").toString();
		this.matching.onColleague(new Received<>(waited, 99, this.clock.instant(), null));
		assertThat(get("/reports/pool").toString()).isEqualTo(before);
		for (String collection : List.of("reports", "wishes")) {
			assertThat(this.mongo.find(new Query(), Document.class, collection)).isNotEmpty().allSatisfy((document) -> {
				document.remove("_id");
				assertThat(document.toJson()).doesNotContain("\"%s\"".formatted(waited));
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pool", "outcomes", "fairness" })
	void fReportsAreForHrAlone(String report) {
		for (String role : List.of("staff", "supervisor", "administrator")) {
			send(HttpMethod.GET, "/reports/" + report, Tokens.of("s", role), null, 403);
		}
		send(HttpMethod.GET, "/reports/" + report, Tokens.integration("i", "profile.import"), null, 403);
		send(HttpMethod.GET, "/reports/" + report, "none", null, 401);
	}

	@Test
	void gBeforeTheFirstMonthIsOverThereIsNoReport() {
		this.mongo.remove(new Query(), "reports");
		assertThat(send(HttpMethod.GET, "/reports/fairness", HR, null, 404).get("type").asString())
			.endsWith("no-report");
	}

	// the agency

	private void live() {
		List.of("mentors", "matches", "colleagues", "units", "participations", "wishes", "reports")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
		this.clock.set(START.atDay(2).atStartOfDay().toInstant(ZoneOffset.UTC));
		for (int department = 0; department < 3; department++) {
			tell(new Unit("D" + department, null, null));
			for (int unit = 0; unit < 4; unit++) {
				tell(new Unit("D%d-%d".formatted(department, unit), "D" + department, null));
			}
		}
		for (int person = 0; person < 300; person++) {
			join(person % 4 == 0, person % 2 == 1);
		}
		for (int month = 0; month < MONTHS; month++) {
			YearMonth present = START.plusMonths(month);
			this.clock.set(present.atDay(9).atStartOfDay().toInstant(ZoneOffset.UTC));
			change();
			this.matching.settle();
			answer();
			this.clock.set(present.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
			look(present);
		}
	}

	private void change() {
		List<Colleague> all = new ArrayList<>(this.staff.values());
		for (int each = 0; each < 28; each++) {
			join(each < 8, each > 9);
		}
		for (int each = 0; each < 6; each++) {
			Colleague leaver = all.remove(this.random.nextInt(all.size()));
			this.staff.remove(leaver.staffId());
			tell(People.gone(leaver));
		}
		for (int each = 0; each < 20; each++) {
			Colleague other = all.remove(this.random.nextInt(all.size()));
			tell(People.with(other,
					People.mentoring(null, (each < 18) ? People.asking("skill-" + this.random.nextInt(4)) : null)));
		}
		for (int each = 0; each < 3; each++) {
			tell(People.in("D%d-%d".formatted(this.random.nextInt(3), this.random.nextInt(4)),
					all.remove(this.random.nextInt(all.size()))));
		}
	}

	private void join(boolean mentor, boolean wants) {
		String id = "S-" + this.joined++;
		Colleague person = mentor ? People.mentor(id, 1, "skill-" + this.random.nextInt(4))
				: wants ? People.mentee(id, "skill-" + this.random.nextInt(4)) : People.person(id);
		if (this.random.nextInt(4) == 0) {
			person = People.speaking(person, "en", "es");
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		tell(People.at("place-" + this.random.nextInt(3), People.since(today.minusDays(this.random.nextInt(4000)),
				People.in("D%d-%d".formatted(this.random.nextInt(3), this.random.nextInt(4)), person))));
	}

	/** Most say yes, some no, and some nothing; some relationships end. */
	private void answer() {
		get("/matches").forEach((match) -> {
			String state = match.get("state").asString();
			int mood = this.random.nextInt(10);
			String path = "/me/matches/%s/state".formatted(match.get("matchId").asString());
			String mentor = Tokens.staff(match.at("/mentor/staffId").asString());
			String mentee = Tokens.staff(match.at("/mentee/staffId").asString());
			if (state.equals("proposed") && mood < 7) {
				send(HttpMethod.PUT, path, mentor, "{\"state\":\"active\"}", 200);
				send(HttpMethod.PUT, path, mentee, "{\"state\":\"active\"}", 200);
			}
			else if (!state.equals("ended") && mood > 7) {
				send(HttpMethod.PUT, path, mentee, "{\"state\":\"ended\"}", 200);
			}
		});
	}

	private void look(YearMonth month) {
		Map<String, String> reports = new HashMap<>();
		for (String report : REPORTS) {
			JsonNode read = get("/reports/" + report);
			assertThat(read.get("month").asString()).isEqualTo(month.toString());
			reports.put(report, read.toString());
		}
		Set<String> open = get("/matches").valueStream()
			.filter((match) -> !match.get("state").asString().equals("ended"))
			.map((match) -> match.at("/mentee/staffId").asString())
			.collect(Collectors.toSet());
		Map<String, Colleague> listed = new HashMap<>(this.staff);
		listed.keySet().removeAll(open);
		SEEN.put(month.toString(), new Seen(reports, listed, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC),
				this.mongo.findAll(Unit.class, "units"), inVain(reports.get("fairness"), listed.keySet())));
	}

	/** The truth: whose 90th day of waiting was in the time of the report. */
	private Set<String> inVain(String fairness, Set<String> listed) {
		JsonNode report = JsonMapper.shared().readTree(fairness).get("report");
		if (report.isNull()) {
			return Set.of();
		}
		Instant from = report.get("from").isNull() ? Instant.EPOCH : Instant.parse(report.get("from").asString());
		Instant to = Instant.parse(report.get("to").asString());
		Set<String> hold = this.mongo.findAll(Document.class, "participations")
			.stream()
			.filter((each) -> !each.getString("hold").equals("NONE"))
			.map((each) -> each.getString("_id"))
			.collect(Collectors.toSet());
		Map<String, Instant> since = new HashMap<>();
		this.mongo.findAll(Document.class, "wishes")
			.stream()
			.filter((wish) -> wish.getDate("since") != null)
			.forEach((wish) -> since.put(wish.getString("_id"), wish.getDate("since").toInstant()));
		this.mongo.findAll(Document.class, "matches")
			.stream()
			.filter((match) -> match.getDate("since") != null)
			.forEach((match) -> {
				Document end = match.get("end", Document.class);
				since.computeIfPresent(match.getString("menteeId"),
						(id, before) -> (end != null && end.getDate("at").toInstant().isAfter(before))
								? end.getDate("at").toInstant() : before);
			});
		return listed.stream().filter((id) -> !hold.contains(id) && since.containsKey(id)).filter((id) -> {
			Instant day = since.get(id).plus(Duration.ofDays(90));
			return !day.isBefore(from) && day.isBefore(to);
		}).collect(Collectors.toCollection(TreeSet::new));
	}

	// the attack

	/** Whom each line stands for, as far as HR does not see them. */
	private static List<Set<String>> sums(Seen month, JsonNode fairness) {
		List<Colleague> listed = List.copyOf(month.listed().values());
		Map<String, Function<Colleague, String>> divisions = Map.of("units", Colleague::unitId, "service",
				Division.byService(listed, month.on()).name(), "languages",
				(colleague) -> colleague.languages().contains("es") ? "es" : "en");
		List<Set<String>> sums = new ArrayList<>(List.of(Set.copyOf(month.listed().keySet())));
		divisions.forEach((name, of) -> {
			JsonNode breakdown = fairness.get(name);
			if (!breakdown.isNull()) {
				breakdown.get("lines").forEach((line) -> {
					Set<String> names = line.get("names")
						.valueStream()
						.map(JsonNode::asString)
						.collect(Collectors.toSet());
					sums.add(listed.stream()
						.filter((colleague) -> names.contains(of.apply(colleague)))
						.map(Colleague::staffId)
						.collect(Collectors.toSet()));
				});
			}
		});
		return sums;
	}

	/**
	 * Of people whom no sum tells apart, fewer than five, alone or two kinds together.
	 */
	private static void nothingSmallFollows(List<Set<String>> sums) {
		Map<List<Boolean>, Set<String>> kinds = new HashMap<>();
		sums.getFirst()
			.forEach((id) -> kinds
				.computeIfAbsent(sums.stream().map((sum) -> sum.contains(id)).toList(), (kind) -> new TreeSet<>())
				.add(id));
		List<Set<String>> few = kinds.values().stream().filter((kind) -> kind.size() < 5).toList();
		for (Set<String> one : few) {
			for (Set<String> other : few) {
				Set<String> both = new TreeSet<>(one);
				both.addAll(other);
				assertThat(both.size() < 5 && Rank.follows(both, sums)).as("the sum of %s", both).isFalse();
			}
		}
	}

	private static JsonNode json(Seen month, String report) {
		return JsonMapper.shared().readTree(month.reports().get(report));
	}

	private void tell(Colleague person) {
		if (person.active()) {
			this.staff.put(person.staffId(), person);
		}
		this.matching
			.onColleague(new Received<>(person.staffId(), next(person.staffId()), this.clock.instant(), person));
	}

	private void tell(Unit unit) {
		this.matching.onUnit(new Received<>(unit.unitId(), next(unit.unitId()), this.clock.instant(), unit));
	}

	private int next(String id) {
		return this.sequences.merge(id, 1, Integer::sum);
	}

	private JsonNode get(String path) {
		return send(HttpMethod.GET, path, HR, null, 200);
	}

	private JsonNode send(HttpMethod method, String path, String token, String body, int status) {
		RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + this.port)
			.method(method)
			.uri(path)
			.header("Authorization", "Bearer " + token);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return Objects.requireNonNull(request.exchange((sent, answer) -> {
			JsonNode json = answer.bodyTo(JsonNode.class);
			assertThat(answer.getStatusCode().value()).as("%s %s: %s", method, path, json).isEqualTo(status);
			return json;
		}));
	}

}
