package org.holdfast.gateway;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Where the web app goes next, for requests that cannot be answered by a redirect; said
 * in the header of that name and in the body.
 */
record Location(String location) {

	void write(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.LOCATION, this.location);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(this));
	}

}
