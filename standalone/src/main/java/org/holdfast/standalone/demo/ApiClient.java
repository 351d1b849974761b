package org.holdfast.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the gateway as any program could. What fails because the suite is away is tried
 * again.
 */
final class ApiClient implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration PAUSE = Duration.ofMillis(300);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.followRedirects(HttpClient.Redirect.NEVER)
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	private final URI gateway;

	ApiClient(URI gateway) {
		this.gateway = gateway;
	}

	/**
	 * Somebody who has signed in.
	 */
	final class Person {

		private final Supplier<String> renew;

		private volatile String token;

		private Person(String token, Supplier<String> renew) {
			this.token = token;
			this.renew = renew;
		}

		JsonNode get(String path) {
			return call("GET", path, null, "application/json");
		}

		JsonNode put(String path, Object body) {
			return call("PUT", path, JSON.writeValueAsBytes(body), "application/json");
		}

		JsonNode post(String path, Object body) {
			return call("POST", path, JSON.writeValueAsBytes(body), "application/json");
		}

		JsonNode post(String path, byte[] body, String contentType) {
			return call("POST", path, body, contentType);
		}

		JsonNode delete(String path) {
			return call("DELETE", path, null, "application/json");
		}

		private JsonNode call(String method, String path, byte @Nullable [] body, String contentType) {
			Answer answer = send(method, path, body, contentType);
			if (answer.status() == 401) {
				this.token = this.renew.get();
				answer = send(method, path, body, contentType);
			}
			if (answer.status() >= 300) {
				throw new RefusedException("%s %s".formatted(method, path), answer);
			}
			return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
		}

		Answer send(String method, String path, byte @Nullable [] body, String contentType) {
			BodyPublisher publisher = (body != null) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody();
			return ApiClient.this.send(HttpRequest.newBuilder(ApiClient.this.gateway.resolve(path))
				.method(method, publisher)
				.header("Authorization", "Bearer " + this.token)
				.header("Content-Type", contentType)
				.timeout(Duration.ofSeconds(60)), Map.of());
		}

	}

	/** The suite said no. */
	static final class RefusedException extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		private final int status;

		private RefusedException(String what, Answer answer) {
			super("%s was refused with %d: %s".formatted(what, answer.status(), answer.body()));
			this.status = answer.status();
		}

		int status() {
			return this.status;
		}

	}

	/** What came back. */
	record Answer(int status, String body, String location, Map<String, String> cookies) {
	}

	/**
	 * Somebody who has signed in.
	 * @param renew gets another token when this one has expired
	 */
	Person person(String token, Supplier<String> renew) {
		return new Person(token, renew);
	}

	Answer get(String path, Map<String, String> cookies) {
		return send(HttpRequest.newBuilder(this.gateway.resolve(path)).timeout(Duration.ofSeconds(30)), cookies);
	}

	Answer post(String path, Map<String, String> form, Map<String, String> cookies) {
		return send(HttpRequest.newBuilder(this.gateway.resolve(path))
			.POST(BodyPublishers.ofString(form(form)))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.timeout(Duration.ofSeconds(30)), cookies);
	}

	/**
	 * Everything a loader does may be done twice, so a lost answer is asked for again.
	 */
	private Answer send(HttpRequest.Builder request, Map<String, String> cookies) {
		if (!cookies.isEmpty()) {
			request.header("Cookie",
					cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
				if (!TRY_AGAIN.contains(response.statusCode()) || System.nanoTime() > end) {
					return new Answer(response.statusCode(), response.body(),
							response.headers().firstValue("Location").orElse(""), cookies(response));
				}
			}
			catch (IOException ex) {
				if (System.nanoTime() > end) {
					throw new IllegalStateException("The suite does not answer", ex);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted", ex);
			}
			pause(PAUSE);
		}
	}

	static void pause(Duration duration) {
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	private static Map<String, String> cookies(HttpResponse<?> response) {
		return response.headers()
			.allValues("Set-Cookie")
			.stream()
			.map((cookie) -> cookie.split(";", 2)[0].split("=", 2))
			.collect(Collectors.toMap((cookie) -> cookie[0], (cookie) -> cookie[1], (first, second) -> second));
	}

	static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
