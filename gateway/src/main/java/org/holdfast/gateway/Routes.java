package org.holdfast.gateway;

import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.springframework.cloud.gateway.server.mvc.filter.AfterFilterFunctions.removeResponseHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.TokenRelayFilterFunctions.tokenRelay;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

/** What is passed on, to whom, and what is said when that fails. */
@Configuration(proxyBeanMethods = false)
class Routes {

	private static final Logger log = LoggerFactory.getLogger(Routes.class);

	private static final Duration SHORTLY = Duration.ofSeconds(5);

	@Bean
	RouterFunction<ServerResponse> passedOn(Settings settings) {
		RouterFunctions.Builder routes = route();
		settings.services().forEach((name, target) -> routes.add(service(name, target)).add(openApi(name, target)));
		return routes.add(identity(settings.identity()))
			.onError(ClientAuthorizationException.class, Routes::noToken)
			.onError(ResourceAccessException.class, Routes::noAnswer)
			.build();
	}

	private static RouterFunction<ServerResponse> service(String name, URI target) {
		String prefix = "/api/" + name;
		return route(name).route(path(prefix + "/**").and(internal(prefix).negate()), http())
			.before(uri(target))
			.before(stripPrefix(2))
			.before(prefixed(prefix))
			.before(removeRequestHeader(HttpHeaders.COOKIE))
			.filter(tokenRelay())
			.after(removeResponseHeader(HttpHeaders.SET_COOKIE))
			.build();
	}

	/** What a service has for its operators, and what is published elsewhere. */
	private static RequestPredicate internal(String prefix) {
		return path(prefix + "/actuator/**").or(path(prefix + "/v3/**"));
	}

	private static RouterFunction<ServerResponse> openApi(String name, URI target) {
		return route("openapi-" + name).route(GET("/openapi/" + name), http())
			.before(uri(target))
			.before(setPath("/v3/api-docs"))
			.before(prefixed("/api/" + name))
			.before(removeRequestHeader(HttpHeaders.COOKIE))
			.before(removeRequestHeader(HttpHeaders.AUTHORIZATION))
			.after(removeResponseHeader(HttpHeaders.SET_COOKIE))
			.build();
	}

	private static RouterFunction<ServerResponse> identity(URI target) {
		return route("identity").route(path("/identity/**").and(path("/identity/actuator/**").negate()), http())
			.before(uri(target))
			.before(Routes::withoutOurCookies)
			.build();
	}

	private static Function<ServerRequest, ServerRequest> prefixed(String prefix) {
		return (request) -> {
			request.attributes().put(PassedOnHeaders.PREFIX, prefix);
			return request;
		};
	}

	private static ServerRequest withoutOurCookies(ServerRequest request) {
		String cookies = request.headers()
			.header(HttpHeaders.COOKIE)
			.stream()
			.flatMap((header) -> Arrays.stream(header.split(";")))
			.map(String::trim)
			.filter((cookie) -> !cookie.startsWith("HOLDFAST_SESSION=") && !cookie.startsWith("XSRF-TOKEN="))
			.collect(Collectors.joining("; "));
		return ServerRequest.from(request).headers((headers) -> {
			headers.remove(HttpHeaders.COOKIE);
			if (!cookies.isEmpty()) {
				headers.set(HttpHeaders.COOKIE, cookies);
			}
		}).build();
	}

	/**
	 * The session's tokens have run out or were withdrawn, unless it is the provider that
	 * does not answer.
	 */
	private static ServerResponse noToken(Throwable failure, ServerRequest request) {
		String code = ((ClientAuthorizationException) failure).getError().getErrorCode();
		if (!code.equals("invalid_grant") && !code.equals("client_authorization_required")) {
			log.warn("No token: {}", failure.getMessage());
			return Problem
				.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Sign-in does not answer just now; try again.")
				.answer(SHORTLY);
		}
		HttpSession session = request.servletRequest().getSession(false);
		if (session != null) {
			session.invalidate();
		}
		return Problem.signInFirst().answer();
	}

	private static ServerResponse noAnswer(Throwable failure, ServerRequest request) {
		if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof SizeLimit.TooLarge) {
			return SizeLimit.tooLarge().answer();
		}
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		log.warn("{} {} was not answered: {}", request.method(), request.path(), cause.toString());
		boolean slow = cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
		return slow
				? Problem.of(HttpStatus.GATEWAY_TIMEOUT, "too-slow", "This part of Holdfast took too long; try again.")
					.answer(SHORTLY)
				: Problem
					.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
							"This part of Holdfast does not answer just now; try again.")
					.answer(SHORTLY);
	}

	/**
	 * Services speak HTTP/1.1; asking each for an upgrade first costs and gains nothing.
	 */
	@Bean
	ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
		return (builder) -> builder.withHttpClientCustomizer((client) -> client.version(HTTP_1_1));
	}

}
