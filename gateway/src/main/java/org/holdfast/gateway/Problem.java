package org.holdfast.gateway;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An answer of the gateway's own to a request that it does not pass on, as RFC 9457 has
 * it.
 */
record Problem(URI type, String title, int status, String detail) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static Problem of(HttpStatus status, String slug, String detail) {
		return new Problem(URI.create("urn:holdfast:problem:" + slug), status.getReasonPhrase(), status.value(),
				detail);
	}

	static Problem signInFirst() {
		return of(HttpStatus.UNAUTHORIZED, "sign-in-first", "Sign in first.");
	}

	void write(HttpServletResponse response) throws IOException {
		write(response, null);
	}

	void write(HttpServletResponse response, @Nullable Duration retryAfter) throws IOException {
		response.setStatus(this.status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		if (retryAfter != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
		}
		response.getOutputStream().write(JSON.writeValueAsBytes(this));
	}

	ServerResponse answer() {
		return ServerResponse.status(this.status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
	}

	ServerResponse answer(Duration retryAfter) {
		return ServerResponse.status(this.status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()))
			.body(this);
	}

}
