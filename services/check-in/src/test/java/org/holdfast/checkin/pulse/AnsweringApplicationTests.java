package org.holdfast.checkin.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import org.bson.BsonDocument;
import org.bson.Document;
import org.holdfast.checkin.Office;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drafts, retries, several devices and a long history, on a real broker and a real
 * database.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
@Import(AnsweringApplicationTests.Counting.class)
class AnsweringApplicationTests {

	private static int weeks;

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Participants participants;

	@Autowired
	private Commands commands;

	@LocalServerPort
	private int port;

	private Office office;

	private String cycle = "";

	private Instant opens = Instant.EPOCH;

	private Instant closes = Instant.EPOCH;

	@BeforeEach
	void nextWeekIsOpen() {
		this.office = new Office(this.kafka, this.port);
		this.office.unit("U", null);
		this.cycle = "W-" + ++weeks;
		this.opens = Instant.parse("2026-01-05T06:00:00Z").plus(Duration.ofDays(7L * weeks));
		this.closes = this.opens.plus(Duration.ofDays(5));
		this.office.open(this.cycle, this.opens, this.closes);
	}

	@Test
	void aDraftIsKeptAsItIsUntilTheAnswerIsSentAndNothingOfItIsPublished() {
		this.office.hire("U", "D-1");
		assertThat(draft("D-1", Map.of("energy", "never"), 0).getStatusCode().value()).isEqualTo(200);
		assertThat(draft("D-1", Map.of("workload", "often"), 0).getStatusCode().value()).isEqualTo(200);
		JsonNode own = this.office.read("D-1", "/me/pulses").get(0);
		assertThat(own.get("draft").get("answers").toString()).isEqualTo("{\"workload\":\"often\"}");
		assertThat(own.get("answer").isNull()).isTrue();
		assertThat(this.office.read("D-1", "/me/scores").get("scores")).isEmpty();
		assertThat(this.office.read("D-1", "/me/history")).isEmpty();
		assertThat(draft("D-1", Map.of("mood", "often"), 0).getBody()).contains("/answers/mood");
		assertThat(draft("D-1", Map.of(), 0).getStatusCode().value()).isEqualTo(200);

		String id = this.office.answered("D-1", this.cycle, Office.FORTY_FIVE).get("responseId").asString();
		assertThat(this.office.as("D-1", "GET", "/me/pulse/" + this.cycle + "/draft", null).getStatusCode().value())
			.isEqualTo(404);
		assertThat(this.mongo.getCollection("drafts").countDocuments(new Document("_id", id))).isZero();
		List<Published> events = this.office.events("check-in.recorded", id, 1);
		assertThat(events).singleElement().satisfies((event) -> assertThat(event.sequence()).isEqualTo(1));

		// what another device had still on its way does not come back
		assertThat(draft("D-1", Map.of("energy", "never"), 0).getBody())
			.contains("urn:holdfast:problem:draft-outdated");
		assertThat(draft("D-1", Map.of("energy", "never"), 1).getStatusCode().value()).isEqualTo(200);
		assertThat(this.office.read("D-1", "/me/pulse").get("answer").get("score").asDouble()).isEqualTo(45);
	}

