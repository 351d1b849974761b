package org.holdfast.standalone;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where the suite runs and where it keeps what it knows.
 *
 * @param port port of the gateway; the eight above it are taken inside
 * @param address address that the gateway listens on
 * @param url address that people use
 * @param data folder of the broker's log, the database and the keys
 * @param demoPassword password of the demo people, made up when null
 */
record Setup(int port, String address, String url, Path data, @Nullable String demoPassword) {

	private static final int DEFAULT_PORT = 8080;

	private static final int HIGHEST_PORT = 65_535 - Ports.COUNT;

	/**
	 * Reads the setup from the environment.
	 * @throws Stopped if a value makes no sense
	 */
	static Setup of(Map<String, String> environment) {
		int port = port(environment.getOrDefault("HOLDFAST_PORT", String.valueOf(DEFAULT_PORT)));
		return new Setup(port, environment.getOrDefault("HOLDFAST_ADDRESS", "127.0.0.1"),
				environment.getOrDefault("HOLDFAST_URL", "http://localhost:" + port),
				Path.of(environment.getOrDefault("HOLDFAST_DATA", "data")).toAbsolutePath(),
				environment.get("HOLDFAST_DEMO_PASSWORD"));
	}

	Ports ports() {
		return new Ports(this.port);
	}

	private static int port(String text) {
		try {
			int port = Integer.parseInt(text);
			if (port >= 1 && port <= HIGHEST_PORT) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// said below
		}
		throw new Stopped("HOLDFAST_PORT is " + text, "Give a number from 1 to " + HIGHEST_PORT + ".");
	}

	/**
	 * The ports of the suite, counted from the gateway's.
	 *
	 * @param gateway the only one for people
	 */
	record Ports(int gateway) {

		static final int COUNT = 9;

		int profile() {
			return this.gateway + 1;
		}

		int checkIn() {
			return this.gateway + 2;
		}

		int mentorshipMatching() {
			return this.gateway + 3;
		}

		int burnoutAlert() {
			return this.gateway + 4;
		}

		int identity() {
			return this.gateway + 5;
		}

		int kafka() {
			return this.gateway + 6;
		}

		int kafkaController() {
			return this.gateway + 7;
		}

		int mongo() {
			return this.gateway + 8;
		}

	}

}
