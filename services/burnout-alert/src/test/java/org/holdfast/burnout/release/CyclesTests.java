package org.holdfast.burnout.release;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.holdfast.burnout.crosscut.CrossCuts;
import org.holdfast.burnout.setting.BurnoutSettings;
import org.holdfast.burnout.setting.Policies;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** When a cycle is published, and that it then stays as it is. Events are fed by hand. */
@WholeService
@TestPropertySource(properties = { "holdfast.burnout.sweep-every=1h", "holdfast.burnout.publish-every=1h" })
@ExtendWith(OutputCaptureExtension.class)
class CyclesTests {

	private static final String W21 = "2026-W21";

	private static final Agency TEAM = Agency.of(team("A", null, 40, 50, 60, 70, 80));

	@Autowired
	private EventReader reader;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private CrossCuts crossCuts;

	private SimpleMeterRegistry meters;

	private boolean failing;

	private Releases releases;

	private final List<Published> told = new ArrayList<>();

	private Cycles cycles;

	private Consumer<Message<byte[]>> responses;

	private Consumer<Message<byte[]>> changes;

	@BeforeEach
	void startAfresh() {
		Stream.of("releases", "responses", "cycles")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
		start(Duration.ofMinutes(10));
	}

	@Test
	void releasesAreTheSameHoweverOftenAndInWhateverOrderEventsCome() {
		List<ContractSample> events = threeCycles();
		events.forEach(this::feed);
		this.cycles.publishTouched();
		String once = published();
		assertThat(this.releases.all()).hasSize(3);
		for (int seed = 1; seed <= 6; seed++) {
			startAfresh();
			for (ContractSample event : shuffled(events, new Random(seed))) {
				feed(event);
				// as early as can be: nothing is published that would later be different
				this.cycles.publishTouched();
			}
			assertThat(published()).as("seed " + seed).isEqualTo(once);
			assertThat(this.mongo.getCollection("quarantine").countDocuments()).isZero();
		}
	}

	@Test
	void whatComesAfterwardsChangesNothing() {
		feedAll(TEAM, W21, 1);
		this.cycles.publishTouched();
		String published = published();
		feed(Events.late(Events.response("late", 1, W21, "A", 100.0)));
		feed(Events.response("A-0", 2, W21, "A", 100.0));
		feed(Events.response("straggler", 1, W21, "A", 100.0));
		erase("A-1", 2);
		feedAll(TEAM, W21, 1);
		this.cycles.publishTouched();
		this.cycles.publishDue();
		assertThat(published()).isEqualTo(published);
		start(Duration.ofMinutes(10));
		this.cycles.publishDue();
		assertThat(published()).isEqualTo(published);
	}

	@Test
	void aCycleWaitsForItsLastAnswer() {
		feed(Events.opened(W21, 1));
		answers(TEAM, W21).subList(0, 4).forEach(this::feed);
		feed(Events.closed(W21, 1, TEAM));
		this.cycles.publishTouched();
		this.cycles.publishDue();
		assertThat(this.releases.all()).isEmpty();
		assertThat(incomplete()).isEqualTo(1);
		feed(answers(TEAM, W21).getLast());
		this.cycles.publishTouched();
		assertThat(levelOf("A")).isEqualTo(60);
		assertThat(incomplete()).isZero();
	}

	@Test
	void aCycleWaitsForTheLastChangeOfAnAnswer() {
		feed(Events.opened(W21, 1));
		answers(TEAM, W21).forEach(this::feed);
		feed(Events.closed(W21, 1, TEAM, Map.of("A", 1)));
		this.cycles.publishTouched();
		assertThat(this.releases.all()).isEmpty();
		feed(Events.response("A-0", 2, W21, "A", 90.0));
		this.cycles.publishTouched();
		assertThat(levelOf("A")).isEqualTo(70);
	}

	@Test
	void cyclesOfAQuarterArePublishedInTheirOrder() {
		feedAll(TEAM, "2026-W22", 2);
		feed(Events.opened(W21, 1));
		this.cycles.publishTouched();
		assertThat(this.releases.all()).isEmpty();
		answers(TEAM, W21).forEach(this::feed);
		feed(Events.closed(W21, 1, TEAM));
		this.cycles.publishTouched();
		assertThat(this.releases.all()).extracting(Release::id).containsExactly(W21, "2026-W22");
		assertThat(incomplete()).isZero();
	}

	@Test
	void aCycleDoesNotWaitForEverForTheOneBefore() {
		start(Duration.ZERO);
		feed(Events.opened(W21, 1));
		feedAll(TEAM, "2026-W22", 2);
		this.cycles.publishTouched();
		assertThat(this.releases.all()).extracting(Release::id).containsExactly("2026-W22");
	}

	@Test
	void anOpenCycleIsNotPublished() {
		feed(Events.opened(W21, 1));
		this.cycles.publishTouched();
		this.cycles.publishDue();
		assertThat(this.releases.all()).isEmpty();
		assertThat(incomplete()).isZero();
	}