	@Test
	void aDraftIsGoneWhenThrownAwayWhenThePersonIsErasedAndWhenItIsTooLate() {
		this.office.hire("U", "E-1", "E-2", "E-3");
		for (String person : List.of("E-1", "E-2", "E-3")) {
			assertThat(draft(person, Map.of("energy", "never"), 0).getStatusCode().value()).isEqualTo(200);
		}
		assertThat(drafts()).isEqualTo(3);
		this.office.as("E-1", "DELETE", "/me/pulse/" + this.cycle + "/draft", null);
		assertThat(drafts()).isEqualTo(2);
		this.office.erase("E-2");
		org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(drafts()).isEqualTo(1));
		this.office.moveClock(this.closes.plus(Duration.ofDays(7)));
		assertThat(drafts()).isEqualTo(1);
		this.office.moveClock(this.closes.plus(Duration.ofDays(7)).plusMillis(1));
		assertThat(drafts()).isZero();
		assertThat(draft("E-3", Map.of("energy", "never"), 0).getBody())
			.contains("urn:holdfast:problem:cycle-takes-no-answers");
	}

	@Test
	void whatWeighsMostIsForThePersonAlone() {
		this.office.hire("U", "N-1");
		assertThat(this.office
			.hr("PUT", "/programme/series/week", Map.of("instrument", "week", "version", 1, "every", "P7D",
					"firstOpensAt", this.opens, "window", "PT108H"))
			.getStatusCode()
			.value()).isEqualTo(200);
		String week = "week." + this.opens.toString().substring(0, 10);
		ResponseEntity<String> receipt = this.office.as("N-1", "PUT", "/me/pulse/" + week,
				Map.of("answers", Map.of("week", "often"), "needs", List.of("paperwork", "clients")));
		assertThat(receipt.getStatusCode().value()).as(receipt.getBody()).isEqualTo(200);
		String id = Office.json(receipt).get("responseId").asString();
		JsonNode published = this.office.events("check-in.recorded", id, 1).getLast().value();
		assertThat(published.get("scores").toString()).isEqualTo("{\"week-strain\":75.0}");
		assertThat(published.toString()).doesNotContain("paperwork", "needs");
		assertThat(this.office.read("N-1", "/me/pulses").get(0).get("answer").get("needs").toString())
			.isEqualTo("[\"clients\",\"paperwork\"]");
		JsonNode taken = this.office.read("N-1", "/me/answers/" + week);
		assertThat(taken.get("item").get(1).toString()).contains("\"linkId\":\"needs\"", "\"display\":\"Paperwork");
		this.office.hr("DELETE", "/programme/series/week", null);
	}

	@Test
	void onesOwnHistoryTellsWhatChangedReliablyAndIsTakenAlongAsFhir() {
		this.office.hire("U", "H-1");
		this.office.answered("H-1", this.cycle, Office.FORTY_FIVE);
		String first = this.cycle;
		nextWeekIsOpen();
		this.office.answered("H-1", this.cycle,
				Map.of("energy", "never", "workload", "never", "strain", "always", "meaning", "sometimes"));
		JsonNode series = this.office.read("H-1", "/me/history").get(0);
		JsonNode strain = series.get("scales").get(0);
		assertThat(strain.get("id").asString()).isEqualTo("strain");
		assertThat(strain.get("minimalDetectableChange").asInt()).isEqualTo(31);
		assertThat(strain.get("change").toString()).isEqualTo(
				"{\"from\":\"%s\",\"to\":\"%s\",\"difference\":42.5,\"reliable\":true}".formatted(first, this.cycle));
		JsonNode support = series.get("scales").get(4);
		assertThat(support.get("id").asString()).isEqualTo("support");
		assertThat(support.get("scores").get(1).get("score").isNull()).isTrue();
		assertThat(support.get("change").isNull()).isTrue();
		JsonNode energy = series.get("scales").get(1);
		assertThat(energy.get("change").get("reliable").isNull()).isTrue();

		JsonNode bundle = this.office.read("H-1", "/me/answers");
		assertThat(bundle.get("resourceType").asString()).isEqualTo("Bundle");
		assertThat(bundle.get("entry")).hasSize(2);
		JsonNode response = bundle.get("entry").get(1).get("resource");
		assertThat(response).isEqualTo(this.office.read("H-1", "/me/answers/" + this.cycle));
		assertThat(response.get("resourceType").asString()).isEqualTo("QuestionnaireResponse");
		assertThat(response.get("questionnaire").asString()).isEqualTo("urn:holdfast:instrument:pulse|1");
		assertThat(response.get("status").asString()).isEqualTo("completed");
		assertThat(response.get("item")).hasSize(4);
		assertThat(response.get("item").get(0).get("answer").get(0).get("valueCoding").get("code").asString())
			.isEqualTo("never");
		assertThat(bundle.toString()).doesNotContain("H-1", "subject", this.participants.pseudonymOf("H-1"));
		for (String role : List.of("supervisor", "hr", "administrator")) {
			assertThat(this.office.send("GET", "/me/answers/" + this.cycle, Tokens.of("boss", role), null)
				.getStatusCode()
				.value()).isEqualTo(404);
		}
	}

	@Test
	void twoDevicesAtOnceAndEveryRetryEndInOneResponse() throws Exception {
		this.office.hire("U", "T-1");
		List<Map<String, String>> given = List.of(Office.FORTY_FIVE, Map.of("energy", "never", "strain", "always"));
		List<Callable<ResponseEntity<String>>> requests = new ArrayList<>();
		IntStream.range(0, 24)
			.forEach((i) -> requests.add(() -> this.office.as("T-1", "PUT", "/me/pulse/" + this.cycle,
					Map.of("answers", given.get(i % 2)))));
		List<String> ids = new ArrayList<>();
		try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<ResponseEntity<String>> each : devices.invokeAll(requests)) {
				assertThat(each.get().getStatusCode().value()).isEqualTo(200);
				ids.add(Office.json(each.get()).get("responseId").asString());
			}
		}
		assertThat(ids).containsOnly(ids.getFirst());
		int revision = this.office.answered("T-1", this.cycle, Office.FORTY_FIVE).get("revision").asInt();
		// as often as it is sent again
		assertThat(this.office.answered("T-1", this.cycle, Office.FORTY_FIVE).get("revision").asInt())
			.isEqualTo(revision);
		List<Published> events = this.office.events("check-in.recorded", ids.getFirst(), revision);
		assertThat(events).extracting(Published::sequence)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, revision).mapToObj(Long::valueOf).toList());
		assertThat(this.mongo.getCollection("responses").countDocuments(new Document("cycleId", this.cycle))).isOne();
		this.office.moveClock(this.closes);
		JsonNode closed = this.office.events("check-in.cycle", this.cycle, 2).getLast().value();
		assertThat(closed.get("units").valueStream().mapToInt((unit) -> unit.get("responses").asInt()).sum()).isOne();
	}

	@Test
	void anAnswerCostsTheSameAfterTenAndAfterAThousand() {
		this.office.hire("U", "O-1", "O-2");
		// whatever is read once only is read
		this.office.answered("O-1", this.cycle, Office.FORTY_FIVE);
		Document cycle = this.mongo.getCollection("cycles").find(new Document("_id", this.cycle)).first();
		Document response = this.mongo.getCollection("responses").find(new Document("cycleId", this.cycle)).first();
		this.office.answered("O-2", this.cycle, Office.FORTY_FIVE);
		earlier("O-2", cycle, response, 0, 10);
		List<String> afterTen = answering("O-2", "often");
		earlier("O-2", cycle, response, 10, 1000);
		List<String> afterThousand = answering("O-2", "never");
		assertThat(this.office.read("O-2", "/me/scores").get("scores")).hasSize(1001);
		assertThat(afterTen).isNotEmpty().hasSizeLessThan(40);
		assertThat(afterThousand).isEqualTo(afterTen);
	}

	/** What one answer, and the page before it, ask of the database. */
	private List<String> answering(String staffId, String option) {
		List<String> asked = new ArrayList<>();
		this.commands.clear();
		this.office.read(staffId, "/me/pulses");
		asked.addAll(this.commands.of(staffId));
		this.commands.clear();
		this.office.answered(staffId, this.cycle, Map.of("energy", "seldom", "workload", "often", "strain", option));
		asked.addAll(this.commands.of(staffId));
		return asked;
	}

	private void earlier(String staffId, Document cycle, Document response, int from, int until) {
		String pseudonym = this.participants.pseudonymOf(staffId);
		List<Document> cycles = new ArrayList<>();
		List<Document> responses = new ArrayList<>();
		for (int i = from; i < until; i++) {
			Date opened = Date.from(this.opens.minus(Duration.ofDays(7L * (i + 1))));
			Document closed = new Document(cycle).append("_id", "old-" + i)
				.append("state", "CLOSED")
				.append("opensAt", opened)
				.append("closesAt", opened);
			Document answered = new Document(response).append("_id", Response.id("old-" + i, pseudonym))
				.append("cycleId", "old-" + i)
				.append("pseudonym", pseudonym);
			for (Document each : List.of(closed, answered)) {
				each.append("_outbox", List.of()).remove("_waiting");
			}
			cycles.add(closed);
			responses.add(answered);
		}
		this.mongo.getCollection("cycles").insertMany(cycles);
		this.mongo.getCollection("responses").insertMany(responses);
	}

	private long drafts() {
		return this.mongo.getCollection("drafts").countDocuments();
	}

	private ResponseEntity<String> draft(String staffId, Map<String, String> answers, int revision) {
		return this.office.as(staffId, "PUT", "/me/pulse/" + this.cycle + "/draft",
				Map.of("answers", answers, "revision", revision));
	}

	/** Notes every command to the database, by the thread that waits for it. */
	static final class Commands implements CommandListener {

		private final Queue<Noted> noted = new ConcurrentLinkedQueue<>();

		@Override
		public void commandStarted(CommandStartedEvent event) {
			BsonDocument command = event.getCommand();
			this.noted.add(new Noted(Thread.currentThread().threadId(), event.getRequestId(),
					event.getCommandName() + " " + command.get(event.getCommandName()), command.toJson()));
		}

		@Override
		public void commandSucceeded(CommandSucceededEvent event) {
			BsonDocument cursor = event.getResponse().getDocument("cursor", new BsonDocument());
			if (cursor.containsKey("firstBatch")) {
				this.noted.add(new Noted(Thread.currentThread().threadId(), event.getRequestId(),
						"returned " + cursor.getArray("firstBatch").size(), ""));
			}
		}

		void clear() {
			this.noted.clear();
		}

		/** What the request of a person asked, and how much came back. */
		List<String> of(String staffId) {
			long thread = this.noted.stream()
				.filter((each) -> each.json().contains("\"" + staffId + "\""))
				.findFirst()
				.orElseThrow()
				.thread();
			List<String> asked = new ArrayList<>(
					this.noted.stream().filter((each) -> each.thread() == thread).map(Noted::what).toList());
			// the unit tree, leaves and cross-cuts are read again after a second, whoever
			// asks
			for (String known : List.of("units", "leaves", "cross-cuts")) {
				int at = asked.indexOf("find BsonString{value='" + known + "'}");
				if (at >= 0) {
					asked.subList(at, at + 2).clear();
				}
			}
			return asked;
		}

		/**
		 * A command, or how many documents it returned.
		 *
		 * @param thread that waits
		 * @param id of the request
		 * @param what in short
		 * @param json whole
		 */
		record Noted(long thread, int id, String what, String json) {

		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Counting {

		@Bean
		Commands commands() {
			return new Commands();
		}

		@Bean
		MongoClientSettingsBuilderCustomizer counted(Commands commands) {
			return (client) -> client.addCommandListener(commands);
		}

	}

}
