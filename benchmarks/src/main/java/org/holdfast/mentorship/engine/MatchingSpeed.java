package org.holdfast.mentorship.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Prints how fast the best matching is found and proven, beside OR-Tools on the same
 * pools in the same run, into the file that is named as argument.
 */
final class MatchingSpeed {

	private static final int CANDIDATES = 50;

	private static final int[] MENTEES = { 1_000, 10_000, 50_000, 100_000 };

	private static final double[] PLACES = { .95, 1.2 };

	private static final String HEAP = "-Xmx200m";

	private MatchingSpeed() {
	}

	static void main(String[] args) throws IOException, InterruptedException {
		if (args[0].equals("memory")) {
			printPeak(args[1], Integer.parseInt(args[2]), Double.parseDouble(args[3]));
			return;
		}
		try (PrintStream out = new PrintStream(Path.of(args[0]).toFile())) {
			out.printf("%nBest matching of mentees with %d candidates each, found and proven%n%n", CANDIDATES);
			out.println("seconds of processor time, medians of alternating runs; the minimum-cost flow of OR-Tools is");
			out.println(
					"asked for the largest total of most pairs (A), and for the same best matching, being told its");
			out.println("worst pair (B)");
			out.printf("%nmentees  places  matched  worst  runs    ours  OR-Tools A        B  A to ours  B to ours%n");
			for (int mentees : MENTEES) {
				for (double places : PLACES) {
					out.println(compared(mentees, places));
				}
			}
			out.printf("%nThe same where everybody could go with very many: among few pairs, and among all%n%n");
			out.println("mentees    pairs  places  worst    few    all  all to few");
			for (int mentees : new int[] { 2_000, 5_000 }) {
				for (double places : PLACES) {
					out.println(selected(mentees, places));
				}
			}
			out.printf("%nWhat deferred acceptance makes of the same pools, 10,000 mentees%n%n");
			out.println("places              matched  worst   total  blocking pairs");
			for (double places : PLACES) {
				modes(places).forEach(out::println);
			}
			out.printf("%nOne answer to 'why not that mentor?', 10,000 mentees, means of 100%n%n");
			out.println("places  by prices  seconds  searching anew  seconds");
			for (double places : PLACES) {
				out.println(whyNot(places));
			}
			out.printf("%nPeak memory of a process that does nothing else, %s of heap for both%n%n", HEAP);
			out.println("mentees  places     ours  OR-Tools");
			for (int mentees : MENTEES) {
				out.printf("%7d  %4.0f %%  %7s   %7s%n", mentees, 100 * PLACES[0], peak("ours", mentees),
						peak("ortools", mentees));
			}
		}
	}

	private static String compared(int mentees, double places) {
		Pool pool = MadeUpPool.of(mentees, CANDIDATES, places);
		int warmUp = Math.max(1, 20_000 / mentees);
		int runs = (mentees < 50_000) ? 11 : 3;
		long[] ours = new long[runs];
		long[] all = new long[runs];
		long[] above = new long[runs];
		BestMatching best = BestMatching.of(pool);
		for (int run = -warmUp; run < runs; run++) {
			int at = Math.max(0, run);
			long began = processorTime();
			best = BestMatching.of(pool);
			ours[at] = processorTime() - began;
			OrTools.Found most = OrTools.solve(pool, 0);
			all[at] = most.nanos();
			OrTools.Found same = OrTools.solve(pool, best.worst());
			above[at] = same.nanos();
			if (most.matched() != best.matched() || same.matched() != best.matched() || same.total() != best.total()) {
				throw new IllegalStateException("OR-Tools found another result: %s".formatted(same));
			}
		}
		return "%7d  %4.0f %%  %7d  %5d  %4d  %6.3f  %10.3f  %7.3f  %9.1f  %9.1f".formatted(mentees, 100 * places,
				best.matched(), best.worst(), runs, median(ours), median(all), median(above),
				median(all) / median(ours), median(above) / median(ours));
	}

