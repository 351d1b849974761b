package org.holdfast.standalone.demo;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.holdfast.standalone.Console;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plays the demo agency's half year through the suite's HTTP API: imports the HR export,
 * has everybody choose a password, and lets them answer week after week on a simulated
 * clock. Broken off at any point, it goes on where it was.
 */
public final class DemoLoader {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final Set<Integer> NOT_KNOWN_YET = Set.of(400, 403, 404, 409);

	private static final Duration WEEK = Duration.ofDays(7);

	/** When in the week each third of the people answers. */
	private static final List<Duration> MOMENTS = List.of(Duration.ofHours(9), Duration.ofHours(60),
			Duration.ofHours(112));

	private static final List<String> CLOCKS = List.of("/api/profile/clock", "/api/check-in/clock",
			"/api/mentorship-matching/clock");

	private final DemoAgency agency = DemoAgency.fromExport();

	private final URI gateway;

	private final String administratorPassword;

	private final String password;

	private final Consumer<Acknowledged> acknowledgements;

	private final Progress progress;

	/**
	 * An answer whose receipt the suite has confirmed.
	 *
	 * @param score 0..100, higher is worse
	 */
	public record Acknowledged(String staffId, String unitId, String cycleId, double score) {
	}

	/**
	 * A loader.
	 * @param gateway where the suite is
	 * @param administratorPassword of the first account
	 * @param password that all demo people choose
	 */
	public DemoLoader(URI gateway, String administratorPassword, String password, Console console) {
		this(gateway, administratorPassword, password, console, (acknowledged) -> {
		});
	}

	public DemoLoader(URI gateway, String administratorPassword, String password, Console console,
			Consumer<Acknowledged> acknowledgements) {
		this.gateway = gateway;
		this.administratorPassword = administratorPassword;
		this.password = password;
		this.progress = new Progress(console);
		this.acknowledgements = acknowledgements;
	}

	/**
	 * Loads whatever is not there yet.
	 */
	public void load() {
		play(this.agency.people(), DemoAgency.WEEKS);
	}

	/**
	 * Loads as many weeks of the story as given, for tests.
	 */
	public void load(int weeks) {
		play(this.agency.people(), weeks);
	}

	/**
	 * Does a little of everything, to have it loaded and compiled.
	 */
	public void rehearse() {
		play(this.agency.people().stream().limit(30).toList(), 2);
	}

	/**
	 * Who is worth signing in as, and what for; a line each.
	 */
	public List<String> people() {
		List<String> lines = new ArrayList<>();
		with("administrator", (person) -> true, "runs it: staff import, quarantine", lines);
		with("hr", (person) -> true, "HR: trends of every unit, alerts, matching and its reports", lines);
		lead(DemoAgency.SLIDING, "leads a team that slides into trouble", lines);
		lead(DemoAgency.RECOVERING, "leads a team that recovers after support", lines);
		lead(DemoAgency.TOO_SMALL, "leads a team too small to be shown alone", lines);
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		with("staff", (person) -> person.unitName().equals(DemoAgency.SLIDING) && Wishes.asksForAMentor(person, today),
				"answers the pulse, sees own scores, asked for a mentor", lines);
		return lines;
	}

	private void with(String role, Predicate<DemoPerson> wanted, String purpose, List<String> lines) {
		this.agency.people()
			.stream()
			.filter((person) -> person.roles().contains(role) && !person.leadsUnit() && wanted.test(person))
			.findFirst()
			.ifPresent((person) -> lines.add("%-22s %s".formatted(person.signInName(), purpose)));
	}

	private void lead(String unit, String purpose, List<String> lines) {
		this.agency.people()
			.stream()
			.filter((person) -> person.unitName().equals(unit) && person.leadsUnit())
			.findFirst()
			.ifPresent((person) -> lines.add("%-22s %s".formatted(person.signInName(), purpose)));
	}

