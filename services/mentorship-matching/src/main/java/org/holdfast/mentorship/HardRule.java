package org.holdfast.mentorship;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A condition without which two people are never brought together, whatever the score.
 */
record HardRule(String name, Predicate<Pair> holds) {

	/** What must hold for as long as a pair lasts. */
	static final List<HardRule> LASTING = List.of(new HardRule("bothOptedIn", HardRule::bothOptedIn),
			new HardRule("bothActive", HardRule::bothActive), new HardRule("notOneself", HardRule::notOneself),
			new HardRule("notInOwnLineOfManagement", HardRule::notInOwnLineOfManagement),
			new HardRule("sharesALanguage", HardRule::sharesALanguage));

	/** What must hold for a pair to begin. */
	static final List<HardRule> ALL = Stream.concat(LASTING.stream(),
			Stream.of(new HardRule("linesOfManagementAreKnown", HardRule::linesOfManagementAreKnown),
					new HardRule("mentorHasAPlaceLeft", HardRule::mentorHasAPlaceLeft)))
		.toList();

	static boolean allow(Pair pair) {
		return broken(ALL, pair).isEmpty();
	}

	/** The first rule that a living pair breaks by now. */
	static Optional<HardRule> brokenBy(Pair pair) {
		return broken(LASTING, pair);
	}

	private static Optional<HardRule> broken(List<HardRule> rules, Pair pair) {
		return rules.stream().filter((rule) -> !rule.holds().test(pair)).findFirst();
	}

	private static boolean bothOptedIn(Pair pair) {
		return pair.mentor().offersToMentor() && pair.mentee().wantsAMentor();
	}

	private static boolean bothActive(Pair pair) {
		return pair.mentor().active() && pair.mentee().active();
	}

	private static boolean notOneself(Pair pair) {
		return !pair.mentor().staffId().equals(pair.mentee().staffId());
	}

	private static boolean notInOwnLineOfManagement(Pair pair) {
		String mentor = pair.mentor().staffId();
		String mentee = pair.mentee().staffId();
		return !pair.agency().above(mentee).people().contains(mentor)
				&& !pair.agency().above(mentor).people().contains(mentee);
	}

	private static boolean linesOfManagementAreKnown(Pair pair) {
		return pair.agency().above(pair.mentor().staffId()).complete()
				&& pair.agency().above(pair.mentee().staffId()).complete();
	}

	private static boolean sharesALanguage(Pair pair) {
		return !Collections.disjoint(pair.mentor().languages(), pair.mentee().languages());
	}

	private static boolean mentorHasAPlaceLeft(Pair pair) {
		return pair.taken() < pair.mentor().capacity();
	}

}
