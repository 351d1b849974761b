package org.holdfast.gateway;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Tells the parts behind the gateway under which address the world knows them. What came
 * from outside under these names was removed before, and the Host header of a request is
 * not believed either: the public address is a setting. The type of a body is as it was
 * sent; Spring would add a guess at its encoding.
 */
@Component
class PassedOnHeaders implements RequestHttpHeadersFilter, Ordered {

	/** Attribute of a request: the part of its path that the service does not see. */
	static final String PREFIX = PassedOnHeaders.class.getName() + ".prefix";

	private final Settings settings;

	PassedOnHeaders(Settings settings) {
		this.settings = settings;
	}

	@Override
	public HttpHeaders apply(HttpHeaders given, ServerRequest request) {
		HttpHeaders headers = new HttpHeaders();
		headers.putAll(given);
		int port = this.settings.url().getPort();
		headers.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
		headers.set("X-Forwarded-Proto", this.settings.url().getScheme());
		headers.set("X-Forwarded-Host", this.settings.url().getHost());
		headers.set("X-Forwarded-Port", (port > 0) ? Integer.toString(port) : this.settings.https() ? "443" : "80");
		String type = request.servletRequest().getHeader(HttpHeaders.CONTENT_TYPE);
		if (type != null) {
			headers.set(HttpHeaders.CONTENT_TYPE, type);
		}
		request.attribute(PREFIX).ifPresent((prefix) -> headers.set("X-Forwarded-Prefix", prefix.toString()));
		return headers;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
