package org.holdfast.burnout.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.bson.Document;
import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.release.Answers;
import org.holdfast.burnout.release.CycleChanged;
import org.holdfast.burnout.release.Published;
import org.holdfast.burnout.release.Release;
import org.holdfast.burnout.release.ResponseRecorded;
import org.holdfast.burnout.setting.BurnoutSettings;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.holdfast.burnout.release.Agency.team;

/** How answers and releases become charts, whatever happens in between. Fed by hand. */
@WholeService
@TestPropertySource(properties = { "holdfast.burnout.sweep-every=1h", "holdfast.burnout.publish-every=1h" })
class ChartsTests {

	private static final ContractSample WARNED = ContractSample.of("burnout-alert", "burnout-alert.warned");

	private static final Agency AGENCY = Agency.of(team("A", null, 6, 40), team("B", null, 5, 40));

	/** The last week of a quarter comes after these. */
	private static final int WEEKS = 6;

	@Autowired
	private EventReader reader;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private BurnoutSettings settings;

	@Autowired
	private KafkaProbe kafka;

	private Answers answers;

	private Charts charts;

	@BeforeEach
	void startAfresh() {
		Stream.of("responses", "charts", "priors", "group-charts", "cycles")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
		restart();
		for (int week = 1; week <= 30; week++) {
			CycleChanged cycle = AGENCY.closed(cycle(week), close(week));
			this.reader.rows(CycleChanged.class, "cycles").append(cycle.cycleId(), 1, cycle);
		}
	}

	@Test
	void chartsAreTheSameHoweverOftenAndInWhateverOrderPeoplesAnswersCome() {
		for (int week = 1; week <= WEEKS; week++) {
			answers(week).forEach(this.answers::on);
			publish(week);
		}
		String once = groupCharts();
		List<Standing> people = standings();
		assertThat(people).hasSize(11);
		for (int seed = 1; seed <= 2; seed++) {
			startAfresh();
			Random random = new Random(seed);
			List<Received<ResponseRecorded>> all = new ArrayList<>();
			for (int week = 1; week <= WEEKS; week++) {
				all.addAll(answers(week));
			}
			List<Received<ResponseRecorded>> events = new ArrayList<>(all);
			events.addAll(all.subList(0, 20));
			Collections.shuffle(events, random);
			events.forEach(this.answers::on);
			for (int week = 1; week <= WEEKS; week++) {
				publish(week);
				restart();
				all.forEach(this.answers::on);
			}
			assertThat(groupCharts()).as("seed " + seed).isEqualTo(once);
			assertThat(standings()).isEqualTo(people);
		}
	}

	@Test
	void answersThatCameBeforeTheirCycleWasHeardOfAreMadeUpFor() {
		answers(1).forEach(this.answers::on);
		publish(1);
		String known = groupCharts();
		startAfresh();
		this.mongo.remove(new Query(), "cycles");
		answers(1).forEach(this.answers::on);
		assertThat(standings()).isEmpty();
		publish(1);
		assertThat(groupCharts()).isEqualTo(known);
		assertThat(standings()).hasSize(11);
	}

	@Test
	void aPersonIsWarnedAsTheContractSays() {
		String pseudonym = WARNED.value().get("pseudonym").asString();
		Instant last = Instant.parse(WARNED.value().get("since").asString());
		for (int week = 0; week < 20; week++) {
			this.answers.on(response("w" + week, 1, cycle(week + 2), "A", pseudonym,
					last.minus(Duration.ofDays(7L * (20 - week))), 35 + week % 3 * 5));
		}
		Received<ResponseRecorded> bad = response("bad", 1, "2026-W21", "A", pseudonym, last, 85);
		this.answers.on(bad);
		this.answers.on(bad);
		restart();
		this.answers.on(bad);
		KafkaProbe.Published warned = this.kafka.await(Warned.TOPIC, 1).getFirst();
		assertThat(warned.key()).isEqualTo(WARNED.key());
		assertThat(warned.value()).isEqualTo(WARNED.value());
		this.answers.on(response("late", 1, "2026-W21", "A", pseudonym, last, 10, true));
		assertThat(this.mongo.getCollection("charts").find().first()).containsEntry("_seq", 1L);

		this.answers.on(new Received<>("w3", 2, last, null));
		assertThat(this.mongo.getCollection("charts")
			.countDocuments(new Document("base", new Document("$exists", true)).append("pseudonym", pseudonym)))
			.isZero();
		assertThat(this.mongo.getCollection("charts").countDocuments(new Document("pseudonym", pseudonym))).isZero();
		assertThat(this.kafka.await(Warned.TOPIC, 2).getLast().value()).as("a tombstone").isNull();
	}

	@Test
	void whatIsPublishedStaysWhenAnAnswerIsErased() {
		answers(1).forEach(this.answers::on);
		publish(1);
		String before = groupCharts();
		this.answers.on(new Received<>("r1-A-0", 2, close(1), null));
		this.answers.on(new Received<>("r1-A-0", 2, close(1), null));
		publish(1);
		assertThat(groupCharts()).isEqualTo(before);
		assertThat(standings()).hasSize(10);
		answers(1).forEach(this.answers::on);
		assertThat(standings()).as("an older event does not bring it back").hasSize(10);
	}

	@Test
	void anAnswerThatACrashKeptFromItsChartGetsThereWhenItIsDeliveredAgain() {
		Received<ResponseRecorded> answer = answers(1).getFirst();
		Answers killed = Agency.answers(this.reader, (event) -> {
			throw new IllegalStateException("killed");
		});
		assertThatIllegalStateException().isThrownBy(() -> killed.on(answer));
		assertThat(standings()).isEmpty();
		this.answers.on(answer);
		assertThat(standings()).hasSize(1);
	}

