package org.holdfast.burnout.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.holdfast.burnout.BurnoutAlertApplication;
import org.holdfast.burnout.Http;
import org.holdfast.burnout.crosscut.CrossCut;
import org.holdfast.burnout.release.PartitionRelease.Rule;
import org.holdfast.burnout.release.Simulation.Week;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks the whole service over HTTP: half a year of an agency that never stands still,
 * every operation that reads, every role, every parameter (methods, section 4).
 */
@WholeService
@TestPropertySource(properties = { "holdfast.burnout.settle-after=100ms", "holdfast.simulated-clock=true" })
@TestMethodOrder(MethodOrderer.MethodName.class)
class AttackTests {

	private static final Duration PATIENCE = Duration.ofSeconds(180);

	private static final String HR = Tokens.of("S-H", "staff", "hr");

	private static final Simulation HALF_A_YEAR = Simulation.growing("strain", 26, 11);

	private static final List<String> OTHERS = List.of(Tokens.staff("S-1"), Tokens.of("S-0", "staff", "administrator"),
			Tokens.integration("i", "profile.import"));

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Releases releases;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private Environment environment;

	@LocalServerPort
	private int port;

	@Test
	void aNothingIsFoundInHalfAYearOfAnAgencyThatNeverStandsStill() {
		live(HALF_A_YEAR);
		assertThat(HALF_A_YEAR.weeks().getFirst().units()).hasSize(18);
		assertThat(HALF_A_YEAR.weeks().getLast().units().size()).isGreaterThanOrEqualTo(58);
		Attack attack = new Attack(HALF_A_YEAR.scales(), EnumSet.allOf(Rule.class));
		Map<String, String> seen = new HashMap<>();
		look(HALF_A_YEAR, attack, HR, seen, everyQuery(HALF_A_YEAR));
		for (String lead : List.of("S-R", "S-D1", "S-D3", "S-T10", "S-T15")) {
			look(HALF_A_YEAR, attack, Tokens.of(lead, "staff", "supervisor"), seen, List.of("", "?scale=strain-b"));
		}
		readTheRest(HALF_A_YEAR, attack);
		assertThat(attack.figures()).isGreaterThan(500);
		assertThat(attack.finds(HALF_A_YEAR.weeks())).isEmpty();
	}

	@Test
	void bWhatIsPublishedFollowsFromTheAnswersWhateverTheOrderOfEvents() {
		assertThat(json(published("strain"))).isEqualTo(json(HALF_A_YEAR.releases(EnumSet.allOf(Rule.class))));
	}

	/** Without the audit, for it would catch what some of them let through. */
	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDIT")
	void cWithAnyRuleLeftOutTheAttackSucceeds(Rule rule) {
		Simulation tempting = Simulation.tempting("x" + rule.ordinal(), 2, rule.ordinal());
		Set<Rule> others = EnumSet.complementOf(EnumSet.of(rule, Rule.AUDIT));
		this.cycles.publishBy(others);
		live(tempting);
		Attack attack = new Attack(tempting.scales(), others);
		look(tempting, attack, HR, new HashMap<>(), everyQuery(tempting));
		assertThat(attack.finds(tempting.weeks())).isNotEmpty();
		// and the very same people are safe with it
		Attack vain = new Attack(tempting.scales(), EnumSet.allOf(Rule.class));
		sees(tempting, tempting.releases(EnumSet.allOf(Rule.class)), vain);
		assertThat(vain.finds(tempting.weeks())).isEmpty();
	}

