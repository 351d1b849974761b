package org.holdfast.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

import de.bwaldvogel.mongo.MongoServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document database inside this process, in one file on disk, whose acknowledged writes
 * survive a kill.
 */
public final class EmbeddedMongo implements AutoCloseable {

	/**
	 * System property: the free space in bytes below which writes are refused, by default
	 * 64 MiB.
	 */
	public static final String RESERVE = "holdfast.mongodb.reserve";

	/**
	 * System property: whether a write is forced to the disk, and so survives a power
	 * failure, before it is acknowledged; by default true.
	 */
	public static final String FORCE = "holdfast.mongodb.force";

	private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);

	private static final String NAME = "embedded database";

	private static final long DEFAULT_RESERVE = 64L * 1024 * 1024;

	/** A thread serves its connections one by one, also while it waits for a commit. */
	private static final int THREADS = 32;

	private final MongoServer server;

	private final DurableBackend backend;

	private final DataFolder folder;

	private final Thread care;

	private final int port;

	private volatile boolean closed;

	private EmbeddedMongo(MongoServer server, DurableBackend backend, DataFolder folder, Duration careInterval) {
		this.server = server;
		this.backend = backend;
		this.folder = folder;
		this.port = server.getLocalAddress().getPort();
		this.care = Thread.ofPlatform().daemon().name("embedded-mongo-care").unstarted(() -> care(careInterval));
	}

	/**
	 * Starts the database and resumes from what the directory holds.
	 * @param directory where the file lives, created when missing
	 * @param port the port to listen on, 0 for any free one
	 * @return the running database
	 * @throws EmbeddedStartException with cause and remedy
	 */
	public static EmbeddedMongo start(Path directory, int port) {
		return start(directory, port, Settings.of(directory));
	}

	static EmbeddedMongo start(Path directory, int port, Settings settings) {
		if (port != 0) {
			Loopback.requireFree(port, NAME);
		}
		DataFolder folder = DataFolder.take(directory, NAME);
		try {
			DurableBackend backend = new DurableBackend(directory.resolve("mongo.mv"), settings);
			EmbeddedMongo mongo = new EmbeddedMongo(listen(backend, port), backend, folder, settings.careInterval());
			mongo.care.start();
			return mongo;
		}
		catch (RuntimeException ex) {
			folder.close();
			throw ex;
		}
	}

	private static MongoServer listen(DurableBackend backend, int port) {
		MongoServer server = new MongoServer(backend);
		try {
			server.bind(Loopback.address(port), 1, THREADS);
			return server;
		}
		catch (RuntimeException ex) {
			backend.close();
			throw Loopback.inUse(port, NAME, ex);
		}
	}

	/**
	 * What clients connect to.
	 * @return a MongoDB connection string without a database
	 */
	public String uri() {
		return "mongodb://" + Loopback.HOST + ":" + this.port;
	}

	/**
	 * Whether reads and writes are being served.
	 * @return false also while the disk is too full to write
	 */
	public boolean isHealthy() {
		return !this.closed && this.backend.isHealthy();
	}

	DurableBackend backend() {
		return this.backend;
	}

	private void care(Duration interval) {
		while (!this.closed) {
			try {
				Thread.sleep(interval);
				this.backend.care();
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				log.warn("The embedded database could not be tended; trying again", ex);
			}
		}
	}

	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			this.server.shutdownNow();
			this.folder.close();
		}
	}

	/**
	 * What may differ between installations, and what tests replace.
	 *
	 * @param reserve free bytes below which writes are refused
	 * @param freeSpace the free bytes now
	 * @param forceToDisk whether an acknowledged write survives a power failure
	 * @param careInterval how often to look after the file
	 */
	record Settings(long reserve, LongSupplier freeSpace, boolean forceToDisk, Duration careInterval) {

		static Settings of(Path directory) {
			return new Settings(Long.getLong(RESERVE, DEFAULT_RESERVE), directory.toFile()::getUsableSpace,
					Boolean.parseBoolean(System.getProperty(FORCE, "true")), Duration.ofSeconds(2));
		}

	}

}
