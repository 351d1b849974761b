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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.Office;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.relationship.Matches;
import org.holdfast.mentorship.relationship.Places;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nine months of an agency that never stands still, read by somebody of HR who knows the
 * staff list and who is paired with whom, keeps every report, and adds and subtracts.
 */
@WholeService
@TestMethodOrder(MethodOrderer.MethodName.class)
class AttackTests {

	private static final String HR = Tokens.of("hr", "hr");

	private static final int MONTHS = 9;

	private static final List<String> REPORTS = List.of("pool", "outcomes", "fairness");

	@Autowired
	private Matching matching;

	@Autowired
	private Places places;

	@Autowired
	private Matches matches;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void quiet(DynamicPropertyRegistry settings) {
		Office.quiet(settings);
	}

	/** What HR has read and could list, month by month. */
	private static final Map<String, Seen> SEEN = new LinkedHashMap<>();

	/** A month as HR sees it: reports, and the staff without an open match. */
	private record Seen(String month, Map<String, String> reports, Map<String, Colleague> listed, LocalDate on,
			Set<String> inVain) {
	}

	@Test
	void aNothingAboutFewerThanFivePeopleFollowsFromNineMonths() {
		List.of("mentors", "matches", "colleagues", "units", "participations", "wishes", "reports")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
		SEEN.clear();
		Bustle agency = new Bustle(this.matching, this.clock, office());
		agency.live(MONTHS, (month) -> look(agency, month));
		int rows = 0;
		Set<String> attacked = new HashSet<>();
		for (Seen month : SEEN.values()) {
			JsonNode fairness = json(month, "fairness").get("report");
			if (fairness.isNull() || !attacked.add(fairness.toString())) {
				continue;
			}
			List<Set<String>> sums = sums(month, fairness);
			List<Set<String>> places = places(month, json(month, "pool").get("report"));
			rows += sums.size() + places.size();
			nothingSmallFollows(Stream.concat(sums.stream(), places.stream()).toList());
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
		this.clock.set(Bustle.START.plusMonths(MONTHS).atDay(28).atStartOfDay().toInstant(ZoneOffset.UTC));
		assertThat(get("/reports/pool").toString()).as("in the middle of a month").isEqualTo(before);
		assertThat(send(HR, "/reports/pool?month=2020-01").status()).isEqualTo(404);
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
	@ValueSource(strings = { "", "/pool", "/outcomes", "/fairness" })
	void fReportsAreForHrAlone(String report) {
		for (String role : List.of("staff", "supervisor", "administrator")) {
			assertThat(send(Tokens.of("s", role), "/reports" + report).status()).isEqualTo(403);
		}
		assertThat(send(Tokens.integration("i", "profile.import"), "/reports" + report).status()).isEqualTo(403);
		assertThat(send("none", "/reports" + report).status()).isEqualTo(401);
	}

	@Test
	void gBeforeTheFirstMonthIsOverThereIsNoReport() {
		this.mongo.remove(new Query(), "reports");
		assertThat(send(HR, "/reports/fairness").status()).isEqualTo(404);
		assertThat(send(HR, "/reports/fairness").problem()).isEqualTo("no-report");
	}

	private void look(Bustle agency, YearMonth month) {
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
		Map<String, Colleague> listed = new HashMap<>(agency.staff());
		listed.keySet().removeAll(open);
		SEEN.put(month.toString(),
				new Seen(month.toString(), reports, listed, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC),
						inVain(reports.get("fairness"), listed.keySet())));
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
				breakdown.get("lines").forEach((line) -> sums.add(listed(month, line, of)));
			}
		});
		return sums;
	}

	/** Whom the places stand for that were told anew. */
	private static List<Set<String>> places(Seen month, JsonNode pool) {
		return pool.get("places")
			.valueStream()
			.filter((place) -> place.get("asOf").asString().equals(month.month()))
			.map((place) -> listed(month, place, (colleague) -> Objects.requireNonNull(colleague.place())))
			.toList();
	}

	private static Set<String> listed(Seen month, JsonNode line, Function<Colleague, String> of) {
		Set<String> names = line.get("names").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
		return month.listed()
			.values()
			.stream()
			.filter((colleague) -> names.contains(of.apply(colleague)))
			.map(Colleague::staffId)
			.collect(Collectors.toSet());
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

	private JsonNode get(String path) {
		return send(HR, path).json();
	}

	private Office.Answer send(String token, String path) {
		return office().send(HttpMethod.GET, token, path, null);
	}

	private Office office() {
		return new Office(this.matching, this.places, this.matches, this.mongo, this.port);
	}

}