	@Test
	void moreAnswersThanWereCountedHoldACycleBack() {
		feed(Events.response("more", 1, W21, "A", 100.0));
		feedAll(TEAM, W21, 1);
		feed(Events.response("elsewhere", 1, "2026-W22", "Z", 100.0));
		feedAll(TEAM, "2026-W22", 2);
		this.cycles.publishTouched();
		assertThat(this.releases.all()).isEmpty();
		assertThat(incomplete()).isEqualTo(2);
	}

	@Test
	void aLateAnswerOrOneWithoutAScoreIsNotCounted() {
		feed(Events.late(Events.response("late", 1, W21, "A", 100.0)));
		feed(Events.response("unscored", 1, W21, "A", null));
		feedAll(TEAM, W21, 1);
		this.cycles.publishTouched();
		assertThat(levelOf("A")).isEqualTo(60);
		assertThat(this.releases.all().getFirst().blocks().getFirst().answers()).isEqualTo(5);
	}

	@Test
	void anAnswerErasedBeforeThePublicationIsNotInItAndDoesNotHoldItBack() {
		feed(Events.opened(W21, 1));
		Agency six = Agency.of(team("A", null, 40, 50, 60, 70, 80, 100));
		answers(six, W21).forEach(this::feed);
		erase("A-5", 2);
		feed(answers(six, W21).getLast());
		feed(Events.closed(W21, 1, six));
		this.cycles.publishTouched();
		assertThat(levelOf("A")).isEqualTo(60);
		assertThat(this.mongo.getCollection("responses").find(new org.bson.Document("_id", "A-5")).first())
			.containsEntry("scores", new org.bson.Document());
	}

	@Test
	void anAnswerErasedBeforeItIsKnownStaysAway() {
		erase("A-0", 2);
		feed(Events.response("A-0", 1, W21, "A", 40.0));
		assertThat(this.mongo.getCollection("responses").countDocuments(new org.bson.Document("cycleId", W21)))
			.isZero();
	}

	@Test
	void whatACrashInterruptedIsCompletedAtTheNextStart() {
		feedAll(TEAM, W21, 1);
		start(Duration.ofMinutes(10));
		this.cycles.publishDue();
		assertThat(levelOf("A")).isEqualTo(60);
	}

	@Test
	void whatACrashKeptFromTheListenersTheyAreToldAtTheNextStart() {
		this.releases.add(TEAM.release(1));
		start(Duration.ofMinutes(10));
		this.cycles.publishDue();
		assertThat(this.told).singleElement()
			.satisfies((published) -> assertThat(published.releases()).containsExactly(TEAM.release(1)));
	}

	@Test
	void aListenerThatFailsIsToldAgain() {
		feedAll(TEAM, W21, 1);
		this.failing = true;
		assertThatIllegalStateException().isThrownBy(this.cycles::publishTouched);
		this.failing = false;
		this.cycles.publishTouched();
		assertThat(this.told).singleElement().satisfies((published) -> assertThat(published.releases()).hasSize(1));
	}

	@Test
	void aCycleThatWaitsTooLongIsWarnedOfOnce(CapturedOutput output) {
		start(Duration.ZERO);
		feed(Events.opened(W21, 1));
		answers(TEAM, W21).subList(0, 4).forEach(this::feed);
		feed(Events.closed(W21, 1, TEAM));
		this.cycles.publishDue();
		this.cycles.publishDue();
		assertThat(output).containsOnlyOnce("Cycle 2026-W21 closed at 2026-05-24T18:00:00Z and is not published: "
				+ "in 1 of 1 units the answers that arrived are not those that were counted at the close");
	}

	@Test
	void thePromiseMadeWithAnAnswerIsKept() {
		feed(Events.opened(W21, 1));
		List<ContractSample> answers = answers(TEAM, W21);
		answers.subList(1, 5).forEach(this::feed);
		feed(answers.getFirst().withValue("rules", Map.of("minimumGroup", 6)));
		feed(Events.closed(W21, 1, TEAM));
		this.cycles.publishTouched();
		assertThat(this.releases.all().getFirst().minimumGroup()).isEqualTo(6);
		assertThat(this.releases.all().getFirst().blocks()).isEmpty();
	}

	@Test
	void aReleaseOfTheTimeBeforeCrossCutsHasNone() {
		feedAll(TEAM, W21, 1);
		this.cycles.publishTouched();
		this.mongo.updateMulti(new Query(), new Update().unset("cuts"), "releases");
		assertThat(new Releases(this.mongo).all()).singleElement()
			.satisfies((release) -> assertThat(release.cuts()).isEmpty());
	}

