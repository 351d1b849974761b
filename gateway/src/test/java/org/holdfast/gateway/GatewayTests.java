package org.holdfast.gateway;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway as the world meets it, before the real provider. */
class GatewayTests {

	private static final int MEGABYTE = 1024 * 1024;

	private final Suite suite = Suite.RUNNING;

	private final Service service = this.suite.service();

	private final Browser browser = this.suite.browser();

	@BeforeEach
	void nothingWasAsked() {
		this.service.forget();
	}

	@Test
	void signingInGivesABrowserASessionAndNoToken() {
		assertThat(this.browser.get("/session").json().get("signedIn").asBoolean()).isFalse();
		String staffId = signIn("staff", "hr");
		JsonNode session = this.browser.get("/session").json();
		assertThat(session.get("signedIn").asBoolean()).isTrue();
		assertThat(session.get("staffId").asString()).isEqualTo(staffId);
		assertThat(session.get("name").asString()).isEqualTo("Name of " + staffId);
		assertThat(session.get("roles").values()).extracting(JsonNode::asString).containsExactly("staff", "hr");
		assertThat(this.browser.get("/session").header("Cache-Control")).contains("no-store");
		assertThat(this.browser.get("/api/profile/me").status()).isEqualTo(200);
		String token = this.service.asked().token();
		assertThat(token).startsWith("eyJ");
		assertThat(this.browser.history()).hasSizeGreaterThan(8)
			.allSatisfy((page) -> assertThat(page.everything()).doesNotContain("eyJ")
				.doesNotContain("access_token")
				.doesNotContain("refresh_token"));
	}

	@Test
	void aSignInProvesItsKeyAndStartsAtThePublicAddress() {
		Browser.Page start = new Browser(URI.create(this.suite.url().toString().replace("localhost", "127.0.0.1")))
			.visit("/login");
		assertThat(start.header("Location")).isEqualTo(this.suite.url() + "/oauth2/authorization/holdfast");
		assertThat(this.browser.visit(start.header("Location")).header("Location"))
			.startsWith(this.suite.url() + "/identity/oauth2/authorize?")
			.contains("code_challenge=")
			.contains("code_challenge_method=S256")
			.contains("nonce=")
			.contains("state=");
	}