	@Test
	void dReadAgainFromTheBeginningTheTopicsSayTheSameToTheByte() {
		String before = new Http(this.port).send("GET", "/figures?scale=strain", null, HR).getBody();
		String database = "replay-" + System.nanoTime();
		bringCrossCuts(database);
		String[] arguments = List
			.of("--spring.mongodb.database=" + database, "--server.port=0",
					"--spring.cloud.stream.bindings.responseRecorded-in-0.group=replay-responses",
					"--spring.cloud.stream.bindings.cycleChanged-in-0.group=replay-cycles",
					"--spring.cloud.stream.bindings.unitChanged-in-0.group=replay-units", setting("spring.mongodb.uri"),
					setting("spring.kafka.bootstrap-servers"), setting("spring.cloud.stream.kafka.binder.brokers"),
					setting("spring.security.oauth2.resourceserver.jwt.jwk-set-uri"),
					setting("spring.security.oauth2.resourceserver.jwt.issuer-uri"))
			.toArray(String[]::new);
		try (ConfigurableApplicationContext again = SpringApplication.run(BurnoutAlertApplication.class, arguments)) {
			Releases replayed = again.getBean(Releases.class);
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> replayed.all()
					.stream()
					.filter((release) -> release.outcome().id().equals("strain"))
					.count() == 26);
			assertThat(
					json(replayed.all().stream().filter((release) -> release.outcome().id().equals("strain")).toList()))
				.isEqualTo(json(published("strain")));
			int other = Integer.parseInt(again.getEnvironment().getRequiredProperty("local.server.port"));
			assertThat(new Http(other).send("GET", "/figures?scale=strain", null, HR).getBody()).isEqualTo(before);
		}
	}

	/** What HR chose is in no topic that the service reads; it comes with a backup. */
	private void bringCrossCuts(String database) {
		List<String> ids = HALF_A_YEAR.crossCuts().stream().map(CrossCut::id).toList();
		try (MongoClient client = MongoClients.create(this.environment.getRequiredProperty("spring.mongodb.uri"))) {
			client.getDatabase(database)
				.getCollection("cross-cuts")
				.insertMany(this.mongo.find(Query.query(Criteria.where("_id").in(ids)), Document.class, "cross-cuts"));
		}
	}

	// The agency lives

	private void live(Simulation simulation) {
		try {
			simulation.units()
				.forEach((unit, parent) -> this.kafka.publish(Events.unit(unit, "Unit " + unit, parent, "S-" + unit)));
			choose(simulation);
			for (Week week : simulation.weeks()) {
				this.kafka.publish(simulation.opened(week));
				List<ContractSample> events = simulation.events(week);
				publish(events.stream().filter((event) -> sequence(event) == 1).toList());
				List<ContractSample> later = events.stream().filter((event) -> sequence(event) > 1).toList();
				// the last answers come after the close that counts them
				publish(later.subList(0, later.size() / 2));
				this.kafka.publish(simulation.closed(week));
				publish(later.subList(later.size() / 2, later.size()));
			}
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> published(simulation.scales().getFirst().id()).size() == simulation.weeks().size());
		}
		finally {
			this.cycles.publishBy(EnumSet.allOf(Rule.class));
		}
	}

	private void choose(Simulation simulation) {
		Http http = new Http(this.port);
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> http.get("/units", HR).findValuesAsString("unitId").containsAll(simulation.units().keySet()));
		List<String> chosen = http.get("/cross-cuts", HR).findValuesAsString("crossCutId");
		for (CrossCut crossCut : simulation.crossCuts()) {
			for (CrossCut.Edition edition : chosen.contains(crossCut.id()) ? List.<CrossCut.Edition>of()
					: crossCut.editions()) {
				this.clock.set(edition.since());
				String choice = JsonMapper.shared()
					.writeValueAsString(Map.of("version", edition.version() - 1, "name", edition.name(), "unitIds",
							edition.unitIds(), "active", edition.active()));
				assertThat(http.status("PUT", "/cross-cuts/" + crossCut.id(), choice, HR)).isEqualTo(200);
			}
		}
	}

	/** All at once: people do not wait for each other. */
	private void publish(List<ContractSample> responses) {
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			responses.forEach((response) -> people
				.submit(() -> this.kafka.publish(response, response.value().get("unitId").asString())));
		}
	}

	private static long sequence(ContractSample event) {
		return Long.parseLong(event.headers().get("ce_sequence"));
	}

	// The attacker looks

	private static List<String> everyQuery(Simulation simulation) {
		List<String> queries = new ArrayList<>(List.of(""));
		Instant middle = simulation.weeks().get(simulation.weeks().size() / 2).closesAt();
		for (Scale scale : simulation.scales()) {
			for (String range : List.of("", "&from=" + middle, "&to=" + middle, "&from=" + middle + "&to=" + middle,
					"&series=" + simulation.scales().getFirst().id())) {
				queries.add("?scale=" + scale.id() + range);
			}
		}
		return queries;
	}

	/**
	 * Asks for every unit in every way; a cycle always looks the same to whoever sees it.
	 */
	private void look(Simulation simulation, Attack attack, String token, Map<String, String> seen,
			List<String> queries) {
		Http http = new Http(this.port);
		List<String> units = new ArrayList<>(simulation.units().keySet());
		Collections.shuffle(units, new Random(1));
		for (String unit : units) {
			// some parameters are tried on some units only: they choose, they do not
			// compute
			for (String query : (units.indexOf(unit) < 12) ? queries
					: queries.stream().filter((each) -> each.matches("(\\?scale=[^&]*)?")).toList()) {
				String path = "/units/" + unit + "/trend" + query;
				String scale = query.contains("scale=") ? query.replaceAll(".*scale=([^&]*).*", "$1")
						: simulation.scales().getFirst().id();
				String asked = query.isEmpty() ? path + "?scale=" + scale : path;
				var response = http.send("GET", asked, null, token);
				if (response.getStatusCode().value() == 200) {
					JsonNode trend = JsonMapper.shared().readTree(response.getBody());
					takes(simulation, attack, trend, scale, seen);
					trend.get("parents").forEach((part) -> takes(simulation, attack, part, scale, seen));
				}
				else {
					assertThat(response.getStatusCode().value()).isEqualTo(403);
					assertThat(response.getBody()).doesNotContain("level", "people");
				}
			}
		}
		for (CrossCut crossCut : token.equals(HR) ? simulation.crossCuts() : List.<CrossCut>of()) {
			for (String query : queries) {
				String scale = query.contains("scale=") ? query.replaceAll(".*scale=([^&]*).*", "$1")
						: simulation.scales().getFirst().id();
				String path = "/cross-cuts/" + crossCut.id() + "/trend" + (query.isEmpty() ? "?scale=" + scale : query);
				takesAcross(simulation, attack, http.get(path, token), scale, seen);
			}
		}
		for (String other : OTHERS) {
			assertThat(http.status("GET", "/units/R/trend", null, other)).isEqualTo(403);
			assertThat(http.status("GET", "/figures", null, other)).isEqualTo(403);
			assertThat(http.status("GET", "/cross-cuts/wide/trend", null, other)).isEqualTo(403);
		}
	}

	private static Week week(Simulation simulation, JsonNode period) {
		return simulation.weeks()
			.stream()
			.filter((each) -> each.cycleId().equals(period.get("cycleId").asString()))
			.findFirst()
			.orElseThrow();
	}

	/** A figure stands for the selection of the time, less those who are left out. */
	private static void takesAcross(Simulation simulation, Attack attack, JsonNode trend, String scale,
			Map<String, String> seen) {
		for (JsonNode period : trend.get("periods")) {
			Week week = week(simulation, period);
			String before = seen.put(trend.get("crossCutId").asString() + week.cycleId() + scale, period.toString());
			assertThat(before).isIn(null, period.toString());
			if (!period.get("figure").isNull()) {
				attack.sees(week, scale, week.inside(period.get("units").findValuesAsString("unitId"),
						period.get("leftOut").findValuesAsString("unitId")), figure(period.get("figure")));
			}
		}
	}

	private static void takes(Simulation simulation, Attack attack, JsonNode part, String scale,
			Map<String, String> seen) {
		String unit = part.at("/unit/unitId").asString();
		for (JsonNode period : part.get("periods")) {
			Week week = week(simulation, period);
			String before = seen.put(unit + week.cycleId() + scale, period.toString());
			assertThat(before).isIn(null, period.toString());
			if (!period.get("figure").isNull()) {
				attack.sees(week, scale, week.below(unit), figure(period.get("figure")));
			}
			if (!period.get("togetherFigure").isNull()) {
				Set<String> group = new TreeSet<>();
				period.get("together").forEach((each) -> group.add(each.get("unitId").asString()));
				attack.sees(week, scale, group, figure(period.get("togetherFigure")));
			}
		}
	}

	/** What alerts, drivers and the export say is what trends say, and nothing else. */
	private void readTheRest(Simulation simulation, Attack attack) {
		Http http = new Http(this.port);
		Map<String, Week> weeks = new HashMap<>();
		simulation.weeks().forEach((week) -> weeks.put(week.cycleId(), week));
		for (JsonNode alert : http.get("/alerts", HR)) {
			assertThat(alert.get("rule").asString()).isIn("level-high", "level-rose", "group-chart", "silent");
			Set<String> group = new TreeSet<>();
			alert.get("units").forEach((unit) -> group.add(unit.get("unitId").asString()));
			if (!alert.get("level").isNull() && !alert.get("because").asString().contains(" at ")) {
				attack.sees(weeks.get(alert.get("cycleId").asString()), "strain", group,
						new Figure(alert.get("level").asInt(), null, null, alert.get("people").asString()));
			}
		}
		for (NamedCsvRecord row : CsvReader.builder()
			.ofNamedCsvRecord(http.send("GET", "/figures", null, HR).getBody())) {
			if (row.getField("state").equals("published")) {
				Week week = weeks.get(row.getField("cycle"));
				attack.sees(week, row.getField("scale"), week.below(row.getField("unit_id")), new Figure(
						number(row, "level"), number(row, "at_most"), number(row, "at_least"), row.getField("people")));
			}
		}
		for (String unit : simulation.units().keySet()) {
			JsonNode drivers = http.get("/units/" + unit + "/drivers", HR);
			for (JsonNode driver : drivers.get("drivers")) {
				assertThat(driver.get("association").isNull()).isEqualTo(drivers.get("groups").isNull());
				String scale = driver.at("/scale/id").asString();
				assertThat(http.get("/units/" + unit + "/trend?scale=" + scale, HR).findValues("figure"))
					.contains(driver.get("level"));
			}
		}
	}

	private static @org.jspecify.annotations.Nullable Integer number(NamedCsvRecord row, String field) {
		return row.getField(field).isEmpty() ? null : Integer.valueOf(row.getField(field));
	}

	private static Figure figure(JsonNode figure) {
		return JsonMapper.shared().treeToValue(figure, Figure.class);
	}

	static void sees(Simulation simulation, List<Release> releases, Attack attack) {
		for (int at = 0; at < releases.size(); at++) {
			Release release = releases.get(at);
			Week week = simulation.weeks().get(at);
			for (Release.Shown shown : release.shown()) {
				for (int scale = 0; scale < shown.figures().size(); scale++) {
					attack.sees(week, release.scales().get(scale).id(),
							shown.withheld() ? release.group(shown) : week.below(shown.unitId()),
							shown.figures().get(scale));
				}
			}
			for (Cut cut : release.cuts()) {
				for (int scale = 0; scale < cut.figures().size(); scale++) {
					attack.sees(week, release.scales().get(scale).id(), week.inside(cut.unitIds(), cut.leftOut()),
							cut.figures().get(scale));
				}
			}
		}
	}

	private List<Release> published(String outcome) {
		return this.releases.all().stream().filter((release) -> release.outcome().id().equals(outcome)).toList();
	}

	private static String json(List<Release> releases) {
		return JsonMapper.shared().writeValueAsString(releases);
	}

	private String setting(String name) {
		return "--" + name + "=" + this.environment.getRequiredProperty(name);
	}

}
