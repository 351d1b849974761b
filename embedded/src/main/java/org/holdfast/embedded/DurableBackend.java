package org.holdfast.embedded;

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
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;

/**
 * Answers a command that writes only after the change is in the file.
 */
final class DurableBackend implements MongoBackend {

	private static final Set<String> READS = Set.of("hello", "ismaster", "isreplicaset", "ping", "buildinfo",
			"serverstatus", "hostinfo", "whatsmyuri", "getlog", "getcmdlineopts", "getfreemonitoringstatus",
			"connectionstatus", "getlasterror", "find", "getmore", "killcursors", "count", "distinct", "listdatabases",
			"listcollections", "listindexes", "dbstats", "collstats", "validate", "endsessions");

	private final H2Backend backend;

	private final GroupCommit commits;

	DurableBackend(H2Backend backend) {
		this.backend = backend;
		this.commits = new GroupCommit(backend::commit);
	}

	@Override
	public Document handleMessage(MongoMessage message) {
		Document query = message.getDocument();
		return handle(query.keySet().iterator().next(), query, () -> this.backend.handleMessage(message));
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		return handle(command, query, () -> this.backend.handleCommand(channel, database, command, query));
	}

	private Document handle(String command, Document query, Supplier<Document> action) {
		if (READS.contains(command.toLowerCase(Locale.ROOT))
				|| (command.equalsIgnoreCase("aggregate") && !writes(query))) {
			return action.get();
		}
		return this.commits.change(action);
	}

	private static boolean writes(Document aggregate) {
		return !(aggregate.get("pipeline") instanceof Collection<?> stages) || stages.stream()
			.anyMatch((stage) -> !(stage instanceof Document document) || document.containsKey("$out")
					|| document.containsKey("$merge"));
	}

	boolean isHealthy() {
		return !this.commits.hasFailed() && !this.backend.getMvStore().isClosed();
	}

	@Override
	public QueryResult handleQuery(MongoQuery query) {
		return this.backend.handleQuery(query);
	}

	@Override
	public void dropDatabase(String database) {
		this.commits.change(() -> {
			this.backend.dropDatabase(database);
			return database;
		});
	}

	@Override
	public void handleClose(Channel channel) {
		this.backend.handleClose(channel);
	}

	@Override
	public Collection<Document> getCurrentOperations(MongoQuery query) {
		return this.backend.getCurrentOperations(query);
	}

	@Override
	public Document getServerStatus() {
		return this.backend.getServerStatus();
	}

	@Override
	public void close() {
		this.backend.close();
	}

	@Override
	public void closeCursors(List<Long> cursorIds) {
		this.backend.closeCursors(cursorIds);
	}

	@Override
	public Clock getClock() {
		return this.backend.getClock();
	}

	@Override
	public void enableOplog() {
		throw new UnsupportedOperationException("The embedded database keeps no oplog");
	}

	@Override
	public void disableOplog() {
		this.backend.disableOplog();
	}

	@Override
	public MongoDatabase resolveDatabase(String database) {
		return this.backend.resolveDatabase(database);
	}

	@Override
	public MongoBackend version(MongoVersion version) {
		this.backend.version(version);
		return this;
	}

}
