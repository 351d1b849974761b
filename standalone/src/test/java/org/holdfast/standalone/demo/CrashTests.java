package org.holdfast.standalone.demo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.holdfast.standalone.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CrashTests {

	private static final int WEEKS = 3;

	private static final int KILLS = 4;

	@TempDir
	private Path folder;

	@Test
	void whateverWasAcknowledgedHasTakenEffectExactlyOnceAfterKillsAtRandomMoments() throws Exception {
		Map<String, DemoLoader.Acknowledged> acknowledged = new ConcurrentHashMap<>();
		long seed = System.nanoTime();
		Random random = new Random(seed);
		try (RunningSuite suite = RunningSuite.start(this.folder, "demo", "--unloaded")) {
			DemoLoader loader = new DemoLoader(suite.url(), suite.administratorPassword(), RunningSuite.PASSWORD,
					Console.to(new PrintStream(OutputStream.nullOutputStream())),
					(answer) -> acknowledged.put(answer.staffId() + " " + answer.cycleId(), answer));
			CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> loader.load(WEEKS));
			int kills = 0;
			while (kills < KILLS && !loading.isDone()) {
				// the first ones fall into the import and the sign-ins, later ones into
				// the weeks
				ApiClient.pause(Duration.ofMillis(1000 + random.nextInt(5000)));
				if (!loading.isDone()) {
					suite.kill();
					suite.restart();
					kills++;
				}
			}
			loading.get();
			assertThat(kills).as("kills before loading was done (seed %d)", seed).isPositive();
			check(suite, acknowledged, kills);
		}
	}

	private static void check(RunningSuite suite, Map<String, DemoLoader.Acknowledged> acknowledged, int kills) {
		DemoAgency agency = DemoAgency.fromExport();
		int lost = 0;
		int wrong = 0;
		Map<String, Integer> timely = new HashMap<>();
		try (ApiClient api = new ApiClient(suite.url()); MongoClient mongo = MongoClients.create(suite.mongoUri())) {
			ApiClient.Person administrator = new SignIn(api).person("administrator", suite.administratorPassword());
			for (DemoPerson person : agency.people()) {
				Map<String, JsonNode> own = new HashMap<>();
				new SignIn(api).person(person.signInName(), RunningSuite.PASSWORD)
					.get("/api/check-in/me/scores")
					.get("scores")
					.forEach((score) -> own.put(score.get("cycleId").asString(), score));
				for (DemoLoader.Acknowledged answer : acknowledged.values()) {
					if (answer.staffId().equals(person.staffId())) {
						JsonNode score = own.get(answer.cycleId());
						if (score == null) {
							lost++;
						}
						else if (Math.abs(score.get("score").asDouble() - answer.score()) > 1e-9) {
							wrong++;
						}
					}
				}
			}
			List<Document> rows = mongo.getDatabase("burnout")
				.getCollection("responses")
				.find()
				.into(new ArrayList<>());
			int doubled = rows.size() - (int) rows.stream().map((row) -> row.get("_id")).distinct().count();
			int missing = acknowledged.size() - rows.size();
			long waiting = administrator.get("/api/burnout-alert/quarantine").size()
					+ administrator.get("/api/check-in/quarantine").size()
					+ administrator.get("/api/profile/quarantine").size()
					+ administrator.get("/api/mentorship-matching/quarantine").size();
			System.out.printf("acknowledged %d, kills %d, lost %d, doubled %d, wrong %d, gaps %d, set aside %d%n",
					acknowledged.size(), kills, lost, doubled + Math.max(0, -missing), wrong, Math.max(0, missing),
					waiting);
			assertThat(lost).isZero();
			assertThat(wrong).isZero();
			assertThat(doubled).isZero();
			assertThat(missing).isZero();
			assertThat(waiting).isZero();
			assertThat(acknowledged.size()).isGreaterThan(300);
			assertThatTheFiguresAreTheAnswers(api, agency, acknowledged);
		}
	}

	/**
	 * The agency's own figure of each closed cycle, computed here from what was
	 * acknowledged.
	 */
	private static void assertThatTheFiguresAreTheAnswers(ApiClient api, DemoAgency agency,
			Map<String, DemoLoader.Acknowledged> acknowledged) {
		DemoPerson hr = agency.people()
			.stream()
			.filter((person) -> person.roles().contains("hr"))
			.findFirst()
			.orElseThrow();
		JsonNode periods = new SignIn(api).person(hr.signInName(), RunningSuite.PASSWORD)
			.get("/api/burnout-alert/units/U-01/trend")
			.get("periods");
		assertThat(periods.size()).isEqualTo(WEEKS);
		periods.forEach((period) -> {
			double mean = acknowledged.values()
				.stream()
				.filter((answer) -> answer.cycleId().equals(period.get("cycleId").asString()))
				.mapToDouble(DemoLoader.Acknowledged::score)
				.average()
				.orElseThrow();
			assertThat(period.get("figure").get("level").asInt()).isEqualTo((int) Math.round(mean));
		});
	}

}