	/** What every process does at its start. */
	private void start(Duration incompleteAfter) {
		this.meters = new SimpleMeterRegistry();
		this.releases = new Releases(this.mongo);
		this.told.clear();
		BurnoutSettings settings = new BurnoutSettings(5, 60, 3, 14, Duration.ZERO, Duration.ZERO, Duration.ZERO,
				incompleteAfter, 520, 13, 1);
		Answers answers = new Answers(this.reader, this::tell);
		this.cycles = new Cycles(this.reader, answers, this.releases, this::tell, new Policies(this.mongo, settings),
				this.crossCuts, settings, this.meters);
		this.responses = this.reader.of("check-in.recorded", ResponseRecorded.class, answers::on);
		this.changes = this.reader.of("check-in.cycle", CycleChanged.class, this.cycles::onCycle);
	}

	private void tell(Object event) {
		switch (event) {
			case Answers.Held held -> this.cycles.on(held);
			case Published published when this.failing -> throw new IllegalStateException("failing");
			case Published published -> this.told.add(published);
			default -> assertThat(event).isInstanceOf(Answers.Erased.class);
		}
	}

	private void feed(ContractSample event) {
		boolean cycle = "check-in.cycle".equals(event.headers().get("ce_type"));
		(cycle ? this.changes : this.responses).accept(event.message());
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private void erase(String responseId, long sequence) {
		Message tombstone = MessageBuilder.withPayload(KafkaNull.INSTANCE)
			.copyHeaders(Events.RECORDED.withSequence(sequence).headers())
			.setHeader(KafkaHeaders.RECEIVED_KEY, responseId.getBytes())
			.build();
		this.responses.accept(tombstone);
	}

	private void feedAll(Agency agency, String cycleId, int week) {
		feed(Events.opened(cycleId, week));
		answers(agency, cycleId).forEach(this::feed);
		feed(Events.closed(cycleId, week, agency));
	}

	private static List<ContractSample> answers(Agency agency, String cycleId) {
		List<ContractSample> answers = new ArrayList<>();
		for (Agency.Team team : agency.teams()) {
			for (int member = 0; member < team.strains().size(); member++) {
				String prefix = cycleId.equals(W21) ? "" : cycleId + "-";
				answers.add(Events.response(prefix + team.id() + "-" + member, 1, cycleId, team.id(),
						team.strains().get(member)));
			}
		}
		return answers;
	}

	/** Three cycles with changed, unscored and late answers. */
	private static List<ContractSample> threeCycles() {
		List<ContractSample> events = new ArrayList<>();
		for (int week = 1; week <= 3; week++) {
			String cycleId = "2026-W" + (20 + week);
			Agency agency = Agency.of(team("R", null, 3, 20 + week / 3.0), department("D", "R"),
					team("A", "D", 6, 61 + week / 7.0), team("N", "D", 3, 80), team("B", "D", 5, 0),
					team("X", "R", 7, 33.33));
			events.add(Events.opened(cycleId, week));
			List<ContractSample> answers = answers(agency, cycleId);
			// two changed their minds, the second of them from an answer without a score
			ContractSample changed = answers.getFirst();
			ContractSample scored = answers.get(4);
			events.add(changed.withValue("scores", Map.of("strain", 95.0)));
			events.add(scored.withValue("scores", Collections.singletonMap("strain", null)));
			answers.set(0, changed.withSequence(2));
			answers.set(4, scored.withSequence(2));
			events.addAll(answers);
			events.add(Events.response(cycleId + "-unscored", 1, cycleId, "A", null));
			events.add(Events.late(Events.response(cycleId + "-late", 1, cycleId, "A", 99.0)));
			events.add(Events.closed(cycleId, week, agency, Map.of("R", 1, "A", 1)));
		}
		return events;
	}

	/** Everything twice and across keys in any order; each key's events stay in order. */
	private static List<ContractSample> shuffled(List<ContractSample> events, Random random) {
		Map<String, Deque<ContractSample>> keys = new LinkedHashMap<>();
		events.forEach((event) -> keys
			.computeIfAbsent(event.headers().get("ce_type") + event.key(), (key) -> new ArrayDeque<>())
			.add(event));
		// a redelivery starts over from an earlier event of the key
		keys.values().forEach((queue) -> queue.addAll(List.copyOf(queue)));
		List<ContractSample> shuffled = new ArrayList<>();
		List<Deque<ContractSample>> left = new ArrayList<>(keys.values());
		while (!left.isEmpty()) {
			Deque<ContractSample> queue = left.get(random.nextInt(left.size()));
			shuffled.add(queue.remove());
			if (queue.isEmpty()) {
				left.remove(queue);
			}
		}
		return shuffled;
	}

	private String published() {
		return JsonMapper.shared().writeValueAsString(new Releases(this.mongo).all());
	}

	private Integer levelOf(String unitId) {
		return this.releases.all().getLast().of(unitId).orElseThrow().figure().level();
	}

	private double incomplete() {
		return this.meters.get("holdfast.cycles.incomplete").gauge().value();
	}

}
