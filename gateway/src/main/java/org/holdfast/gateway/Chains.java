package org.holdfast.gateway;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Who may come in and how: operators' probes, API clients with a token of their own, the
 * OpenID provider's pages, and browsers with a session.
 */
@Configuration(proxyBeanMethods = false)
class Chains {

	// the web app's components write their style elements while they run
	private static final String POLICY = String.join("; ", "default-src 'self'", "script-src 'self'",
			"style-src 'self'", "img-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
			"form-action 'self'", "object-src 'none'");

	private final Settings settings;

	Chains(Settings settings) {
		this.settings = settings;
	}

	/** A span for every filter of every request costs more than it tells. */
	@Bean
	SecurityObservationSettings noSecurityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	/**
	 * Anybody may ask whether the gateway lives; figures are for those who reach the
	 * management port, which is not published.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain managementChain(HttpSecurity http, Environment environment) {
		stateless(http, "/actuator/**", "/livez", "/readyz");
		return http
			.authorizeHttpRequests((authorize) -> authorize
				.requestMatchers("/actuator/health", "/actuator/health/*", "/livez", "/readyz")
				.permitAll()
				.anyRequest()
				.access((authentication,
						context) -> new AuthorizationDecision(onManagementPort(context.getRequest(), environment))))
			.build();
	}

	private static boolean onManagementPort(HttpServletRequest request, Environment environment) {
		int port = request.getLocalPort();
		return port == environment.getProperty("local.management.port", Integer.class, -1)
				&& port != environment.getProperty("local.server.port", Integer.class, -1);
	}

	/** The services check these tokens themselves, as they check every token. */
	@Bean
	@Order(2)
	SecurityFilterChain tokenChain(HttpSecurity http) {
		stateless(http, "/api/**");
		return http.securityMatcher(new AndRequestMatcher(PathPatternRequestMatcher.pathPattern("/api/**"), Bearer::in))
			.authorizeHttpRequests((authorize) -> authorize.anyRequest().permitAll())
			.build();
	}

	/** The provider protects its own pages against forged requests. */
	@Bean
	@Order(3)
	SecurityFilterChain identityChain(HttpSecurity http) {
		stateless(http, "/identity/**");
		return http.authorizeHttpRequests((authorize) -> authorize.anyRequest().permitAll()).build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain browserChain(HttpSecurity http, ClientRegistrationRepository providers) {
		CookieCsrfTokenRepository csrfTokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		csrfTokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax").secure(this.settings.https()));
		OidcClientInitiatedLogoutSuccessHandler signedOut = new OidcClientInitiatedLogoutSuccessHandler(providers);
		signedOut.setPostLogoutRedirectUri(this.settings.url() + "/");
		// the web app asks by fetch(), which cannot follow a redirect to the provider
		signedOut.setRedirectStrategy((request, response, url) -> new Location(url).write(response));
		return http.headers(this::headers)
			.csrf((csrf) -> csrf.spa().csrfTokenRepository(csrfTokens))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.authorizeHttpRequests(
					(authorize) -> authorize.requestMatchers("/api/**").authenticated().anyRequest().permitAll())
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint((request, response, ex) -> Problem.signInFirst().write(response))
				.accessDeniedHandler((request, response, ex) -> Problem
					.of(HttpStatus.FORBIDDEN, "forged-request",
							"The X-XSRF-TOKEN header must repeat the XSRF-TOKEN cookie.")
					.write(response)))
			.oauth2Login((login) -> login.loginPage("/login").successHandler((request, response, authentication) -> {
				request.getSession().setMaxInactiveInterval(seconds(this.settings.sessionTimeout()));
				response.sendRedirect("/");
			}).failureHandler((request, response, ex) -> response.sendRedirect("/?sign-in=failed")))
			.logout((logout) -> logout.logoutUrl("/logout")
				.deleteCookies("HOLDFAST_SESSION")
				.logoutSuccessHandler(signedOut))
			.build();
	}

	private void stateless(HttpSecurity http, String... paths) {
		http.securityMatcher(paths)
			.headers(this::headers)
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint((request, response,
					ex) -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.").write(response)));
	}

	/** None of these replaces what a service or the provider has set for itself. */
	private void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((csp) -> csp.policyDirectives(POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader(
					(permissions) -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
			.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
		if (this.settings.https()) {
			// TLS may end before us, so that a request does not look secure
			headers.httpStrictTransportSecurity((hsts) -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE));
		}
		else {
			headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
		}
	}

	private static int seconds(Duration duration) {
		return Math.toIntExact(duration.toSeconds());
	}

}
