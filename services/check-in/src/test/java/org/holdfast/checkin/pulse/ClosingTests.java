package org.holdfast.checkin.pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.holdfast.checkin.CheckInSettings;
import org.holdfast.checkin.instrument.Catalogue;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.problem.Unavailable;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However answering and closing meet, the counts of a closed cycle are the timely scored
 * responses that were published, unit by unit and change by change.
 */
class ClosingTests {

	private static final int PEOPLE = 48;

	private static final List<String> UNITS = List.of("U-1", "U-2", "U-3");

	private static final List<String> OPTIONS = Weeks.PULSE.options().stream().map((option) -> option.id()).toList();

	/**
	 * One instance on a simulated clock that jumps over the close while answers are being
	 * stored.
	 */
	@Nested
	@WholeService
	@TestPropertySource(properties = "holdfast.simulated-clock=true")
	class WithinOneInstance {

		private static final int ROUNDS = 20;

		@Autowired
		private ClosingGate gate;

		@Autowired
		private Cycles cycles;

		@Autowired
		private Responses responses;

		@Autowired
		private Participants participants;

		@Autowired
		private Units units;

		@Autowired
		private Catalogue catalogue;

		@Autowired
		private Invitations invitations;

		@Autowired
		private Drafts drafts;

		@Autowired
		private CheckInSettings settings;

		@Autowired
		private HoldfastClock clock;

		@Autowired
		private KafkaProbe kafka;

		@Autowired
		private MongoOperations mongo;

