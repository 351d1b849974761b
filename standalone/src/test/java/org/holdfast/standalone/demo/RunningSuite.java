package org.holdfast.standalone.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The suite as its users start it: a process of its own, which can be killed.
 */
final class RunningSuite implements AutoCloseable {

	static final String PASSWORD = "tidal-pools-and-kelp";

	private static final int PORTS = 9;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Path folder;

	private final int port = freePorts();

	private final List<String> arguments;

	private Process process;

	private RunningSuite(Path folder, List<String> arguments) {
		this.folder = folder;
		this.arguments = arguments;
		this.process = launch();
	}

	/**
	 * Starts it and waits until people can sign in.
	 */
	static RunningSuite start(Path folder, String... arguments) {
		RunningSuite suite = new RunningSuite(folder, List.of(arguments));
		suite.awaitSignIn();
		return suite;
	}

	URI url() {
		return URI.create("http://localhost:" + this.port);
	}

	String brokers() {
		return "127.0.0.1:" + (this.port + 6);
	}

	String mongoUri() {
		return "mongodb://127.0.0.1:" + (this.port + 8);
	}

	String administratorPassword() {
		Properties keys = new Properties();
		try (Reader reader = Files.newBufferedReader(this.folder.resolve("data/keys.properties"))) {
			keys.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return keys.getProperty("administrator-password");
	}

	/** As the operating system does it when it must: without a word to the process. */
	void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/** Starts it again on what it left, and waits until all of it answers. */
	void restart() {
		int before = starts();
		this.process = launch();
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (starts() == before) {
			if (!this.process.isAlive() || System.nanoTime() > end) {
				throw new AssertionError("The suite does not come up again:\n" + output());
			}
			ApiClient.pause(Duration.ofMillis(200));
		}
	}

	private int starts() {
		return output().split("Ctrl-C stops it\\.", -1).length;
	}

	void awaitSignIn() {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest signIn = HttpRequest.newBuilder(url().resolve("/identity/login"))
				.timeout(Duration.ofSeconds(5))
				.build();
			long end = System.nanoTime() + PATIENCE.toNanos();
			while (!answers(http, signIn)) {
				if (!this.process.isAlive() || System.nanoTime() > end) {
					throw new AssertionError("The suite does not come up:\n" + output());
				}
				ApiClient.pause(Duration.ofMillis(200));
			}
		}
	}

	/**
	 * Waits for a line on its terminal.
	 */
	void awaitOutput(String text) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!output().contains(text)) {
			if (!this.process.isAlive() || System.nanoTime() > end) {
				throw new AssertionError("'" + text + "' is not printed:\n" + output());
			}
			ApiClient.pause(Duration.ofMillis(200));
		}
	}

	String output() {
		try {
			return Files.readString(this.folder.resolve("terminal.log"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As Ctrl-C does. */
	int stop() {
		this.process.destroy();
		return awaitEnd();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	private int awaitEnd() {
		try {
			if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
				throw new AssertionError("The suite does not stop:\n" + output());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Process launch() {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
						"-Xmx512m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
						"--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
						"org.holdfast.standalone.Holdfast"));
		command.addAll(this.arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve("terminal.log").toFile()));
		builder.environment().put("HOLDFAST_PORT", String.valueOf(this.port));
		builder.environment().put("HOLDFAST_DATA", this.folder.resolve("data").toString());
		builder.environment().put("HOLDFAST_DEMO_PASSWORD", PASSWORD);
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean answers(HttpClient http, HttpRequest request) {
		try {
			return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int freePorts() {
		return ThreadLocalRandom.current()
			.ints(20_000, 30_000)
			.filter((first) -> IntStream.range(first, first + PORTS).allMatch(RunningSuite::isFree))
			.findFirst()
			.orElseThrow();
	}

	private static boolean isFree(int port) {
		try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
