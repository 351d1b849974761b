package org.holdfast.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a command that changes something only after the change is durable, and refuses
 * it while the disk is nearly full.
 */
final class DurableBackend implements MongoBackend {

	private static final Logger log = LoggerFactory.getLogger(DurableBackend.class);

	/** Commands that touch no documents; {@code getMore} serves what a find has read. */
	private static final Set<String> NEUTRAL = Set.of("hello", "ismaster", "ping", "buildinfo", "serverstatus",
			"hostinfo", "whatsmyuri", "getlog", "getcmdlineopts", "getfreemonitoringstatus", "connectionstatus",
			"replsetgetstatus", "getlasterror", "reseterror", "getmore", "killcursors", "endsessions");

	private static final Set<String> READS = Set.of("find", "count", "distinct", "listdatabases", "listcollections",
			"listindexes", "dbstats", "collstats", "validate");

	private final Path file;

	private final EmbeddedMongo.Settings settings;

	private volatile DurableStore store;

	private volatile boolean closed;

	DurableBackend(Path file, EmbeddedMongo.Settings settings) {
		this.file = file;
		this.settings = settings;
		this.store = DurableStore.open(file, settings.forceToDisk());
	}

	@Override
	public Document handleMessage(MongoMessage message) {
		Document query = message.getDocument();
		String command = query.keySet().iterator().next();
		try {
			return handle(command, query, (backend) -> backend.handleMessage(message));
		}
		catch (MongoServerException ex) {
			// Not left to the caller, which would log the documents of the command.
			log.debug("Refused {}", command, ex);
			return refusal(ex);
		}
		catch (RuntimeException ex) {
			log.error("Failed at {}", command, ex);
			return refusal(new MongoServerError(1, "InternalError", "The embedded database failed at " + command));
		}
	}

	private static Document refusal(MongoServerException ex) {
		Document refusal = new Document("ok", 0).append("errmsg", ex.getMessageWithoutErrorCode());
		if (ex instanceof MongoServerError error) {
			refusal.append("code", error.getCode());
			refusal.putIfNotNull("codeName", error.getCodeName());
		}
		return refusal;
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		return handle(command, query, (backend) -> backend.handleCommand(channel, database, command, query));
	}

	@Override
	public QueryResult handleQuery(MongoQuery query) {
		return read((backend) -> backend.handleQuery(query));
	}

	@Override
	public void dropDatabase(String database) {
		write((backend) -> {
			backend.dropDatabase(database);
			return database;
		});
	}

	private Document handle(String command, Document query, Action<Document> action) {
		String name = command.toLowerCase(Locale.ROOT);
		if (NEUTRAL.contains(name)) {
			return action.on(this.store.backend());
		}
		if (READS.contains(name) || (name.equals("aggregate") && !writes(query))) {
			return read(action);
		}
		return write(action);
	}

	private static boolean writes(Document aggregate) {
		return !(aggregate.get("pipeline") instanceof Collection<?> stages) || stages.stream()
			.anyMatch((stage) -> !(stage instanceof Document document) || document.containsKey("$out")
					|| document.containsKey("$merge"));
	}

	private <T> T read(Action<T> action) {
		DurableStore current = this.store;
		return intact(current, () -> current.read(() -> action.on(current.backend())));
	}

	private <T> T write(Action<T> action) {
		DurableStore current = this.store;
		requireSpace();
		return intact(current, () -> current.write(() -> action.on(current.backend())));
	}

	private static <T> T intact(DurableStore store, Supplier<T> action) {
		try {
			return action.get();
		}
		catch (MongoServerException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (store.isIntact()) {
				throw ex;
			}
			throw new MongoServerError(91, "ShutdownInProgress",
					"The embedded database could not write its file and does not say that it did. It opens the file again by itself; if this stays, look at the disk and the log.",
					ex);
		}
	}

	private void requireSpace() {
		long free = this.settings.freeSpace().getAsLong();
		if (free < this.settings.reserve()) {
			throw new MongoServerError(14031, "OutOfDiskSpace",
					"The embedded database takes no changes: %d MiB are free at %s, which is less than the reserve of %d MiB. Free some space; reading goes on meanwhile."
						.formatted(free >> 20, this.file.getParent(), this.settings.reserve() >> 20));
		}
	}

	private boolean hasSpace() {
		return this.settings.freeSpace().getAsLong() >= this.settings.reserve();
	}

	DurableStore store() {
		return this.store;
	}

	boolean isHealthy() {
		return this.store.isIntact() && hasSpace();
	}

	/**
	 * Opens the file again after a failed commit, and otherwise keeps it compact.
	 */
	synchronized void care() {
		if (this.closed || !hasSpace()) {
			return;
		}
		if (!this.store.isIntact()) {
			this.store = DurableStore.open(this.file, this.settings.forceToDisk());
			log.warn("The embedded database opened its file again after a failed commit");
		}
		else {
			while (!this.closed && this.store.compact()) {
				Thread.yield();
			}
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.store.close();
	}

	@Override
	public void handleClose(Channel channel) {
		this.store.backend().handleClose(channel);
	}

	@Override
	public Collection<Document> getCurrentOperations(MongoQuery query) {
		return this.store.backend().getCurrentOperations(query);
	}

	@Override
	public Document getServerStatus() {
		return this.store.backend().getServerStatus();
	}

	@Override
	public void closeCursors(List<Long> cursorIds) {
		this.store.backend().closeCursors(cursorIds);
	}

	@Override
	public Clock getClock() {
		return this.store.backend().getClock();
	}

	@Override
	public void enableOplog() {
		throw new UnsupportedOperationException("The embedded database keeps no oplog");
	}

	@Override
	public void disableOplog() {
	}

	@Override
	public MongoDatabase resolveDatabase(String database) {
		throw new UnsupportedOperationException("The embedded database is changed by commands only");
	}

	@Override
	public MongoBackend version(MongoVersion version) {
		throw new UnsupportedOperationException("The version of the embedded database is fixed");
	}

	/**
	 * What a command does to the backend that is open now.
	 */
	private interface Action<T> {

		T on(MongoBackend backend);

	}

}
