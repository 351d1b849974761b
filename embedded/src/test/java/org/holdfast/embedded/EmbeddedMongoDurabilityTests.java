package org.holdfast.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Kills a process in the midst of writing and looks for what it had acknowledged.
 */
@Timeout(120)
class EmbeddedMongoDurabilityTests {

	private static final int KILLS = Integer.getInteger("kills", 5);

	@TempDir
	private Path folder;

	@Test
	void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
		Set<String> acknowledged = new HashSet<>();
		Map<String, Integer> counters = new HashMap<>();
		for (int kill = 1; kill <= KILLS; kill++) {
			// With and without a forced write: a kill must spare what is with the
			// operating system.
			List<String> options = List.of("-D" + EmbeddedMongo.FORCE + "=" + (kill % 2 == 0));
			List<String> lines;
			try (Child child = Child.start(Writers.class, options, this.folder, kill)) {
				child.awaitFirstLine();
				Thread.sleep(ThreadLocalRandom.current().nextInt(100, 1500));
				lines = child.kill();
			}
			for (String line : lines) {
				String[] words = line.split(" ");
				if (words[0].equals("inserted")) {
					acknowledged.add(words[1]);
				}
				else {
					counters.merge(words[1], Integer.valueOf(words[2]), Math::max);
				}
			}
			try (EmbeddedMongo mongo = EmbeddedMongo.start(this.folder, 0);
					MongoClient client = MongoClients.create(mongo.uri())) {
				assertNothingLost(client, acknowledged, counters);
				assertIndexIntact(Writers.entries(client), kill);
			}
		}
		IO.println("%d kills, %,d acknowledged inserts, %,d acknowledged increments: none lost".formatted(KILLS,
				acknowledged.size(), counters.values().stream().mapToInt(Integer::intValue).sum()));
		assertThat(acknowledged).hasSizeGreaterThan(KILLS * 10);
	}

	private static void assertNothingLost(MongoClient client, Set<String> acknowledged, Map<String, Integer> counters) {
		Set<String> missing = new HashSet<>(acknowledged);
		for (Document entry : Writers.entries(client).find()) {
			missing.remove(entry.getString("_id"));
			assertThat(entry.getString("text")).hasSize(200);
		}
		assertThat(missing).isEmpty();
		counters.forEach((id, value) -> {
			Document counter = Writers.counters(client).find(Filters.eq("_id", id)).first();
			assertThat(counter.getInteger("value")).isGreaterThanOrEqualTo(value);
			assertThat(counter.getList("outbox", Integer.class)).hasSize(Math.min(counter.getInteger("value"), 50));
		});
	}

	/** Each entry is in the index, and the index holds nothing that is no entry. */
	private static void assertIndexIntact(MongoCollection<Document> entries, int kill) {
		List<Document> ofThisKill = entries.find(Filters.eq("kill", kill)).into(new ArrayList<>());
		int step = Math.max(1, ofThisKill.size() / 200);
		Map<Integer, Integer> last = new HashMap<>();
		for (int i = 0; i < ofThisKill.size(); i++) {
			Document entry = ofThisKill.get(i);
			last.merge(entry.getInteger("writer"), entry.getInteger("number"), Math::max);
			if (i % step == 0) {
				assertThatExceptionOfType(MongoWriteException.class)
					.isThrownBy(() -> entries.insertOne(new Document(entry).append("_id", "second")))
					.withMessageContaining("E11000");
			}
		}
		last.forEach((writer, number) -> {
			for (int next = number + 1; next <= number + 3; next++) {
				entries.insertOne(Writers.entry(kill, writer, next));
			}
		});
	}

	/**
	 * Writes from many threads and says what has been acknowledged.
	 */
	static final class Writers {

		private static final int WRITERS = 8;

		private Writers() {
		}

		static void main(String[] args) {
			EmbeddedMongo mongo = EmbeddedMongo.start(Path.of(args[0]), 0);
			int kill = Integer.parseInt(args[1]);
			MongoClient client = MongoClients.create(mongo.uri());
			entries(client).createIndex(Indexes.ascending("kill", "writer", "number"), new IndexOptions().unique(true));
			for (int writer = 0; writer < WRITERS; writer++) {
				int number = writer;
				Thread.ofPlatform().start(() -> {
					for (int i = 0;; i++) {
						entries(client).insertOne(entry(kill, number, i));
						Child.acknowledge("inserted " + id(kill, number, i));
						Document counter = counters(client).findOneAndUpdate(Filters.eq("_id", "counter-" + number % 3),
								Updates.combine(Updates.inc("value", 1),
										Updates.pushEach("outbox", List.of(i), new PushOptions().slice(-50))),
								new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
						Child.acknowledge("counted counter-" + number % 3 + " " + counter.getInteger("value"));
					}
				});
			}
		}

		static MongoCollection<Document> entries(MongoClient client) {
			return client.getDatabase("durability").getCollection("entries");
		}

		static MongoCollection<Document> counters(MongoClient client) {
			return client.getDatabase("durability").getCollection("counters");
		}

		static Document entry(int kill, int writer, int number) {
			return new Document("_id", id(kill, writer, number)).append("kill", kill)
				.append("writer", writer)
				.append("number", number)
				.append("text", "x".repeat(200));
		}

		private static String id(int kill, int writer, int number) {
			return kill + "-" + writer + "-" + number;
		}

	}

}
