package org.holdfast.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The suite as people see it, in a real browser; the pictures are kept in
 * {@code target/screenshots}.
 */
class BrowserTests {

	private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static Playwright playwright;

	private static Browser browser;

	private final RunningSuite suite = DemoSuite.loaded();

	private final DemoAgency agency = DemoAgency.fromExport();

	@BeforeAll
	static void startTheBrowser() {
		String chromium = System.getenv("HOLDFAST_CHROMIUM");
		assertThat(chromium).as("./holdfast test finds or installs a browser and names it in HOLDFAST_CHROMIUM")
			.isNotNull();
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(chromium)).setArgs(QUIET));
	}

	@AfterAll
	static void stopTheBrowser() {
		playwright.close();
	}

	@Test
	void aCaseworkerSignsInOnAPhoneAnswersThePulseAndItIsCountedWhenTheCycleCloses() {
		DemoPerson caseworker = find((person) -> person.unitName().equals(DemoAgency.SLIDING) && !person.leadsUnit());
		DemoPerson hr = find((person) -> person.roles().contains("hr"));
		try (BrowserContext phone = context(390, 844)) {
			Page page = signIn(phone, caseworker);
			page.navigate(url("/pulse"));
			assertThat(heading(page, "My pulse")).isVisible();
			look(page, "pulse-phone");
			List<Locator> questions = page.getByRole(AriaRole.GROUP)
				.filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.RADIO)))
				.all();
			assertThat(questions).hasSize(5);
			questions.forEach((question) -> question.getByRole(AriaRole.RADIO).nth(1).check());
			button(page, "Send my answers").click();
			assertThat(heading(page, "Thank you")).isVisible();
			look(page, "thanks-phone");
			page.navigate(url("/scores"));
			assertThat(heading(page, "My scores")).isVisible();
			assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
			look(page, "scores-phone");
			assertThat(phone.cookies()).extracting((Cookie cookie) -> cookie.name)
				.contains("HOLDFAST_SESSION")
				.noneMatch((name) -> name.toLowerCase(java.util.Locale.ROOT).contains("token")
						&& !name.startsWith("XSRF"));
		}
		String cycle = closeTheCycle(caseworker);
		try (BrowserContext desk = context(1280, 800)) {
			Page page = signIn(desk, hr);
			page.navigate(url("/units/" + caseworker.unitId()));
			Locator rows = page.getByRole(AriaRole.TABLE).locator("tbody th[scope=row]");
			assertThat(rows).hasCount(DemoAgency.WEEKS + 1);
			look(page, "trend-desk");
			page.navigate(url("/units/" + find((person) -> person.unitName().equals(DemoAgency.TOO_SMALL)).unitId()));
			assertThat(page.locator("tr[data-withheld]")).hasCount(DemoAgency.WEEKS + 1);
			look(page, "withheld-desk");
		}
		assertThat(cycle).isNotBlank();
	}

	@Test
	void aWrongPasswordIsRefusedWithAMessageAndTheFormStaysUsable() {
		try (BrowserContext phone = context(390, 844)) {
			Page page = phone.newPage();
			page.navigate(url("/oauth2/authorization/holdfast"));
			page.locator("input[name=username]").fill("nobody");
			page.locator("input[name=password]").fill("wrong");
			page.locator("button[type=submit]").click();
			assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
			look(page, "sign-in-refused-phone");
		}
	}

	@Test
	void whoeverSignsOutIsOut() {
		DemoPerson lead = find((person) -> person.unitName().equals(DemoAgency.SLIDING) && person.leadsUnit());
		try (BrowserContext desk = context(1280, 800)) {
			Page page = signIn(desk, lead);
			page.navigate(url("/units"));
			assertThat(heading(page, "Team trend")).isVisible();
			look(page, "supervisor-desk");
			page.getByText("Sign out").first().click();
			assertThat(page.getByText("Sign in").first()).isVisible();
			assertThat(page.request().get(url("/api/check-in/me/scores")).status()).isEqualTo(401);
		}
	}

	@Test
	void aMenteeSeesTheirMentorAndWhyOnAPhone() {
		DemoPerson mentee = someoneMatched();
		try (BrowserContext phone = context(390, 844)) {
			Page page = signIn(phone, mentee);
			page.navigate(url("/mentoring"));
			assertThat(page.getByText(" is your mentor").first()).isVisible();
			page.getByText("Why this match").first().click();
			assertThat(page.getByText("Shared language").first()).isVisible();
			look(page, "mentoring-phone");
		}
	}

	@Test
	void anAdministratorSeesWhichRowOfAnImportIsWrongBeforeAnythingChanges() {
		String[] lines = new String(DemoAgency.export(), StandardCharsets.UTF_8).split("\n");
		String broken = lines[0] + "\n" + lines[1] + "\n" + lines[2].replace(",staff,", ",wizard,") + "\n";
		try (BrowserContext desk = context(1280, 800)) {
			Page page = signIn(desk, find((person) -> person.roles().contains("administrator")));
			page.navigate(url("/setup/import"));
			page.getByLabel("CSV file")
				.setInputFiles(new FilePayload("staff.csv", "text/csv", broken.getBytes(StandardCharsets.UTF_8)));
			button(page, "Check the file").click();
			Locator refused = page.getByRole(AriaRole.ROW)
				.filter(new Locator.FilterOptions().setHas(
						page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("3").setExact(true))));
			assertThat(refused).containsText("role");
			assertThat(refused).containsText("wizard");
			look(page, "import-refused-desk");
		}
	}

	@Test
	void hrChoosesSettingsWhichAdministratorsRead() {
		try (BrowserContext desk = context(1280, 800); BrowserContext phone = context(390, 844)) {
			Page page = signIn(desk, find((person) -> person.roles().contains("hr")));
			page.navigate(url("/setup"));
			page.getByText("Settings").click();
			page.getByLabel("Days to answer a pulse").fill("15");
			// what was typed outlives the session
			desk.clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile(".*SESSION.*")));
			button(page, "Save as a new version").click();
			assertThat(page.getByText("What you typed is kept")).isVisible();
			button(page, "Sign in again").click();
			enter(page, find((person) -> person.roles().contains("hr")));
			page.navigate(url("/setup/settings"));
			assertThat(page.getByLabel("Days to answer a pulse")).hasValue("15");
			button(page, "Save as a new version").click();
			assertThat(page.getByText("Version 2 is saved")).isVisible();
			look(page, "settings-desk");

			Page reading = signIn(phone, find((person) -> person.roles().contains("administrator")));
			reading.navigate(url("/setup/settings"));
			assertThat(reading.getByText("Days to answer a pulse: 15 (before: 14)")).isVisible();
			assertThat(button(reading, "Save as a new version")).not().isVisible();
			look(reading, "settings-read-phone");
		}
	}

	@Test
	void whatHrAddsToTheDirectoryEverybodyReadsUntilItEnds() {
		try (BrowserContext desk = context(1280, 800); BrowserContext phone = context(390, 844)) {
			Page page = signIn(desk, find((person) -> person.roles().contains("hr")));
			page.navigate(url("/setup/resources"));
			button(page, "Add an entry").click();
			for (String field : List.of("Title in English", "Title in Spanish", "Text in English", "Text in Spanish")) {
				page.getByLabel(field).fill("Walk at noon");
			}
			page.getByLabel("Web address (optional)").fill("https://example.org/two words");
			look(page, "directory-add-desk");
			button(page, "Save the entry").click();
			assertThat(page.getByText("must begin with https:// and hold no spaces")).isVisible();
			page.getByLabel("Web address (optional)").fill("https://example.org/");
			button(page, "Save the entry").click();
			assertThat(button(page, "End it: Walk at noon")).isVisible();

			Page reading = signIn(phone,
					find((person) -> person.unitName().equals(DemoAgency.RECOVERING) && !person.leadsUnit()));
			reading.navigate(url("/resources"));
			assertThat(heading(reading, "Walk at noon")).isVisible();
			button(page, "End it: Walk at noon").click();
			assertThat(button(page, "Show it again: Walk at noon")).isVisible();
			look(page, "directory-desk");
			reading.reload();
			assertThat(heading(reading, "Where to turn")).isVisible();
			assertThat(heading(reading, "Walk at noon")).not().isVisible();
		}
	}

	@Test
	void hrSeesWhatIsWrongWithTextsAndBringsThemInOnceTheyAreMended() {
		String texts = """
				{
				  "title": "Well-being",
				  "licence": "Licensed to the agency",
				  "items": {"1": "A", "2": "B", "3": "C", "4": "D", "5": "E"},
				  "options": {"0": "a", "1": "b", "2": "c", "3": "d", "4": "e", "5": "f"}
				}""";
		try (BrowserContext desk = context(1280, 800)) {
			Page page = signIn(desk, find((person) -> person.roles().contains("hr")));
			page.navigate(url("/setup/instruments"));
			Locator instrument = page.getByRole(AriaRole.REGION,
					new Page.GetByRoleOptions().setName("who-5, version 1"));
			assertThat(instrument).containsText("no texts yet");
			bringIn(page, texts.replace("\"licence\"", "\"license\""));
			assertThat(page.getByText("Line 3")).isVisible();
			assertThat(page.getByText("There is no such member.")).isVisible();
			look(page, "instruments-refused-desk");
			bringIn(page, texts);
			assertThat(page.getByText("who-5, version 1, is brought in.")).isVisible();
			assertThat(instrument).containsText("English");
			look(page, "instruments-desk");
		}
	}

	private static void bringIn(Page page, String texts) {
		page.getByLabel("JSON file")
			.setInputFiles(new FilePayload("texts.json", "application/json", texts.getBytes(StandardCharsets.UTF_8)));
		page.getByLabel("For which instrument").selectOption("who-5/versions/1");
		page.getByLabel("Language of these texts").fill("en");
		button(page, "Bring it in").click();
	}

	@Test
	void aSessionThatEndedLosesNoAnswers() {
		DemoPerson caseworker = find((person) -> person.unitName().equals(DemoAgency.RECOVERING) && person.leadsUnit());
		try (BrowserContext phone = context(390, 844)) {
			Page page = signIn(phone, caseworker);
			page.navigate(url("/pulse"));
			assertThat(heading(page, "My pulse")).isVisible();
			Locator often = page.getByRole(AriaRole.GROUP)
				.filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.RADIO)))
				.first()
				.getByRole(AriaRole.RADIO)
				.nth(1);
			often.check();
			phone.clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile(".*SESSION.*")));
			button(page, "Send my answers").click();
			assertThat(page.getByText("Your session has ended.").first()).isVisible();
			look(page, "session-ended-phone");
			button(page, "Sign in again").click();
			enter(page, caseworker);
			page.navigate(url("/pulse"));
			assertThat(page.getByText("We kept what you had filled in")).isVisible();
			assertThat(often).isChecked();
		}
	}

	@Test
	void twoColleaguesCheckInWithEachOtherAndSeeWhoLooked() {
		List<DemoPerson> team = this.agency.people()
			.stream()
			.filter((person) -> person.unitName().equals(DemoAgency.RECOVERING) && !person.leadsUnit())
			.toList();
		DemoPerson one = team.get(0);
		DemoPerson other = team.get(1);
		try (BrowserContext first = context(390, 844); BrowserContext second = context(1280, 800)) {
			Page inviting = signIn(first, one);
			inviting.navigate(url("/peers"));
			inviting.getByLabel("Whom").selectOption(other.staffId());
			button(inviting, "Send the invitation").click();
			assertThat(button(inviting, "Take it back")).isVisible();
			look(inviting, "peers-invited-phone");

			Page invited = signIn(second, other);
			invited.navigate(url("/peers"));
			button(invited, "Yes, gladly").click();
			invited.getByLabel("Not well").check();
			invited.getByLabel("A few words, if you like").fill("Long week.");
			invited.getByText("Tell ").first().click();
			assertThat(button(invited, "Change my answer")).isVisible();
			look(invited, "peers-answered-desk");
			invited.navigate(url("/access"));
			assertThat(invited.getByText("Nobody has looked at anything about you")).isVisible();

			inviting.reload();
			assertThat(inviting.getByText("Long week.")).isVisible();
			invited.reload();
			assertThat(invited.getByText("read how you said you were doing")).isVisible();
			look(invited, "access-desk");

			button(inviting, "End it").click();
			assertThat(inviting.getByText("Long week.")).not().isVisible();
		}
	}

	private DemoPerson someoneMatched() {
		try (ApiClient api = new ApiClient(this.suite.url())) {
			JsonNode matches = new SignIn(api)
				.person(find((person) -> person.roles().contains("hr")).signInName(), RunningSuite.PASSWORD)
				.get("/api/mentorship-matching/matches");
			for (JsonNode match : matches) {
				if (match.get("state").asString().equals("active")) {
					return find((person) -> match.at("/mentee/staffId").asString().equals(person.staffId()));
				}
			}
			throw new AssertionError("Nobody is matched");
		}
	}

	/** Time moves on, as only a demo's time can; returns the cycle that was open. */
	private String closeTheCycle(DemoPerson caseworker) {
		try (ApiClient api = new ApiClient(this.suite.url())) {
			ApiClient.Person administrator = new SignIn(api).person("administrator",
					this.suite.administratorPassword());
			ApiClient.Person staff = new SignIn(api).person(caseworker.signInName(), RunningSuite.PASSWORD);
			JsonNode cycle = staff.get("/api/check-in/me/pulse").get("cycle");
			int answered = staff.get("/api/check-in/me/scores").get("scores").size();
			assertThat(answered).isPositive();
			administrator.put("/api/check-in/clock", Map.of("now", cycle.get("closesAt").asString()));
			ApiClient.Person hr = new SignIn(api).person(find((person) -> person.roles().contains("hr")).signInName(),
					RunningSuite.PASSWORD);
			for (int attempt = 0; attempt < 100; attempt++) {
				JsonNode periods = hr.get("/api/burnout-alert/units/U-01/trend").get("periods");
				if (periods.size() > DemoAgency.WEEKS) {
					break;
				}
				ApiClient.pause(java.time.Duration.ofMillis(200));
			}
			return cycle.get("cycleId").asString();
		}
	}

	private Page signIn(BrowserContext context, DemoPerson person) {
		Page page = context.newPage();
		page.navigate(url("/"));
		look(page, "landing");
		page.getByText("Sign in").first().click();
		assertThat(page.locator("input[name=username]")).isVisible();
		look(page, "sign-in");
		enter(page, person);
		return page;
	}

	private static void enter(Page page, DemoPerson person) {
		page.locator("input[name=username]").fill(person.signInName());
		page.locator("input[name=password]").fill(RunningSuite.PASSWORD);
		page.locator("button[type=submit]").click();
		page.waitForURL((address) -> !address.contains("/identity/"));
	}

	private static Locator heading(Page page, String name) {
		return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

	/** A picture for people, and WCAG's rules for machines. */
	private static void look(Page page, String name) {
		page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
		page.screenshot(
				new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")).setFullPage(true));
		List<Rule> violations = new AxeBuilder(page)
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
			.analyze()
			.getViolations();
		assertThat(violations).as("accessibility of " + name).extracting(Rule::getId).isEmpty();
	}

	private DemoPerson find(Predicate<DemoPerson> wanted) {
		return this.agency.people().stream().filter(wanted).findFirst().orElseThrow();
	}

	private String url(String path) {
		return this.suite.url().resolve(path).toString();
	}

	private static BrowserContext context(int width, int height) {
		return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height).setLocale("en-GB"));
	}

}
