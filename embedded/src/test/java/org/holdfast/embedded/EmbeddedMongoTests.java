package org.holdfast.embedded;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class EmbeddedMongoTests {

	private static final long MEBIBYTE = 1024 * 1024;

	private final AtomicLong freeSpace = new AtomicLong(Long.MAX_VALUE);

	@TempDir
	private Path folder;

	private EmbeddedMongo mongo;

	private MongoClient client;

	private MongoCollection<Document> entries;

	@BeforeEach
	void start() {
		EmbeddedMongo.Settings settings = new EmbeddedMongo.Settings(64 * MEBIBYTE, this.freeSpace::get, false,
				Duration.ofMillis(100));
		this.mongo = EmbeddedMongo.start(this.folder, 0, settings);
		this.client = MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString(this.mongo.uri()))
			.uuidRepresentation(UuidRepresentation.STANDARD)
			.build());
		this.entries = this.client.getDatabase("one").getCollection("entries");
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.mongo.close();
	}

	@Test
	void whatWasWrittenIsThereAfterARestart() {
		this.entries.createIndex(Indexes.ascending("a", "b"), new IndexOptions().unique(true));
		this.entries.insertOne(new Document("_id", 1).append("a", 1).append("b", 1));
		stop();
		start();
		assertThat(this.entries.find().first()).isEqualTo(new Document("_id", 1).append("a", 1).append("b", 1));
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.entries.insertOne(new Document("_id", 2).append("a", 1).append("b", 1)))
			.withMessageContaining("E11000");
	}

	@Test
	void ofManyWhoCompareAndSetOneWinsEachRound() throws Exception {
		this.entries.insertOne(new Document("_id", 1).append("seq", 0));
		AtomicInteger won = new AtomicInteger();
		inParallel(8, (writer) -> {
			for (int seq = 0; seq < 40; seq++) {
				won.addAndGet((int) this.entries
					.updateOne(Filters.and(Filters.eq("_id", 1), Filters.eq("seq", seq)),
							Updates.combine(Updates.inc("seq", 1), Updates.push("log", writer)))
					.getModifiedCount());
				while (this.entries.find(Filters.eq("_id", 1)).first().getInteger("seq") <= seq) {
					Thread.onSpinWait();
				}
			}
		});
		assertThat(won).hasValue(40);
		assertThat(this.entries.find().first().getList("log", Integer.class)).hasSize(40);
	}

	@Test
	void findAndModifyHandsOutEveryNumberOnce() throws Exception {
		List<Integer> numbers = new ArrayList<>();
		inParallel(8, (writer) -> {
			for (int i = 0; i < 50; i++) {
				int number = this.entries
					.findOneAndUpdate(Filters.eq("_id", "counter"), Updates.inc("next", 1),
							new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))
					.getInteger("next");
				synchronized (numbers) {
					numbers.add(number);
				}
			}
		});
		assertThat(numbers).hasSize(400).doesNotHaveDuplicates();
	}

	@Test
	void anArrayFilterChangesTheMatchingElementsOnly() {
		this.entries.insertOne(Document
			.parse("{_id: 1, outbox: [{seq: 1, state: 'new'}, {seq: 2, state: 'new'}, {seq: 3, state: 'new'}]}"));
		this.entries.updateOne(Filters.eq("_id", 1), Updates.set("outbox.$[sent].state", "sent"),
				new UpdateOptions().arrayFilters(List.of(Filters.lte("sent.seq", 2))));
		assertThat(this.entries.find().first().getList("outbox", Document.class))
			.extracting((event) -> event.getString("state"))
			.containsExactly("sent", "sent", "new");
	}

	@Test
	void aCompoundUniqueIndexRefusesTheSecondOnly() {
		this.entries.createIndex(Indexes.ascending("cycle", "person"), new IndexOptions().unique(true));
		this.entries.insertOne(new Document("cycle", 1).append("person", "a"));
		this.entries.insertOne(new Document("cycle", 1).append("person", "b"));
		this.entries.insertOne(new Document("cycle", 2).append("person", "a"));
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.entries.insertOne(new Document("cycle", 1).append("person", "a")))
			.satisfies((ex) -> assertThat(ex.getError().getCode()).isEqualTo(11000));
		assertThat(this.entries.countDocuments()).isEqualTo(3);
	}

	@Test
	void belowTheReserveItRefusesWritesAndGoesOnReading() {
		this.entries.insertOne(new Document("_id", 1));
		this.freeSpace.set(12 * MEBIBYTE);
		List<Callable<?>> writes = List.of(() -> this.entries.insertOne(new Document("_id", 2)),
				() -> this.entries.updateOne(Filters.eq("_id", 1), Updates.set("a", 1)),
				() -> this.entries.deleteOne(Filters.eq("_id", 1)),
				() -> this.entries.findOneAndDelete(Filters.eq("_id", 1)),
				() -> this.entries.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true)),
				() -> this.entries.aggregate(List.of(new Document("$out", "other"))).first());
		for (Callable<?> write : writes) {
			assertThatExceptionOfType(MongoCommandException.class).isThrownBy(write::call)
				.withMessageContaining("12 MiB are free at " + this.folder)
				.withMessageContaining("reserve of 64 MiB")
				.satisfies((ex) -> assertThat(ex.getErrorCodeName()).isEqualTo("OutOfDiskSpace"));
		}
		assertThat(this.entries.find().first()).isEqualTo(new Document("_id", 1));
		assertThat(this.entries.aggregate(List.of(new Document("$match", new Document()))).first()).isNotNull();
		assertThat(this.mongo.isHealthy()).isFalse();

		this.freeSpace.set(64 * MEBIBYTE);
		this.entries.insertOne(new Document("_id", 2));
		assertThat(this.mongo.isHealthy()).isTrue();
	}

	@Test
	void itTakesWritesByDefaultWhileThereIsSpace() {
		assertThat(EmbeddedMongo.Settings.of(this.folder).reserve()).isEqualTo(64 * MEBIBYTE);
		assertThat(EmbeddedMongo.Settings.of(this.folder).freeSpace().getAsLong()).isPositive();
		assertThat(EmbeddedMongo.Settings.of(this.folder).forceToDisk()).isTrue();
	}

	@Test
	void droppingADatabaseLeavesItsNamesakesAlone() {
		this.entries.insertOne(new Document("_id", 1));
		MongoCollection<Document> others = this.client.getDatabase("one-more").getCollection("entries");
		others.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
		others.insertOne(new Document("_id", 2).append("a", 1));
		this.client.getDatabase("one").drop();
		assertThat(this.entries.countDocuments()).isZero();
		this.entries.insertOne(new Document("_id", 1));
		stop();
		start();
		others = this.client.getDatabase("one-more").getCollection("entries");
		assertThat(others.find().first()).isEqualTo(new Document("_id", 2).append("a", 1));
		assertThat(this.entries.countDocuments()).isOne();
	}

	@Test
	void theFileDoesNotOutgrowItsContent() throws Exception {
		String text = "x".repeat(1000);
		for (int i = 0; i < 3000; i++) {
			this.entries.insertOne(new Document("_id", "entry-" + (i * 37) % 3000).append("text", text));
		}
		Path file = this.folder.resolve("mongo.mv");
		long afterInserts = Files.size(file);
		for (int i = 0; i < 6000; i++) {
			this.entries.updateOne(Filters.eq("_id", "entry-" + (i * 59) % 3000), Updates.inc("n", 1));
		}
		IO.println("%,d bytes of content in %,d, then %,d bytes".formatted(3000 * text.length(), afterInserts,
				Files.size(file)));
		// dead parts are dropped in the background
		Awaitility.await().until(() -> Files.size(file) < 12 * MEBIBYTE);
		assertThat(this.entries.countDocuments(Filters.eq("n", 2))).isEqualTo(3000);
	}

	@Test
	void scansAreWholeWhileTheFileIsRewritten() throws Exception {
		String text = "x".repeat(16_000);
		for (int i = 0; i < 2000; i++) {
			this.entries.insertMany(List.of(new Document("_id", "entry-" + i).append("text", text)));
		}
		AtomicBoolean stop = new AtomicBoolean();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> scans = threads.submit(() -> {
				while (!stop.get()) {
					assertThat(this.entries.countDocuments(Filters.gte("text", "x"))).isEqualTo(2000);
				}
			});
			for (int i = 0; i < 60; i++) {
				this.entries.updateOne(Filters.eq("_id", "entry-" + (i * 37) % 2000), Updates.inc("n", 1));
			}
			stop.set(true);
			scans.get();
		}
	}

	@Test
	void aReaderNeverSeesHalfAnUpdate() throws Exception {
		Document wide = new Document("_id", "both").append("one", 0);
		for (int i = 0; i < 500; i++) {
			wide.append("field" + i, i);
		}
		this.entries.insertOne(wide.append("other", List.of(0)));
		AtomicBoolean stop = new AtomicBoolean();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> readers = new ArrayList<>();
			for (int reader = 0; reader < 3; reader++) {
				readers.add(threads.submit(() -> {
					while (!stop.get()) {
						Document both = this.entries.find(Filters.eq("_id", "both")).first();
						assertThat(both.getList("other", Integer.class)).containsExactly(both.getInteger("one"));
					}
				}));
			}
			for (int i = 1; i <= 1000; i++) {
				this.entries.updateOne(Filters.eq("_id", "both"),
						Updates.combine(Updates.set("one", i), Updates.set("other", List.of(i))));
			}
			stop.set(true);
			for (Future<?> reader : readers) {
				reader.get();
			}
		}
	}

	@Test
	void everyKindOfValueIsReadAsItWasWritten() {
		Document all = new Document("_id", new ObjectId()).append("text", "Grüße")
			.append("whole", 1)
			.append("large", 1L << 60)
			.append("real", 0.1)
			.append("exact", new Decimal128(new BigDecimal("12.340")))
			.append("yes", true)
			.append("nothing", null)
			.append("time", new Date(1_700_000_000_123L))
			.append("bytes", new Binary(new byte[] { 1, 2, 3 }))
			.append("uuid", UUID.fromString("8a1f5c7e-0b9d-4f36-9a51-3f1c2d4e5b60"))
			.append("inner", new Document("list", List.of(1, "two", new Document("three", 3), List.of())));
		this.entries.createIndex(Indexes.ascending("yes", "nothing", "time", "inner", "missing"),
				new IndexOptions().unique(true));
		this.entries.insertOne(all);
		stop();
		start();
		assertThat(this.entries.find().first()).isEqualTo(all);
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.entries.insertOne(new Document(all).append("_id", new ObjectId())))
			.withMessageContaining("E11000");
		assertThat(this.entries.deleteOne(Filters.eq("_id", all.getObjectId("_id"))).getDeletedCount()).isOne();
		this.entries.insertOne(all);
	}

	@Test
	void idsOfAnyKindAreFound() {
		List<Object> ids = List.of("text", new ObjectId(), UUID.randomUUID(), 1, 2L, new Document("a", 1));
		for (Object id : ids) {
			this.entries.insertOne(new Document("_id", id).append("seq", 7));
		}
		for (Object id : ids) {
			assertThat(found(Filters.eq("_id", id))).containsExactly(id);
			assertThat(found(new Document("_id", id).append("seq", 7))).containsExactly(id);
			assertThat(found(new Document("_id", id).append("seq", 8))).isEmpty();
			assertThat(found(Filters.and(Filters.eq("seq", 7), Filters.eq("_id", id)))).containsExactly(id);
			assertThat(found(Filters.and(Filters.eq("seq", 8), Filters.eq("_id", id)))).isEmpty();
		}
		assertThat(found(Filters.and(Filters.eq("_id", "text"), Filters.eq("_id", 1)))).isEmpty();
		assertThat(found(new Document("_id", "absent").append("seq", 7))).isEmpty();
		assertThat(found(Filters.in("_id", ids))).containsExactlyInAnyOrderElementsOf(ids);
	}

	private List<Object> found(Bson query) {
		return this.entries.find(query).map((document) -> document.get("_id")).into(new ArrayList<>());
	}

	@Test
	void aDocumentLargerThanMongoAllowsIsRefused() {
		this.entries.insertOne(new Document("_id", "large").append("list", new ArrayList<>()));
		String mebibyte = "x".repeat((int) MEBIBYTE);
		assertThatExceptionOfType(MongoException.class).isThrownBy(() -> {
			for (int i = 0; i < 20; i++) {
				this.entries.updateOne(Filters.eq("_id", "large"), Updates.push("list", mebibyte));
			}
		}).withMessageContaining("at most 16777216 are allowed");
		assertThat(this.mongo.isHealthy()).isTrue();
		assertThat(this.entries.find().first().getList("list", String.class)).hasSize(15);
	}

	@Test
	void whatARefusedCommandCarriedIsNotLogged() {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		root.addAppender(lines);
		try {
			this.entries.insertOne(new Document("_id", "diary"));
			assertThatExceptionOfType(MongoException.class)
				.isThrownBy(() -> this.entries.findOneAndUpdate(Filters.eq("_id", "diary"),
						Updates.combine(Updates.set("_id", "other"), Updates.set("text", "very private"))));
		}
		finally {
			root.detachAppender(lines);
		}
		assertThat(lines.list).filteredOn((line) -> line.getLevel().isGreaterOrEqual(Level.INFO))
			.noneMatch((line) -> line.getFormattedMessage().contains("very private"));
	}

	@Test
	void itOpensTheFileAgainAfterAFailedCommit() throws Exception {
		this.entries.insertOne(new Document("_id", 1));
		breakTheFile();
		assertThatExceptionOfType(MongoException.class)
			.isThrownBy(() -> this.entries.insertOne(new Document("_id", 2)));
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(this.mongo::isHealthy);
		assertThat(this.entries.find().into(new ArrayList<>())).containsExactly(new Document("_id", 1));
		this.entries.insertOne(new Document("_id", 3));
		stop();
		start();
		assertThat(this.entries.countDocuments()).isEqualTo(2);
	}

	private void breakTheFile() throws Exception {
		this.mongo.backend().store().file().getFileStore().close();
	}

	@Test
	void aPortInUseIsNamedWithItsRemedy() {
		int port = Integer.parseInt(this.mongo.uri().substring(this.mongo.uri().lastIndexOf(':') + 1));
		assertThatExceptionOfType(EmbeddedStartException.class)
			.isThrownBy(() -> EmbeddedMongo.start(this.folder.resolve("second"), port))
			.withMessage(
					"Port %d is in use, which the embedded database needs. Stop what holds it or set HOLDFAST_PORT.",
					port);
	}

	@Test
	void aFolderInUseIsNamedWithItsRemedy() {
		assertThatExceptionOfType(EmbeddedStartException.class).isThrownBy(() -> EmbeddedMongo.start(this.folder, 0))
			.withMessageContaining(this.folder + " is in use, where the embedded database keeps its files")
			.withMessageContaining("Stop the other Holdfast");
	}

	@Test
	void aDamagedFileIsNamedWithItsRemedy() throws Exception {
		Path damaged = Files.createDirectories(this.folder.resolve("damaged")).resolve("mongo.mv");
		Files.writeString(damaged, "no database ".repeat(2000));
		assertThatExceptionOfType(EmbeddedStartException.class)
			.isThrownBy(() -> EmbeddedMongo.start(damaged.getParent(), 0))
			.withMessageContaining("mongo.mv is damaged")
			.withMessageContaining("restore the data folder from a backup");
	}

	@Test
	void aTornEndOfTheFileCostsNothingThatWasAcknowledgedBefore() throws Exception {
		this.entries.insertOne(new Document("_id", 1));
		stop();
		try (FileChannel file = FileChannel.open(this.folder.resolve("mongo.mv"), StandardOpenOption.WRITE)) {
			file.write(ByteBuffer.wrap("chunk:ff,block:9".getBytes()), file.size());
		}
		start();
		assertThat(this.entries.countDocuments()).isOne();
	}

	@Test
	void aFolderThatCannotBeWrittenIsNamedWithItsRemedy() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "in the way");
		assertThatExceptionOfType(EmbeddedStartException.class)
			.isThrownBy(() -> EmbeddedMongo.start(file.resolve("data"), 0))
			.withMessageContaining("cannot be written, where the embedded database keeps its files")
			.withMessageContaining("Give this user the right");
	}

	private static void inParallel(int writers, Writer work) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> running = new ArrayList<>();
			for (int writer = 0; writer < writers; writer++) {
				int number = writer;
				running.add(threads.submit(() -> work.write(number)));
			}
			for (Future<?> each : running) {
				each.get();
			}
		}
	}

	private interface Writer {

		void write(int writer);

	}

}
