package org.holdfast.defaults.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * Access tokens that a service under test trusts: signed with a key that it fetches over
 * HTTP, as from any OpenID Connect provider.
 */
public final class Tokens {

	public static final String ISSUER = "http://issuer.test/identity";

	private static final RSAKey KEY = key();

	private static final String JWKS_URI = serve(new JWKSet(KEY.toPublicJWK()).toString());

	private Tokens() {
	}

	/**
	 * A person who is nothing but staff.
	 */
	public static String staff(String staffId) {
		return of(staffId, "staff");
	}

	/**
	 * A person with the roles.
	 */
	public static String of(String staffId, String... roles) {
		return sign(claims(staffId).claim("scope", "openid holdfast").claim("roles", List.of(roles)).build());
	}

	/**
	 * An integration with the scopes, and with no roles.
	 */
	public static String integration(String clientId, String... scopes) {
		return sign(claims(clientId).claim("scope", String.join(" ", scopes)).build());
	}

	/**
	 * Any claims, also wrong ones.
	 */
	public static String with(JWTClaimsSet claims) {
		return sign(claims);
	}

	/**
	 * Valid claims to start from.
	 */
	public static JWTClaimsSet.Builder claims(String subject) {
		return new JWTClaimsSet.Builder().issuer(ISSUER)
			.subject(subject)
			.audience("holdfast")
			.issueTime(new Date())
			.expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
	}

	public static String jwksUri() {
		return JWKS_URI;
	}

	private static String sign(JWTClaimsSet claims) {
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
				claims);
		try {
			token.sign(new RSASSASigner(KEY));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("test").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String serve(String keys) {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			byte[] body = keys.getBytes(StandardCharsets.UTF_8);
			server.createContext("/jwks", (exchange) -> {
				exchange.getResponseHeaders().add("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
				exchange.close();
			});
			server.start();
			return "http://localhost:" + server.getAddress().getPort() + "/jwks";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