		@Test
		void everyRoundCountsExactlyWhatWasPublishedAsTimely() throws Exception {
			hire(this.kafka, this.participants);
			Random random = random();
			Answering answering = new Answering(this.catalogue, this.participants, this.units, this.invitations,
					this.cycles, this.responses, this.drafts, this.gate, new HeldUp(this.clock), this.settings);
			long timely = 0;
			long late = 0;
			for (int round = 0; round < ROUNDS; round++) {
				String cycleId = "round-" + round;
				Instant opens = Weeks.OPENS.plus(Duration.ofDays(7L * round));
				this.clock.set(opens);
				Cycle cycle = this.cycles
					.plan(Cycle.planned(cycleId, Weeks.PULSE, opens, opens.plus(Duration.ofDays(5))));
				assertThat(cycle.state()).isEqualTo(Cycle.State.OPEN);
				try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
					List<Future<?>> answers = new ArrayList<>();
					for (int number = 0; number < PEOPLE * 2; number++) {
						String staffId = "S-" + (number % PEOPLE);
						Map<String, String> given = answers(random);
						answers.add(threads.submit(() -> answered(answering, staffId, cycleId, given)));
					}
					LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(60)));
					this.clock.set(cycle.closesAt());
					// the close is done when the clock is set, whoever is still answering
					assertThat(this.cycles.find(cycleId).orElseThrow().state()).isEqualTo(Cycle.State.CLOSED);
					for (Future<?> answer : answers) {
						answer.get();
					}
				}
			}
			for (int round = 0; round < ROUNDS; round++) {
				List<Published> last = lastRecords(this.kafka, this.mongo, "round-" + round);
				assertCountsAre(this.kafka, "round-" + round, last);
				timely += last.stream().filter(ClosingTests::isTimely).count();
				late += last.stream().filter((record) -> !isTimely(record)).count();
			}
			// the race was one: both sides of the close were met
			assertThat(timely).isPositive();
			assertThat(late).isPositive();
		}

	}

	/**
	 * Instances that share no lock, on real time: the grace alone keeps them apart.
	 */
	@Nested
	@WholeService
	@TestPropertySource(properties = "holdfast.check-in.closing-grace=8s")
	class AcrossInstances {

		private static final int INSTANCES = 3;

		@Autowired
		private Cycles cycles;

		@Autowired
		private Responses responses;

		@Autowired
		private Participants participants;

		@Autowired
		private Units units;

		@Autowired
		private Catalogue catalogue;

		@Autowired
		private Invitations invitations;

		@Autowired
		private Drafts drafts;

		@Autowired
		private Clock clock;

		@Autowired
		private CheckInSettings settings;

		@Autowired
		private KafkaProbe kafka;

		@Autowired
		private MongoOperations mongo;

		@Test
		void whatIsStoredByOthersUpToTheCloseIsCounted() throws Exception {
			hire(this.kafka, this.participants);
			Instant now = this.clock.instant();
			Cycle cycle = this.cycles.plan(Cycle.planned("shared", Weeks.PULSE, now, now.plusSeconds(4)));
			Random random = random();
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				List<Future<?>> people = new ArrayList<>();
				for (int instance = 0; instance < INSTANCES; instance++) {
					Answering other = new Answering(this.catalogue, this.participants, this.units, this.invitations,
							this.cycles, this.responses, this.drafts, new ClosingGate(), new HeldUp(this.clock),
							this.settings);
					for (int number = instance; number < PEOPLE; number += INSTANCES) {
						String staffId = "S-" + number;
						Random own = new Random(random.nextLong());
						// some begin early and change their mind, some come in the last
						// moment
						long wait = (number % 2 == 0) ? own.nextInt(3500) : 3900 + own.nextInt(120);
						people.add(threads.submit(() -> {
							Thread.sleep(wait);
							while (answered(other, staffId, cycle.id(), answers(own))) {
								Thread.sleep(own.nextInt(40));
							}
							return null;
						}));
					}
				}
				Awaitility.await()
					.atMost(Duration.ofSeconds(60))
					.ignoreExceptions()
					.until(() -> this.cycles.find(cycle.id()).orElseThrow().state() == Cycle.State.CLOSED);
				for (Future<?> person : people) {
					person.get();
				}
			}
			List<Published> last = lastRecords(this.kafka, this.mongo, cycle.id());
			assertCountsAre(this.kafka, cycle.id(), last);
			assertThat(last).filteredOn(ClosingTests::isTimely).isNotEmpty();
			assertThat(last).filteredOn((record) -> !isTimely(record)).isNotEmpty();
		}

	}

	/** Holds a thread up between the stamp and what is stored with it. */
	private static final class HeldUp extends Clock {

		private final Clock clock;

		HeldUp(Clock clock) {
			this.clock = clock;
		}

		@Override
		public Instant instant() {
			Instant now = this.clock.instant();
			LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(50)));
			return now;
		}

		@Override
		public ZoneId getZone() {
			return this.clock.getZone();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

	private static Random random() {
		long seed = System.nanoTime();
		System.out.println("closing with seed " + seed);
		return new Random(seed);
	}

	private static void hire(KafkaProbe kafka, Participants participants) {
		ContractSample staff = ContractSample.of("profile", "profile.staff");
		ContractSample unit = ContractSample.of("profile", "profile.units");
		UNITS.forEach((id) -> kafka
			.publish(unit.withKey(id).withValue("unitId", id).withValue("parentId", null).withValue("name", id)));
		for (int number = 0; number < PEOPLE; number++) {
			String id = "S-" + number;
			kafka.publish(
					staff.withKey(id).withValue("staffId", id).withValue("unitId", UNITS.get(number % UNITS.size())));
		}
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> participants.active().size() == PEOPLE);
	}

	/** Whole, partial and too short ones, so that scores come and go. */
	private static Map<String, String> answers(Random random) {
		Map<String, String> answers = new TreeMap<>();
		int count = 1 + random.nextInt(5);
		Weeks.PULSE.items()
			.subList(0, count)
			.forEach((item) -> answers.put(item, OPTIONS.get(random.nextInt(OPTIONS.size()))));
		return answers;
	}

	/** Returns whether it was taken and in time. */
	private static boolean answered(Answering answering, String staffId, String cycleId, Map<String, String> answers) {
		try {
			return !answering.answer(staffId, cycleId, new TreeMap<>(answers), null).late();
		}
		catch (Refusal refusal) {
			assertThat(refusal.slug()).isEqualTo("answer-counted");
			return false;
		}
		catch (Unavailable | DataAccessException slow) {
			// as any client would: try again, without knowing whether it was stored
			return true;
		}
	}

	private static boolean isTimely(Published record) {
		return !value(record).get("late").asBoolean();
	}

	/** The last record of every response, when everything that is stored is there. */
	private static List<Published> lastRecords(KafkaProbe kafka, MongoOperations mongo, String cycleId) {
		List<Document> stored = mongo.getCollection("responses")
			.find(new Document("cycleId", cycleId))
			.into(new ArrayList<>());
		int revisions = stored.stream().mapToInt((response) -> response.getInteger("revision")).sum();
		Map<String, List<Published>> records = kafka
			.await("check-in.recorded", (all) -> in(all, cycleId).size() >= revisions)
			.stream()
			.filter((record) -> value(record).get("cycleId").asString().equals(cycleId))
			.collect(Collectors.groupingBy(Published::key));
		assertThat(records).hasSameSizeAs(stored);
		records.values()
			.forEach((each) -> assertThat(each).extracting(Published::sequence)
				.containsExactlyElementsOf(LongStream.rangeClosed(1, each.size()).boxed().toList()));
		return records.values().stream().map(List::getLast).toList();
	}

	private static List<Published> in(List<Published> all, String cycleId) {
		return all.stream().filter((record) -> value(record).get("cycleId").asString().equals(cycleId)).toList();
	}

	private static void assertCountsAre(KafkaProbe kafka, String cycleId, List<Published> last) {
		List<Published> told = kafka.await("check-in.cycle",
				(all) -> all.stream().anyMatch((event) -> event.key().equals(cycleId) && event.sequence() == 2));
		JsonNode closed = value(
				told.stream().filter((event) -> event.key().equals(cycleId)).reduce((a, b) -> b).orElseThrow());
		for (String unit : UNITS) {
			List<Published> counted = last.stream()
				.filter((record) -> isTimely(record) && !value(record).get("scores").get("strain").isNull()
						&& value(record).get("unitId").asString().equals(unit))
				.toList();
			JsonNode turnout = closed.get("units")
				.valueStream()
				.filter((each) -> each.get("unitId").asString().equals(unit))
				.findFirst()
				.orElseThrow();
			assertThat(turnout.get("responses").asInt()).as("responses of %s in %s", unit, cycleId)
				.isEqualTo(counted.size());
			assertThat(turnout.get("revisions").asLong()).as("revisions of %s in %s", unit, cycleId)
				.isEqualTo(counted.stream().mapToLong(Published::sequence).sum());
			assertThat(turnout.get("invited").asInt()).isEqualTo(PEOPLE / UNITS.size());
		}
	}

	private static JsonNode value(Published published) {
		JsonNode value = published.value();
		assertThat(value).isNotNull();
		return value;
	}

}
