package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.holdfast.burnout.BurnoutAlertApplication;
import org.holdfast.burnout.unit.UnitChanged;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.embedded.EmbeddedPair;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/**
 * Prints what a trend costs over 104 cycles of 1,000 units, and what a look at an
 * unpublished cycle costs among 50,000 answers, on the embedded database.
 */
final class TrendBenchmark {

	private static final int CYCLES = 104;

	private TrendBenchmark() {
	}

	static void main(String[] args) {
		EmbeddedPair pair = EmbeddedPair.shared();
		System.setProperty("spring.kafka.bootstrap-servers", pair.kafka().brokers());
		System.setProperty("spring.cloud.stream.kafka.binder.brokers", pair.kafka().brokers());
		System.setProperty("spring.mongodb.uri", pair.mongo().uri());
		System.setProperty("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Tokens.jwksUri());
		System.setProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", Tokens.ISSUER);
		System.setProperty("server.port", "0");
		// events are not part of it, and nobody made their topics here
		System.setProperty("spring.cloud.function.definition", "");
		System.setProperty("logging.level.root", "error");
		for (int units : new int[] { 10, 100, 1000 }) {
			System.setProperty("spring.mongodb.database", "benchmark-" + units);
			measure(units);
		}
		System.exit(0);
	}

	private static void measure(int units) {
		try (ConfigurableApplicationContext context = SpringApplication.run(BurnoutAlertApplication.class)) {
			Agency agency = agency(units);
			Units known = context.getBean(Units.class);
			agency.teams()
				.forEach((team) -> known.on(new Received<>(team.id(), 1, Agency.FIRST_CLOSE,
						new UnitChanged(team.id(), "Unit " + team.id(), team.parent(), null))));
			Releases releases = context.getBean(Releases.class);
			for (int week = 1; week <= CYCLES; week++) {
				releases.add(agency.release(week));
			}
			RestClient http = RestClient.builder()
				.baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
				.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + Tokens.of("S-1", "hr"))
				.build();
			Random random = new Random(1);
			Runnable trend = () -> http.get()
				.uri("/units/{id}/trend", id(1 + random.nextInt(units - 1)))
				.retrieve()
				.body(String.class);
			System.out.printf(
					"%,6d units x %d cycles: first trend %.1f ms, then median %.1f ms; looking for new ones %.1f ms%n",
					units, CYCLES, median(1, trend), median(200, trend), median(200, releases::all));
			if (units == 1000) {
				look(context.getBean(EventReader.class), context.getBean(MongoOperations.class));
			}
		}
	}

	private static void look(EventReader reader, MongoOperations mongo) {
		Rows<Answer> rows = reader.rows(Answer.class, "responses");
		for (int thousand = 0; thousand < 50; thousand++) {
			String cycleId = "c" + thousand;
			Answer any = Agency.answer(cycleId, "U-1", Map.of("strain", 50.0), 5, 1);
			mongo.insert(IntStream.range(0, 1000)
				.mapToObj((each) -> new Answer(cycleId + "-" + each, cycleId, any.unitId(), any.pseudonym(),
						any.answeredAt(), any.scores(), any.scored(), any.minimumGroup(), any.revision()))
				.toList(), "responses");
			if (thousand == 4 || thousand == 49) {
				double each = median(9, () -> rows.find(Query.query(Criteria.where("cycleId").is("c1"))));
				System.out.printf("%,6d answers: reading the 1,000 of one cycle %.1f ms%n", 1000 * (thousand + 1),
						each);
			}
		}
	}

	private static double median(int times, Runnable what) {
		double[] took = new double[times];
		for (int run = 0; run < times; run++) {
			long start = System.nanoTime();
			what.run();
			took[run] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(took);
		return took[times / 2];
	}

	/** A tree with ten units below each, and 3 to 9 answers in every unit. */
	private static Agency agency(int units) {
		Random random = new Random(7);
		List<Agency.Team> teams = new ArrayList<>();
		for (int unit = 0; unit < units; unit++) {
			teams.add(Agency.team(id(unit), (unit == 0) ? null : id((unit - 1) / 10), 3 + random.nextInt(7),
					random.nextInt(101)));
		}
		return new Agency(teams);
	}

	private static String id(int unit) {
		return "U-%04d".formatted(unit);
	}

}
