package org.holdfast.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * The only address the embedded parts listen on, and its ports.
 */
final class Loopback {

	static final String HOST = "127.0.0.1";

	private static final int CONNECT_MILLIS = 500;

	private Loopback() {
	}

	static InetSocketAddress address(int port) {
		return new InetSocketAddress(host(), port);
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, host())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void requireFree(int port, String neededBy) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(address(port), 1);
		}
		catch (IOException ex) {
			throw inUse(port, neededBy, ex);
		}
	}

	static EmbeddedStartException inUse(int port, String neededBy, Throwable ex) {
		return new EmbeddedStartException(
				"Port %d is in use, which the %s needs. Stop what holds it or set HOLDFAST_PORT.".formatted(port,
						neededBy),
				ex);
	}

	static boolean accepts(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(address(port), CONNECT_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static InetAddress host() {
		return InetAddress.ofLiteral(HOST);
	}

}