	@Test
	void aLateAnswerIsNotCharted() {
		this.answers.on(response("r", 1, cycle(1), "A", "p", close(1), 100, true));
		assertThat(standings()).isEmpty();
	}

	@Test
	void aBlockWhosePeopleBecomeWorseTogetherAlarmsAndTheOtherDoesNot() {
		for (int week = 1; week <= 14; week++) {
			answers(week, (week > 6) ? 18 : 0).forEach(this.answers::on);
			publish(week);
		}
		ChartedCycle last = this.charts.of(cycle(14)).orElseThrow();
		assertThat(last.alarms(List.of("A"))).isTrue();
		assertThat(last.alarms(List.of("B"))).isFalse();
		assertThat(last.alarms(List.of("A", "B"))).isFalse();
		assertThat(this.charts.of(cycle(6)).orElseThrow().alarms(List.of("A"))).isFalse();
		assertThat(last.budget()).isEqualTo(new Budget(2, 13, 1));
	}

	@Test
	void aQuarterBeginsWithWhatWasLearnedAndAChartKeepsWhatItBeganWith() {
		for (int week = 1; week <= 8; week++) {
			many(week, 60).forEach(this.answers::on);
			publish(week);
		}
		assertThat(this.mongo.getCollection("priors").countDocuments()).isOne();
		Document prior = this.mongo.getCollection("priors").find().first();
		assertThat(prior).isNotNull();
		assertThat(prior.getInteger("people")).isEqualTo(60);
		double mean = prior.get("prior", Document.class).getDouble("mean");
		assertThat(mean).isBetween(55.0, 65.0);
		this.answers.on(response("new", 1, cycle(9), "A", "newcomer", close(9).minusSeconds(60), 60));
		publish(9);
		this.answers.on(response("new2", 1, cycle(10), "A", "newcomer", close(10).minusSeconds(60), 60));
		assertThat(standing("newcomer").prior().mean()).isEqualTo(mean);
		assertThat(standing("p0").prior()).isEqualTo(Prior.FIRST_DAY);
	}

	private List<Received<ResponseRecorded>> many(int week, int people) {
		List<Received<ResponseRecorded>> answers = new ArrayList<>();
		Random random = new Random(week);
		for (int person = 0; person < people; person++) {
			answers.add(response("r" + week + "-" + person, 1, cycle(week), "A", "p" + person,
					close(week).minusSeconds(3600), 60 + (person % 7 - 3) * 5 + (random.nextInt(5) - 2) * 5));
		}
		return answers;
	}

	private List<Received<ResponseRecorded>> answers(int week) {
		return answers(week, 0);
	}

	/** Everybody's answer to a week; those of A are worse by some points. */
	private List<Received<ResponseRecorded>> answers(int week, double worse) {
		List<Received<ResponseRecorded>> answers = new ArrayList<>();
		for (Agency.Team team : AGENCY.teams()) {
			for (int member = 0; member < team.strains().size(); member++) {
				double score = 30 + member * 4 + (week * 7 + member * 3) % 5 * 5 + (team.id().equals("A") ? worse : 0);
				answers.add(response("r" + week + "-" + team.id() + "-" + member, 1, cycle(week), team.id(),
						team.id() + member, close(week).minusSeconds(3600 + member), score));
			}
		}
		return answers;
	}

	private static Received<ResponseRecorded> response(String id, long revision, String cycleId, String unitId,
			String pseudonym, Instant at, double score) {
		return response(id, revision, cycleId, unitId, pseudonym, at, score, false);
	}

	private static Received<ResponseRecorded> response(String id, long revision, String cycleId, String unitId,
			String pseudonym, Instant at, double score, boolean late) {
		return new Received<>(id, revision, at, new ResponseRecorded(cycleId, unitId, pseudonym, at, late,
				JsonMapper.shared().createObjectNode().put("strain", score), new ResponseRecorded.Rules(5)));
	}

	private void publish(int week) {
		List<Release> releases = new ArrayList<>();
		for (int each = 1; each <= week; each++) {
			releases.add(AGENCY.release(each));
		}
		this.charts.on(new Published(releases));
	}

	private void restart() {
		this.answers = Agency.answers(this.reader, this::tell);
		this.charts = new Charts(this.reader, this.answers, this.outbox, new Priors(this.mongo), this.mongo,
				this.settings);
	}

	private void tell(Object event) {
		if (event instanceof Answers.Erased erased) {
			this.charts.on(erased);
		}
		else {
			this.charts.on((Answers.Held) event);
		}
	}

	private String groupCharts() {
		List<String> all = new ArrayList<>();
		this.mongo.getCollection("group-charts")
			.find()
			.sort(new Document("_id", 1))
			.forEach((each) -> all.add(each.toJson()));
		return String.join("\n", all);
	}

	private List<Standing> standings() {
		return this.outbox.aggregates(PersonalChart.class, "charts")
			.findAll()
			.stream()
			.sorted(Comparator.comparing(PersonalChart::id))
			.map((chart) -> chart.settled((cycle) -> true, rules()).orElseThrow())
			.toList();
	}

	private Standing standing(String pseudonym) {
		return this.outbox.aggregates(PersonalChart.class, "charts")
			.find(PersonalChart.id(pseudonym, "strain"))
			.orElseThrow()
			.settled((cycle) -> true, rules())
			.orElseThrow();
	}

	private PersonalChart.Rules rules() {
		return new PersonalChart.Rules(new Priors(this.mongo)::at, Limits.personal(520), "");
	}

	private static String cycle(int week) {
		return "2026-W" + (20 + week);
	}

	private static Instant close(int week) {
		return Agency.FIRST_CLOSE.plus(Duration.ofDays(7).multipliedBy(week - 1));
	}

}
