package org.holdfast.identity;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletResponse;
import org.holdfast.defaults.problem.Problems;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Who may come in and how: the protocol's own endpoints, people with a form, and
 * administrators with a token.
 */
@Configuration(proxyBeanMethods = false)
class Chains {

	private final Settings settings;

	Chains(Settings settings) {
		this.settings = settings;
	}

	@Bean
	@Order(1)
	SecurityFilterChain protocolChain(HttpSecurity http) {
		MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
		pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
		return http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.oidc(Customizer.withDefaults());
			server.clientAuthentication(
					(clients) -> clients.authenticationProviders((providers) -> providers.forEach((provider) -> {
						if (provider instanceof ClientSecretAuthenticationProvider secrets) {
							secrets.setPasswordEncoder(Clients.SECRETS);
						}
					})));
		})
			.headers(this::headers)
			.authorizeHttpRequests((authorize) -> authorize.anyRequest().authenticated())
			.exceptionHandling((handling) -> handling
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), pages))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain peopleChain(HttpSecurity http, Accounts accounts, Passwords passwords, Attempts attempts) {
		AuthenticationFailureHandler refused = (request, response, failure) -> response.sendRedirect(
				request.getContextPath() + ((failure instanceof LockedException) ? "/login?wait" : "/login?error"));
		return http.securityMatcher("/login", "/enrol", "/style.css", "/error")
			.headers(this::headers)
			.authenticationProvider(new SignIn(accounts, passwords, attempts))
			.authorizeHttpRequests((authorize) -> authorize.anyRequest().permitAll())
			.formLogin((form) -> form.loginPage("/login")
				.failureHandler(refused)
				// nobody asked for a sign-in: the gateway will
				.defaultSuccessUrl(this.settings.url() + "/login"))
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	/** As in every service; no cookie is read here. */
	@Bean
	@Order(3)
	SecurityFilterChain programChain(HttpSecurity http, JsonMapper json,
			Converter<Jwt, AbstractAuthenticationToken> caller) {
		AuthenticationEntryPoint unauthenticated = (request, response, failure) -> {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			write(json, response, Problems.unauthenticated());
		};
		AccessDeniedHandler forbidden = (request, response, failure) -> write(json, response, Problems.forbidden());
		return http
			.authorizeHttpRequests((authorize) -> authorize
				.requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
				.permitAll()
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter(caller))
				.authenticationEntryPoint(unauthenticated)
				.accessDeniedHandler(forbidden))
			.exceptionHandling(
					(handling) -> handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.build();
	}

	/** Of our own tokens, without asking ourselves over HTTP for the key. */
	@Bean
	JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
		NimbusJwtDecoder decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				JwtValidators.createDefaultWithIssuer(this.settings.issuer().toString()),
				new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD,
						(audience) -> audience != null && audience.contains(this.settings.audience()))));
		return decoder;
	}

	@Bean
	ServletContextInitializer secureCookie() {
		return (context) -> context.getSessionCookieConfig().setSecure(this.settings.https());
	}

	/**
	 * A form's answer may lead on to the client that asked for the sign-in, which
	 * form-action must allow.
	 */
	private void headers(HeadersConfigurer<HttpSecurity> headers) {
		String destinations = Clients.destinations(this.settings)
			.stream()
			.map(Object::toString)
			.collect(Collectors.joining(" "));
		headers
			.contentSecurityPolicy((csp) -> csp.policyDirectives(Stream
				.of("default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self' " + destinations,
						"base-uri 'none'", "frame-ancestors 'none'")
				.collect(Collectors.joining("; "))))
			// a code is in the address of the page where it is used
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER));
	}

	private static void write(JsonMapper json, HttpServletResponse response, ProblemDetail problem) throws IOException {
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(json.writeValueAsBytes(problem));
	}

}
