package org.holdfast.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A document database inside this process, in one file on disk, whose acknowledged writes
 * survive a kill.
 */
public final class EmbeddedMongo implements AutoCloseable {

	private static final int CACHE_MEGABYTES = 16;

	private static final int WORKERS = 32;

	private final MongoServer server;

	private final DurableBackend backend;

	private final int port;

	private boolean closed;

	private EmbeddedMongo(MongoServer server, DurableBackend backend) {
		this.server = server;
		this.backend = backend;
		this.port = server.getLocalAddress().getPort();
	}

	/**
	 * Starts the database and resumes from what the directory holds.
	 * @param directory where the file lives, created when missing
	 * @param port the port to listen on, 0 for any free one
	 * @return the running database
	 * @throws EmbeddedStartException with cause and remedy
	 */
	public static EmbeddedMongo start(Path directory, int port) {
		if (port != 0) {
			Loopback.requireFree(port, "embedded database");
		}
		DurableBackend backend = new DurableBackend(new H2Backend(open(directory)));
		MongoServer server = new MongoServer(backend);
		try {
			server.bind(Loopback.address(port), 1, WORKERS);
		}
		catch (RuntimeException ex) {
			backend.close();
			throw new EmbeddedStartException("The embedded database cannot listen on port " + port + ": "
					+ ex.getMessage() + ". Stop what holds it or set HOLDFAST_PORT.", ex);
		}
		return new EmbeddedMongo(server, backend);
	}

	private static MVStore open(Path directory) {
		Path file = directory.resolve("mongo.mv");
		try {
			Files.createDirectories(directory);
			MVStore store = new MVStore.Builder().fileName(file.toString())
				.cacheSize(CACHE_MEGABYTES)
				.autoCommitDisabled()
				.open();
			store.setRetentionTime(0);
			store.setVersionsToKeep(0);
			return store;
		}
		catch (IOException ex) {
			throw new EmbeddedStartException("The folder " + directory
					+ " cannot be written, where the embedded database keeps its file. Give this user the right to write there or choose another data folder.",
					ex);
		}
		catch (MVStoreException ex) {
			throw new EmbeddedStartException(cause(file, ex), ex);
		}
	}

	private static String cause(Path file, MVStoreException ex) {
		return switch (ex.getErrorCode()) {
			case DataUtils.ERROR_FILE_LOCKED -> "The file " + file
					+ " is in use by another process, so the embedded database cannot open it. Stop the other Holdfast that uses this data folder or choose another data folder.";
			case DataUtils.ERROR_FILE_CORRUPT -> "The file " + file
					+ " is damaged, so the embedded database cannot open it. Restore the data folder from a backup.";
			default -> "The embedded database cannot open the file " + file + ": "
					+ Objects.requireNonNullElse(ex.getMessage(), "unknown cause")
					+ ". Check that this user may read and write it.";
		};
	}

	/**
	 * What clients connect to.
	 * @return a MongoDB connection string without a database
	 */
	public String uri() {
		return "mongodb://" + Loopback.HOST + ":" + this.port;
	}

	public boolean isHealthy() {
		return !this.closed && this.backend.isHealthy();
	}

	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			this.server.shutdownNow();
		}
	}

}
