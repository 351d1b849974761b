package org.holdfast.identity;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set.
 *
 * @param url the public address of the suite, without a slash at its end
 * @param issuer the name under which tokens are signed; its endpoints are below it
 * @param audience whom access tokens are for
 * @param gatewaySecret shared with the gateway (HOLDFAST_GATEWAY_SECRET)
 * @param integrationSecret shared with an HR system that sends staff imports by itself
 * (HOLDFAST_INTEGRATION_SECRET); without it there is no such client
 * @param administratorPassword password of the first account
 * (HOLDFAST_ADMINISTRATOR_PASSWORD); used once, when there is no such account yet
 * @param bcryptStrength binary logarithm of the work that checking a password costs
 * @param accessToken how long an access token is valid
 * @param refreshToken how long it can be renewed without use
 * @param code how long a code for choosing a password is valid
 * @param attempts how often a password may be wrong before a pause
 * @param pause how long nobody can sign in under that name then
 */
@ConfigurationProperties("holdfast.identity")
@Validated
record Settings(@NotNull URI url, @NotNull URI issuer, @NotBlank String audience, @NotBlank String gatewaySecret,
		@Nullable String integrationSecret, @Nullable String administratorPassword, @Min(4) @Max(16) int bcryptStrength,
		@NotNull Duration accessToken, @NotNull Duration refreshToken, @NotNull Duration code, @Positive int attempts,
		@NotNull Duration pause) {

	/** Whether browsers reach us over TLS, which decides on Secure cookies. */
	boolean https() {
		return "https".equals(issuer().getScheme());
	}

}
