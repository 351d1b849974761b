package org.holdfast.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

/** The whole provider, over real HTTP, on a real broker and database. */
@WholeService
class IdentityTests {

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Passwords passwords;

	@Autowired
	private KafkaProbe kafka;

	@LocalServerPort
	private int port;

	private String hash = "";

	@BeforeEach
	void somebodyWorksHere() {
		this.hash = this.passwords.hash(Person.PASSWORD);
		this.mongo.remove(Query.query(where("_id").ne(Accounts.ADMINISTRATOR)), Account.class);
		this.mongo.insert(account("S-1", "ann", List.of("staff", "supervisor"), true, this.hash));
	}

	@Test
	void aPersonSignsInAndGetsATokenThatTheServicesUnderstand() {
		JsonNode tokens = person().signedIn("ann", Person.PASSWORD).cliTokens();
		JwtDecoder anyService = NimbusJwtDecoder
			.withJwkSetUri("http://localhost:" + this.port + "/identity/oauth2/jwks")
			.build();
		var token = anyService.decode(tokens.get("access_token").asString());
		assertThat(token.getClaimAsString("iss")).isEqualTo("http://holdfast.test/identity");
		assertThat(token.getAudience()).containsExactly("holdfast");
		assertThat(token.getSubject()).isEqualTo("S-1");
		assertThat(token.getClaimAsString("scope").split(" ")).containsExactlyInAnyOrder("openid", "holdfast");
		assertThat(token.getClaimAsStringList("roles")).containsExactly("staff", "supervisor");
		assertThat(token.getClaimAsString("name")).isEqualTo("Name of S-1");
		assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofMinutes(10));
		JsonNode idToken = Person.claims(tokens.get("id_token").asString());
		assertThat(idToken.get("aud").asString()).isEqualTo("holdfast-cli");
		assertThat(idToken.get("name").asString()).isEqualTo("Name of S-1");
		assertThat(tokens.has("refresh_token")).isFalse();
	}

	@Test
	void whoeverAsksForASignInComesBackToItFromTheForm() {
		Person person = person();
		Browser.Page asked = person.authorize("holdfast-cli", Person.CLI_REDIRECT);
		assertThat(asked.status()).isEqualTo(302);
		assertThat(asked.location()).endsWith("/identity/login");
		Browser.Page signedIn = person.signIn("  Ann ", Person.PASSWORD);
		assertThat(signedIn.location()).contains("/identity/oauth2/authorize?");
		Browser.Page back = person.browser().get(signedIn.location());
		assertThat(back.location()).startsWith(Person.CLI_REDIRECT + "?code=");
		assertThat(back.parameter("state")).isEqualTo("here");
	}

	@Test
	void whoeverAskedForNothingGoesToTheSuite() {
		assertThat(person().signIn("ann", Person.PASSWORD).location()).isEqualTo("http://holdfast.test/login");
	}

	@Test
	void aWrongPasswordAnUnknownNameAndAPersonWhoLeftLookTheSame() {
		this.mongo.insert(account("S-2", "bob", List.of("staff"), false, this.hash));
		this.mongo.insert(account("S-3", "cem", List.of("staff"), true, null));
		Set<String> answers = List
			.of(person().signIn("ann", "wrong password"), person().signIn("nobody", Person.PASSWORD),
					person().signIn("bob", Person.PASSWORD), person().signIn("cem", Person.PASSWORD),
					person().signIn("cem", "nobody's password"))
			.stream()
			.map((page) -> page.status() + " " + page.location())
			.collect(Collectors.toSet());
		assertThat(answers).singleElement().asString().endsWith("/identity/login?error");
		assertThat(new Browser(this.port).get("/identity/login?error").body()).contains("role=\"alert\"")
			.contains("do not match");
	}

	@Test
	void afterTenWrongPasswordsTheRightOneIsNotHeardForAWhile() {
		this.mongo.insert(account("S-4", "dee", List.of("staff"), true, this.hash));
		IntStream.range(0, 10).forEach((attempt) -> person().signIn("dee", "wrong password"));
		Browser.Page page = person().signIn("DEE", Person.PASSWORD);
		assertThat(page.location()).endsWith("/identity/login?wait");
		Browser.Page explained = new Browser(this.port).get(page.location());
		assertThat(explained.status()).isEqualTo(429);
		assertThat(explained.header("Retry-After")).isEqualTo("60");
		assertThat(explained.body()).contains("Too many attempts");
		// others are not held up
		person().signedIn("ann", Person.PASSWORD);
	}

	@Test
	void aSignInWithoutAProofKeyIsRefused() {
		Person person = person().signedIn("ann", Person.PASSWORD);
		for (Map<String, String> proof : List.of(Map.<String, String>of(),
				Map.of("code_challenge", "kelp", "code_challenge_method", "plain"))) {
			assertThat(person.authorize("holdfast-cli", Person.CLI_REDIRECT, proof).parameter("error"))
				.isEqualTo("invalid_request");
			assertThat(person.authorize("holdfast-gateway", Person.GATEWAY_REDIRECT, proof).parameter("error"))
				.isEqualTo("invalid_request");
		}
	}

	@Test
	void aSignInLeadsNowhereElse() {
		Browser.Page page = person().signedIn("ann", Person.PASSWORD)
			.authorize("holdfast-gateway", "http://elsewhere.test/login/oauth2/code/holdfast");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("This did not work").doesNotContain("elsewhere.test");
	}

	@Test
	void aRefreshTokenIsGoodForOneUse() {
		JsonNode first = person().signedIn("ann", Person.PASSWORD).gatewayTokens();
		JsonNode second = Person.json(person().refresh(first.get("refresh_token").asString()));
		assertThat(second.get("access_token").asString()).isNotEqualTo(first.get("access_token").asString());
		Browser.Page again = person().refresh(first.get("refresh_token").asString());
		assertThat(again.status()).isEqualTo(400);
		assertThat(Person.json(again).get("error").asString()).isEqualTo("invalid_grant");
		assertThat(person().refresh(second.get("refresh_token").asString()).status()).isEqualTo(200);
	}

	@Test
	void anAccessTokenIsNoRefreshToken() {
		JsonNode tokens = person().signedIn("ann", Person.PASSWORD).gatewayTokens();
		assertThat(person().refresh(tokens.get("access_token").asString()).status()).isEqualTo(400);
	}

	@Test
	void changedRolesCountFromTheNextRenewalOn() {
		JsonNode first = person().signedIn("ann", Person.PASSWORD).gatewayTokens();
		this.accounts.on(event(5, new StaffChanged("S-1", "ann", "Ann", List.of("staff", "hr"), true)));
		JsonNode second = Person.json(person().refresh(first.get("refresh_token").asString()));
		JsonNode claims = Person.claims(second.get("access_token").asString());
		assertThat(claims.get("roles").values()).extracting(JsonNode::asString).containsExactly("staff", "hr");
	}

	@Test
	void whoeverLeftGetsNoOtherToken() {
		JsonNode tokens = person().signedIn("ann", Person.PASSWORD).gatewayTokens();
		this.accounts.on(event(5, new StaffChanged("S-1", "ann", "Ann", List.of("staff"), false)));
		Browser.Page page = person().refresh(tokens.get("refresh_token").asString());
		assertThat(page.status()).isEqualTo(400);
		assertThat(Person.json(page).get("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void anIntegrationGetsItsScopeAndNoRoles() {
		String[] secret = Person.basic("holdfast-integration", "integration-secret");
		Browser.Page page = person().token(Map.of("grant_type", "client_credentials", "scope", "profile.import"),
				secret);
		JsonNode claims = Person.claims(Person.json(page).get("access_token").asString());
		assertThat(claims.get("scope").asString()).isEqualTo("profile.import");
		assertThat(claims.get("aud").asString()).isEqualTo("holdfast");
		assertThat(claims.has("roles")).isFalse();
		Browser.Page more = person().token(Map.of("grant_type", "client_credentials", "scope", "holdfast"), secret);
		assertThat(Person.json(more).get("error").asString()).isEqualTo("invalid_scope");
		Browser.Page wrong = person().token(Map.of("grant_type", "client_credentials"),
				Person.basic("holdfast-integration", "gateway-secret"));
		assertThat(wrong.status()).isEqualTo(401);
	}

	@Test
	void aCodeIsGoodForChoosingOnePassword() {
		this.mongo.insert(account("S-5", "eve", List.of("staff"), true, null));
		String code = invite("S-5").get(0).get("code").asString();
		String path = "/identity/enrol?code=" + code;
		Browser browser = new Browser(this.port);
		assertThat(browser.get(path).body()).contains("Name of S-5").contains("value=\"eve\"");
		assertThat(browser.fill(path, Map.of("code", code, "password", "too short")).body()).contains("too short")
			.contains("role=\"alert\"");
		assertThat(browser.fill(path, Map.of("code", code, "password", "my name is Eve!")).body())
			.contains("do not use your sign-in name");
		Browser.Page chosen = browser.fill(path,
				Map.of("code", code.toLowerCase().replace("-", " "), "password", Person.PASSWORD));
		assertThat(chosen.location()).endsWith("/identity/login?enrolled");
		person().signedIn("eve", Person.PASSWORD);
		Browser.Page again = browser.fill("/identity/enrol", Map.of("code", code, "password", "another good password"));
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.body()).contains("not valid");
		person().signedIn("eve", Person.PASSWORD);
		assertThat(invite("S-5")).isEmpty();
	}

	@Test
	void aCodeIsKeptOnlyAsAHashAndEndsWhenItIsReplacedOrOld() {
		this.mongo.insert(account("S-6", "fay", List.of("staff"), true, null));
		String first = invite("S-6").get(0).get("code").asString();
		String second = invite("S-6").get(0).get("code").asString();
		assertThat(this.accounts.invitedBy(first, Instant.now())).isEmpty();
		assertThat(this.accounts.invitedBy(second, Instant.now())).isPresent();
		assertThat(this.accounts.invitedBy(second, Instant.now().plus(Duration.ofDays(14)))).isEmpty();
		assertThat(this.mongo.findById("S-6", org.bson.Document.class, "accounts").toJson()).doesNotContain(second)
			.doesNotContain(second.replace("-", ""));
	}

	@Test
	void aPersonWhoLeftCannotUseACode() {
		this.mongo.insert(account("S-7", "gus", List.of("staff"), true, null));
		String code = invite("S-7").get(0).get("code").asString();
		this.accounts.on(event("S-7", 5, new StaffChanged("S-7", "gus", "Gus", List.of("staff"), false)));
		Browser.Page page = new Browser(this.port).fill("/identity/enrol",
				Map.of("code", code, "password", Person.PASSWORD));
		assertThat(page.body()).contains("not valid");
	}

	@Test
	void onlyAnAdministratorInvites() {
		String token = person().signedIn("ann", Person.PASSWORD).cliTokens().get("access_token").asString();
		Browser browser = new Browser(this.port);
		Browser.Page staff = browser.postJson("/identity/enrolments", "{}", "Authorization", "Bearer " + token);
		assertThat(staff.status()).isEqualTo(403);
		assertThat(staff.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(browser.postJson("/identity/enrolments", "{}").status()).isEqualTo(401);
		String integration = Person
			.json(person().token(Map.of("grant_type", "client_credentials", "scope", "profile.import"),
					Person.basic("holdfast-integration", "integration-secret")))
			.get("access_token")
			.asString();
		assertThat(browser.postJson("/identity/enrolments", "{}", "Authorization", "Bearer " + integration).status())
			.isEqualTo(403);
	}

	@Test
	void anIdTokenIsNoAccessToken() {
		String token = person().signedIn(Accounts.ADMINISTRATOR, "administrator-password")
			.cliTokens()
			.get("id_token")
			.asString();
		assertThat(new Browser(this.port).postJson("/identity/enrolments", "{}", "Authorization", "Bearer " + token)
			.status()).isEqualTo(401);
	}

	@Test
	void aFormFromElsewhereIsRefused() {
		Browser browser = new Browser(this.port);
		assertThat(browser.post("/identity/login", Map.of("username", "ann", "password", Person.PASSWORD)).status())
			.isEqualTo(403);
		assertThat(browser.post("/identity/enrol", Map.of("code", "x", "password", Person.PASSWORD)).status())
			.isEqualTo(403);
	}

	@Test
	void thePagesRunNoScriptsAndLeakNoCodes() {
		Browser.Page page = new Browser(this.port).get("/identity/enrol?code=x");
		assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'")
			.contains("form-action 'self' http://holdfast.test http://127.0.0.1:*")
			.doesNotContain("unsafe");
		assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(page.body()).doesNotContain("<script").doesNotContain("style=");
		assertThat(page.header("Set-Cookie")).startsWith("IDENTITY_SESSION=")
			.contains("Path=/identity")
			.contains("HttpOnly")
			.contains("SameSite=Lax");
	}

	@Test
	void thePagesSpeakTheReadersLanguage() {
		Browser browser = new Browser(this.port);
		assertThat(browser.get("/identity/login", "Accept-Language", "es-MX").body()).contains("lang=\"es\"")
			.contains("Contraseña");
		assertThat(browser.get("/identity/login", "Accept-Language", "fr").body()).contains("lang=\"en\"")
			.contains("Password");
	}

	@Test
	void theClientsSignOutEndsTheSessionHere() {
		Person person = person().signedIn("ann", Person.PASSWORD);
		String idToken = person.gatewayTokens().get("id_token").asString();
		Browser.Page page = person.browser()
			.get("/identity/connect/logout?" + Browser
				.encode(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", "http://holdfast.test/")));
		assertThat(page.location()).isEqualTo("http://holdfast.test/");
		assertThat(person.authorize("holdfast-gateway", Person.GATEWAY_REDIRECT).location())
			.endsWith("/identity/login");
	}

	@Test
	void theContractOfProfileStaffIsUnderstood() {
		ContractSample sample = ContractSample.of("profile", "profile.staff");
		this.kafka.publish(sample);
		Account account = await(sample.key());
		assertThat(account).isEqualTo(new Account("S-0142", sample.value().get("signInName").asString(),
				sample.value().get("displayName").asString(), List.of("staff"), true,
				Long.parseLong(sample.headers().get("ce_sequence")), null, null));
	}

	@Test
	void aMalformedPersonIsSetAsideAndTheNextIsRead() {
		ContractSample sample = ContractSample.of("profile", "profile.staff");
		this.kafka.publish(sample.withKey("S-bad").withValue("staffId", "S-bad").without("active"));
		this.kafka.publish(sample.withKey("S-good").withValue("staffId", "S-good").withValue("signInName", "good"));
		assertThat(await("S-good").active()).isTrue();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.mongo.findAll(org.bson.Document.class, "quarantine"))
				.anySatisfy((aside) -> assertThat(aside.toJson()).contains("S-bad").contains("active")));
		assertThat(this.accounts.find("S-bad")).isEmpty();
	}

	@Test
	void theSamePersonTwiceOrLateChangesNothing() {
		StaffChanged newer = new StaffChanged("S-1", "Ann.New", "Ann New", List.of("staff"), true);
		this.accounts.on(event(7, newer));
		Account read = this.accounts.find("S-1").orElseThrow();
		assertThat(read.signInName()).isEqualTo("ann.new");
		assertThat(read.passwordHash()).isEqualTo(this.hash);
		this.accounts.on(event(7, newer));
		this.accounts.on(event(6, new StaffChanged("S-1", "ann", "Ann Old", List.of("hr"), false)));
		assertThat(this.accounts.find("S-1")).contains(read);
	}

	@Test
	void whoeverIsErasedDoesNotComeBackWithAnOldEvent() {
		this.accounts.on(new Received<>("S-1", 8, Instant.now(), null));
		this.accounts.on(event(7, new StaffChanged("S-1", "ann", "Ann", List.of("staff"), true)));
		assertThat(person().signIn("ann", Person.PASSWORD).location()).endsWith("?error");
		assertThat(this.mongo.findById("S-1", org.bson.Document.class, "accounts").toJson()).doesNotContain("ann")
			.doesNotContain("Name of S-1")
			.doesNotContain(this.hash);
		// the name is free for another
		this.accounts.on(event("S-8", 1, new StaffChanged("S-8", "ann", "Ann", List.of("staff"), true)));
		assertThat(this.accounts.named("ann")).map(Account::staffId).contains("S-8");
	}

	@Test
	void aPersonWhoIsErasedBeforeTheyWereKnownStaysUnknown() {
		this.accounts.on(new Received<>("S-9", 3, Instant.now(), null));
		this.accounts.on(new Received<>("S-9", 3, Instant.now(), null));
		this.accounts.on(event("S-9", 2, new StaffChanged("S-9", "ida", "Ida", List.of("staff"), true)));
		assertThat(this.accounts.named("ida")).isEmpty();
	}

	@Test
	void twoPeopleCannotHaveOneSignInName() {
		assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> this.accounts
			.on(event("S-10", 1, new StaffChanged("S-10", "ann", "Another Ann", List.of("staff"), true)))))
			.isInstanceOf(IllegalArgumentException.class);
		assertThat(this.accounts.named("ann")).map(Account::staffId).contains("S-1");
	}

	@Test
	void theFirstAdministratorIsNeverOverwritten() {
		String chosen = this.passwords.hash("a password of my own");
		this.mongo.updateFirst(Query.query(where("_id").is(Accounts.ADMINISTRATOR)),
				Update.update("passwordHash", chosen), Account.class);
		Settings other = new Settings(java.net.URI.create("http://holdfast.test"),
				java.net.URI.create("http://holdfast.test/identity"), "holdfast", "secret", null, "another password", 4,
				Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofDays(1), 10, Duration.ofMinutes(1));
		Accounts restarted = new Accounts(this.mongo, other, this.passwords);
		assertThat(restarted.find(Accounts.ADMINISTRATOR).orElseThrow().passwordHash()).isEqualTo(chosen);
		this.mongo.updateFirst(Query.query(where("_id").is(Accounts.ADMINISTRATOR)),
				Update.update("passwordHash", this.passwords.hash("administrator-password")), Account.class);
	}

	private Person person() {
		return new Person(this.port);
	}

	private JsonNode invite(String staffId) {
		String token = person().signedIn(Accounts.ADMINISTRATOR, "administrator-password")
			.cliTokens()
			.get("access_token")
			.asString();
		Browser.Page page = new Browser(this.port).postJson("/identity/enrolments",
				"{\"staffIds\":[\"%s\",\"unknown\"]}".formatted(staffId), "Authorization", "Bearer " + token);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Cache-Control")).contains("no-store");
		return Person.json(page);
	}

	private Account await(String staffId) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.accounts.find(staffId), java.util.Optional::isPresent)
			.orElseThrow();
	}

	private static Account account(String staffId, String name, List<String> roles, boolean active, String hash) {
		return new Account(staffId, name, "Name of " + staffId, roles, active, 1, hash, null);
	}

	private static Received<StaffChanged> event(long seq, StaffChanged staff) {
		return event("S-1", seq, staff);
	}

	private static Received<StaffChanged> event(String key, long seq, StaffChanged staff) {
		return new Received<>(key, seq, Instant.now(), staff);
	}

}
