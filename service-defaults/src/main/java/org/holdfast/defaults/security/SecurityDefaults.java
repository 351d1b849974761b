package org.holdfast.defaults.security;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.holdfast.defaults.problem.Problems;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes a service a stateless resource server: everything needs a token but health,
 * metrics and the OpenAPI document.
 */
@AutoConfiguration(beforeName = {
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration" })
@EnableConfigurationProperties(SecuritySettings.class)
@EnableMethodSecurity
public class SecurityDefaults {

	/** A span for every filter of every request costs more than it tells. */
	@Bean
	@ConditionalOnMissingBean
	SecurityObservationSettings noSecurityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	CallerTokens callerTokens(SecuritySettings settings) {
		return new CallerTokens(settings);
	}

	@Bean
	WebMvcConfigurer callerArguments(CallerTokens tokens) {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(tokens);
			}
		};
	}

	@Bean
	@ConditionalOnMissingBean
	SecurityFilterChain resourceServer(HttpSecurity http, CallerTokens tokens, JsonMapper json) {
		AuthenticationEntryPoint unauthenticated = (request, response, failure) -> {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			write(json, response, Problems.unauthenticated());
		};
		AccessDeniedHandler forbidden = (request, response, failure) -> write(json, response, Problems.forbidden());
		http.authorizeHttpRequests(
				(requests) -> requests.requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
					.permitAll()
					.anyRequest()
					.authenticated());
		http.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter(tokens))
			.authenticationEntryPoint(unauthenticated)
			.accessDeniedHandler(forbidden));
		http.exceptionHandling(
				(handling) -> handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden));
		http.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		// no cookies are read, so no request can be forged with one
		http.csrf(AbstractHttpConfigurer::disable);
		return http.build();
	}

	private static void write(JsonMapper json, HttpServletResponse response, ProblemDetail problem) {
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		try {
			response.getOutputStream().write(json.writeValueAsBytes(problem));
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
