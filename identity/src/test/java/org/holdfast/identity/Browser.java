package org.holdfast.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with its own cookies that follows no redirect by itself. */
final class Browser {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final URI base;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.build();

	Browser(int port) {
		this.base = URI.create("http://localhost:" + port);
	}

	Page get(String path, String... headers) {
		return send(HttpRequest.newBuilder(this.base.resolve(path)).header("Accept", "text/html"), headers);
	}

	Page post(String path, Map<String, String> form, String... headers) {
		return send(HttpRequest.newBuilder(this.base.resolve(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(encode(form))), headers);
	}

	Page postJson(String path, String json, String... headers) {
		return send(HttpRequest.newBuilder(this.base.resolve(path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)), headers);
	}

	/** Opens the form at the path, and sends it filled in. */
	Page fill(String path, Map<String, String> form) {
		Map<String, String> complete = new LinkedHashMap<>(form);
		complete.put("_csrf", get(path).csrf());
		return post(path.replaceAll("\\?.*", ""), complete);
	}

	private Page send(HttpRequest.Builder request, String... headers) {
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return new Page(this.http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String encode(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/** What came back. */
	record Page(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String body() {
			return this.response.body();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		String location() {
			return header("Location");
		}

		String csrf() {
			Matcher matcher = CSRF.matcher(body());
			if (!matcher.find()) {
				throw new AssertionError("No form at " + this.response.uri() + ": " + status() + " " + body());
			}
			return matcher.group(1);
		}

		/** A parameter of the address that a redirect leads to. */
		String parameter(String name) {
			return Arrays.stream(URI.create(location()).getRawQuery().split("&"))
				.filter((parameter) -> parameter.startsWith(name + "="))
				.map((parameter) -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
				.findFirst()
				.orElse("");
		}

	}

}
