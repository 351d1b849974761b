package org.holdfast.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

	private static final String NAME = "embedded Kafka broker";

	private static final int PORT_ATTEMPTS = 5;

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final Set<EmbeddedKafka> running = ConcurrentHashMap.newKeySet();

	private final KafkaRaftServer server;

	private final DataFolder folder;

	private final int port;

	private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

	private final List<Runnable> fatalActions = new CopyOnWriteArrayList<>();

	private boolean closed;

	private EmbeddedKafka(KafkaRaftServer server, DataFolder folder, int port) {
		this.server = server;
		this.folder = folder;
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
		requireFree(port, NAME);
		requireFree(controllerPort, NAME + " (its controller)");
		DataFolder folder = DataFolder.take(directory, NAME);
		for (int attempt = 1;; attempt++) {
			try {
				return startAt(directory, folder, (port != 0) ? port : Loopback.freePort(),
						(controllerPort != 0) ? controllerPort : Loopback.freePort());
			}
			catch (Exception ex) {
				Throwable cause = (ex instanceof CompletionException && ex.getCause() != null) ? ex.getCause() : ex;
				boolean lostTheFreePort = has(BindException.class, cause) && (port == 0 || controllerPort == 0);
				if (!lostTheFreePort || attempt == PORT_ATTEMPTS) {
					folder.close();
					throw failure(directory, port, cause);
				}
			}
		}
	}

	private static void requireFree(int port, String neededBy) {
		if (port != 0) {
			Loopback.requireFree(port, neededBy);
		}
	}

	private static EmbeddedKafka startAt(Path directory, DataFolder folder, int port, int controllerPort)
			throws Exception {
		surviveFatalErrors();
		if (Files.notExists(directory.resolve("meta.properties"))) {
			format(directory);
		}
		KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(directory, port, controllerPort), false),
				Time.SYSTEM);
		EmbeddedKafka kafka = new EmbeddedKafka(server, folder, port);
		running.add(kafka);
		try {
			CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
			Thread.ofPlatform().name("embedded-kafka-start").start(() -> {
				try {
					server.startup();
					started.complete(null);
				}
				catch (Throwable ex) {
					started.completeExceptionally(ex);
				}
			});
			CompletableFuture.anyOf(started, kafka.end).join();
			return kafka;
		}
		catch (RuntimeException ex) {
			kafka.shutDown();
			throw ex;
		}
	}

	private static Properties settings(Path directory, int port, int controllerPort) throws IOException {
		Properties settings = new Properties();
		try (InputStream file = EmbeddedKafka.class.getResourceAsStream("kafka.properties")) {
			settings.load(Objects.requireNonNull(file));
		}
		String controller = Loopback.HOST + ":" + controllerPort;
		settings.setProperty("log.dirs", directory.toString());
		settings.setProperty("listeners", "PLAINTEXT://" + Loopback.HOST + ":" + port + ",CONTROLLER://" + controller);
		settings.setProperty("controller.quorum.voters", "1@" + controller);
		return settings;
	}

	/**
	 * Writes {@code meta.properties} last, so a crash half-way is followed by another go.
	 */
	private static void format(Path directory) throws Exception {
		new Formatter().setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
			.setClusterId(Uuid.randomUuid().toString())
			.setNodeId(1)
			.setControllerListenerName("CONTROLLER")
			.setDirectories(List.of(directory.toString()))
			.setMetadataLogDirectory(directory.toString())
			.setReleaseVersion(MetadataVersion.latestProduction())
			.run();
	}

	private static EmbeddedStartException failure(Path directory, int port, Throwable cause) {
		String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
		if (has(BindException.class, cause)) {
			return Loopback.inUse(port, NAME, cause);
		}
		return new EmbeddedStartException("The " + NAME + " cannot start from the folder " + directory + " (" + message
				+ "). If the folder is damaged, keep a copy of it and restore it from a backup.", cause);
	}

	private static boolean has(Class<? extends Throwable> type, Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Kafka would end the whole process on a fatal error; here it may only end itself.
	 */
	private static void surviveFatalErrors() {
		Exit.setHaltProcedure((status, message) -> running.forEach((kafka) -> kafka.fail(message)));
		Exit.setExitProcedure((status, message) -> running.forEach((kafka) -> kafka.fail(message)));
	}

	private void fail(@Nullable String message) {
		String reason = Objects.requireNonNullElse(message, "see the log lines before");
		if (this.end.completeExceptionally(new IllegalStateException("fatal error: " + reason))) {
			log.error("The embedded Kafka broker met a fatal error and stops: {}", reason);
			Thread.ofPlatform().name("embedded-kafka-fatal").start(this::tellAndClose);
		}
	}

	private void tellAndClose() {
		for (Runnable action : this.fatalActions) {
			try {
				action.run();
			}
			catch (RuntimeException ex) {
				log.error("What was to be done at a fatal error of the embedded Kafka broker failed", ex);
			}
		}
		close();
	}

	/**
	 * What clients connect to.
	 * @return host and port
	 */
	public String brokers() {
		return Loopback.HOST + ":" + this.port;
	}

	/**
	 * Runs an action once, on a thread of its own, when a fatal error of Kafka's stops
	 * the broker; the process itself goes on.
	 * @param action what to do
	 */
	public void onFatal(Runnable action) {
		this.fatalActions.add(action);
	}

	/**
	 * Whether the broker runs and accepts connections.
	 * @return false for ever after a fatal error
	 */
	public boolean isHealthy() {
		return !this.end.isDone() && Loopback.accepts(this.port);
	}

	@Override
	public synchronized void close() {
		this.end.complete(null);
		if (!this.closed) {
			this.closed = true;
			shutDown();
			this.folder.close();
		}
	}

	/** Kafka itself would wait 5 minutes for a controller that has died. */
	private void shutDown() {
		Thread thread = Thread.ofPlatform().daemon().name("embedded-kafka-stop").start(this.server::shutdown);
		try {
			if (!thread.join(PATIENCE)) {
				log.warn("The embedded Kafka broker did not stop within {}", PATIENCE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		running.remove(this);
	}

}
