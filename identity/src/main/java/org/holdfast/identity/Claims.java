package org.holdfast.identity;

import java.util.List;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Says in a token who the person is. That is looked up each time, so that a change of
 * roles counts from the next renewal on, and nobody who has left gets one.
 */
@Component
class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final Accounts accounts;

	private final Settings settings;

	Claims(Accounts accounts, Settings settings) {
		this.accounts = accounts;
		this.settings = settings;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			context.getClaims()
				.audience(List.of(this.settings.audience()))
				// a text, as RFC 9068 has it, not Spring's list
				.claim(OAuth2ParameterNames.SCOPE, String.join(" ", context.getAuthorizedScopes()));
		}
		if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
			Account account = Optional.ofNullable(context.<Authentication>getPrincipal())
				.flatMap((person) -> this.accounts.find(person.getName()))
				.filter(Account::active)
				.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
			context.getClaims().claim("name", account.displayName()).claim("roles", account.roles());
		}
	}

}
