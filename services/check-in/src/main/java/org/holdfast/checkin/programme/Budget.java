package org.holdfast.checkin.programme;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.holdfast.defaults.problem.Refusal;

/**
 * How many minutes a month one person is asked for, at the most: somebody in a unit that
 * has started everything.
 *
 * @param minutes what nobody is asked to give more of in a month
 */
record Budget(int minutes) {

	/**
	 * Refuses a plan that would take more of somebody's time in any month.
	 * @throws Refusal (409) with the arithmetic of the first such month
	 */
	void require(List<Asked> asked) {
		for (Month month : months(asked)) {
			if (month.minutes() > this.minutes) {
				String arithmetic = month.of()
					.stream()
					.map((share) -> "%s %d x %d min".formatted(share.name(), share.rounds(), share.minutesEach()))
					.collect(Collectors.joining(" + "));
				throw Refusal.conflict("over-budget",
						"In %s one person would be asked for %d minutes, and the budget is %d: %s = %d min. Ask less often, or less at a time."
							.formatted(month.month(), month.minutes(), this.minutes, arithmetic, month.minutes()))
					.with("budget", this.minutes)
					.with("month", month);
			}
		}
	}

	/** Month by month, the earliest first. */
	static List<Month> months(List<Asked> asked) {
		Map<YearMonth, List<Asked>> byMonth = asked.stream()
			.collect(Collectors.groupingBy(Asked::month, TreeMap::new, Collectors.toList()));
		List<Month> months = new ArrayList<>();
		byMonth.forEach((month, all) -> {
			Map<String, Map<Integer, Long>> shares = all.stream()
				.collect(Collectors.groupingBy(Asked::name, TreeMap::new,
						Collectors.groupingBy(Asked::minutes, TreeMap::new, Collectors.counting())));
			List<Share> of = shares.entrySet()
				.stream()
				.flatMap((share) -> share.getValue()
					.entrySet()
					.stream()
					.map((each) -> new Share(share.getKey(), each.getValue().intValue(), each.getKey())))
				.toList();
			months
				.add(new Month(month, of.stream().mapToInt((share) -> share.rounds() * share.minutesEach()).sum(), of));
		});
		return months;
	}

	/**
	 * One time that people are asked.
	 *
	 * @param name of the series, or {@code by hand}
	 * @param month in which it opens
	 * @param minutes that it takes
	 */
	record Asked(String name, YearMonth month, int minutes) {

	}

	/**
	 * What a month takes.
	 *
	 * @param month which
	 * @param minutes of one person
	 * @param of what they are made of
	 */
	record Month(YearMonth month, int minutes, List<Share> of) {

	}

	/**
	 * What one series takes of a month.
	 *
	 * @param name of the series, or {@code by hand}
	 * @param rounds how many times
	 * @param minutesEach of one time
	 */
	record Share(String name, int rounds, int minutesEach) {

	}

}
