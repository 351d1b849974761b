package org.holdfast.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * The broker and the database together, as the standalone program and the tests use them.
 */
public final class EmbeddedPair implements AutoCloseable {

	private final EmbeddedKafka kafka;

	private final EmbeddedMongo mongo;

	private EmbeddedPair(EmbeddedKafka kafka, EmbeddedMongo mongo) {
		this.kafka = kafka;
		this.mongo = mongo;
	}

	/**
	 * Starts both and resumes from what the directory holds.
	 * @param directory where both keep their files, created when missing
	 * @param kafkaPort the broker's port, 0 for any free one
	 * @param mongoPort the database's port, 0 for any free one
	 * @return the running pair
	 * @throws EmbeddedStartException with cause and remedy
	 */
	public static EmbeddedPair start(Path directory, int kafkaPort, int mongoPort) {
		CompletableFuture<EmbeddedKafka> kafka = CompletableFuture
			.supplyAsync(() -> EmbeddedKafka.start(directory.resolve("kafka"), kafkaPort));
		EmbeddedMongo mongo;
		try {
			mongo = EmbeddedMongo.start(directory.resolve("mongo"), mongoPort);
		}
		catch (RuntimeException ex) {
			kafka.thenAccept(EmbeddedKafka::close);
			throw ex;
		}
		try {
			return new EmbeddedPair(kafka.join(), mongo);
		}
		catch (CompletionException ex) {
			mongo.close();
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * The pair that all tests of this process share, in a temporary folder that goes with
	 * the process.
	 * @return the running pair, not to be closed
	 */
	public static EmbeddedPair shared() {
		return Shared.PAIR;
	}

	public EmbeddedKafka kafka() {
		return this.kafka;
	}

	public EmbeddedMongo mongo() {
		return this.mongo;
	}

	@Override
	public void close() {
		this.kafka.close();
		this.mongo.close();
	}

	private static final class Shared {

		static final EmbeddedPair PAIR = startShared();

		private static EmbeddedPair startShared() {
			try {
				Path folder = Files.createTempDirectory("holdfast-");
				EmbeddedPair pair = start(folder, 0, 0);
				Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
					pair.close();
					delete(folder);
				}));
				return pair;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void delete(Path folder) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.deleteIfExists(file);
				}
			}
			catch (IOException ex) {
				// the operating system empties its temporary folder in time
			}
		}

	}

}