	private void play(List<DemoPerson> people, int weeks) {
		try (ApiClient api = new ApiClient(this.gateway)) {
			SignIn signIn = new SignIn(api);
			ApiClient.Person administrator = signIn.person("administrator", this.administratorPassword);
			LocalDate thisWeek = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
			Map<String, JsonNode> cycles = cycles(administrator);
			if (cycles.containsKey(cycle(thisWeek)) && weeks <= DemoAgency.WEEKS && !isSimulated(administrator)) {
				return;
			}
			this.progress.expect(2 * people.size() + weeks * people.size());
			LocalDate first = cycles.values()
				.stream()
				.map((cycle) -> Instant.parse(cycle.get("opensAt").asString()).atZone(ZoneOffset.UTC).toLocalDate())
				.min(Comparator.naturalOrder())
				.orElse(thisWeek.minusWeeks(weeks));
			if (cycles.isEmpty()) {
				setClocks(administrator, instant(first));
			}
			importStaff(administrator);
			Crowd crowd = new Crowd(signIn, this.password, this.progress);
			crowd.admit(administrator, people);
			if (cycles.isEmpty()) {
				hr(crowd, people).ifPresent((hr) -> lookAcross(administrator, hr, first));
			}
			int week = 0;
			for (LocalDate monday = first; monday.isBefore(thisWeek); monday = monday.plusWeeks(1)) {
				playWeek(administrator, crowd, people, monday, week++, cycles.get(cycle(monday)));
			}
			presentWeek(administrator, crowd, people, thisWeek, week);
			awaitFigures(crowd, people, cycle(thisWeek.minusWeeks(1)));
			this.progress.finish();
		}
	}

	private void importStaff(ApiClient.Person administrator) {
		this.progress.show("importing staff and units");
		JsonNode report = administrator.post("/api/profile/imports", DemoAgency.export(), "text/csv");
		if (!report.get("refused").isEmpty()) {
			throw new IllegalStateException("The HR export was refused in part: " + report.get("refused"));
		}
	}

	/** Chosen before the first week, so that people know of it when they answer. */
	private void lookAcross(ApiClient.Person administrator, ApiClient.Person hr, LocalDate first) {
		if (hr.get("/api/burnout-alert/cross-cuts").isEmpty()) {
			administrator.put("/api/burnout-alert/clock", Map.of("now", instant(first).minus(WEEK)));
			put(hr, "/api/burnout-alert/cross-cuts/frontline",
					Map.of("version", 0, "name", "Frontline teams", "unitIds", this.agency.frontline()), true);
			administrator.delete("/api/burnout-alert/clock");
		}
	}

	private void playWeek(ApiClient.Person administrator, Crowd crowd, List<DemoPerson> people, LocalDate monday,
			int week, @Nullable JsonNode cycle) {
		if (cycle != null && cycle.get("state").asString().equals("closed")) {
			this.progress.skip(people.size());
			return;
		}
		open(administrator, monday);
		String what = "week %d of %d".formatted(week + 1, DemoAgency.WEEKS);
		Optional<Together> together = hr(crowd, people).map((hr) -> new Together(crowd, hr, people));
		if (week == 1) {
			together.ifPresent((all) -> all.letProposalsFollow(false));
			int mentees = optIn(crowd, people.stream().filter((person) -> !isRecovering(person)).toList());
			together.ifPresent((all) -> {
				all.matchInARound(mentees);
				all.acceptMatches();
				all.letProposalsFollow(true);
			});
		}
		if (week == DemoAgency.CIRCLES_BEGIN) {
			together.ifPresent((all) -> {
				all.formCircles();
				all.supervise();
			});
		}
		if (week == DemoAgency.SUPPORT_BEGINS) {
			optIn(crowd, people.stream().filter(DemoLoader::isRecovering).toList());
			together.ifPresent(Together::acceptMatches);
		}
		if (week > DemoAgency.CIRCLES_BEGIN) {
			together.ifPresent((all) -> all.meet(week, monday));
		}
		for (int third = 0; third < MOMENTS.size(); third++) {
			int turn = third;
			setClocks(administrator, instant(monday).plus(MOMENTS.get(third)));
			crowd.each(people.stream().filter((person) -> this.agency.third(person, week) == turn).toList(), what,
					(person) -> answer(crowd.as(person), person, cycle(monday), week));
		}
		setClocks(administrator, instant(monday).plus(WEEK));
	}

