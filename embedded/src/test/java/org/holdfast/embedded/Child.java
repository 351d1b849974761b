package org.holdfast.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Another virtual machine that acknowledges on its standard output, line by line, and is
 * killed.
 */
final class Child implements AutoCloseable {

	private static final String PREFIX = "acknowledged ";

	private final Process process;

	private final List<String> lines = new ArrayList<>();

	private final CountDownLatch firstLine = new CountDownLatch(1);

	private final Thread reader;

	private Child(Process process) {
		this.process = process;
		this.reader = Thread.ofPlatform().start(this::read);
	}

	static Child start(Class<?> main, List<String> options, Object... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		Arrays.stream(arguments).map(Object::toString).forEach(command::add);
		return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
	}

	/** To be called in the child. */
	static void acknowledge(String what) {
		synchronized (System.out) {
			System.out.print(PREFIX + what + "\n");
			System.out.flush();
		}
	}

	private void read() {
		try (BufferedReader output = this.process.inputReader(StandardCharsets.UTF_8)) {
			StringBuilder line = new StringBuilder();
			// A line cut off by the kill is no acknowledgement.
			for (int next = output.read(); next != -1; next = output.read()) {
				if (next == '\n') {
					if (line.toString().startsWith(PREFIX)) {
						synchronized (this.lines) {
							this.lines.add(line.substring(PREFIX.length()));
						}
						this.firstLine.countDown();
					}
					line.setLength(0);
				}
				else {
					line.append((char) next);
				}
			}
		}
		catch (IOException ex) {
			// the process has ended
		}
	}

	void awaitFirstLine() throws InterruptedException {
		if (!this.firstLine.await(30, TimeUnit.SECONDS)) {
			throw new IllegalStateException("The child said nothing; alive: " + this.process.isAlive());
		}
	}

	/** Kills it without a warning and returns all that it had acknowledged. */
	List<String> kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
		this.reader.join(Duration.ofSeconds(10));
		synchronized (this.lines) {
			return List.copyOf(this.lines);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
