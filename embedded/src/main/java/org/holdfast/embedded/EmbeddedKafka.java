package org.holdfast.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker and its controller inside this process, with its log on disk.
 */
public final class EmbeddedKafka implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);

	private static final int PORT_ATTEMPTS = 5;

	private static final Set<EmbeddedKafka> running = ConcurrentHashMap.newKeySet();

	private final KafkaRaftServer server;

	private final int port;

	private final List<Runnable> fatalActions = new CopyOnWriteArrayList<>();

	private volatile boolean fatal;

	private volatile boolean closed;

	private EmbeddedKafka(KafkaRaftServer server, int port) {
		this.server = server;
		this.port = port;
	}

	/**
	 * Starts the broker and resumes from what the directory holds.
	 * @param directory where the log lives, created when missing
	 * @param port the broker's port, 0 for any free one
	 * @return the running broker
	 * @throws EmbeddedStartException with cause and remedy
	 */
	public static EmbeddedKafka start(Path directory, int port) {
		return start(directory, port, 0);
	}

	/**
	 * Starts the broker with a chosen port for its controller.
	 * @param directory where the log lives, created when missing
	 * @param port the broker's port, 0 for any free one
	 * @param controllerPort the controller's port, 0 for any free one
	 * @return the running broker
	 * @throws EmbeddedStartException with cause and remedy
	 */
	public static EmbeddedKafka start(Path directory, int port, int controllerPort) {
		survive();
		for (int attempt = 1;; attempt++) {
			int brokerAt = (port != 0) ? port : Loopback.freePort();
			int controllerAt = (controllerPort != 0) ? controllerPort : Loopback.freePort();
			try {
				return startAt(directory, brokerAt, controllerAt);
			}
			catch (EmbeddedStartException ex) {
				throw ex;
			}
			catch (Exception ex) {
				boolean ours = port == 0 || controllerPort == 0;
				if (!ours || attempt == PORT_ATTEMPTS) {
					throw new EmbeddedStartException("The embedded Kafka broker did not start: " + ex.getMessage(), ex);
				}
			}
		}
	}

	private static EmbeddedKafka startAt(Path directory, int port, int controllerPort) throws Exception {
		Loopback.requireFree(port, "embedded Kafka broker");
		Loopback.requireFree(controllerPort, "embedded Kafka broker (controller)");
		format(directory);
		KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(directory, port, controllerPort), false),
				Time.SYSTEM);
		EmbeddedKafka kafka = new EmbeddedKafka(server, port);
		running.add(kafka);
		try {
			server.startup();
		}
		catch (Exception ex) {
			kafka.close();
			throw ex;
		}
		return kafka;
	}

	private static Map<String, Object> settings(Path directory, int port, int controllerPort) {
		return Map.ofEntries(Map.entry("process.roles", "broker,controller"), Map.entry("node.id", "1"),
				Map.entry("controller.quorum.voters", "1@" + Loopback.HOST + ":" + controllerPort),
				Map.entry("listeners",
						"PLAINTEXT://" + Loopback.HOST + ":" + port + ",CONTROLLER://" + Loopback.HOST + ":"
								+ controllerPort),
				Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
				Map.entry("controller.listener.names", "CONTROLLER"),
				Map.entry("inter.broker.listener.name", "PLAINTEXT"), Map.entry("log.dirs", directory.toString()),
				Map.entry("auto.create.topics.enable", "false"), Map.entry("default.replication.factor", "1"),
				Map.entry("offsets.topic.num.partitions", "1"), Map.entry("offsets.topic.replication.factor", "1"),
				Map.entry("offsets.topic.segment.bytes", "1048576"), Map.entry("offsets.retention.minutes", "525600"),
				Map.entry("transaction.state.log.num.partitions", "1"),
				Map.entry("transaction.state.log.replication.factor", "1"),
				Map.entry("transaction.state.log.min.isr", "1"),
				Map.entry("transaction.state.log.segment.bytes", "1048576"),
				Map.entry("share.coordinator.state.topic.num.partitions", "1"),
				Map.entry("share.coordinator.state.topic.replication.factor", "1"),
				Map.entry("share.coordinator.state.topic.min.isr", "1"),
				Map.entry("share.coordinator.state.topic.segment.bytes", "1048576"),
				Map.entry("log.segment.bytes", "16777216"), Map.entry("log.index.size.max.bytes", "262144"),
				Map.entry("log.retention.ms", "-1"), Map.entry("log.cleaner.threads", "1"),
				Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
				Map.entry("log.cleaner.io.buffer.size", "131072"), Map.entry("log.cleaner.min.compaction.lag.ms", "0"),
				Map.entry("log.cleaner.max.compaction.lag.ms", "28800000"),
				Map.entry("log.cleaner.delete.retention.ms", "43200000"),
				Map.entry("broker.session.timeout.ms", "1500"), Map.entry("broker.heartbeat.interval.ms", "500"),
				Map.entry("group.initial.rebalance.delay.ms", "0"), Map.entry("group.min.session.timeout.ms", "1000"),
				Map.entry("group.coordinator.threads", "1"), Map.entry("num.network.threads", "1"),
				Map.entry("num.io.threads", "2"), Map.entry("background.threads", "2"),
				Map.entry("num.recovery.threads.per.data.dir", "2"), Map.entry("auto.leader.rebalance.enable", "false"),
				Map.entry("metadata.max.idle.interval.ms", "5000"));
	}

	private static void format(Path directory) throws Exception {
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw unwritable(directory, ex);
		}
		if (!Files.isWritable(directory)) {
			throw unwritable(directory, null);
		}
		if (Files.exists(directory.resolve("meta.properties"))) {
			return;
		}
		new Formatter().setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
			.setClusterId(Uuid.randomUuid().toString())
			.setNodeId(1)
			.setControllerListenerName("CONTROLLER")
			.setDirectories(List.of(directory.toString()))
			.setMetadataLogDirectory(directory.toString())
			.setReleaseVersion(MetadataVersion.latestProduction())
			.run();
	}

	private static EmbeddedStartException unwritable(Path directory, @Nullable Exception ex) {
		return new EmbeddedStartException("The folder " + directory
				+ " cannot be written, where the embedded Kafka broker keeps its log. Give this user the right to write there or choose another data folder.",
				ex);
	}

	/**
	 * Kafka ends the whole process on a fatal error; here it must only end the broker.
	 */
	private static void survive() {
		Exit.setHaltProcedure((status, message) -> fatal(message));
		Exit.setExitProcedure((status, message) -> fatal(message));
	}

	private static void fatal(@Nullable String message) {
		running.forEach((kafka) -> kafka.die(message));
	}

	private void die(@Nullable String message) {
		if (this.fatal || this.closed) {
			return;
		}
		this.fatal = true;
		log.error("The embedded Kafka broker stopped on a fatal error: {}", message);
		Thread.ofPlatform().name("embedded-kafka-fatal").start(() -> {
			this.fatalActions.forEach(Runnable::run);
			close();
		});
	}

	/**
	 * What clients connect to.
	 * @return host and port
	 */
	public String brokers() {
		return Loopback.HOST + ":" + this.port;
	}

	/**
	 * Runs an action, on a thread of its own, when the broker stops on a fatal error.
	 * @param action what to do
	 */
	public void onFatal(Runnable action) {
		this.fatalActions.add(action);
	}

	public boolean isHealthy() {
		return !this.fatal && !this.closed && Loopback.accepts(this.port);
	}

	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			this.server.shutdown();
			this.server.awaitShutdown();
			running.remove(this);
		}
	}

}
