package org.holdfast.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Three requests a caller, four a stranger, five with tokens from one address. */
class RateLimitTests {

	private final RateLimit limit = new RateLimit(settings());

	@Test
	void aPersonIsOneCallerInAllTheirSessions() {
		IntStream.range(0, 3).forEach((i) -> assertThat(ask(person("S-1", "10.0.0." + i))).isEqualTo(200));
		assertThat(ask(person("S-1", "10.0.0.9"))).isEqualTo(429);
		assertThat(ask(person("S-2", "10.0.0.1"))).isEqualTo(200);
	}

	@Test
	void aTokenIsOneCaller() {
		IntStream.range(0, 3).forEach((i) -> assertThat(ask(token("a", "10.0.0." + i))).isEqualTo(200));
		assertThat(ask(token("a", "10.0.0.9"))).isEqualTo(429);
		assertThat(ask(token("b", "10.0.0.9"))).isEqualTo(200);
	}

	@Test
	void madeUpTokensDoNotOpenAFreshAllowanceEach() {
		IntStream.range(0, 5)
			.forEach((i) -> assertThat(ask(token(UUID.randomUUID().toString(), "10.0.0.1"))).isEqualTo(200));
		assertThat(ask(token(UUID.randomUUID().toString(), "10.0.0.1"))).isEqualTo(429);
	}

	@Test
	void aStrangerIsAnAddressAndInTheNewInternetAWholeNetwork() {
		IntStream.range(0, 4).forEach((i) -> assertThat(ask(from("10.0.0.1"))).isEqualTo(200));
		assertThat(ask(from("10.0.0.1"))).isEqualTo(429);
		assertThat(ask(from("10.0.0.2"))).isEqualTo(200);
		IntStream.range(0, 4).forEach((i) -> assertThat(ask(from("2001:db8:0:1::" + i))).isEqualTo(200));
		assertThat(ask(from("2001:db8:0:1::ffff"))).isEqualTo(429);
		assertThat(ask(from("2001:db8:0:2::1"))).isEqualTo(200);
	}

	@Test
	void aSessionThatOnlyBeganToSignInIsAStranger() {
		MockHttpServletRequest request = from("10.0.0.1");
		request.getSession();
		IntStream.range(0, 4).forEach((i) -> assertThat(ask(request)).isEqualTo(200));
		assertThat(ask(request)).isEqualTo(429);
	}

	private int ask(MockHttpServletRequest request) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		try {
			this.limit.doFilterInternal(request, response, new MockFilterChain());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		if (response.getStatus() == 429) {
			assertThat(Integer.parseInt(String.valueOf(response.getHeader("Retry-After")))).isBetween(1, 3601);
		}
		return response.getStatus();
	}

	private static MockHttpServletRequest person(String staffId, String address) {
		MockHttpServletRequest request = from(address);
		request.getSession()
			.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
					new SecurityContextImpl(new TestingAuthenticationToken(staffId, null)));
		return request;
	}

	private static MockHttpServletRequest token(String token, String address) {
		MockHttpServletRequest request = from(address);
		request.addHeader("Authorization", "Bearer " + token);
		return request;
	}

	private static MockHttpServletRequest from(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/profile/me");
		request.setRemoteAddr(address);
		return request;
	}

	private static Settings settings() {
		URI url = URI.create("http://holdfast.test");
		Settings.Limits limits = new Settings.Limits(DataSize.ofBytes(1), DataSize.ofBytes(1), rate(3), rate(5),
				rate(4));
		return new Settings(url, url.toString(), url, url, Map.of("profile", url),
				new Settings.Claims("sub", "name", "roles"), limits, Duration.ofHours(1));
	}

	private static Settings.Rate rate(long burst) {
		return new Settings.Rate(1, burst);
	}

}
