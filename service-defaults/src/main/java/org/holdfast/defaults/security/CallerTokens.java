package org.holdfast.defaults.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads a caller from an access token: scopes always, roles only where the token was
 * issued for a person's use of Holdfast.
 */
final class CallerTokens implements Converter<Jwt, AbstractAuthenticationToken>, HandlerMethodArgumentResolver {

	private static final Set<String> ROLES = Set.of("staff", "supervisor", "hr", "administrator");

	private final SecuritySettings settings;

	CallerTokens(SecuritySettings settings) {
		this.settings = settings;
	}

	@Override
	public AbstractAuthenticationToken convert(Jwt token) {
		Set<GrantedAuthority> authorities = new LinkedHashSet<>();
		scopes(token).forEach((scope) -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
		roles(token)
			.forEach((role) -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT))));
		return new JwtAuthenticationToken(token, authorities, staffId(token));
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Caller.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication instanceof JwtAuthenticationToken token) {
			return new Caller(token.getName(), roles(token.getToken()));
		}
		throw new IllegalStateException("An operation that asks who calls must require a token");
	}

	private String staffId(Jwt token) {
		String staffId = token.getClaimAsString(this.settings.staffClaim());
		return (staffId != null) ? staffId : Objects.requireNonNullElse(token.getSubject(), "unknown");
	}

	private Set<String> roles(Jwt token) {
		List<String> claimed = token.getClaimAsStringList(this.settings.rolesClaim());
		if (claimed == null || !scopes(token).contains(this.settings.peopleScope())) {
			return Set.of();
		}
		return claimed.stream().filter(ROLES::contains).collect(Collectors.toUnmodifiableSet());
	}

	private static Collection<String> scopes(Jwt token) {
		Object scope = token.getClaim("scope");
		if (scope instanceof String text) {
			return List.of(text.split(" "));
		}
		return Objects.requireNonNullElse(token.getClaimAsStringList("scope"), List.of());
	}

}
