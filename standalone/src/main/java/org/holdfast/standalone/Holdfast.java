package org.holdfast.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.holdfast.embedded.EmbeddedStartException;
import org.holdfast.standalone.demo.DemoLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Starts the suite in this JVM: {@code up}, or {@code demo} with the demo agency.
 */
public final class Holdfast {

	/** Whatever went wrong was said with its remedy. */
	private static final int SAID = 2;

	private Holdfast() {
	}

	/**
	 * Runs until it is stopped.
	 * @param arguments {@code up}, {@code demo}, {@code demo --fresh};
	 * {@code demo --unloaded} leaves loading to another process; {@code --train} starts
	 * and stops once for the JVM's AOT cache
	 */
	public static void main(String[] arguments) {
		List<String> given = Arrays.asList(arguments);
		// one log for all parts (logback.xml), which no part sets up anew
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		SLF4JBridgeHandler.removeHandlersForRootLogger();
		Console console = Console.standard();
		try {
			if (given.contains("--train")) {
				train(console);
			}
			else {
				run(Setup.of(System.getenv()), given, console);
			}
		}
		catch (Stopped stopped) {
			stop(String.valueOf(stopped.getMessage()), stopped.remedy());
		}
		catch (EmbeddedStartException failed) {
			stop(String.valueOf(failed.getMessage()), "");
		}
		catch (RuntimeException failed) {
			log().error("The suite could not start", failed);
			stop(String.valueOf(failed.getMessage()),
					"The whole story is in " + System.getProperty("holdfast.log") + ".");
		}
	}

	private static void run(Setup setup, List<String> arguments, Console console) {
		boolean demo = arguments.contains("demo");
		if (arguments.contains("--fresh")) {
			delete(setup);
		}
		prepare(setup.data());
		requireFreePorts(setup);
		console.say("Starting Holdfast in " + setup.data());
		// the first line sets logging up, before several threads would want to
		SLF4JBridgeHandler.install();
		log().info("Starting {} in {}", demo ? "the demo" : "the suite", setup.data());
		Keys keys = Keys.in(setup.data());
		rememberWhatItIs(keys, demo);
		Suite suite = Suite.start(setup, keys, demo, console);
		CountDownLatch stopped = new CountDownLatch(1);
		SpringApplication.getShutdownHandlers().add(() -> {
			console.say("Stopping");
			suite.close();
			stopped.countDown();
		});
		// in a thread of its own: it may be the broker's own thread that says so
		suite.onBrokerFailure(() -> Thread.ofPlatform()
			.start(() -> stop("The message broker cannot go on",
					"Nothing acknowledged is lost. Make room on the disk of " + setup.data()
							+ " if it is full, and start again.")));
		console.say("");
		console.say("  Holdfast is at " + setup.url());
		if (demo && !arguments.contains("--unloaded")) {
			playDemo(setup, keys, console);
		}
		else if (!demo && !keys.has("administrator-password-shown")) {
			console.say("  Sign in as  administrator  with the password  " + keys.password("administrator-password"));
			console.say("  It is printed this once, and kept in " + setup.data().resolve("keys.properties") + ".");
			keys.given("administrator-password-shown", "true");
		}
		console.say("  Ctrl-C stops it.");
		await(stopped);
	}

	private static void playDemo(Setup setup, Keys keys, Console console) {
		String password = (setup.demoPassword() != null) ? keys.given("demo-password", setup.demoPassword())
				: keys.password("demo-password");
		DemoLoader loader = new DemoLoader(URI.create(local(setup)), keys.password("administrator-password"), password,
				console);
		loader.load();
		console.say("");
		loader.people().forEach((person) -> console.say("    " + person));
		console.say("");
		if (keys.has("demo-password-shown")) {
			console.say("  All of them sign in with the password that was printed at the first start.");
		}
		else if (setup.demoPassword() != null) {
			console.say("  All of them sign in with the password that HOLDFAST_DEMO_PASSWORD gave.");
		}
		else {
			console.say("  All of them sign in with the password  " + password + "  (printed this once).");
			keys.given("demo-password-shown", "true");
		}
	}

	/**
	 * A demo's people are known to everyone who can read: its data is no start for a real
	 * agency.
	 */
	private static void rememberWhatItIs(Keys keys, boolean demo) {
		boolean begun = keys.has("administrator-password");
		boolean wasDemo = keys.has("demo");
		if (begun && wasDemo != demo) {
			throw new Stopped("The data folder holds " + (wasDemo ? "a demo agency" : "an agency's own data"),
					"Name another folder with HOLDFAST_DATA" + (wasDemo ? "." : ", or use ./holdfast up."));
		}
		if (demo) {
			keys.given("demo", "true");
		}
	}

	private static void train(Console console) {
		try {
			Path folder = Files.createTempDirectory("holdfast-train-");
			int port = freePorts();
			Setup setup = new Setup(port, "127.0.0.1", "http://localhost:" + port, folder, null);
			prepare(folder);
			Keys keys = Keys.in(folder);
			try (Suite _ = Suite.start(setup, keys, true, console)) {
				new DemoLoader(URI.create(local(setup)), keys.password("administrator-password"), "training-password",
						console)
					.rehearse();
			}
			delete(setup);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		System.exit(0);
	}

	private static int freePorts() {
		return ThreadLocalRandom.current()
			.ints(20_000, 30_000)
			.filter((port) -> IntStream.range(port, port + Setup.Ports.COUNT).allMatch(Holdfast::isFree))
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

	private static void requireFreePorts(Setup setup) {
		for (int port = setup.port(); port < setup.port() + Setup.Ports.COUNT; port++) {
			if (!isFree(port)) {
				throw new Stopped(
						"Port %d is in use, and Holdfast takes %d to %d".formatted(port, setup.port(),
								setup.port() + Setup.Ports.COUNT - 1),
						"Stop what uses it, or name other ports with HOLDFAST_PORT.");
			}
		}
	}

	private static String local(Setup setup) {
		return "http://127.0.0.1:" + setup.port();
	}

	private static void prepare(Path data) {
		try {
			Files.createDirectories(data);
		}
		catch (IOException ex) {
			throw new Stopped("The data folder " + data + " cannot be made",
					"Make it writable, or name another with HOLDFAST_DATA.");
		}
		System.setProperty("holdfast.log", data.resolve("holdfast.log").toString());
	}

	/** Only what Holdfast made: a folder named by mistake keeps its other files. */
	private static void delete(Setup setup) {
		for (String made : List.of("kafka", "mongo", "keys.properties", "holdfast.log")) {
			Path path = setup.data().resolve(made);
			try (Stream<Path> files = Files.exists(path) ? Files.walk(path) : Stream.empty()) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
			catch (IOException ex) {
				throw new Stopped(path + " cannot be deleted", "Stop what uses it, or delete it by hand.");
			}
		}
	}

	private static void await(CountDownLatch stopped) {
		try {
			stopped.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void stop(String cause, String remedy) {
		System.err.println("holdfast: " + cause);
		if (!remedy.isEmpty()) {
			System.err.println("  " + remedy);
		}
		System.exit(SAID);
	}

	/** Made late, when it is known where the log goes. */
	private static Logger log() {
		return LoggerFactory.getLogger(Holdfast.class);
	}

}
