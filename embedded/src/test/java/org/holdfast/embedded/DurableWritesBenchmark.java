package org.holdfast.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Prints the median of acknowledged inserts per second, bare (which loses writes at a
 * kill) and durable, with one writer and with 16.
 */
final class DurableWritesBenchmark {

	private static final int ROUNDS = 5;

	private static final int SECONDS = 3;

	private DurableWritesBenchmark() {
	}

	static void main(String[] args) throws Exception {
		for (int writers : List.of(1, 16)) {
			Path bare = Files.createTempDirectory("bare");
			MongoServer server = new MongoServer(new H2Backend(bare.resolve("mongo.mv").toString()));
			try {
				print("bare", writers, server.bindAndGetConnectionString(), bare);
			}
			finally {
				server.shutdownNow();
			}
			Path durable = Files.createTempDirectory("durable");
			try (EmbeddedMongo mongo = EmbeddedMongo.start(durable, 0)) {
				print("durable", writers, mongo.uri(), durable);
			}
		}
	}

	private static void print(String name, int writers, String uri, Path folder) throws Exception {
		try (MongoClient client = MongoClients.create(uri)) {
			MongoCollection<Document> entries = client.getDatabase("benchmark").getCollection("entries");
			insertsPerSecond(entries, writers);
			double[] rounds = new double[ROUNDS];
			for (int round = 0; round < ROUNDS; round++) {
				rounds[round] = insertsPerSecond(entries, writers);
			}
			Arrays.sort(rounds);
			IO.println("%-8s %2d writers: %6.0f inserts/s, %,d documents in %,d bytes".formatted(name, writers,
					rounds[ROUNDS / 2], entries.countDocuments(), Files.size(folder.resolve("mongo.mv"))));
		}
	}

	private static double insertsPerSecond(MongoCollection<Document> entries, int writers) throws InterruptedException {
		AtomicBoolean stop = new AtomicBoolean();
		LongAdder inserted = new LongAdder();
		List<Thread> threads = new ArrayList<>();
		for (int writer = 0; writer < writers; writer++) {
			threads.add(Thread.ofPlatform().start(() -> {
				while (!stop.get()) {
					entries.insertOne(new Document("_id", new ObjectId()).append("text", "x".repeat(200)));
					inserted.increment();
				}
			}));
		}
		Thread.sleep(SECONDS * 1000L);
		stop.set(true);
		for (Thread thread : threads) {
			thread.join();
		}
		return (double) inserted.sum() / SECONDS;
	}

}
