package org.holdfast.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser with its own cookies, which keeps everything that it was sent. */
final class Browser {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final int MOST_REDIRECTS = 10;

	private final URI base;

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(this.cookies)
		.build();

	private final List<Page> history = Collections.synchronizedList(new ArrayList<>());

	Browser(URI base) {
		this.base = base;
	}

	/** Signs in from the start to the end, and lands in the app. */
	Browser signedIn(String name, String password) {
		Page form = follow(get("/login"));
		Page page = follow(
				post("/identity/login", Map.of("username", name, "password", password, "_csrf", form.csrf())));
		if (!page.uri().getPath().equals("/")) {
			throw new AssertionError("Signing in ended at " + page.uri() + ": " + page.body());
		}
		return this;
	}

	Page get(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	/** As a person goes to a page. */
	Page visit(String path) {
		return get(path, "Accept", "text/html,*/*;q=0.8");
	}

	Page post(String path, Map<String, String> form, String... headers) {
		String body = form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send("POST", path, BodyPublishers.ofString(body),
				with(headers, "Content-Type", "application/x-www-form-urlencoded"));
	}

	/** As the web app sends something, with the token that shows it is the app. */
	Page send(String method, String path, byte[] body, String... headers) {
		return send(method, path, BodyPublishers.ofByteArray(body),
				with(headers, "X-XSRF-TOKEN", cookie("XSRF-TOKEN")));
	}

	/** Without saying how much it will be. */
	Page stream(String path, byte[] body, String... headers) {
		return send("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
				with(headers, "X-XSRF-TOKEN", cookie("XSRF-TOKEN")));
	}

	Page send(String method, String path, BodyPublisher body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path)).method(method, body);
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			Page page = new Page(this.http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
			this.history.add(page);
			return page;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Page follow(Page page) {
		Page current = page;
		for (int i = 0; i < MOST_REDIRECTS && current.status() / 100 == 3; i++) {
			current = visit(current.uri().resolve(current.header("Location")).toString());
		}
		return current;
	}

	String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name) && !cookie.hasExpired())
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	List<Page> history() {
		return List.copyOf(this.history);
	}

	private static String[] with(String[] headers, String name, String value) {
		List<String> more = new ArrayList<>(List.of(headers));
		if (!value.isEmpty()) {
			more.addAll(List.of(name, value));
		}
		return more.toArray(String[]::new);
	}

	/** What came back. */
	record Page(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String body() {
			return this.response.body();
		}

		URI uri() {
			return this.response.uri();
		}

		String header(String name) {
			return String.join(" | ", this.response.headers().allValues(name));
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(body());
		}

		String csrf() {
			Matcher matcher = CSRF.matcher(body());
			if (!matcher.find()) {
				throw new AssertionError("No form at " + uri() + ": " + status() + " " + body());
			}
			return matcher.group(1);
		}

		/** Everything that reached the browser. */
		String everything() {
			return this.response.headers().map() + body();
		}

	}

}