	private static String selected(int mentees, double places) {
		Pool pool = MadeUpPool.of(mentees, mentees / 3, places);
		long[] few = new long[5];
		long[] all = new long[5];
		BestMatching best = BestMatching.of(pool);
		for (int run = -1; run < few.length; run++) {
			int at = Math.max(0, run);
			long began = processorTime();
			best = BestMatching.of(pool);
			few[at] = processorTime() - began;
			began = processorTime();
			BestMatching among = BestMatching.ofAll(pool, Certificate.NO_LIMIT);
			among.certificate().verify(pool, among);
			all[at] = processorTime() - began;
			if (among.total() != best.total() || among.worst() != best.worst()) {
				throw new IllegalStateException("Among all pairs there is another result: " + among.total());
			}
		}
		return "%7d  %7d  %4.0f %%  %5d  %5.3f  %5.3f  %10.1f".formatted(mentees, pool.start(mentees), 100 * places,
				best.worst(), median(few), median(all), median(all) / median(few));
	}

	private static List<String> modes(double places) {
		Pool pool = MadeUpPool.of(10_000, CANDIDATES, places);
		return List.of(mode("best matching", places, pool, BestMatching.of(pool).mentorOf()),
				mode("acceptance", places, pool, DeferredAcceptance.of(Preferences.of(pool))));
	}

	private static String mode(String name, double places, Pool pool, int[] mentorOf) {
		int[] scores = IntStream.range(0, mentorOf.length)
			.filter((mentee) -> mentorOf[mentee] != BestMatching.NONE)
			.map((mentee) -> pool.score(mentee, mentorOf[mentee]))
			.toArray();
		return "%4.0f %%  %-13s %6d  %5d  %6d  %14d".formatted(100 * places, name, scores.length,
				Arrays.stream(scores).min().orElse(0), Arrays.stream(scores).sum(),
				Preferences.of(pool).blockingPairs(mentorOf));
	}

	private static String whyNot(double places) {
		Pool pool = MadeUpPool.of(10_000, CANDIDATES, places);
		Explanation explanation = Explanation.of(pool, BestMatching.of(pool));
		Random random = new Random(1);
		int[] count = new int[2];
		long[] nanos = new long[2];
		for (int question = 0; question < 100; question++) {
			int mentee = random.nextInt(pool.mentees());
			int mentor = pool.mentor(pool.start(mentee) + random.nextInt(CANDIDATES));
			long began = processorTime();
			int way = explanation.whyNot(mentee, mentor).byPrices() ? 0 : 1;
			nanos[way] += processorTime() - began;
			count[way]++;
		}
		return "%4.0f %%  %9d  %7.4f  %14d  %7.4f".formatted(100 * places, count[0], nanos[0] / 1e9 / count[0],
				count[1], nanos[1] / 1e9 / count[1]);
	}

	/**
	 * Of this thread, in nanoseconds: on both sides nothing that is measured has another
	 * one, but for collecting garbage.
	 */
	static long processorTime() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	/** Returns seconds. */
	private static double median(long[] nanos) {
		Arrays.sort(nanos);
		return nanos[nanos.length / 2] / 1e9;
	}

	/** Returns the peak memory of a process of its own. */
	private static String peak(String whose, int mentees) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				HEAP, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
				System.getProperty("java.class.path"), MatchingSpeed.class.getName(), "memory", whose,
				Integer.toString(mentees), Double.toString(PLACES[0])))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException("The process failed: " + printed);
		}
		return printed.strip();
	}

	private static void printPeak(String whose, int mentees, double places) throws IOException {
		Pool pool = MadeUpPool.of(mentees, CANDIDATES, places);
		int matched = whose.equals("ours") ? BestMatching.of(pool).matched() : OrTools.solve(pool, 0).matched();
		Path status = Path.of("/proc/self/status");
		if (matched == 0 || !Files.exists(status)) {
			System.out.println("-");
			return;
		}
		try (var lines = Files.lines(status)) {
			lines.filter((line) -> line.startsWith("VmHWM"))
				.map((line) -> line.replaceAll("\\D", ""))
				.forEach((kilobytes) -> System.out.println(Integer.parseInt(kilobytes) / 1024 + " MB"));
		}
	}

}