	private void presentWeek(ApiClient.Person administrator, Crowd crowd, List<DemoPerson> people, LocalDate monday,
			int week) {
		CLOCKS.forEach(administrator::delete);
		hr(crowd, people).ifPresent((hr) -> new Together(crowd, hr, people).announce(LocalDate.now(ZoneOffset.UTC)));
		open(administrator, monday);
		// those who are worth signing in as still have theirs to answer
		List<String> waiting = people().stream().map((line) -> line.split(" ")[0]).toList();
		crowd.each(people.stream()
			.filter((person) -> this.agency.third(person, week) == 0 && !waiting.contains(person.signInName()))
			.toList(), "this week", (person) -> answer(crowd.as(person), person, cycle(monday), week));
	}

	private static void open(ApiClient.Person administrator, LocalDate monday) {
		administrator.put("/api/check-in/cycles/" + cycle(monday),
				Map.of("opensAt", instant(monday), "closesAt", instant(monday).plus(WEEK)));
	}

	private void answer(ApiClient.Person caller, DemoPerson person, String cycle, int week) {
		this.agency.answers(person, week).ifPresent((answers) -> {
			JsonNode receipt = put(caller, "/api/check-in/me/pulse/" + cycle, Map.of("answers", answers), week == 0);
			this.agency.comment(person, week)
				.ifPresent((text) -> caller.put("/api/check-in/me/pulse/" + cycle + "/comment", Map.of("text", text)));
			this.acknowledgements
				.accept(new Acknowledged(person.staffId(), person.unitId(), cycle, receipt.get("score").asDouble()));
		});
	}

	/**
	 * The services know of people and units by way of events, so what comes first may
	 * come too early.
	 */
	static JsonNode put(ApiClient.Person caller, String path, Object body, boolean early) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				return caller.put(path, body);
			}
			catch (ApiClient.RefusedException ex) {
				if (!early || !NOT_KNOWN_YET.contains(ex.status()) || System.nanoTime() > end) {
					throw ex;
				}
				ApiClient.pause(PAUSE);
			}
		}
	}

	/** Returns how many of them ask for a mentor. */
	private static int optIn(Crowd crowd, List<DemoPerson> people) {
		Wishes wishes = new Wishes(crowd.as(people.getFirst()).get("/api/profile/vocabulary"),
				LocalDate.now(ZoneOffset.UTC));
		crowd.alongside(people, "mentors, mentees and peers", (person) -> wishes.of(person)
			.ifPresent((wish) -> crowd.as(person).put("/api/profile/me/mentoring", wish)));
		return (int) people.stream()
			.flatMap((person) -> wishes.of(person).stream())
			.filter((wish) -> wish.containsKey("asMentee"))
			.count();
	}

	private static boolean isRecovering(DemoPerson person) {
		return person.unitName().equals(DemoAgency.RECOVERING);
	}

	private static Optional<ApiClient.Person> hr(Crowd crowd, List<DemoPerson> people) {
		return people.stream().filter((person) -> person.roles().contains("hr")).findFirst().map(crowd::as);
	}

	/** The dashboards follow by way of events. */
	private static void awaitFigures(Crowd crowd, List<DemoPerson> people, String lastCycle) {
		Optional<ApiClient.Person> hr = hr(crowd, people);
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (hr.isPresent() && !hasFigure(hr.get(), lastCycle)) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("The last cycle's figures were not published");
			}
			ApiClient.pause(PAUSE);
		}
	}

	private static boolean hasFigure(ApiClient.Person hr, String cycle) {
		return StreamSupport.stream(hr.get("/api/burnout-alert/units/U-01/trend").get("periods").spliterator(), false)
			.anyMatch((period) -> period.get("cycleId").asString().equals(cycle));
	}

	private static Map<String, JsonNode> cycles(ApiClient.Person administrator) {
		Map<String, JsonNode> cycles = new HashMap<>();
		administrator.get("/api/check-in/cycles")
			.forEach((cycle) -> cycles.put(cycle.get("cycleId").asString(), cycle));
		return cycles;
	}

	private static boolean isSimulated(ApiClient.Person administrator) {
		return administrator.get(CLOCKS.getFirst()).get("simulated").asBoolean();
	}

	private static void setClocks(ApiClient.Person administrator, Instant now) {
		CLOCKS.parallelStream().forEach((clock) -> administrator.put(clock, Map.of("now", now)));
	}

	private static Instant instant(LocalDate day) {
		return day.atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	private static String cycle(LocalDate monday) {
		return "%d-W%02d".formatted(monday.get(IsoFields.WEEK_BASED_YEAR),
				monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
	}

}
