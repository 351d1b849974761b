package org.holdfast.mentorship.grouping;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.holdfast.mentorship.grouping.Grouping.Formed;

/**
 * Prints how near groups come to what is proven to be the most, and how fast; into the
 * file that is named as argument, if one is.
 */
final class GroupingSpeed {

	private static final GroupSize CIRCLE = new GroupSize(5, 8);

	private static final GroupSize SUPERVISION = new GroupSize(4, 6);

	private static final int AGENCIES = 5;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static PrintStream out = System.out;

	private GroupingSpeed() {
	}

	static void main(String[] args) throws IOException {
		if (args.length == 0) {
			print();
			return;
		}
		try (PrintStream file = new PrintStream(Path.of(args[0]).toFile())) {
			out = file;
			print();
		}
	}

	private static void print() {
		out.printf("%nGroups of %d made-up agencies each: medians, the lowest ratio, and processor time%n%n", AGENCIES);
		out.printf("%-38s %6s %6s %6s %7s %7s %7s %7s %6s%n", "", "people", "placed", "groups", "score", "bound",
				"ratio", "lowest", "ms");
		for (int people : new int[] { 24, 30 }) {
			show("everything can be even, sixes", people, (seed) -> even(people));
		}
		for (int people : new int[] { 24, 30, 60, 120, 240 }) {
			show("circles, first round", people, (seed) -> agency(people, CIRCLE, seed, 1));
		}
		for (int people : new int[] { 60, 120, 240 }) {
			show("circles, third round, no repeats", people, (seed) -> agency(people, CIRCLE, seed, 3));
		}
		for (int people : new int[] { 60, 120, 240 }) {
			show("supervision, third round, no repeats", people, (seed) -> agency(people, SUPERVISION, seed, 3));
		}
	}

	/** Units, kinds of work and levels that can be the same in each group. */
	private static Gathering even(int people) {
		return Gathering.of(people, new GroupSize(6, 6))
			.gain(new Gain.Different(40, IntStream.range(0, people).map((person) -> person % 6).toArray()))
			.gain(new Gain.Different(30, IntStream.range(0, people).map((person) -> person / 6 % 3).toArray()))
			.gain(new Gain.Distance(10, IntStream.range(0, people).map((person) -> person / 2 % 3).toArray()))
			.build();
	}

	private static Gathering agency(int people, GroupSize size, int seed, int round) {
		MadeUpAgency agency = new MadeUpAgency(people, new Random(seed));
		List<int[]> before = new ArrayList<>();
		for (int earlier = 1; earlier < round; earlier++) {
			if (Grouping.of(agency.gathering(size, before), earlier) instanceof Formed formed) {
				before.addAll(formed.groups());
			}
		}
		return agency.gathering(size, before);
	}

	private static void show(String what, int people, IntFunction<Gathering> gatherings) {
		List<Gathering> all = IntStream.range(0, AGENCIES).mapToObj(gatherings).toList();
		all.forEach((gathering) -> Grouping.of(gathering, 0));
		List<Measured> measured = all.stream().map(Measured::of).toList();
		out.printf("%-38s %6d %6.0f %6.0f %7.0f %7.0f %7.3f %7.3f %6.0f%n", what, people,
				median(measured.stream().map(Measured::placed).toList()),
				median(measured.stream().map(Measured::groups).toList()),
				median(measured.stream().map(Measured::score).toList()),
				median(measured.stream().map(Measured::bound).toList()),
				median(measured.stream().map(Measured::ratio).toList()),
				measured.stream().mapToDouble(Measured::ratio).min().orElseThrow(),
				median(measured.stream().map(Measured::milliseconds).toList()));
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}

	/** One result; where no group can be formed, nobody is placed. */
	private record Measured(double placed, double groups, double score, double bound, double ratio,
			double milliseconds) {

		static Measured of(Gathering gathering) {
			long start = THREADS.getCurrentThreadCpuTime();
			Grouping grouping = Grouping.of(gathering, 0);
			double milliseconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
			return switch (grouping) {
				case Formed formed -> new Measured(gathering.people() - formed.leftOut().size(), formed.groups().size(),
						formed.score(), formed.bound(), formed.ratio(), milliseconds);
				case Grouping.Impossible _ -> new Measured(0, 0, 0, 0, 1, milliseconds);
			};
		}

	}

}
