package org.holdfast.defaults;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.holdfast.defaults.ProbeApplication.Note;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.problem.Unavailable;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@WholeService
class ServiceDefaultsTests {

	@Autowired
	private Aggregates<Note> notes;

	@Autowired
	private ProbeApplication.Reader reader;

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	@Qualifier("relay")
	private SmartLifecycle relay;

	@LocalServerPort
	private int port;

	private final String id = "note-" + UUID.randomUUID();

	@AfterEach
	void mendTheReader() {
		this.reader.failure = null;
	}

	@Test
	void aChangeIsPublishedOnceWithItsSequenceAndReadOnce() {
		write("first");
		write("second");
		write("second");
		Awaitility.await().until(() -> taken().size() == 2);
		assertThat(taken()).containsExactly(1L, 2L);
		List<KafkaProbe.Published> published = published(2);
		assertThat(published).extracting(KafkaProbe.Published::sequence).containsExactly(1L, 2L);
		assertThat(published.getLast().headers()).containsEntry("ce_type", "probe.note")
			.containsEntry("ce_source", "/probe")
			.containsEntry("ce_specversion", "1.0")
			.containsKeys("ce_id", "ce_time");
		assertThat(published.getLast().value().get("text").asString()).isEqualTo("second");
	}

	@Test
	void aTraceGoesOnThroughTheBroker() {
		String trace = "0af7651916cd43dd8448eb211c80319c";
		client().put()
			.uri("/notes/" + this.id)
			.header("Authorization", "Bearer " + Tokens.staff("S-1"))
			.header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"text\":\"traced\"}")
			.retrieve()
			.toBodilessEntity();
		assertThat(published(1).getFirst().headers().get("traceparent")).contains(trace);
		Awaitility.await().until(() -> taken().equals(List.of(1L)));
		assertThat(this.reader.traces).contains(trace);
	}

	@Test
	void manyWritersOfOneAggregateLeaveNoGapAndNoDouble() throws Exception {
		try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Note>> writes = IntStream.range(0, 40)
				.<Callable<Note>>mapToObj((number) -> () -> write("text " + number))
				.toList();
			for (var written : writers.invokeAll(writes)) {
				written.get();
			}
		}
		assertThat(this.notes.find(this.id).orElseThrow().edits()).isEqualTo(40);
		assertThat(published(40)).extracting(KafkaProbe.Published::sequence)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
		Awaitility.await().until(() -> taken().size() == 40);
	}

	@Test
	void whatMostlyIsNewIsChangedAllTheSameWhereItIsThere() throws Exception {
		try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Note>> writes = IntStream.range(0, 20)
				.<Callable<Note>>mapToObj((number) -> () -> this.notes.changeMostlyNew(this.id,
						(present) -> Note.write(present, this.id, "text " + number)))
				.toList();
			for (var written : writers.invokeAll(writes)) {
				written.get();
			}
		}
		Note last = this.notes.find(this.id).orElseThrow();
		assertThat(last.edits()).isEqualTo(20);
		assertThat(this.notes.changeMostlyNew(this.id, (present) -> {
			present.orElseThrow(() -> new IllegalStateException("nothing to go on from"));
			return Change.none();
		})).isEqualTo(last);
		assertThat(published(20)).extracting(KafkaProbe.Published::sequence)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
		String nobody = this.id + "-2";
		assertThatIllegalStateException()
			.isThrownBy(() -> this.notes.changeMostlyNew(nobody,
					(present) -> Change
						.to(present.orElseThrow(() -> new IllegalStateException("nothing to go on from")))))
			.withMessage("nothing to go on from");
	}

	@Test
	void whatIsThereAlreadyNeedsNoRoomForWhatItWouldTell() {
		Note written = this.notes.changeMostlyNew(this.id, (present) -> Note.write(present, this.id, "text"));
		Event event = Note.write(Optional.empty(), this.id, "text").events().getFirst();
		Event[] tooMany = Collections.nCopies(20_000, event).toArray(new Event[0]);
		Function<Optional<Note>, Change<Note>> decide = (present) -> present.map((held) -> Change.<Note>none())
			.orElseGet(() -> Change.to(written, tooMany));
		assertThat(this.notes.changeMostlyNew(this.id, decide)).isEqualTo(written);
		assertThatExceptionOfType(Unavailable.class)
			.isThrownBy(() -> this.notes.changeMostlyNew(this.id + "-2", decide));
	}

	@Test
	void aFieldThatIsGoneLeavesTheDocument() {
		write("+with extra");
		write("without");
		assertThat(this.notes.find(this.id).orElseThrow().extra()).isNull();
	}

	@Test
	void whatACrashLeftUnpublishedIsFoundBySweeping() {
		write("before");
		published(1);
		// the state that a crash right after the write leaves: stored, not sent, nobody
		// nudged
		this.mongo.execute("notes", (documents) -> documents
			.updateOne(new org.bson.Document("_id", this.id), org.bson.Document
				.parse("{$set: {_waiting: true, _seq: {$numberLong: '2'}, _version: {$numberLong: '2'}}, "
						+ "$unset: {_sentAt: 1}, $push: {_outbox: {id: 'x', seq: {$numberLong: '2'}, topic: 'probe.note', key: '"
						+ this.id + "', partitionKey: '" + this.id
						+ "', value: '{\"text\":\"left\",\"edits\":2}', time: {$date: '2026-01-01T00:00:00Z'}, trace: {}}}}")));
		assertThat(published(2)).extracting(KafkaProbe.Published::sequence).endsWith(2L);
		Awaitility.await().until(() -> taken().equals(List.of(1L, 2L)));
	}

	@Test
	void whatIsRemovedIsGoneAtOnceAndItsTombstoneFollows() {
		write("secret");
		assertThat(remove()).isTrue();
		assertThat(this.notes.find(this.id)).isEmpty();
		assertThat(this.notes.findAll()).noneMatch((note) -> note.id().equals(this.id));
		assertThat(this.notes.find(Query.query(Criteria.where("text").is("secret")))).isEmpty();
		awaitTombstone(2);
		Awaitility.await().until(() -> taken().equals(List.of(1L, 2L)));
		assertThat(this.reader.rows.find(this.id)).isEmpty();
		assertThat(remove()).isFalse();
		// nothing of its state outlives it, and in the end nothing at all
		Awaitility.await().untilAsserted(() -> assertThat(stored()).doesNotContain("secret"));
		this.mongo.execute("notes", (documents) -> documents.updateOne(new org.bson.Document("_id", this.id),
				org.bson.Document.parse("{$set: {_sentAt: {$date: '2026-01-01T00:00:00Z'}}}")));
		Awaitility.await().untilAsserted(() -> assertThat(stored()).isEqualTo("nothing"));
	}

	@Test
	void aTombstoneIsNotLostInACrashBetweenTheRemovalAndThePublishing() {
		write("first");
		published(1);
		this.relay.stop();
		try {
			write("second");
			assertThat(remove()).isTrue();
			assertThat(stored()).contains("\"_gone\": true", "\"_waiting\": true").doesNotContain("first", "edits\":");
		}
		finally {
			this.relay.start();
		}
		awaitTombstone(3);
		Awaitility.await().until(() -> taken().equals(List.of(1L, 2L, 3L)));
		assertThat(this.reader.rows.find(this.id)).isEmpty();
	}

	@Test
	void whatIsWrittenAgainRightAfterItsRemovalGoesOnInSequence() {
		write("first");
		remove();
		assertThat(write("again").edits()).isOne();
		Awaitility.await().until(() -> taken().equals(List.of(1L, 2L, 3L)));
		Awaitility.await().until(() -> this.reader.rows.find(this.id).isPresent());
		assertThat(this.notes.find(this.id).orElseThrow().text()).isEqualTo("again");
		assertThat(stored()).doesNotContain("_gone");
	}

	@Test
	void aRemovalAndChangesAtOnceLeaveNoGap() throws Exception {
		write("first");
		try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Object>> acts = IntStream.range(0, 30)
				.<Callable<Object>>mapToObj((number) -> () -> (number % 3 == 0) ? remove() : write("text " + number))
				.toList();
			for (var act : writers.invokeAll(acts)) {
				act.get();
			}
		}
		write("last");
		remove();
		long last = this.mongo.execute("notes",
				(documents) -> documents.find(new org.bson.Document("_id", this.id)).first().getLong("_seq"));
		assertThat(last).isGreaterThan(20);
		assertThat(awaitTombstone(last)).isEqualTo(last);
		Awaitility.await().until(() -> taken().contains(last));
		assertThat(taken()).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
		assertThat(this.reader.rows.find(this.id)).isEmpty();
	}

	@Test
	void anEventThatComesTwiceOrLateChangesNothing() {
		send(this.id, 2, "{\"text\":\"two\",\"edits\":2}");
		send(this.id, 2, "{\"text\":\"two again\",\"edits\":2}");
		send(this.id, 1, "{\"text\":\"one\",\"edits\":1}");
		send(this.id, 3, "{\"text\":\"three\",\"edits\":3}");
		Awaitility.await().until(() -> taken().size() == 2);
		assertThat(taken()).containsExactly(2L, 3L);
	}

	@Test
	void aTombstoneRemovesTheRowAndAnOlderEventDoesNotBringItBack() {
		send(this.id, 1, "{\"text\":\"one\",\"edits\":1}");
		this.kafka.publish("probe.note", this.id, headers(2), null);
		send(this.id, 1, "{\"text\":\"one\",\"edits\":1}");
		send(this.id + "-end", 1, "{\"text\":\"end\",\"edits\":1}");
		Awaitility.await()
			.until(() -> this.reader.taken.stream().filter((event) -> event.key().equals(this.id)).count() == 2);
		assertThat(this.reader.rows.find(this.id)).isEmpty();
	}

	@Test
	void everyKindOfMalformedEventIsSetAsideWithItsCauseAndTheServiceGoesOn() {
		Map<String, String> causes = new TreeMap<>();
		causes.put("no-json", "{\"text\":");
		causes.put("missing-number", "{\"text\":\"x\"}");
		causes.put("null-number", "{\"text\":\"x\",\"edits\":null}");
		causes.put("text-for-number", "{\"text\":\"x\",\"edits\":\"7\"}");
		causes.put("fraction-for-number", "{\"text\":\"x\",\"edits\":1.5}");
		causes.put("nonsense", "{\"text\":\"x\",\"edits\":-1}");
		causes.put("not-an-object", "[]");
		double before = quarantined();
		causes.forEach((key, value) -> send(this.id + key, 1, value));
		this.kafka.publish("probe.note", this.id + "no-sequence", Map.of("ce_type", "probe.note"), "{}".getBytes());
		send(this.id, 1, "{\"text\":\"good\",\"edits\":1,\"unknown\":true}");
		Awaitility.await().until(() -> taken().equals(List.of(1L)));
		Awaitility.await().until(() -> quarantined() - before == causes.size() + 1);
		String listed = get("/quarantine", Tokens.of("A-1", "administrator")).getBody();
		assertThat(listed).contains("edits: missing, null or of the wrong type", "edits: expected a number from 0",
				"no JSON at line 1", "header ce_sequence");
		assertThat(this.reader.taken).noneMatch((event) -> event.key().contains("number"));
	}

	@Test
	void aTombstoneLetsGoOfWhatWasSetAsideUnderItsKey() {
		send(this.id, 1, "{\"text\":\"about a person\"}");
		send(this.id + "-other", 1, "{\"text\":\"about another\"}");
		org.bson.Document own = new org.bson.Document("key", this.id);
		Awaitility.await().until(() -> this.mongo.getCollection("quarantine").countDocuments(own) == 1);
		this.kafka.publish("probe.note", this.id, headers(2), null);
		Awaitility.await().until(() -> this.mongo.getCollection("quarantine").countDocuments(own) == 0);
		assertThat(
				this.mongo.getCollection("quarantine").countDocuments(new org.bson.Document("key", this.id + "-other")))
			.isOne();
	}

	@Test
	void anEventThatWasSetAsideIsReplayedOnceItsCauseIsMended() {
		this.reader.failure = new IllegalArgumentException("the reader has a bug");
		send(this.id, 1, "{\"text\":\"one\",\"edits\":1}");
		String entry = Awaitility.await()
			.until(() -> this.mongo.getCollection("quarantine").find(new org.bson.Document("key", this.id)).first(),
					java.util.Objects::nonNull)
			.getString("_id");
		assertThat(replay(entry).getStatusCode().value()).isEqualTo(409);
		this.reader.failure = null;
		assertThat(replay(entry).getStatusCode().value()).isEqualTo(204);
		assertThat(taken()).containsExactly(1L);
		assertThat(replay(entry).getStatusCode().value()).isEqualTo(404);
	}

	@Test
	void anEventIsTriedAgainForAsLongAsTheDatabaseIsAway() throws Exception {
		this.reader.failure = new DataAccessResourceFailureException("away");
		send(this.id, 1, "{\"text\":\"one\",\"edits\":1}");
		Thread.sleep(2500);
		assertThat(taken()).isEmpty();
		assertThat(this.mongo.getCollection("quarantine").countDocuments(new org.bson.Document("key", this.id)))
			.isZero();
		this.reader.failure = null;
		Awaitility.await().until(() -> taken().equals(List.of(1L)));
	}

	@Test
	void onlyTokensOfOurIssuerAndAudienceAreTaken() {
		assertThat(get("/me", Tokens.staff("S-1")).getBody()).contains("\"staffId\":\"S-1\"", "\"staff\"");
		for (String refused : List.of("nonsense", Tokens.with(Tokens.claims("S-1").issuer("http://other.test").build()),
				Tokens.with(Tokens.claims("S-1").audience("other").build()),
				Tokens.with(Tokens.claims("S-1").expirationTime(Date.from(Instant.now().minusSeconds(600))).build()))) {
			ResponseEntity<String> answer = get("/me", refused);
			assertThat(answer.getStatusCode().value()).isEqualTo(401);
			assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		}
	}

	@Test
	void rolesCountOnlyInATokenForPeopleAndScopesOnlyWhereTheyAreNamed() {
		write("text");
		assertThat(get("/notes/" + this.id, Tokens.of("S-1", "hr")).getStatusCode().value()).isEqualTo(200);
		assertThat(get("/notes/" + this.id, Tokens.integration("hr-system", "notes.read")).getStatusCode().value())
			.isEqualTo(200);
		assertThat(get("/notes/" + this.id, Tokens.staff("S-1")).getStatusCode().value()).isEqualTo(403);
		String rolesWithoutScope = Tokens
			.with(Tokens.claims("S-1").claim("scope", "openid").claim("roles", List.of("hr")).build());
		assertThat(get("/notes/" + this.id, rolesWithoutScope).getStatusCode().value()).isEqualTo(403);
		assertThat(get("/quarantine", Tokens.of("S-1", "hr", "staff", "supervisor")).getStatusCode().value())
			.isEqualTo(403);
	}

	@Test
	void everyErrorIsAProblemThatSaysWhatAndWhereAndNothingElse() {
		assertThat(put("{\"text\":\" \"}")).contains("urn:holdfast:problem:invalid-request", "/text");
		assertThat(put("{\"text\":\"x\",\"tags\":[\"a\",\"long\"]}")).contains("\"pointer\":\"/tags/1\"");
		assertThat(put("{\"text\":\"x\",\"size\":\"big\"}")).contains("urn:holdfast:problem:unreadable-body",
				"\"pointer\":\"/size\"", "line 1");
		assertThat(put("{")).contains("urn:holdfast:problem:unreadable-body", "line 1");
		assertThat(get("/notes/none", Tokens.of("S-1", "hr")).getBody()).contains("urn:holdfast:problem:no-such-note");
		assertThat(get("/broken", Tokens.staff("S-1")).getBody()).contains("urn:holdfast:problem:unexpected")
			.doesNotContain("secret");
		assertThat(get("/nowhere", Tokens.staff("S-1")).getBody()).contains("\"status\":404");
	}

	@Test
	void aSimulatedClockStandsStillUntilItIsSet() {
		String administrator = Tokens.of("A-1", "administrator");
		String read = client().put()
			.uri("/clock")
			.header("Authorization", "Bearer " + administrator)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"now\":\"2026-05-01T08:00:00Z\"}")
			.retrieve()
			.body(String.class);
		assertThat(read).contains("2026-05-01T08:00:00Z");
		assertThat(get("/clock", administrator).getBody()).contains("2026-05-01T08:00:00Z", "\"simulated\":true");
		assertThat(get("/clock", Tokens.of("S-1", "hr")).getStatusCode().value()).isEqualTo(403);
		client().delete()
			.uri("/clock")
			.header("Authorization", "Bearer " + administrator)
			.retrieve()
			.toBodilessEntity();
		assertThat(get("/clock", administrator).getBody()).contains("\"simulated\":false");
	}

	@Test
	void healthMetricsAndOpenApiNeedNoToken() {
		assertThat(get("/actuator/health/readiness", null).getBody()).contains("UP");
		assertThat(get("/actuator/prometheus", null).getBody()).contains("holdfast_outbox_waiting");
		assertThat(get("/v3/api-docs", null).getBody()).contains("/quarantine");
		assertThat(get("/actuator/env", null).getStatusCode().value()).isEqualTo(401);
	}

	private Note write(String text) {
		return this.notes.change(this.id, (present) -> Note.write(present, this.id, text));
	}

	/**
	 * The sequence number of the tombstone, which nothing follows. An event may have been
	 * published twice: it was on its way when its aggregate was removed.
	 */
	private long awaitTombstone(long atLeast) {
		List<KafkaProbe.Published> published = this.kafka.await("probe.note", (found) -> {
			List<KafkaProbe.Published> own = found.stream().filter((each) -> each.key().equals(this.id)).toList();
			return !own.isEmpty() && own.getLast().value() == null && own.getLast().sequence() >= atLeast;
		}).stream().filter((each) -> each.key().equals(this.id)).toList();
		assertThat(published.getLast().sequence())
			.isEqualTo(published.stream().mapToLong(KafkaProbe.Published::sequence).max().orElseThrow());
		return published.getLast().sequence();
	}

	private boolean remove() {
		return this.notes.remove(this.id, (note) -> List.of(Event.tombstone("probe.note", note.id())));
	}

	private String stored() {
		org.bson.Document found = this.mongo.execute("notes",
				(documents) -> documents.find(new org.bson.Document("_id", this.id)).first());
		return (found != null) ? found.toJson() : "nothing";
	}

	private List<Long> taken() {
		return this.reader.taken.stream()
			.filter((event) -> event.key().equals(this.id))
			.map((event) -> event.seq())
			.toList();
	}

	private List<KafkaProbe.Published> published(int count) {
		return this.kafka
			.await("probe.note",
					(found) -> found.stream().filter((each) -> each.key().equals(this.id)).count() >= count)
			.stream()
			.filter((each) -> each.key().equals(this.id))
			.toList();
	}

	private double quarantined() {
		return this.meters.counter("holdfast.events", "topic", "probe.note", "outcome", "quarantined").count();
	}

	private void send(String key, long sequence, String value) {
		this.kafka.publish("probe.note", key, headers(sequence), value.getBytes(StandardCharsets.UTF_8));
	}

	private static Map<String, String> headers(long sequence) {
		return Map.of("ce_type", "probe.note", "ce_time", "2026-01-01T00:00:00Z", "ce_sequence",
				String.valueOf(sequence));
	}

	private ResponseEntity<String> replay(String entry) {
		return client().post()
			.uri("/quarantine/{id}/replay", entry)
			.header("Authorization", "Bearer " + Tokens.of("A-1", "administrator"))
			.retrieve()
			.toEntity(String.class);
	}

	private String put(String body) {
		return client().put()
			.uri("/notes/" + this.id)
			.header("Authorization", "Bearer " + Tokens.staff("S-1"))
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.body(String.class);
	}

	private ResponseEntity<String> get(String path, String token) {
		RestClient.RequestHeadersSpec<?> request = client().get().uri(path);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return request.retrieve().toEntity(String.class);
	}

	private RestClient client() {
		return RestClient.builder()
			.baseUrl("http://localhost:" + this.port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
	}

}
