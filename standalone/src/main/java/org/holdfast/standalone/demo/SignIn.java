package org.holdfast.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs people in with OpenID Connect (authorization code with PKCE, RFC 7636), through
 * the pages that they would see.
 */
final class SignIn {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

	private static final int ATTEMPTS = 10;

	private static final String CLIENT = "holdfast-cli";

	private static final String REDIRECT = "http://127.0.0.1/callback";

	private final SecureRandom random = new SecureRandom();

	private final ApiClient api;

	SignIn(ApiClient api) {
		this.api = api;
	}

	/**
	 * Signs somebody in.
	 * @throws IllegalStateException if name and password are refused
	 */
	ApiClient.Person person(String signInName, String password) {
		return person(null, signInName, password)
			.orElseThrow(() -> new IllegalStateException(signInName + " could not sign in"));
	}

	/**
	 * Signs somebody in who may not have an account or a password yet; with a one-time
	 * code, they choose the password first, as a new colleague does. A code that was used
	 * already, before a restart of the suite could say so, does nothing.
	 */
	Optional<ApiClient.Person> person(@Nullable String enrolment, String signInName, String password) {
		return token(enrolment, signInName, password)
			.map((token) -> this.api.person(token, () -> token(null, signInName, password)
				.orElseThrow(() -> new IllegalStateException(signInName + " could sign in before and cannot now"))));
	}

	/** What a restart of the suite cut short is begun again. */
	private Optional<String> token(@Nullable String enrolment, String signInName, String password) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			ApiClient.Answer page = this.api.get("/identity/login", Map.of());
			Map<String, String> cookies = new TreeMap<>(page.cookies());
			if (enrolment != null) {
				this.api.post("/identity/enrol", Map.of("code", enrolment, "password", password, "_csrf", csrf(page)),
						cookies);
			}
			ApiClient.Answer entered = this.api.post("/identity/login",
					Map.of("username", signInName, "password", password, "_csrf", csrf(page)), cookies);
			if (entered.location().endsWith("?error")) {
				return Optional.empty();
			}
			cookies.putAll(entered.cookies());
			Optional<String> token = authorized(cookies);
			if (token.isPresent()) {
				return token;
			}
			ApiClient.pause(Duration.ofSeconds(1));
		}
		return Optional.empty();
	}

	private Optional<String> authorized(Map<String, String> cookies) {
		String verifier = randomText();
		String location = this.api
			.get("/identity/oauth2/authorize?" + ApiClient.form(Map.of("response_type", "code", "client_id", CLIENT,
					"scope", "holdfast", "redirect_uri", REDIRECT, "state", randomText(), "code_challenge",
					challenge(verifier), "code_challenge_method", "S256")), cookies)
			.location();
		Matcher code = CODE.matcher(location);
		if (!location.startsWith(REDIRECT) || !code.find()) {
			return Optional.empty();
		}
		ApiClient.Answer token = this.api.post("/identity/oauth2/token", Map.of("grant_type", "authorization_code",
				"client_id", CLIENT, "code", code.group(1), "redirect_uri", REDIRECT, "code_verifier", verifier),
				Map.of());
		return (token.status() == 200)
				? Optional.of(JsonMapper.shared().readTree(token.body()).get("access_token").asString())
				: Optional.empty();
	}

	private static String csrf(ApiClient.Answer page) {
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
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
