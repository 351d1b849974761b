package org.holdfast.identity;

import java.util.Map;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * The sign-ins that are under way or can be renewed: in memory, forgotten when the
 * refresh token has run out. Spring's own keeps them for ever.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

	private static final int MOST = 20_000;

	private static final Map<String, Class<? extends OAuth2Token>> TYPES = Map.of("code", OAuth2AuthorizationCode.class,
			OAuth2TokenType.ACCESS_TOKEN.getValue(), OAuth2AccessToken.class, OAuth2TokenType.REFRESH_TOKEN.getValue(),
			OAuth2RefreshToken.class, "id_token", OidcIdToken.class);

	private final Cache<String, OAuth2Authorization> byId;

	private final Cache<String, String> idByToken;

	Authorizations(Settings settings) {
		this.byId = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(settings.refreshToken()).build();
		this.idByToken = Caffeine.newBuilder()
			.maximumSize((long) MOST * TYPES.size())
			.expireAfterWrite(settings.refreshToken())
			.build();
	}

	@Override
	public void save(OAuth2Authorization authorization) {
		this.byId.put(authorization.getId(), authorization);
		tokens(authorization).forEach((token) -> this.idByToken.put(token, authorization.getId()));
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		this.byId.invalidate(authorization.getId());
		this.idByToken.invalidateAll(tokens(authorization).toList());
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return this.byId.getIfPresent(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		String id = this.idByToken.getIfPresent(token);
		OAuth2Authorization authorization = (id != null) ? findById(id) : null;
		return (authorization != null && holds(authorization, token, type)) ? authorization : null;
	}

	/** A token that was renewed leads here too, but is no longer held. */
	private static boolean holds(OAuth2Authorization authorization, String token, @Nullable OAuth2TokenType type) {
		OAuth2Authorization.Token<OAuth2Token> held = authorization.getToken(token);
		if (held == null) {
			return false;
		}
		return type == null || TYPES.getOrDefault(type.getValue(), OAuth2Token.class).isInstance(held.getToken());
	}

	private static Stream<String> tokens(OAuth2Authorization authorization) {
		return TYPES.values()
			.stream()
			.map((type) -> authorization.getToken(type))
			.filter((token) -> token != null)
			.map((token) -> token.getToken().getTokenValue());
	}

}
