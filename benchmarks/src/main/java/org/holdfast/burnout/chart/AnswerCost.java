package org.holdfast.burnout.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.bson.Document;
import org.holdfast.burnout.BurnoutAlertApplication;
import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.release.Answers;
import org.holdfast.burnout.release.CycleChanged;
import org.holdfast.burnout.release.ResponseRecorded;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.embedded.EmbeddedPair;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** Prints what one answer costs a person with a short and with a very long history. */
final class AnswerCost {

	private static final int[] EARLIER = { 10, 1_000, 100_000 };

	private static final double LIMIT = Limits.personal(FalseAlarms.RUN_LENGTH);

	private static final int BATCH = 5_000;

	/** Keeps the compiler from leaving out what is measured. */
	private static double sink;

	private AnswerCost() {
	}

	static void print() {
		Benchmarks.title("Cost of one answer, by earlier answers (median, interleaved in one run)");
		Benchmarks.row("%-58s %10s %14s %9s", "", "earlier", "ns", "to first");
		Chart[] charts = Arrays.stream(EARLIER).mapToObj(AnswerCost::chart).toArray(Chart[]::new);
		report("the chart alone", 400, (at) -> {
			long began = System.nanoTime();
			for (int time = 0; time < 100; time++) {
				sink += charts[at].observe(45 + time % 3 * 5, Population.week(EARLIER[at]), Prior.FIRST_DAY, LIMIT).q();
			}
			return (System.nanoTime() - began) / 100;
		});
		throughTheService();
	}

	private static Chart chart(int earlier) {
		Chart chart = Chart.begin(Prior.FIRST_DAY);
		for (int week = 0; week < earlier; week++) {
			chart = chart.observe(35 + week % 4 * 5, Population.week(week), Prior.FIRST_DAY, LIMIT);
		}
		return chart;
	}

	/** The whole way from an event that was read to the stored chart, durably. */
	private static void throughTheService() {
		EmbeddedPair pair = EmbeddedPair.shared();
		System.setProperty("spring.kafka.bootstrap-servers", pair.kafka().brokers());
		System.setProperty("spring.cloud.stream.kafka.binder.brokers", pair.kafka().brokers());
		System.setProperty("spring.mongodb.uri", pair.mongo().uri());
		System.setProperty("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Tokens.jwksUri());
		System.setProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", Tokens.ISSUER);
		System.setProperty("server.port", "0");
		// the events are made here
		System.setProperty("spring.cloud.function.definition", "");
		System.setProperty("logging.level.root", "error");
		System.setProperty("spring.main.banner-mode", "off");
		try (ConfigurableApplicationContext context = SpringApplication.run(BurnoutAlertApplication.class)) {
			CycleChanged cycle = Agency.of(Agency.team("A", "none", 6, 40)).closed();
			context.getBean(EventReader.class).rows(CycleChanged.class, "cycles").append(cycle.cycleId(), 1, cycle);
			Answers answers = context.getBean(Answers.class);
			for (int earlier : EARLIER) {
				remember(context, earlier);
			}
			long[] revision = { 0 };
			report("through the service, stored on the embedded database", 200, (at) -> {
				Received<ResponseRecorded> event = answer(cycle, EARLIER[at], ++revision[0]);
				long began = System.nanoTime();
				answers.on(event);
				return System.nanoTime() - began;
			});
		}
	}

	/** Stores a person with their chart and every answer that went into it. */
	private static void remember(ConfigurableApplicationContext context, int earlier) {
		MongoOperations mongo = context.getBean(MongoOperations.class);
		String pseudonym = "p" + earlier;
		for (int from = 0; from < earlier; from += BATCH) {
			List<Document> rows = new ArrayList<>();
			for (int week = from; week < Math.min(earlier, from + BATCH); week++) {
				rows.add(new Document("_id", pseudonym + "-" + week).append("_seq", 1L)
					.append("cycleId", "W" + week)
					.append("unitId", "A")
					.append("pseudonym", pseudonym)
					.append("answeredAt", Population.week(week))
					.append("scores", new Document("strain", 40.0))
					.append("scored", List.of("strain"))
					.append("minimumGroup", 5)
					.append("revision", 1L));
			}
			mongo.getCollection("responses").insertMany(rows);
		}
		Standing standing = new Standing(Prior.FIRST_DAY, chart(earlier), Tally.NONE, null);
		context.getBean(Outbox.class)
			.aggregates(PersonalChart.class, "charts")
			.change(PersonalChart.id(pseudonym, "strain"),
					(held) -> Change.to(new PersonalChart(PersonalChart.id(pseudonym, "strain"), pseudonym, "strain",
							standing, List.of(), false)));
	}

	private static Received<ResponseRecorded> answer(CycleChanged cycle, int earlier, long revision) {
		Instant at = Population.week(earlier);
		return new Received<>("open-" + earlier, revision, at,
				new ResponseRecorded(cycle.cycleId(), "A", "p" + earlier, at, false,
						JsonMapper.shared().createObjectNode().put("strain", 40 + revision % 3 * 5),
						new ResponseRecorded.Rules(5)));
	}

	private static void report(String what, int rounds, Measured measured) {
		long[][] times = new long[EARLIER.length][rounds];
		for (int round = -rounds / 2; round < rounds; round++) {
			for (int at = 0; at < EARLIER.length; at++) {
				long time = measured.nanoseconds(at);
				if (round >= 0) {
					times[at][round] = time;
				}
			}
		}
		double first = median(times[0]);
		for (int at = 0; at < EARLIER.length; at++) {
			double median = median(times[at]);
			Benchmarks.row("%-58s %,10d %,14.0f %9.2f", what, EARLIER[at], median, median / first);
		}
	}

	private static double median(long[] times) {
		long[] sorted = times.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	/** Takes an answer in once. */
	private interface Measured {

		/**
		 * Returns how long it took.
		 * @param at the place of the history
		 */
		long nanoseconds(int at);

	}

}
