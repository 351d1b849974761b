package org.holdfast.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * The demo as {@code ./holdfast demo} starts and loads it, once for all tests that only
 * look at it.
 */
final class DemoSuite {

	private static final RunningSuite SUITE = start();

	private DemoSuite() {
	}

	static RunningSuite loaded() {
		return SUITE;
	}

	private static RunningSuite start() {
		try {
			Path folder = Files.createTempDirectory("holdfast-demo-");
			RunningSuite suite = RunningSuite.start(folder, "demo");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				suite.close();
				FileSystemUtils.deleteRecursively(folder.toFile());
			}));
			suite.awaitOutput("Ctrl-C stops it.");
			System.out.println(suite.output());
			return suite;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
