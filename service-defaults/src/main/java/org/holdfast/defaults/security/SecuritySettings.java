package org.holdfast.defaults.security;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where an OpenID Connect provider puts what Holdfast needs to know of a person.
 *
 * @param staffClaim claim with the staff id (the personnel number of the HR system)
 * @param rolesClaim claim with the list of roles
 * @param peopleScope scope that a token must have for its roles to count
 */
@Validated
@ConfigurationProperties("holdfast.security")
record SecuritySettings(@NotBlank @DefaultValue("sub") String staffClaim,
		@NotBlank @DefaultValue("roles") String rolesClaim, @NotBlank @DefaultValue("holdfast") String peopleScope) {
}
