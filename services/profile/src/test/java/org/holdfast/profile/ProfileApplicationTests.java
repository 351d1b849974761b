package org.holdfast.profile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service on a real broker and a real database, over HTTP; the tests go on from
 * one another.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
@TestMethodOrder(MethodOrderer.MethodName.class)
class ProfileApplicationTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ADMINISTRATOR = Tokens.of("bootstrap", "administrator");

	private static final Path DEMO = Path.of("../../standalone/src/main/resources/demo/staff.csv");

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private HoldfastClock clock;

	@LocalServerPort
	private int port;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void aTheDemoAgencyIsPublishedExactlyOnce() throws Exception {
		this.clock.set(Instant.parse("2026-05-18T07:00:00Z"));
		String demo = Files.readString(DEMO);
		JsonNode dryRun = ok(post("/imports?dryRun=true", demo, ADMINISTRATOR), 200);
		assertThat(dryRun.get("changed").asInt()).isEqualTo(240);
		assertThat(get("/units", ADMINISTRATOR)).isEmpty();

		long began = System.nanoTime();
		long busy = cpu();
		JsonNode report = ok(
				post("/imports?fileName=staff.csv", demo, Tokens.integration("hr-system", "profile.import")), 201);
		System.out.printf("Imported 240 people in 18 units in %d ms, %d ms of processor time%n",
				Duration.ofNanos(System.nanoTime() - began).toMillis(), Duration.ofNanos(cpu() - busy).toMillis());
		assertThat(report.get("rows").asInt()).isEqualTo(240);
		assertThat(report.get("refused")).isEmpty();
		assertThat(report.get("changed").asInt()).isEqualTo(240);
		assertThat(report.at("/units/changed").asInt()).isEqualTo(18);
		assertThat(report.get("ignoredColumns")).isEmpty();

		List<Published> staff = this.kafka.await("profile.staff", 240);
		List<Published> units = this.kafka.await("profile.units", 18);
		assertThat(staff).hasSize(240).extracting(Published::sequence).containsOnly(1L);
		assertThat(staff).extracting(Published::key).doesNotHaveDuplicates();
		assertThat(units).hasSize(18).extracting(Published::sequence).containsOnly(1L);
		assertThat(units).allSatisfy((unit) -> assertThat(unit.value().get("leadId").asString()).startsWith("S-"));
		assertThat(units).extracting((unit) -> unit.value().get("name").asString())
			.contains("Child Protection East", "Family Support South", "Night Duty");
		assertThat(staff).filteredOn((person) -> !person.value().get("active").asBoolean()).hasSize(5);
		assertThat(staff).extracting((person) -> person.value().toString()).noneMatch((value) -> value.contains("@"));
		Map<String, Long> sizes = staff.stream()
			.collect(Collectors.groupingBy((person) -> person.value().get("unitId").asString(), TreeMap::new,
					Collectors.counting()));
		assertThat(sizes).containsEntry("U-06", 16L).containsEntry("U-09", 3L).containsEntry("U-10", 15L).hasSize(18);
	}

	@Test
	void bTheSameFileAgainChangesNothing() throws Exception {
		JsonNode report = ok(post("/imports", Files.readString(DEMO), ADMINISTRATOR), 201);
		assertThat(report.get("unchanged").asInt()).isEqualTo(240);
		assertThat(report.get("changed").asInt()).isZero();
		assertThat(report.at("/units/unchanged").asInt()).isEqualTo(18);
		assertThat(get("/imports/" + report.get("importId").asString(), ADMINISTRATOR)).isEqualTo(report);
		JsonNode imports = get("/imports", ADMINISTRATOR);
		assertThat(imports).hasSize(2);
		assertThat(imports.get(1).get("fileName").asString()).isEqualTo("staff.csv");
		assertThat(imports.get(1).get("importedBy").asString()).isEqualTo("hr-system");
		assertThat(imports.get(0).get("importId")).isEqualTo(report.get("importId"));
		// whatever the import might have published is on the topic before this
		ok(put("/me/mentoring", "{\"asMentee\": {\"needs\": [\"self-care\"]}}", Tokens.staff("S-1100")), 200);
		this.kafka.await("profile.staff", 241);
		assertThat(this.kafka.all("profile.staff")).hasSize(241);
		assertThat(this.kafka.all("profile.units")).hasSize(18);
	}

	@Test
	void cOptingInIsPublishedAndOnlyOnce() throws Exception {
		JsonNode before = get("/me", Tokens.staff("S-1066"));
		String wish = """
				{"asMentor": {"capacity": 3, "skills": ["court-work"], "directions": [], "wants": "experienced"},
				 "asMentee": null, "caseloads": ["youth"], "times": ["mon-am"], "meets": [],
				 "asPeer": {"circle": true, "supervisionGroup": false, "introductions": false, "topics": []}}""";
		ok(put("/me/mentoring", wish, Tokens.staff("S-1066")), 200);
		ok(put("/me/mentoring", wish, Tokens.staff("S-1066")), 200);
		List<Published> ofPerson = this.kafka.await("profile.staff", 242)
			.stream()
			.filter((event) -> event.key().equals("S-1066"))
			.toList();
		assertThat(ofPerson).extracting(Published::sequence).containsExactly(1L, 2L);
		assertThat(ofPerson.getLast().value().get("mentoring")).isEqualTo(JSON.readTree(wish));
		assertThat(get("/me", Tokens.staff("S-1066")).get("mentoring")).isEqualTo(JSON.readTree(wish));
		assertThat(get("/me", Tokens.staff("S-1066")).get("unit")).isEqualTo(before.get("unit"));
	}

	@Test
	void dAnImportKeepsWhatPeopleEnteredAndLeavesTheAbsentAlone() throws Exception {
		String header = Files.readAllLines(DEMO).getFirst();
		String person = Files.readAllLines(DEMO)
			.stream()
			.filter((line) -> line.startsWith("S-1066,"))
			.findFirst()
			.orElseThrow();
		String given = person.split(",")[1];
		JsonNode report = ok(
				post("/imports", header + "\n" + person.replace("," + given + ",", ",Renamed,") + "\n", ADMINISTRATOR),
				201);
		assertThat(report.get("changed").asInt()).isEqualTo(1);
		assertThat(report.get("absent").asInt()).isEqualTo(234);
		JsonNode me = get("/me", Tokens.staff("S-1066"));
		assertThat(me.get("displayName").asString()).startsWith("Renamed ");
		assertThat(me.at("/mentoring/asMentor/capacity").asInt()).isEqualTo(3);
		assertThat(get("/staff", Tokens.of("S-1215", "hr"))).hasSize(240);
		assertThat(get("/staff?unit=U-09", Tokens.of("S-1215", "hr"))).hasSize(3);
	}

	@Test
	void eAFileFullOfMistakesIsReportedAndItsSoundRowsAreTaken() throws Exception {
		String mistakes = new ClassPathResource("mistakes.csv").getContentAsString(StandardCharsets.UTF_8)
			.replace("U-", "M-");
		JsonNode report = ok(post("/imports", mistakes, ADMINISTRATOR), 201);
		assertThat(report.get("rows").asInt()).isEqualTo(19);
		assertThat(report.get("accepted").asInt()).isEqualTo(2);
		assertThat(report.get("refusedRows").asInt()).isEqualTo(17);
		assertThat(report.get("refused")).hasSize(22);
		assertThat(get("/me", Tokens.staff("S-19")).get("displayName").asString())
			.isEqualTo("=HYPERLINK(\"x\") +Nineteen");
		assertThat(get("/imports/" + report.get("importId").asString(), ADMINISTRATOR)).isEqualTo(report);
	}

	@Test
	void fOfTwoImportsAtOnceEachRowIsTakenOnce() throws Exception {
		String file = renamed("Concurrent");
		int before = this.kafka.all("profile.staff").size();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<JsonNode>> reports = Stream.of(1, 2, 3)
				.map((i) -> clients.submit(() -> ok(post("/imports", file, ADMINISTRATOR), 201)))
				.toList();
			int changed = 0;
			for (Future<JsonNode> each : reports) {
				changed += each.get().get("changed").asInt();
			}
			assertThat(changed).isEqualTo(240);
		}
		ok(put("/me/mentoring", "{}", Tokens.staff("S-1066")), 200);
		assertThat(this.kafka.await("profile.staff", before + 241)).hasSize(before + 241);
	}

	@Test
	void gADayAfterTheLastAPersonIsPublishedAsInactive() throws Exception {
		String file = Files.readAllLines(DEMO).getFirst() + "\n"
				+ "S-9001,Given,Leaving,leaving,,U-01,Agency,,,,staff,,,2026-05-18,2026-05-31,1,en,no,\n"
				+ "S-9002,Given,Coming,coming,,U-01,Agency,,,,staff,,,2026-06-01,,1,en,no,\n";
		assertThat(ok(post("/imports", file, ADMINISTRATOR), 201).get("accepted").asInt()).isEqualTo(2);
		assertThat(active("S-9001", 1)).isTrue();
		assertThat(active("S-9002", 1)).isFalse();
		this.clock.set(Instant.parse("2026-05-31T23:59:59Z"));
		assertThat(get("/staff?unit=U-01", Tokens.of("S-1215", "hr")).findValuesAsString("active")).contains("false");
		this.clock.set(Instant.parse("2026-06-01T00:00:00Z"));
		assertThat(active("S-9001", 2)).isFalse();
		assertThat(active("S-9002", 2)).isTrue();
	}

	@Test
	void hTheDescriptionNamesEveryOperation() throws Exception {
		JsonNode api = get("/v3/api-docs", null);
		assertThat(api.at("/info/title").asString()).isEqualTo("Holdfast: profile");
		assertThat(api.get("paths").propertyNames()).contains("/me", "/me/mentoring", "/me/notifications",
				"/me/notifications/seen", "/units", "/staff", "/vocabulary", "/imports", "/imports/{id}");
		assertThat(api.at("/paths/~1imports/post/requestBody/content").propertyNames()).contains("text/csv",
				"multipart/form-data");
		assertThat(api.at("/paths/~1imports/post/responses").propertyNames()).contains("200", "201", "400");
		List.of("/me", "/me/mentoring", "/me/notifications", "/units", "/staff", "/vocabulary", "/imports",
				"/imports/{id}")
			.forEach((path) -> api.get("paths")
				.get(path)
				.forEach((operation) -> assertThat(operation.get("responses").propertyNames()).as(path)
					.contains("200", "401", "403", "503")));
		assertThat(api.toString()).doesNotContain("\"caller\"");
	}

	@Test
	void iNonsenseIsRefusedWithItsPlace() throws Exception {
		JsonNode problem = ok(
				put("/me/mentoring", "{\"asMentor\": {\"capacity\": 11, \"skills\": []}}", Tokens.staff("S-1066")),
				400);
		assertThat(problem.get("type").asString()).isEqualTo("urn:holdfast:problem:invalid-request");
		assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/asMentor/capacity");
	}

	@Test
	void jNothingIsAnsweredWithoutAToken() throws Exception {
		assertThat(send(request("/staff", null).GET()).statusCode()).isEqualTo(401);
		assertThat(send(request("/staff", Tokens.staff("S-1066")).GET()).statusCode()).isEqualTo(403);
	}

	@Test
	void kAnUploadMayBeAsLargeAsTheBoundAndNoLarger() throws Exception {
		List<String> lines = Files.readAllLines(DEMO);
		String header = lines.getFirst() + ",remark\n" + lines.get(1) + ",";
		JsonNode report = ok(upload(header + "x".repeat(9_000_000)), 200);
		assertThat(report.get("unchanged").asInt() + report.get("changed").asInt()).isEqualTo(1);
		assertThat(report.get("fileName").asString()).isEqualTo("staff.csv");
		JsonNode problem = ok(upload(header + "x".repeat(10 * 1024 * 1024)), 413);
		assertThat(problem.get("status").asInt()).isEqualTo(413);
		assertThat(
				ok(post("/imports?dryRun=true", header + "x".repeat(10 * 1024 * 1024), ADMINISTRATOR), 400).get("type")
					.asString())
			.isEqualTo("urn:holdfast:problem:file-too-large");
	}

	private HttpResponse<String> upload(String csv) throws Exception {
		String form = "--form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"staff.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--form--\r\n";
		return send(request("/imports?dryRun=true", ADMINISTRATOR)
			.header("Content-Type", "multipart/form-data; boundary=form")
			.POST(BodyPublishers.ofString(form)));
	}

	/** Of everything in this process: service, broker and database. */
	private static long cpu() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
	}

	private boolean active(String staffId, int sequence) {
		return this.kafka
			.await("profile.staff",
					(all) -> all.stream()
						.anyMatch((event) -> event.key().equals(staffId) && event.sequence() == sequence))
			.stream()
			.filter((event) -> event.key().equals(staffId))
			.toList()
			.getLast()
			.value()
			.get("active")
			.asBoolean();
	}

	private static String renamed(String name) throws IOException {
		List<String> lines = Files.readAllLines(DEMO);
		return lines.getFirst() + "\n" + lines.stream().skip(1).map((line) -> {
			String[] cells = line.split(",", 3);
			return cells[0] + "," + name + "," + cells[2];
		}).collect(Collectors.joining("\n"));
	}

	private JsonNode get(String path, String token) throws Exception {
		return ok(send(request(path, token).GET()), 200);
	}

	private HttpResponse<String> post(String path, String csv, String token) throws Exception {
		return send(request(path, token).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
	}

	private HttpResponse<String> put(String path, String json, String token) throws Exception {
		return send(request(path, token).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
	}

	private HttpRequest.Builder request(String path, String token) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		return (token != null) ? request.header("Authorization", "Bearer " + token) : request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private static JsonNode ok(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return JSON.readTree(response.body());
	}

}
