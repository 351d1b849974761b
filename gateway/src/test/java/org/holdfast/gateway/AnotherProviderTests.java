package org.holdfast.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway before some agency's own OpenID provider, which names everything
 * differently: only settings change.
 */
class AnotherProviderTests {

	private static final URI URL = URI.create("http://localhost:" + Suite.freePort());

	private static final Provider PROVIDER = new Provider();

	private static ConfigurableApplicationContext gateway;

	private final Browser browser = new Browser(URL);

	@BeforeAll
	static void start() {
		gateway = Suite.start(GatewayApplication.class, URL.getPort(),
				Map.of("HOLDFAST_URL", URL.toString(), "HOLDFAST_CLIENT_ID", "wellbeing", "HOLDFAST_GATEWAY_SECRET",
						"their-secret", "HOLDFAST_ISSUER", PROVIDER.uri() + "/realm", "HOLDFAST_AUTHORIZATION_URI",
						PROVIDER.uri() + "/auth", "HOLDFAST_TOKEN_URI", PROVIDER.uri() + "/tokens", "HOLDFAST_JWKS_URI",
						PROVIDER.uri() + "/certs", "HOLDFAST_END_SESSION_URI", PROVIDER.uri() + "/bye",
						"HOLDFAST_STAFF_CLAIM", "personnel_number"));
	}

	@AfterAll
	static void stop() {
		gateway.close();
	}

	@BeforeEach
	void honest() {
		PROVIDER.issuer = PROVIDER.uri() + "/realm";
		PROVIDER.audience = "wellbeing";
		PROVIDER.nonce = "";
	}

	@Test
	void itSignsPeopleInAndOut() {
		Browser.Page home = signIn();
		assertThat(home.header("Location")).endsWith("/");
		JsonNode session = this.browser.get("/session").json();
		assertThat(session.get("staffId").asString()).isEqualTo("4711");
		assertThat(session.get("name").asString()).isEqualTo("Somebody");
		assertThat(session.get("roles").values()).extracting(JsonNode::asString).containsExactly("staff");
		assertThat(this.browser.send("POST", "/logout", new byte[0]).json().get("location").asString())
			.startsWith(PROVIDER.uri() + "/bye?id_token_hint=")
			.contains("post_logout_redirect_uri=" + URL + "/");
	}

	@Test
	void aTokenOfAnotherIssuerIsNotBelieved() {
		PROVIDER.issuer = "http://elsewhere.test";
		assertThat(signIn().header("Location")).isEqualTo("/?sign-in=failed");
		assertThat(this.browser.get("/session").json().get("signedIn").asBoolean()).isFalse();
	}

	@Test
	void aTokenForAnotherClientIsNotBelieved() {
		PROVIDER.audience = "another-app";
		assertThat(signIn().header("Location")).isEqualTo("/?sign-in=failed");
	}

	@Test
	void aTokenOfAnotherSignInIsNotBelieved() {
		PROVIDER.nonce = "replayed";
		assertThat(signIn().header("Location")).isEqualTo("/?sign-in=failed");
	}

	private Browser.Page signIn() {
		Browser.Page asked = this.browser.visit("/oauth2/authorization/holdfast");
		String location = asked.header("Location");
		assertThat(location).startsWith(PROVIDER.uri() + "/auth?").contains("client_id=wellbeing");
		if (PROVIDER.nonce.isEmpty()) {
			PROVIDER.nonce = parameter(location, "nonce");
		}
		return this.browser.visit("/login/oauth2/code/holdfast?code=kelp&state=" + parameter(location, "state"));
	}

	private static String parameter(String location, String name) {
		return Arrays.stream(URI.create(location).getRawQuery().split("&"))
			.filter((parameter) -> parameter.startsWith(name + "="))
			.map((parameter) -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
			.findFirst()
			.orElseThrow();
	}

	/** Says whatever the test wants it to. */
	private static final class Provider {

		private final HttpServer server;

		private final RSAKey key;

		private String issuer = "";

		private String audience = "";

		private String nonce = "";

		private Provider() {
			try {
				this.key = new RSAKeyGenerator(2048).keyID("theirs").generate();
				this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (JOSEException ex) {
				throw new IllegalStateException(ex);
			}
			this.server.createContext("/certs",
					(exchange) -> answer(exchange, new JWKSet(this.key.toPublicJWK()).toString()));
			this.server.createContext("/tokens",
					(exchange) -> answer(exchange,
							JsonMapper.shared()
								.writeValueAsString(Map.of("access_token", "theirs", "token_type", "Bearer",
										"expires_in", 600, "id_token", idToken()))));
			this.server.start();
		}

		private URI uri() {
			return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
		}

		private String idToken() {
			JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(this.issuer)
				.subject("opaque")
				.audience(this.audience)
				.claim("nonce", this.nonce)
				.claim("personnel_number", "4711")
				.claim("name", "Somebody")
				.claim("roles", List.of("staff"))
				.issueTime(new Date())
				.expirationTime(Date.from(Instant.now().plusSeconds(600)))
				.build();
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).build(), claims);
			try {
				token.sign(new RSASSASigner(this.key));
			}
			catch (JOSEException ex) {
				throw new IllegalStateException(ex);
			}
			return token.serialize();
		}

		private static void answer(HttpExchange exchange, String json) throws IOException {
			try (exchange) {
				exchange.getRequestBody().readAllBytes();
				byte[] body = json.getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().add("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
			}
		}

	}

}
