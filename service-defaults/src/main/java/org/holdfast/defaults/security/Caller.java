package org.holdfast.defaults.security;

import java.util.Set;

import io.swagger.v3.oas.annotations.Hidden;

/**
 * Who sends a request: a person with roles, or an integration with none.
 *
 * @param staffId the staff id of a person, the client id of an integration
 * @param roles any of staff, supervisor, hr, administrator
 */
@Hidden
public record Caller(String staffId, Set<String> roles) {

	public boolean is(String role) {
		return this.roles.contains(role);
	}

}
