package org.holdfast.gateway;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/** Tells the requests of API clients, which bring their own token. */
final class Bearer {

	private static final String SCHEME = "Bearer ";

	private Bearer() {
	}

	static boolean in(HttpServletRequest request) {
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return authorization != null && is(authorization);
	}

	static boolean is(String authorization) {
		return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
	}

}
