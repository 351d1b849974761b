package org.holdfast.gateway;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are larger than anything the services expect, whether their length
 * is announced or found out while reading.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10)
class SizeLimit extends OncePerRequestFilter {

	private static final String IMPORTS = "/api/profile/imports";

	private final Settings.Limits limits;

	SizeLimit(Settings settings) {
		this.limits = settings.limits();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		DataSize largest = IMPORTS.equals(request.getRequestURI()) ? this.limits.importBody() : this.limits.body();
		if (request.getContentLengthLong() > largest.toBytes()) {
			tooLarge().write(response);
		}
		else if (request.getContentLengthLong() >= 0) {
			chain.doFilter(request, response);
		}
		else {
			chain.doFilter(new Counted(request, largest), response);
		}
	}

	static Problem tooLarge() {
		return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request's body is too large.");
	}

	/** Somebody sent more than was allowed, without saying so before. */
	static class TooLarge extends IOException {

		private static final long serialVersionUID = 1L;

		TooLarge(DataSize largest) {
			super("More than " + largest.toBytes() + " bytes");
		}

	}

	private static final class Counted extends HttpServletRequestWrapper {

		private final DataSize largest;

		private Counted(HttpServletRequest request, DataSize largest) {
			super(request);
			this.largest = largest;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new CountedStream(super.getInputStream(), this.largest);
		}

	}

	private static final class CountedStream extends ServletInputStream {

		private final ServletInputStream body;

		private final DataSize largest;

		private long count;

		private CountedStream(ServletInputStream body, DataSize largest) {
			this.body = body;
			this.largest = largest;
		}

		@Override
		public int read() throws IOException {
			int read = this.body.read();
			return (read < 0) ? read : (int) counted(read, 1);
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = this.body.read(buffer, offset, length);
			return (read < 0) ? read : (int) counted(read, read);
		}

		private long counted(long result, long bytes) throws TooLarge {
			this.count += bytes;
			if (this.count > this.largest.toBytes()) {
				throw new TooLarge(this.largest);
			}
			return result;
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
