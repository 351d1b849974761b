package org.holdfast.profile;

import java.util.List;
import java.util.Locale;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Who calls, in a test of the web layer.
 */
public final class Callers {

	private Callers() {
	}

	/**
	 * A person with one role; or {@code import}, the HR system; or {@code integration},
	 * one that may do nothing here; or {@code nobody}.
	 */
	public static RequestPostProcessor as(String role) {
		return switch (role) {
			case "nobody" -> (request) -> request;
			case "import" -> integration("profile.import");
			case "integration" -> integration("something.else");
			default -> SecurityMockMvcRequestPostProcessors.jwt()
				.jwt((token) -> token.subject("S-1")
					.claim("name", "Name of the token")
					.claim("scope", "openid holdfast")
					.claim("roles", List.of(role)))
				.authorities(new SimpleGrantedAuthority("SCOPE_holdfast"),
						new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)));
		};
	}

	private static RequestPostProcessor integration(String scope) {
		return SecurityMockMvcRequestPostProcessors.jwt()
			.jwt((token) -> token.subject("hr-system").claim("scope", scope))
			.authorities(new SimpleGrantedAuthority("SCOPE_" + scope));
	}

}
