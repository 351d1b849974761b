package org.holdfast.mentorship.fit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a pair fits better than another, worth up to as many points as the
 * programme gives it; all of them together are worth 100. They read what people entered
 * in their profile for this purpose and where they work, and nothing about their
 * wellbeing. Where nothing was said, half: nobody wins or loses by it.
 *
 * @param usualWeight points that it is worth at most unless the owner decides otherwise
 * @param view whose opinion it makes, where people rank each other
 */
record Criterion(String name, int usualWeight, View view, Function<Pair, Verdict> verdict) {

	/** Whose opinion of the other it makes, where people rank each other. */
	enum View {

		MENTEE, MENTOR, BOTH, NEITHER;

		boolean isOf(View side) {
			return this == side || this == BOTH;
		}

	}

	static final List<Criterion> ALL = List.of(
			new Criterion("skills", 35, View.MENTEE, Criterion::skillsWantedAndOffered),
			new Criterion("experience", 10, View.MENTEE, Criterion::lengthOfService),
			new Criterion("direction", 10, View.MENTEE, Criterion::careerDirection),
			new Criterion("caseload", 10, View.BOTH, Criterion::kindOfCaseload),
			new Criterion("perspective", 10, View.BOTH, Criterion::anotherPerspective),
			new Criterion("languages", 5, View.BOTH, Criterion::languagesOfTheMentee),
			new Criterion("place", 5, View.BOTH, Criterion::placeAndWayOfMeeting),
			new Criterion("times", 5, View.BOTH, Criterion::commonTimes),
			new Criterion("wishes", 5, View.BOTH, Criterion::wishesOfBoth),
			new Criterion("load", 5, View.NEITHER, Criterion::placesStillFree));

	/** Years by which a mentor is ahead for the full share of {@code experience}. */
	private static final double AHEAD = 5;

	/** Up to as many years apart is similar, and as many in the job is new to it. */
	private static final double SIMILAR = 3;

	/** Half days in common for the full share of {@code times}. */
	private static final int ENOUGH_TIMES = 3;

	private static final Verdict OPEN = new Verdict(0.5, () -> "asks for nothing in particular");

	Points judge(Pair pair) {
		return new Points(this.name, points(pair), this.verdict.apply(pair).because().get());
	}

	int points(Pair pair) {
		return (int) Math.round(pair.programme().weight(this) * this.verdict.apply(pair).share());
	}

	/** The share of what the mentee wants that the mentor offers. */
	private static Verdict skillsWantedAndOffered(Pair pair) {
		Set<String> wanted = pair.mentee().needs();
		if (wanted.isEmpty()) {
			return OPEN;
		}
		Set<String> offered = shared(wanted, pair.mentor().skills());
		return Verdict.of(offered.size(), wanted.size(),
				() -> offered.isEmpty() ? "offers none of the " + wanted.size() + " wanted"
						: "offers " + offered.size() + " of " + wanted.size() + " wanted: " + list(offered));
	}

	/** How far the mentor is ahead in years of service. */
	private static Verdict lengthOfService(Pair pair) {
		Double ahead = yearsAhead(pair);
		if (ahead == null) {
			return unknown("how long both have been here is not known");
		}
		return new Verdict(Math.clamp(ahead / AHEAD, 0, 1),
				() -> (ahead < 1) ? "has not been here longer" : "has been here %.0f years longer".formatted(ahead));
	}

	/** The share of the directions the mentee thinks of that the mentor knows. */
	private static Verdict careerDirection(Pair pair) {
		Set<String> wanted = pair.mentee().directions();
		if (wanted.isEmpty()) {
			return OPEN;
		}
		Set<String> known = shared(wanted, pair.mentor().directionsKnown());
		return Verdict.of(known.size(), wanted.size(),
				() -> known.isEmpty() ? "has gone another way" : "knows the way to " + list(known));
	}

	/** The share of the mentee's caseload that is the mentor's too. */
	private static Verdict kindOfCaseload(Pair pair) {
		Set<String> own = pair.mentee().mentoring().caseloads();
		Set<String> others = pair.mentor().mentoring().caseloads();
		if (own.isEmpty() || others.isEmpty()) {
			return unknown("what both work with is not known");
		}
		Set<String> shared = shared(own, others);
		return Verdict.of(shared.size(), own.size(),
				() -> shared.isEmpty() ? "works with others" : "works with " + list(shared) + " too");
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

	/** Whether they can meet as both like to: online, or where both work. */
	private static Verdict placeAndWayOfMeeting(Pair pair) {
		Set<String> ways = shared(pair.mentor().waysToMeet(), pair.mentee().waysToMeet());
		String place = pair.mentor().place();
		if (ways.contains("online")) {
			return new Verdict(1, () -> "both meet online");
		}
		if (ways.isEmpty()) {
			return new Verdict(0, () -> "one meets online only, the other in person only");
		}
		if (place == null || pair.mentee().place() == null) {
			return unknown("where both work is not known");
		}
		return place.equals(pair.mentee().place()) ? new Verdict(1, () -> "works at the same place")
				: new Verdict(0, () -> "works at another place");
	}

	/** Half days on which both can meet; who names none can on any. */
	private static Verdict commonTimes(Pair pair) {
		int common = pair.commonTimes();
		return new Verdict(Math.clamp(common / (double) ENOUGH_TIMES, 0, 1),
				() -> "both can on " + common + ((common == 1) ? " half day" : " half days") + " a week");
	}

	/** What each of the two would rather have in the other. */
	private static Verdict wishesOfBoth(Pair pair) {
		double met = (wishOfTheMentee(pair) + wishOfTheMentor(pair)) / 2;
		return new Verdict(met, () -> (met == 1) ? "is what both would like"
				: (met == 0) ? "is what neither would rather have" : "is partly what the two would like");
	}

	private static double wishOfTheMentee(Pair pair) {
		Double ahead = yearsAhead(pair);
		return switch (pair.mentee().wantsInAMentor()) {
			case "more-experienced" -> met(ahead, ahead != null && ahead > SIMILAR);
			case "similar-experience" -> met(ahead, ahead != null && Math.abs(ahead) <= SIMILAR);
			default -> 1;
		};
	}

	private static double wishOfTheMentor(Pair pair) {
		LocalDate started = pair.mentee().startedOn();
		boolean isNew = started != null && years(started, pair.agency().today()) <= SIMILAR;
		return switch (pair.mentor().wantsInAMentee()) {
			case "newcomers" -> met(started, isNew);
			case "experienced" -> met(started, !isNew);
			default -> 1;
		};
	}

	private static double met(@Nullable Object known, boolean met) {
		return (known == null) ? 0.5 : met ? 1 : 0;
	}

	/** The share of the mentor's places that are free, so that nobody carries it all. */
	private static Verdict placesStillFree(Pair pair) {
		int capacity = pair.mentor().capacity();
		int free = Math.max(0, capacity - pair.taken());
		return Verdict.of(free, capacity, () -> "has " + free + " of " + capacity + " places free");
	}

	private static @Nullable Double yearsAhead(Pair pair) {
		LocalDate mentor = pair.mentor().startedOn();
		LocalDate mentee = pair.mentee().startedOn();
		return (mentor == null || mentee == null) ? null : years(mentor, mentee);
	}

	private static double years(LocalDate from, LocalDate until) {
		return ChronoUnit.DAYS.between(from, until) / 365.25;
	}

	private static Verdict unknown(String because) {
		return new Verdict(0.5, () -> because);
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
