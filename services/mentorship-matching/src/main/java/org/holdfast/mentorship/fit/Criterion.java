package org.holdfast.mentorship.fit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One reason why a pair fits better than another, worth up to so many points; all of them
 * together are worth 100. They read what people entered in their profile for this purpose
 * and where they work, and nothing about their wellbeing.
 */
record Criterion(String name, int atMost, Function<Pair, Verdict> verdict) {

	static final List<Criterion> ALL = List.of(new Criterion("skills", 60, Criterion::skillsWantedAndOffered),
			new Criterion("perspective", 15, Criterion::anotherPerspective),
			new Criterion("languages", 10, Criterion::languagesOfTheMentee),
			new Criterion("load", 15, Criterion::placesStillFree));

	Points judge(Pair pair) {
		return new Points(this.name, points(pair), this.verdict.apply(pair).because().get());
	}

	int points(Pair pair) {
		return (int) Math.round(this.atMost * this.verdict.apply(pair).share());
	}

	/**
	 * The share of what the mentee wants that the mentor offers; half where the mentee
	 * wants nothing in particular, so that they neither win nor lose against those who
	 * do.
	 */
	private static Verdict skillsWantedAndOffered(Pair pair) {
		Set<String> wanted = pair.mentee().needs();
		if (wanted.isEmpty()) {
			return new Verdict(0.5, () -> "asks for nothing in particular");
		}
		Set<String> offered = shared(wanted, pair.mentor().skills());
		return Verdict.of(offered.size(), wanted.size(),
				() -> offered.isEmpty() ? "offers none of the " + wanted.size() + " wanted"
						: "offers " + offered.size() + " of " + wanted.size() + " wanted: " + list(offered));
	}

	/** The further apart the two work, the more freely one can speak. */
	private static Verdict anotherPerspective(Pair pair) {
		String mentorUnit = pair.mentor().unitId();
		String menteeUnit = pair.mentee().unitId();
		if (mentorUnit.equals(menteeUnit)) {
			return new Verdict(0, () -> "works in the same unit");
		}
		return pair.agency().near(mentorUnit, menteeUnit) ? new Verdict(2 / 3.0, () -> "works in a neighbouring unit")
				: new Verdict(1, () -> "works in another part of the agency");
	}

	/** The share of the mentee's languages that the mentor speaks. */
	private static Verdict languagesOfTheMentee(Pair pair) {
		Set<String> spoken = shared(pair.mentee().languages(), pair.mentor().languages());
		return Verdict.of(spoken.size(), pair.mentee().languages().size(), () -> "both speak " + list(spoken));
	}

	/** The share of the mentor's places that are free, so that nobody carries it all. */
	private static Verdict placesStillFree(Pair pair) {
		int capacity = pair.mentor().capacity();
		int free = Math.max(0, capacity - pair.taken());
		return Verdict.of(free, capacity, () -> "has " + free + " of " + capacity + " places free");
	}

	private static Set<String> shared(Set<String> some, Set<String> others) {
		Set<String> shared = new HashSet<>(some);
		shared.retainAll(others);
		return shared;
	}

	private static String list(Set<String> names) {
		return String.join(", ", new TreeSet<>(names));
	}

	/** How far a criterion is met, 0 to 1, and why; put into words only when asked. */
	record Verdict(double share, Supplier<String> because) {

		static Verdict of(int part, int whole, Supplier<String> because) {
			return new Verdict((whole == 0) ? 0 : (double) part / whole, because);
		}

	}

}