	@Test
	void theSessionsCookieIsOutOfReachOfScriptsAndOfOtherSites() {
		signIn("staff");
		List<String> cookies = this.browser.history()
			.stream()
			.flatMap((page) -> page.response().headers().allValues("Set-Cookie").stream())
			.toList();
		assertThat(cookies).filteredOn((cookie) -> cookie.startsWith("HOLDFAST_SESSION="))
			.isNotEmpty()
			.allSatisfy(
					(cookie) -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/"));
		assertThat(cookies).filteredOn((cookie) -> cookie.startsWith("XSRF-TOKEN="))
			.isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).doesNotContain("HttpOnly").contains("SameSite=Lax"));
	}

	@Test
	void aServiceGetsTheTokenButNeitherCookiesNorWhatTheWorldClaimsToBe() {
		String staffId = signIn("staff");
		Browser.Page page = this.browser.get("/api/profile/units/U-07?from=a%20b&to=%C3%A9", "X-Forwarded-For",
				"10.1.2.3", "X-Forwarded-Host", "evil.test", "Forwarded", "host=evil.test", "X-Forwarded-Prefix",
				"/evil");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Set-Cookie")).doesNotContain("SERVICE");
		Service.Request asked = this.service.asked();
		assertThat(asked.path()).isEqualTo("/units/U-07?from=a%20b&to=%C3%A9");
		assertThat(claims(asked.token()).get("sub").asString()).isEqualTo(staffId);
		assertThat(claims(asked.token()).get("aud").asString()).isEqualTo("holdfast");
		assertThat(asked.header("Cookie")).isEmpty();
		assertThat(asked.headers().toString()).doesNotContain("evil").doesNotContain("10.1.2.3");
		assertThat(asked.header("X-Forwarded-Host")).isEqualTo("localhost");
		assertThat(asked.header("X-Forwarded-Port")).isEqualTo(String.valueOf(this.suite.url().getPort()));
		assertThat(asked.header("X-Forwarded-Proto")).isEqualTo("http");
		assertThat(asked.header("X-Forwarded-Prefix")).isEqualTo("/api/profile");
		assertThat(asked.header("Traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
	}

	@Test
	void aTraceFromOutsideGoesOn() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		this.browser.get("/api/profile/me", "Authorization", "Bearer mine", "traceparent",
				"00-" + trace + "-00f067aa0ba902b7-01");
		assertThat(this.service.asked().header("Traceparent")).startsWith("00-" + trace)
			.doesNotContain("00f067aa0ba902b7");
	}

	@Test
	void anAnswerOfAServiceIsPassedBackAsItIs() {
		signIn("staff");
		Browser.Page page = this.browser.get("/api/profile/refuse");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.body()).isEqualTo("{\"said\":\"yes\"}");
	}

	@Test
	void aRequestFromAnotherSiteIsRefused() {
		signIn("staff");
		Browser.Page forged = this.browser.send("PUT", "/api/profile/me/mentoring", BodyPublishers.ofString("{}"));
		assertThat(forged.status()).isEqualTo(403);
		assertThat(forged.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(forged.json().get("type").asString()).isEqualTo("urn:holdfast:problem:forged-request");
		assertThat(this.browser.post("/logout", Map.of()).status()).isEqualTo(403);
		assertThat(this.service.wasAsked()).isFalse();
		assertThat(this.browser.send("PUT", "/api/profile/me/mentoring", "{}".getBytes()).status()).isEqualTo(200);
		assertThat(this.service.asked().method()).isEqualTo("PUT");
	}

	@Test
	void aClientsOwnTokenPassesWithoutASession() {
		Browser.Page page = this.browser.send("POST", "/api/profile/imports?dryRun=true",
				BodyPublishers.ofString("a,b"), "Authorization", "Bearer mine", "Content-Type", "text/csv");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Set-Cookie")).isEmpty();
		Service.Request asked = this.service.asked();
		assertThat(asked.token()).isEqualTo("mine");
		assertThat(asked.header("Content-Type")).isEqualTo("text/csv");
		assertThat(asked.length()).isEqualTo(3);
	}

	@Test
	void aClientsOwnTokenIsNotMixedWithASession() {
		signIn("staff");
		this.browser.get("/api/profile/me", "Authorization", "bearer mine");
		assertThat(this.service.asked().header("Authorization")).isEqualTo("bearer mine");
	}

	@Test
	void whoeverIsNotSignedInIsToldSoAndNotSentElsewhere() {
		Browser.Page page = this.browser.visit("/api/profile/me");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(page.json().get("status").asInt()).isEqualTo(401);
		assertThat(page.header("Set-Cookie")).doesNotContain("HOLDFAST_SESSION");
		assertThat(this.browser.get("/api/profile/me", "Authorization", "Basic abc").status()).isEqualTo(401);
		assertThat(this.service.wasAsked()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/profile/actuator", "/api/profile/actuator/env", "/api/profile/%61ctuator/env",
			"/api/profile/x/../actuator/env", "/api/profile//actuator/env", "/api/profile/;a/actuator/env",
			"/api/profile/v3/api-docs", "/api/profile/x/%2e%2e/actuator/env", "/api/unknown/me",
			"/identity/actuator/prometheus", "/identity/%61ctuator/prometheus", "/openapi/unknown" })
	void whatIsMeantForOperatorsIsOutOfReach(String path) {
		Browser.Page page = this.browser.get(path, "Authorization", "Bearer mine");
		assertThat(page.status()).isIn(400, 404);
		assertThat(page.body()).doesNotContain("jvm_");
		assertThat(this.service.wasAsked()).isFalse();
	}

	@Test
	void anOpenApiDocumentIsForEverybody() {
		assertThat(this.browser.get("/openapi/profile", "Authorization", "Bearer mine").status()).isEqualTo(200);
		Service.Request asked = this.service.asked();
		assertThat(asked.path()).isEqualTo("/v3/api-docs");
		assertThat(asked.header("Authorization")).isEmpty();
		assertThat(asked.header("X-Forwarded-Prefix")).isEqualTo("/api/profile");
	}

	@Test
	void aBodyMayBeAMegabyteAndAnImportTen() {
		signIn("administrator");
		assertThat(post("/api/profile/me", MEGABYTE)).isEqualTo(200);
		assertThat(this.service.asked().length()).isEqualTo(MEGABYTE);
		assertThat(post("/api/profile/me", MEGABYTE + 1)).isEqualTo(413);
		assertThat(post("/api/profile/imports?dryRun=true", 10 * MEGABYTE)).isEqualTo(200);
		assertThat(this.service.asked().length()).isEqualTo(10 * MEGABYTE);
		assertThat(post("/api/profile/imports", 10 * MEGABYTE + 1)).isEqualTo(413);
		assertThat(this.service.wasAsked()).isFalse();
	}

	@Test
	void aBodyOfUnknownLengthIsCutOffWhenItIsTooLong() {
		signIn("administrator");
		assertThat(this.browser.stream("/api/profile/me", new byte[MEGABYTE]).status()).isEqualTo(200);
		this.service.forget();
		Browser.Page page = this.browser.stream("/api/profile/me", new byte[MEGABYTE + 1]);
		assertThat(page.status()).isEqualTo(413);
		assertThat(page.json().get("type").asString()).isEqualTo("urn:holdfast:problem:too-large");
		assertThat(this.service.wasAsked()).isFalse();
	}

	@Test
	void aCallerWhoAsksTooMuchIsToldWhenToComeBack() {
		List<Browser.Page> pages = IntStream.range(0, 150)
			.mapToObj((i) -> this.browser.get("/api/profile/me", "Authorization", "Bearer hasty"))
			.toList();
		assertThat(pages.getFirst().status()).isEqualTo(200);
		Browser.Page last = pages.getLast();
		assertThat(last.status()).isEqualTo(429);
		assertThat(last.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
		assertThat(this.browser.get("/api/profile/me", "Authorization", "Bearer patient").status()).isEqualTo(200);
	}

	@Test
	void aServiceThatIsDownIsAProblemAndNotAMystery() {
		signIn("hr");
		Browser.Page down = this.browser.get("/api/burnout-alert/units");
		assertThat(down.status()).isEqualTo(503);
		assertThat(down.header("Retry-After")).isEqualTo("5");
		assertThat(down.json().get("type").asString()).isEqualTo("urn:holdfast:problem:unavailable");
		Browser.Page slow = this.browser.get("/api/profile/slow");
		assertThat(slow.status()).isEqualTo(504);
		assertThat(slow.header("Content-Type")).isEqualTo("application/problem+json");
	}

	@Test
	void everyPageIsHardened() {
		for (Browser.Page page : List.of(this.browser.visit("/"), this.browser.get("/session"),
				this.browser.get("/api/profile/me"), this.browser.get("/nothing.js"))) {
			assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'; script-src 'self';")
				.contains("frame-ancestors 'none'")
				.contains("object-src 'none'")
				.doesNotContain(" | ");
			assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
			assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
			assertThat(page.header("Permissions-Policy")).contains("camera=()");
			assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
			assertThat(page.header("Strict-Transport-Security")).isEmpty();
			assertThat(page.header("Server")).isEmpty();
		}
	}

	@Test
	void theProvidersPagesKeepTheirOwnPolicy() {
		Browser.Page page = this.browser.visit("/identity/login");
		assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'").doesNotContain(" | ");
		assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.header("Cache-Control")).contains("no-store").doesNotContain(" | ");
		assertThat(page.header("Set-Cookie")).startsWith("IDENTITY_SESSION=").doesNotContain("HOLDFAST_SESSION");
		assertThat(this.browser.get("/identity/style.css").header("Content-Type")).startsWith("text/css");
	}

	@Test
	void theProviderIsFoundWhereTheWorldKnowsIt() {
		JsonNode metadata = this.browser
			.get("/identity/.well-known/openid-configuration", "X-Forwarded-Host", "evil.test")
			.json();
		assertThat(metadata.get("issuer").asString()).isEqualTo(this.suite.url() + "/identity");
		assertThat(metadata.get("token_endpoint").asString()).isEqualTo(this.suite.url() + "/identity/oauth2/token");
		assertThat(this.browser.get("/identity/oauth2/jwks").json().get("keys").size()).isEqualTo(1);
	}

	@Test
	void signingOutEndsBothSessions() {
		signIn("staff");
		Browser.Page page = this.browser.send("POST", "/logout", new byte[0]);
		assertThat(page.status()).isEqualTo(200);
		String location = page.json().get("location").asString();
		assertThat(location).startsWith(this.suite.url() + "/identity/connect/logout?id_token_hint=");
		assertThat(page.header("Location")).isEqualTo(location);
		assertThat(this.browser.get("/session").json().get("signedIn").asBoolean()).isFalse();
		assertThat(this.browser.get("/api/profile/me").status()).isEqualTo(401);
		Browser.Page end = this.browser.follow(this.browser.visit(location));
		assertThat(end.uri()).isEqualTo(this.suite.url().resolve("/"));
		// the provider asks for the password again
		Browser.Page again = this.browser.follow(this.browser.visit("/login"));
		assertThat(again.uri().getPath()).isEqualTo("/identity/login");
	}

	@Test
	void signingOutWithoutASessionLeadsHome() {
		this.browser.get("/session");
		assertThat(this.browser.send("POST", "/logout", new byte[0]).json().get("location").asString()).isEqualTo("/");
	}

	@Test
	void aSecondSignInAsksForNoPassword() {
		signIn("staff");
		Browser.Page home = this.browser.follow(this.browser.visit("/login"));
		assertThat(home.uri().getPath()).isEqualTo("/");
		assertThat(this.browser.get("/session").json().get("signedIn").asBoolean()).isTrue();
	}

	@Test
	void aPageThatAsksForManyThingsAtOnceRenewsTheTokensOnce() throws Exception {
		signIn("staff");
		try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = tabs
				.invokeAll(Stream.<Callable<Integer>>generate(() -> () -> this.browser.get("/api/profile/me").status())
					.limit(12)
					.toList());
			for (Future<Integer> answer : answers) {
				assertThat(answer.get()).isEqualTo(200);
			}
		}
	}

	@Test
	void changedRolesReachTheSessionWithTheNextRenewal() {
		String staffId = signIn("staff");
		this.suite.change(staffId, "roles", List.of("staff", "supervisor"));
		this.browser.get("/api/profile/me");
		assertThat(claims(this.service.asked().token()).get("roles").size()).isEqualTo(2);
		assertThat(this.browser.get("/session").json().get("roles").values()).extracting(JsonNode::asString)
			.containsExactly("staff", "supervisor");
	}

	@Test
	void whoeverLeftIsOutWithTheNextRenewal() {
		String staffId = signIn("staff");
		this.suite.change(staffId, "active", false);
		Browser.Page page = this.browser.get("/api/profile/me");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(this.service.wasAsked()).isFalse();
		assertThat(this.browser.get("/session").json().get("signedIn").asBoolean()).isFalse();
	}

	@Test
	void aWrongPasswordStaysAtTheForm() {
		Browser.Page form = this.browser.follow(this.browser.visit("/login"));
		Browser.Page page = this.browser.follow(this.browser.post("/identity/login",
				Map.of("username", this.suite.person(), "password", "wrong password", "_csrf", form.csrf())));
		assertThat(page.uri().getPath()).isEqualTo("/identity/login");
		assertThat(page.body()).contains("role=\"alert\"");
	}

	@Test
	void aSignInThatFailsComesBackToTheApp() {
		Browser.Page page = this.browser.visit("/login/oauth2/code/holdfast?code=made-up&state=made-up");
		assertThat(page.header("Location")).isEqualTo("/?sign-in=failed");
	}

	@Test
	void everyPageOfTheAppIsTheApp() {
		for (String path : List.of("/", "/pulse", "/scores", "/units/U-07", "/mentoring", "/setup/import",
				"/?sign-in=failed")) {
			Browser.Page page = this.browser.visit(path);
			assertThat(page.status()).as(path).isEqualTo(200);
			assertThat(page.body()).contains("<title>Holdfast</title>");
			assertThat(page.header("Content-Type")).startsWith("text/html");
			assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
			assertThat(this.browser.get(path, "Accept", "text/html", "If-None-Match", page.header("ETag")).status())
				.isEqualTo(304);
		}
		Browser.Page asset = this.browser.get("/assets/app-1a2b3c.js");
		assertThat(asset.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
		assertThat(this.browser.visit("/assets/gone-1a2b3c.js").status()).isEqualTo(404);
		Browser.Page nothing = this.browser.visit("/openapi/nothing");
		assertThat(nothing.status()).isEqualTo(404);
		assertThat(nothing.header("Content-Type")).isEqualTo("application/problem+json");
	}

	@Test
	void theWorldSeesHealthAndOnlyOperatorsSeeFigures() {
		assertThat(this.browser.get("/livez").json().get("status").asString()).isEqualTo("UP");
		assertThat(this.browser.get("/readyz").status()).isEqualTo(200);
		assertThat(this.browser.get("/actuator/prometheus").status()).isEqualTo(404);
		Browser operator = new Browser(URI.create("http://localhost:" + this.suite.managementPort()));
		assertThat(operator.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
		assertThat(operator.get("/actuator/health").json().has("components")).isFalse();
	}

	private String signIn(String... roles) {
		String staffId = this.suite.person(roles);
		this.browser.signedIn(staffId, Suite.PASSWORD);
		return staffId;
	}

	private int post(String path, int size) {
		return this.browser.send("POST", path, new byte[size], "Content-Type", "text/csv").status();
	}

	private static JsonNode claims(String token) {
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
	}

}
