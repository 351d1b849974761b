package org.holdfast.gateway;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizationCodeOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.DelegatingOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.HttpSessionMutexListener;
import org.springframework.web.util.WebUtils;

/** How a browser's session gets its tokens, keeps them here, and renews them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class SignIn {

	/**
	 * The provider as configured, without asking it for anything while starting; what
	 * discovery would have told is set here: the issuer that an ID token must name, and
	 * where a session ends.
	 */
	@Bean
	ClientRegistrationRepository providers(OAuth2ClientProperties properties, Settings settings) {
		return new InMemoryClientRegistrationRepository(
				new OAuth2ClientPropertiesMapper(properties).asClientRegistrations()
					.values()
					.stream()
					.map((registration) -> complete(registration, settings))
					.toList());
	}

	private static ClientRegistration complete(ClientRegistration registration, Settings settings) {
		Map<String, Object> metadata = new HashMap<>(registration.getProviderDetails().getConfigurationMetadata());
		metadata.put("end_session_endpoint", settings.endSessionUri().toString());
		return ClientRegistration.withClientRegistration(registration)
			.issuerUri(settings.issuer())
			.providerConfigurationMetadata(metadata)
			.build();
	}

	/** Tokens live and die with the session. */
	@Bean
	OAuth2AuthorizedClientRepository tokens() {
		return new HttpSessionOAuth2AuthorizedClientRepository();
	}

	/**
	 * Gives the session's access token, renewed when it is about to expire. One at a time
	 * per session: a refresh token is good for one use, and a page asks for several
	 * things at once.
	 */
	@Bean
	OAuth2AuthorizedClientManager renewal(ClientRegistrationRepository providers,
			OAuth2AuthorizedClientRepository tokens,
			OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client, ApplicationEventPublisher events) {
		RefreshTokenOAuth2AuthorizedClientProvider refresh = new RefreshTokenOAuth2AuthorizedClientProvider();
		refresh.setAccessTokenResponseClient(client);
		// the session takes over the new ID token, with the roles in it
		refresh.setApplicationEventPublisher(events);
		DefaultOAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(providers, tokens);
		manager.setAuthorizedClientProvider(new DelegatingOAuth2AuthorizedClientProvider(
				new AuthorizationCodeOAuth2AuthorizedClientProvider(), refresh));
		return (request) -> oneAtATime(manager, request);
	}

	private static @Nullable OAuth2AuthorizedClient oneAtATime(OAuth2AuthorizedClientManager manager,
			OAuth2AuthorizeRequest request) {
		ServletRequestAttributes attributes = (ServletRequestAttributes) RequestContextHolder
			.currentRequestAttributes();
		HttpServletRequest servletRequest = attributes.getRequest();
		HttpSession session = servletRequest.getSession();
		synchronized (WebUtils.getSessionMutex(session)) {
			return manager.authorize(request);
		}
	}

	@Bean
	HttpSessionMutexListener sessionMutex() {
		return new HttpSessionMutexListener();
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeClient(RestClient.Builder builder) {
		RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
		client.setRestClient(tokenClient(builder));
		return client;
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshClient(RestClient.Builder builder) {
		RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();
		client.setRestClient(tokenClient(builder));
		return client;
	}

	/** With the timeouts and traces of all our calls, which the default has not. */
	private static RestClient tokenClient(RestClient.Builder builder) {
		return builder.configureMessageConverters((converters) -> {
			converters.addCustomConverter(new FormHttpMessageConverter());
			converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
		}).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build();
	}

	@Bean
	ServletContextInitializer secureCookie(Settings settings) {
		return (context) -> context.getSessionCookieConfig().setSecure(settings.https());
	}

}
