package org.holdfast.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person with a browser, or with a client of the provider, does there. */
final class Person {

	static final String PASSWORD = "kelp & rock: 100% häld+fast";

	static final String CLI_REDIRECT = "http://127.0.0.1:49152/callback";

	static final String GATEWAY_REDIRECT = "http://holdfast.test/login/oauth2/code/holdfast";

	private static final JsonMapper JSON = JsonMapper.shared();

	// the example of RFC 7636, appendix B
	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private final int port;

	private final Browser browser;

	Person(int port) {
		this.port = port;
		this.browser = new Browser(port);
	}

	Browser browser() {
		return this.browser;
	}

	Browser.Page signIn(String name, String password) {
		return this.browser.fill("/identity/login", Map.of("username", name, "password", password));
	}

	/** A way into a session with the provider that the test can go on with. */
	Person signedIn(String name, String password) {
		Browser.Page page = signIn(name, password);
		assertThat(page.status()).isEqualTo(302);
		assertThat(page.location()).doesNotContain("/login?");
		return this;
	}

	Browser.Page authorize(String client, String redirect, Map<String, String> more) {
		Map<String, String> parameters = new LinkedHashMap<>(Map.of("response_type", "code", "client_id", client,
				"redirect_uri", redirect, "scope", "openid holdfast", "state", "here"));
		parameters.putAll(more);
		return this.browser.get("/identity/oauth2/authorize?" + Browser.encode(parameters));
	}

	Browser.Page authorize(String client, String redirect) {
		return authorize(client, redirect, Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256"));
	}

	/** The tokens of a public client on the person's machine. */
	JsonNode cliTokens() {
		String code = authorize("holdfast-cli", CLI_REDIRECT).parameter("code");
		Browser.Page page = token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CLI_REDIRECT,
				"client_id", "holdfast-cli", "code_verifier", VERIFIER));
		assertThat(page.status()).isEqualTo(200);
		return json(page);
	}

	/** The tokens that the gateway would keep in the person's session. */
	JsonNode gatewayTokens() {
		String code = authorize("holdfast-gateway", GATEWAY_REDIRECT).parameter("code");
		Browser.Page page = token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri",
				GATEWAY_REDIRECT, "code_verifier", VERIFIER), gatewaySecret());
		assertThat(page.status()).isEqualTo(200);
		return json(page);
	}

	Browser.Page refresh(String refreshToken) {
		return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken), gatewaySecret());
	}

	/** Programs have no cookies. */
	Browser.Page token(Map<String, String> form, String... headers) {
		return new Browser(this.port).post("/identity/oauth2/token", form, headers);
	}

	static String[] gatewaySecret() {
		return basic("holdfast-gateway", "gateway-secret");
	}

	static String[] basic(String client, String secret) {
		String credentials = Base64.getEncoder()
			.encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
		return new String[] { "Authorization", "Basic " + credentials };
	}

	static JsonNode json(Browser.Page page) {
		return JSON.readTree(page.body());
	}

	/** What a token says, without asking whether it is true. */
	static JsonNode claims(String token) {
		return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
	}

}
