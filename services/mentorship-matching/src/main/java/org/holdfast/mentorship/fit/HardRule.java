package org.holdfast.mentorship.fit;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A condition without which two people are never brought together, whatever the score.
 *
 * @param name by which it is told
 * @param about what it speaks of
 */
public record HardRule(String name, About about, Predicate<Pair> holds) {

	/** What must hold for as long as a pair lasts. */
	static final List<HardRule> LASTING = List.of(new HardRule("bothOptedIn", About.TAKING_PART, HardRule::bothOptedIn),
			new HardRule("bothActive", About.TAKING_PART, HardRule::bothActive),
			new HardRule("notOneself", About.TAKING_PART, HardRule::notOneself),
			new HardRule("notInOwnLineOfManagement", About.WORK, HardRule::notInOwnLineOfManagement),
			new HardRule("sharesALanguage", About.WORK, HardRule::sharesALanguage),
			new HardRule("notKeptApart", About.CONFIDENCES, HardRule::notKeptApart));

	/** What must hold too for as long as a pair is only proposed. */
	static final List<HardRule> PROPOSED = with(LASTING,
			new HardRule("neitherOnHold", About.CONFIDENCES, HardRule::neitherOnHold));

	/** What must hold for a pair to be proposed. */
	static final List<HardRule> ALL = with(PROPOSED,
			new HardRule("linesOfManagementAreKnown", About.TAKING_PART, HardRule::linesOfManagementAreKnown),
			new HardRule("inDifferentUnits", About.TAKING_PART, HardRule::inDifferentUnits),
			new HardRule("enoughCommonTimes", About.TAKING_PART, HardRule::enoughCommonTimes),
			new HardRule("notTriedBefore", About.CONFIDENCES, HardRule::notTriedBefore),
			new HardRule("mentorHasAPlaceLeft", About.TAKING_PART, HardRule::mentorHasAPlaceLeft));

	/** What a rule speaks of, and hence who is told of it. */
	enum About {

		/** Work alone: also the two may be told. */
		WORK,

		/** Who takes part, and how: told to the owner of the programme. */
		TAKING_PART,

		/** What one of the two said in confidence: all of it looks the same. */
		CONFIDENCES

	}

	static boolean allow(Pair pair) {
		return broken(pair).isEmpty();
	}

	/** The first rule that forbids to propose a pair. */
	public static Optional<HardRule> broken(Pair pair) {
		return broken(ALL, pair);
	}

	/** The first rule that a living pair breaks by now. */
	public static Optional<HardRule> brokenBy(Pair pair) {
		return broken(LASTING, pair);
	}

	/** The first rule that a proposed pair breaks by now. */
	public static Optional<HardRule> brokenByProposed(Pair pair) {
		return broken(PROPOSED, pair);
	}

	/**
	 * Whether a rule speaks of work alone, so that both may be told when it ends a match.
	 */
	public static boolean isAboutWork(String name) {
		return ALL.stream().anyMatch((rule) -> rule.name.equals(name) && rule.about == About.WORK);
	}

	/**
	 * How the rule is named to others than the two: what one of them said in confidence
	 * looks the same as everything of the kind.
	 */
	public String toldAs() {
		return (this.about == About.CONFIDENCES) ? "notForThisPair" : this.name;
	}

	private static List<HardRule> with(List<HardRule> rules, HardRule... more) {
		return Stream.concat(rules.stream(), Stream.of(more)).toList();
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

	private static boolean notKeptApart(Pair pair) {
		return !pair.agency().areKeptApart(pair.mentor().staffId(), pair.mentee().staffId());
	}

	private static boolean neitherOnHold(Pair pair) {
		return !pair.agency().isOnHold(pair.mentor().staffId()) && !pair.agency().isOnHold(pair.mentee().staffId());
	}

	private static boolean inDifferentUnits(Pair pair) {
		return !pair.programme().differentUnits() || !pair.mentor().unitId().equals(pair.mentee().unitId());
	}

	private static boolean enoughCommonTimes(Pair pair) {
		return pair.commonTimes() >= pair.programme().leastCommonTimes();
	}

	private static boolean notTriedBefore(Pair pair) {
		return !pair.agency().haveTried(pair.mentor().staffId(), pair.mentee().staffId());
	}

	private static boolean mentorHasAPlaceLeft(Pair pair) {
		return pair.taken() < pair.mentor().capacity();
	}

}
