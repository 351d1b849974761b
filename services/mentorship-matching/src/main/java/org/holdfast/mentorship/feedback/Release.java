package org.holdfast.mentorship.feedback;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What is said about the feedback of one quarter from one side, once and for all.
 *
 * @param people how many gave it, as a band such as 5-9; null where they were fewer than
 * five and nothing is said
 * @param counted tokens of those who were, for nobody is counted in two quarters
 */
record Release(String id, Side side, Quarter quarter, @Nullable String people, List<Figure> figures,
		Set<String> counted) {

	/** Fewer people are never described together. */
	static final int LEAST = 5;

	private static final int LOWEST = 1;

	private static final int HIGHEST = 5;

	/**
	 * The least sum of points, from either end, at which a mean is shown as it is: each
	 * of the people may then have given any of at least so many points. Of the scale it
	 * is what published levels of wellbeing leave, too.
	 */
	private static final double LEEWAY = 0.6 * (HIGHEST - LOWEST);

	/**
	 * What people said about an item.
	 *
	 * @param mean 1 to 5, to one decimal
	 * @param beyond where the mean stands for everything from it to an end of the scale
	 */
	record Figure(String item, double mean, @Nullable Beyond beyond) {

		/** Where nearly everybody said the same extreme, the mean says so and no more. */
		static Figure of(String item, double mean, Band band) {
			double leeway = LEEWAY / band.from();
			double least = rounded(LOWEST + leeway);
			double most = rounded(HIGHEST - leeway);
			double shown = Math.clamp(rounded(mean), least, most);
			Beyond beyond = (shown == least && least > LOWEST) ? Beyond.less
					: (shown == most && most < HIGHEST) ? Beyond.more : null;
			return new Figure(item, shown, beyond);
		}

		private static double rounded(double mean) {
			return Math.round(10 * mean) / 10.0;
		}

	}

	/** Toward which end of the scale a mean is told as a limit, as it is written. */
	enum Beyond {

		more, less

	}

	/** What one person said, by items in their order. */
	record Counted(String token, List<Integer> answers) {

	}

	Release {
		figures = List.copyOf(figures);
		counted = Set.copyOf(counted);
	}

	static String id(Side side, Quarter quarter) {
		return quarter + ":" + side.name();
	}

	/**
	 * The release of those who gave feedback in a quarter and were not counted before.
	 */
	static Release of(Side side, Quarter quarter, List<Counted> people) {
		if (people.size() < LEAST) {
			return new Release(id(side, quarter), side, quarter, null, List.of(), Set.of());
		}
		Band band = Band.of(people.size());
		List<Figure> figures = IntStream.range(0, side.items().size()).mapToObj((item) -> {
			double mean = people.stream().mapToInt((each) -> each.answers().get(item)).average().orElseThrow();
			return Figure.of(side.items().get(item), mean, band);
		}).toList();
		return new Release(id(side, quarter), side, quarter, band.toString(), figures,
				people.stream().map(Counted::token).collect(Collectors.toSet()));
	}

	/** A range of numbers of people; the exact number is never shown. */
	private record Band(int from, int to) {

		/** 5-9, 10-19, 20-49, 50-99, 100-199 and so on. */
		static Band of(int people) {
			int from = 1;
			for (int step = 0;; step++) {
				int next = (step % 3 == 1) ? from / 2 * 5 : from * 2;
				if (people < next) {
					return new Band(from, next - 1);
				}
				from = next;
			}
		}

		@Override
		public String toString() {
			return this.from + "-" + this.to;
		}

	}

}
