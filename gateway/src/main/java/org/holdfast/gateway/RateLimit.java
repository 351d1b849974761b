package org.holdfast.gateway;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one caller from taking the suite away from the others; it stands before the
 * security chains, because starting a sign-in costs something too.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 20)
class RateLimit extends OncePerRequestFilter {

	private static final int MOST_CALLERS = 100_000;

	private final Settings.Limits limits;

	// a bucket that was not used for a minute is full again: forgetting it changes
	// nothing
	private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(MOST_CALLERS)
		.expireAfterAccess(Duration.ofMinutes(1))
		.build();

	RateLimit(Settings settings) {
		this.limits = settings.limits();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long wait = nanosToWait(request);
		if (wait == 0) {
			chain.doFilter(request, response);
			return;
		}
		Duration retryAfter = Duration.ofNanos(wait).plusSeconds(1);
		Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests: slow down and try again.")
			.write(response, retryAfter);
	}

	private long nanosToWait(HttpServletRequest request) {
		String token = bearer(request);
		if (token != null) {
			long wait = take("tokens " + address(request), this.limits.tokens());
			return (wait > 0) ? wait : take("token " + digest(token), this.limits.caller());
		}
		String session = signedInSession(request);
		return (session != null) ? take("session " + session, this.limits.caller())
				: take("address " + address(request), this.limits.address());
	}

	private long take(String caller, Settings.Rate rate) {
		Bucket bucket = this.buckets.get(caller, (key) -> Bucket.builder()
			.addLimit((limit) -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
			.build());
		return bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
	}

	private static @Nullable String bearer(HttpServletRequest request) {
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return (authorization != null && Bearer.is(authorization)) ? authorization : null;
	}

	/** The person rather than the session, so that many sessions do not add up. */
	private static @Nullable String signedInSession(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return null;
		}
		Object context = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		return (context instanceof SecurityContext security && security.getAuthentication() != null)
				? security.getAuthentication().getName() : null;
	}

	/** The address, or the network where one household owns a whole range of them. */
	private static String address(HttpServletRequest request) {
		InetAddress address = InetAddress.ofLiteral(request.getRemoteAddr());
		byte[] bytes = address.getAddress();
		return HexFormat.of().formatHex((address instanceof Inet6Address) ? Arrays.copyOf(bytes, 8) : bytes);
	}

	private static String digest(String token) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
