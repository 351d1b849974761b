package org.holdfast.identity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens, and on what terms. */
@Configuration(proxyBeanMethods = false)
class Clients {

	/** The scope with which a token speaks for a person. */
	static final String PEOPLE = "holdfast";

	private static final String IMPORT = "profile.import";

	/**
	 * Of the secrets of clients. They are long and random and in the environment anyway:
	 * there is nothing to gain from slowness.
	 */
	static final BCryptPasswordEncoder SECRETS = new BCryptPasswordEncoder(4);

	@Bean
	AuthorizationServerSettings endpoints(Settings settings) {
		return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
	}

	@Bean
	RegisteredClientRepository registeredClients(Settings settings) {
		List<RegisteredClient> clients = new ArrayList<>(List.of(gateway(settings), commandLine(settings)));
		String secret = settings.integrationSecret();
		if (secret != null && !secret.isBlank()) {
			clients.add(integration(settings, secret));
		}
		return new InMemoryRegisteredClientRepository(clients);
	}

	/** The origins that a sign-in may lead to, by way of a form on our pages. */
	static List<URI> destinations(Settings settings) {
		return List.of(settings.url(), URI.create("http://127.0.0.1:*"));
	}

	private static RegisteredClient gateway(Settings settings) {
		return client("holdfast-gateway", settings).clientSecret(SECRETS.encode(settings.gatewaySecret()))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.redirectUri(settings.url() + "/login/oauth2/code/holdfast")
			.postLogoutRedirectUri(settings.url() + "/")
			.scope(OidcScopes.OPENID)
			.scope(PEOPLE)
			.build();
	}

	/** Runs on a person's own machine and can keep no secret; the port is free. */
	private static RegisteredClient commandLine(Settings settings) {
		return client("holdfast-cli", settings).clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("http://127.0.0.1/callback")
			.scope(OidcScopes.OPENID)
			.scope(PEOPLE)
			.build();
	}

	/** An HR system that sends its staff list by itself, and may do nothing else. */
	private static RegisteredClient integration(Settings settings, String secret) {
		return client("holdfast-integration", settings).clientSecret(SECRETS.encode(secret))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.scope(IMPORT)
			.build();
	}

	private static RegisteredClient.Builder client(String id, Settings settings) {
		return RegisteredClient.withId(id)
			.clientId(id)
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.tokenSettings(TokenSettings.builder()
				.accessTokenTimeToLive(settings.accessToken())
				.refreshTokenTimeToLive(settings.refreshToken())
				.reuseRefreshTokens(false)
				.build());
	}

}
