package org.holdfast.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway behind a proxy where TLS ends, on the same machine. */
class HttpsTests {

	private static final int PORT = Suite.freePort();

	private static final Service SERVICE = new Service();

	private static ConfigurableApplicationContext gateway;

	private final Browser browser = new Browser(URI.create("http://127.0.0.1:" + PORT));

	@BeforeAll
	static void start() {
		gateway = Suite.start(GatewayApplication.class, PORT,
				Map.of("HOLDFAST_URL", "https://holdfast.test", "HOLDFAST_GATEWAY_SECRET", "gateway-secret",
						"HOLDFAST_PROFILE_URI", SERVICE.uri().toString(), "HOLDFAST_TRUSTED_PROXIES", "127\\.0\\.0\\.1",
						"holdfast.gateway.limits.address.per-second", "1", "holdfast.gateway.limits.address.burst",
						"30"));
	}

	@AfterAll
	static void stop() {
		gateway.close();
	}

	@Test
	void cookiesAreForTlsOnlyAndBrowsersStayThere() {
		Browser.Page page = this.browser.get("/oauth2/authorization/holdfast");
		List<String> cookies = page.response().headers().allValues("Set-Cookie");
		assertThat(cookies).anyMatch((cookie) -> cookie.startsWith("HOLDFAST_SESSION="));
		assertThat(this.browser.get("/session").response().headers().allValues("Set-Cookie"))
			.anyMatch((cookie) -> cookie.startsWith("XSRF-TOKEN="))
			.allMatch((cookie) -> cookie.contains("Secure"));
		assertThat(cookies).allMatch((cookie) -> cookie.contains("Secure"));
		assertThat(page.header("Strict-Transport-Security")).startsWith("max-age=31536000");
		assertThat(page.header("Location")).contains("redirect_uri=https://holdfast.test/login/oauth2/code/holdfast");
	}

	@Test
	void aServiceIsToldThePublicAddressAndWhoReallyAsks() {
		this.browser.get("/api/profile/me", "Authorization", "Bearer mine", "X-Forwarded-For", "203.0.113.7");
		Service.Request asked = SERVICE.asked();
		assertThat(asked.header("X-Forwarded-Proto")).isEqualTo("https");
		assertThat(asked.header("X-Forwarded-Host")).isEqualTo("holdfast.test");
		assertThat(asked.header("X-Forwarded-Port")).isEqualTo("443");
		assertThat(asked.header("X-Forwarded-For")).isEqualTo("203.0.113.7");
	}

	@Test
	void withoutAPortOfTheirOwnFiguresAreForNobody() {
		assertThat(this.browser.get("/actuator/health").status()).isEqualTo(200);
		Browser.Page figures = this.browser.get("/actuator/prometheus", "X-Forwarded-For", "127.0.0.1");
		assertThat(figures.status()).isEqualTo(404);
		assertThat(figures.body()).doesNotContain("jvm_");
	}

	@Test
	void strangersAreToldApartByTheAddressThatTheProxyNames() {
		List<Integer> hasty = IntStream.range(0, 60)
			.mapToObj((i) -> this.browser.get("/session", "X-Forwarded-For", "203.0.113.8").status())
			.toList();
		assertThat(hasty).contains(429);
		assertThat(this.browser.get("/session", "X-Forwarded-For", "203.0.113.9").status()).isEqualTo(200);
	}

}
