package org.holdfast.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service behind the gateway that remembers what it was asked. */
final class Service {

	private final HttpServer server;

	private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

	Service() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	URI uri() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** The newest request, which nobody else has looked at. */
	Request asked() {
		return this.requests.removeLast();
	}

	boolean wasAsked() {
		return !this.requests.isEmpty();
	}

	void forget() {
		this.requests.clear();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			long length = exchange.getRequestBody().readAllBytes().length;
			String path = exchange.getRequestURI().toString();
			this.requests.add(new Request(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), length));
			if (path.equals("/slow")) {
				Thread.sleep(3_000);
			}
			byte[] body = "{\"said\":\"yes\"}".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.getResponseHeaders().add("Set-Cookie", "SERVICE=1");
			exchange.sendResponseHeaders(path.equals("/refuse") ? 409 : 200, body.length);
			exchange.getResponseBody().write(body);
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	/** What was asked. */
	record Request(String method, String path, Headers headers, long length) {

		String header(String name) {
			String value = this.headers.getFirst(name);
			return (value != null) ? value : "";
		}

		String token() {
			return header("Authorization").replace("Bearer ", "");
		}

	}

}
