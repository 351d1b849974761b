package org.holdfast.standalone.demo;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
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

	private static final int AT_ONCE = 12;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final Duration WEEK = Duration.ofDays(7);

	/** When in the week each third of the people answers. */
	private static final List<Duration> MOMENTS = List.of(Duration.ofHours(9), Duration.ofHours(60),
			Duration.ofHours(112));

	private static final List<String> CLOCKS = List.of("/api/check-in/clock", "/api/mentorship-matching/clock");

	private final DemoAgency agency = DemoAgency.fromExport();

	private final URI gateway;

	private final String administratorPassword;

	private final String password;

	private final Console console;

	private final Consumer<Acknowledged> acknowledgements;

	private final Map<String, ApiClient.Person> signedIn = new ConcurrentHashMap<>();

	private int done;

	private int all = 1;

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
		this.console = console;
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
		with("administrator", Optional.empty(), "runs it: staff import, quarantine", lines);
		with("hr", Optional.empty(), "HR: trends of every unit, alerts", lines);
		lead(DemoAgency.SLIDING, "leads a team that slides into trouble", lines);
		lead(DemoAgency.RECOVERING, "leads a team that recovers after support", lines);
		lead(DemoAgency.TOO_SMALL, "leads a team too small to be shown alone", lines);
		with("staff", Optional.of(DemoAgency.SLIDING), "answers the pulse, sees own scores and mentor", lines);
		return lines;
	}

	private void with(String role, Optional<String> unit, String purpose, List<String> lines) {
		featured(role, unit).ifPresent((person) -> lines.add("%-22s %s".formatted(person.signInName(), purpose)));
	}

	private void lead(String unit, String purpose, List<String> lines) {
		this.agency.people()
			.stream()
			.filter((person) -> person.unitName().equals(unit) && person.leadsUnit())
			.findFirst()
			.ifPresent((person) -> lines.add("%-22s %s".formatted(person.signInName(), purpose)));
	}

	private Optional<DemoPerson> featured(String role, Optional<String> unit) {
		return this.agency.people()
			.stream()
			.filter((person) -> person.roles().contains(role) && !person.leadsUnit())
			.filter((person) -> unit.isEmpty() || person.unitName().equals(unit.get()))
			.findFirst();
	}

	private void play(List<DemoPerson> people, int weeks) {
		try (ApiClient api = new ApiClient(this.gateway)) {
			ApiClient.Person administrator = api.signIn("administrator", this.administratorPassword);
			LocalDate thisWeek = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
			Map<String, JsonNode> cycles = cycles(administrator);
			if (cycles.containsKey(cycle(thisWeek)) && weeks <= DemoAgency.WEEKS && !isSimulated(administrator)) {
				return;
			}
			this.all = 2 * people.size() + weeks * people.size();
			LocalDate first = cycles.values()
				.stream()
				.map((cycle) -> Instant.parse(cycle.get("opensAt").asString()).atZone(ZoneOffset.UTC).toLocalDate())
				.min(Comparator.naturalOrder())
				.orElse(thisWeek.minusWeeks(weeks));
			if (cycles.isEmpty()) {
				setClocks(administrator, instant(first));
			}
			importStaff(administrator);
			admit(api, administrator, people);
			int week = 0;
			for (LocalDate monday = first; monday.isBefore(thisWeek); monday = monday.plusWeeks(1)) {
				playWeek(administrator, people, monday, week++, cycles.get(cycle(monday)));
			}
			presentWeek(administrator, people, thisWeek, week);
			awaitFigures(administrator, people, cycle(thisWeek.minusWeeks(1)));
			this.console.progress("done", 1, 1);
			this.console.say("");
		}
	}

	private void importStaff(ApiClient.Person administrator) {
		show("importing staff and units", 0);
		JsonNode report = administrator.post("/api/profile/imports", DemoAgency.export(), "text/csv");
		if (!report.get("refused").isEmpty()) {
			throw new IllegalStateException("The HR export was refused in part: " + report.get("refused"));
		}
	}

	/**
	 * Has everybody choose a password and sign in. Accounts follow the import by way of
	 * events; whoever has neither a code nor a password yet is asked again.
	 */
	private void admit(ApiClient api, ApiClient.Person administrator, List<DemoPerson> people) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		List<DemoPerson> outside = people;
		while (true) {
			Map<String, String> codes = new HashMap<>();
			administrator
				.post("/identity/enrolments", Map.of("staffIds", outside.stream().map(DemoPerson::staffId).toList()))
				.forEach((code) -> codes.put(code.get("staffId").asString(), code.get("code").asString()));
			each(outside, "choosing passwords and signing in", (person) -> {
				String code = codes.get(person.staffId());
				if (code != null) {
					api.enrol(code, this.password);
				}
				api.trySignIn(person.signInName(), this.password).ifPresent((signedIn) -> {
					this.signedIn.put(person.staffId(), signedIn);
					awaitUnit(signedIn);
				});
			});
			outside = people.stream().filter((person) -> !this.signedIn.containsKey(person.staffId())).toList();
			if (outside.isEmpty()) {
				return;
			}
			if (System.nanoTime() > end) {
				throw new IllegalStateException(outside.size() + " people cannot sign in after the import");
			}
			ApiClient.pause(Duration.ofSeconds(1));
		}
	}

	/** Check-in knows of somebody by way of events. */
	private static void awaitUnit(ApiClient.Person person) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (person.get("/api/check-in/me/pulse").get("notice").get("groups").isEmpty()) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("Check-in does not know somebody after the import");
			}
			ApiClient.pause(PAUSE);
		}
	}

	private void playWeek(ApiClient.Person administrator, List<DemoPerson> people, LocalDate monday, int week,
			@Nullable JsonNode cycle) {
		if (cycle != null && cycle.get("state").asString().equals("closed")) {
			this.done += people.size();
			return;
		}
		open(administrator, monday);
		String what = "week %d of %d".formatted(week + 1, DemoAgency.WEEKS);
		if (week == 1) {
			optIn(people);
		}
		if (week == DemoAgency.SUPPORT_BEGINS) {
			optIn(people.stream().filter((person) -> person.unitName().equals(DemoAgency.RECOVERING)).toList());
		}
		for (int third = 0; third < MOMENTS.size(); third++) {
			int turn = third;
			setClocks(administrator, instant(monday).plus(MOMENTS.get(third)));
			each(people.stream().filter((person) -> this.agency.third(person, week) == turn).toList(), what,
					(person) -> answer(person, cycle(monday), week));
		}
		setClocks(administrator, instant(monday).plus(WEEK));
	}

	private void presentWeek(ApiClient.Person administrator, List<DemoPerson> people, LocalDate monday, int week) {
		CLOCKS.forEach(administrator::delete);
		open(administrator, monday);
		// those who are worth signing in as still have theirs to answer
		List<String> waiting = people().stream().map((line) -> line.split(" ")[0]).toList();
		each(people.stream()
			.filter((person) -> this.agency.third(person, week) == 0 && !waiting.contains(person.signInName()))
			.toList(), "this week", (person) -> answer(person, cycle(monday), week));
	}

	private static void open(ApiClient.Person administrator, LocalDate monday) {
		administrator.put("/api/check-in/cycles/" + cycle(monday),
				Map.of("opensAt", instant(monday), "closesAt", instant(monday).plus(WEEK)));
	}

	private void answer(DemoPerson person, String cycle, int week) {
		this.agency.answers(person, week).ifPresent((answers) -> {
			JsonNode receipt = signedIn(person).put("/api/check-in/me/pulse/" + cycle, Map.of("answers", answers));
			this.acknowledgements
				.accept(new Acknowledged(person.staffId(), person.unitId(), cycle, receipt.get("score").asDouble()));
		});
	}

	/**
	 * Some with long service offer to be mentors, some with short service ask for one.
	 */
	private void optIn(List<DemoPerson> people) {
		List<String> tags = StreamSupport
			.stream(signedIn(people.getFirst()).get("/api/profile/vocabulary").get("tags").spliterator(), false)
			.map((tag) -> tag.get("id").asString())
			.toList();
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		each(people, "mentors and mentees", (person) -> {
			long years = ChronoUnit.YEARS.between(person.entryDate(), today);
			int chance = Math.floorMod(person.staffId().hashCode(), 5);
			List<String> some = List.of(tags.get(chance), tags.get(chance + 3));
			boolean asks = person.unitName().equals(DemoAgency.RECOVERING) || (years < 4 && chance < 3);
			if (asks && !person.leadsUnit()) {
				mentoring(person, "asMentee", Map.of("needs", some));
			}
			else if (years >= 7 && chance < 2) {
				mentoring(person, "asMentor", Map.of("capacity", 2, "skills", some));
			}
		});
	}

	private void mentoring(DemoPerson person, String as, Map<String, Object> what) {
		Map<String, Object> body = new HashMap<>();
		body.put("asMentor", null);
		body.put("asMentee", null);
		body.put(as, what);
		signedIn(person).put("/api/profile/me/mentoring", body);
	}

	/** The dashboards follow by way of events. */
	private void awaitFigures(ApiClient.Person administrator, List<DemoPerson> people, String lastCycle) {
		Optional<ApiClient.Person> hr = people.stream()
			.filter((person) -> person.roles().contains("hr"))
			.findFirst()
			.map(this::signedIn);
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
		CLOCKS.forEach((clock) -> administrator.put(clock, Map.of("now", now)));
	}

	private ApiClient.Person signedIn(DemoPerson person) {
		ApiClient.Person signedIn = this.signedIn.get(person.staffId());
		if (signedIn == null) {
			throw new IllegalStateException(person.signInName() + " has not signed in");
		}
		return signedIn;
	}

	private void each(List<DemoPerson> people, String what, Consumer<DemoPerson> step) {
		try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
			List<Callable<Void>> steps = people.stream().<Callable<Void>>map((person) -> () -> {
				step.accept(person);
				show(what, 1);
				return null;
			}).toList();
			for (Future<Void> finished : workers.invokeAll(steps)) {
				finished.get();
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	private synchronized void show(String what, int more) {
		this.done += more;
		this.console.progress(what, Math.min(this.done, this.all - 1), this.all);
	}

	private static Instant instant(LocalDate day) {
		return day.atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	private static String cycle(LocalDate monday) {
		return "%d-W%02d".formatted(monday.get(IsoFields.WEEK_BASED_YEAR),
				monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
	}

}
