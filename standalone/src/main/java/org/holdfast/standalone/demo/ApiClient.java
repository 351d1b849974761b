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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the suite as anyone could write one: signs in with OpenID Connect
 * (authorization code with PKCE, RFC 7636) and calls the gateway with the access token.
 * What fails because the suite is away is tried again.
 */
final class ApiClient implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

	private static final int SIGN_IN_ATTEMPTS = 10;

	private static final Duration PAUSE = Duration.ofMillis(300);

	private static final String CLIENT = "holdfast-cli";

	private static final String REDIRECT = "http://127.0.0.1/callback";

	private final SecureRandom random = new SecureRandom();

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

		private final String signInName;

		private final String password;

		private volatile String token;

		private Person(String signInName, String password, String token) {
			this.signInName = signInName;
			this.password = password;
			this.token = token;
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
				this.token = token(this.signInName, this.password).orElseThrow();
				answer = send(method, path, body, contentType);
			}
			if (answer.status() >= 300) {
				throw new IllegalStateException(
						"%s %s was refused with %d: %s".formatted(method, path, answer.status(), answer.body()));
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

	/** What came back. */
	record Answer(int status, String body, String location, Map<String, String> cookies) {
	}

	/**
	 * Signs somebody in.
	 * @throws IllegalStateException if name and password are refused
	 */
	Person signIn(String signInName, String password) {
		return trySignIn(signInName, password)
			.orElseThrow(() -> new IllegalStateException(signInName + " could not sign in"));
	}

	/**
	 * Signs somebody in, who may not have an account or a password yet.
	 */
	Optional<Person> trySignIn(String signInName, String password) {
		return token(signInName, password).map((token) -> new Person(signInName, password, token));
	}

	/**
	 * Uses a one-time code to choose a password, as a new colleague does. A code that was
	 * used already, before a restart of the suite could say so, does nothing.
	 */
	void enrol(String code, String password) {
		Answer page = get("/identity/enrol?code=" + encoded(code), Map.of());
		if (CSRF.matcher(page.body()).find()) {
			post("/identity/enrol", Map.of("code", code, "password", password, "_csrf", csrf(page)), page.cookies());
		}
	}

	/** A sign-in that a restart of the suite cut short is begun again. */
	private Optional<String> token(String signInName, String password) {
		for (int attempt = 0; attempt < SIGN_IN_ATTEMPTS; attempt++) {
			String verifier = randomText();
			String location = authorize(signInName, password, challenge(verifier));
			if (location.contains("error")) {
				return Optional.empty();
			}
			Matcher code = CODE.matcher(location);
			if (code.find()) {
				Answer token = post("/identity/oauth2/token", Map.of("grant_type", "authorization_code", "client_id",
						CLIENT, "code", code.group(1), "redirect_uri", REDIRECT, "code_verifier", verifier), Map.of());
				if (token.status() == 200) {
					return Optional.of(JSON.readTree(token.body()).get("access_token").asString());
				}
			}
			pause(Duration.ofSeconds(1));
		}
		return Optional.empty();
	}

	/** Goes through the pages; returns where they lead, with a code or an error. */
	private String authorize(String signInName, String password, String challenge) {
		Answer answer = get("/identity/oauth2/authorize?"
				+ form(Map.of("response_type", "code", "client_id", CLIENT, "scope", "openid holdfast", "redirect_uri",
						REDIRECT, "state", randomText(), "code_challenge", challenge, "code_challenge_method", "S256")),
				Map.of());
		Map<String, String> cookies = new TreeMap<>(answer.cookies());
		Answer page = get("/identity/login", cookies);
		cookies.putAll(page.cookies());
		answer = post("/identity/login", Map.of("username", signInName, "password", password, "_csrf", csrf(page)),
				cookies);
		cookies.putAll(answer.cookies());
		for (int hop = 0; hop < 5 && !answer.location().isEmpty() && !answer.location().startsWith(REDIRECT)
				&& !answer.location().contains("error"); hop++) {
			URI next = this.gateway.resolve(answer.location());
			answer = get(next.getRawPath() + ((next.getRawQuery() != null) ? "?" + next.getRawQuery() : ""), cookies);
			cookies.putAll(answer.cookies());
		}
		return answer.location();
	}

	/** A call without a token. */
	Answer anonymous(String path) {
		return get(path, Map.of());
	}

	private Answer get(String path, Map<String, String> cookies) {
		return send(HttpRequest.newBuilder(this.gateway.resolve(path)).timeout(Duration.ofSeconds(30)), cookies);
	}

	private Answer post(String path, Map<String, String> form, Map<String, String> cookies) {
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

	private static String csrf(Answer page) {
		Matcher field = CSRF.matcher(page.body());
		if (!field.find()) {
			throw new IllegalStateException("The page has no form: " + page.status());
		}
		return field.group(1);
	}

	private String randomText() {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String challenge(String verifier) {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(
						MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String form(Map<String, String> fields) {
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
