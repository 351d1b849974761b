package org.holdfast.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set.
 *
 * @param url the public address of the suite, without a slash at its end
 * @param issuer the OpenID provider's issuer, which an ID token must name
 * @param endSessionUri where a browser ends its session with the provider
 * @param identity where {@code /identity/**} is passed on to
 * @param services the address of each service by the name it has below {@code /api}
 * @param claims which claims of the ID token tell who somebody is
 * @param limits what is let in
 * @param sessionTimeout how long a signed-in session may be idle
 */
@ConfigurationProperties("holdfast.gateway")
@Validated
record Settings(@NotNull URI url, @NotNull String issuer, @NotNull URI endSessionUri, @NotNull URI identity,
		@NotEmpty Map<String, URI> services, @NotNull Claims claims, @NotNull @Valid Limits limits,
		@NotNull Duration sessionTimeout) {

	/** Whether browsers reach us over TLS, which decides on Secure cookies and HSTS. */
	boolean https() {
		return "https".equals(url().getScheme());
	}

	/**
	 * Names of claims in the ID token.
	 *
	 * @param staff the person's staff id
	 * @param name the person's display name
	 * @param roles the person's roles, a list
	 */
	record Claims(@NotNull String staff, @NotNull String name, @NotNull String roles) {
	}

	/**
	 * What is let in.
	 *
	 * @param body the largest request body
	 * @param importBody the largest body of a staff import
	 * @param caller requests of one signed-in session or one token
	 * @param tokens requests with any tokens from one address: tokens are only checked by
	 * the services, so that made-up ones must not open a fresh allowance each
	 * @param address requests without a session or token from one address
	 */
	record Limits(@NotNull DataSize body, @NotNull DataSize importBody, @NotNull @Valid Rate caller,
			@NotNull @Valid Rate tokens, @NotNull @Valid Rate address) {
	}

	/**
	 * A token bucket.
	 *
	 * @param perSecond how many requests are added each second
	 * @param burst how many can be saved up
	 */
	record Rate(@Positive long perSecond, @Positive long burst) {
	}

}
