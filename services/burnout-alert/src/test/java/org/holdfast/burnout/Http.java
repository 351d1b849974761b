package org.holdfast.burnout;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** Asks a service under test over HTTP, and takes any answer. */
public final class Http {

	private final RestClient client;

	public Http(int port) {
		this.client = RestClient.create("http://localhost:" + port);
	}

	public ResponseEntity<String> send(String method, String path, @Nullable String body, @Nullable String token) {
		RestClient.RequestBodySpec request = this.client.method(HttpMethod.valueOf(method)).uri(path);
		if (token != null) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return request.retrieve().onStatus((status) -> true, (sent, received) -> {
		}).toEntity(String.class);
	}

	public JsonNode get(String path, String token) {
		return JsonMapper.shared().readTree(send("GET", path, null, token).getBody());
	}

	public int status(String method, String path, @Nullable String body, @Nullable String token) {
		return send(method, path, body, token).getStatusCode().value();
	}

}
