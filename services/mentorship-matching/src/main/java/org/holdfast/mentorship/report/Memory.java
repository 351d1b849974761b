package org.holdfast.mentorship.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows of whom earlier figures were made, and lets figures be made anew only if nothing
 * follows from the change about fewer than five people.
 */
final class Memory {

	/** So many parts have few enough unions to look at each. */
	static final int MOST_PARTS = 8;

	private final List<Counted> before;

	private final Set<Rule> rules;

	Memory(Collection<Counted> before, Set<Rule> rules) {
		this.before = List.copyOf(before);
		this.rules = rules;
	}

	/**
	 * Tells whether each union of the parts differs from each union of those of each
	 * earlier release by nobody, or by at least {@value Part#FEWEST} people who came or
	 * went.
	 * @param parts people of whom none is in two parts
	 */
	boolean admits(String question, List<Set<String>> parts) {
		if (!this.rules.contains(Rule.FIVE_ARE_OTHERS)) {
			return true;
		}
		List<List<Set<String>>> earlier = new ArrayList<>(List.of(List.of()));
		this.before.stream()
			.filter((each) -> each.question().equals(question))
			.forEach((each) -> earlier.add(each.parts()));
		return unions(parts).stream()
			.allMatch((union) -> earlier.stream()
				.mapToInt((others) -> distance(union, others))
				.allMatch((distance) -> distance == 0 || distance >= Part.FEWEST));
	}

	/**
	 * How many people are in the set or in the union of parts that is nearest to it, but
	 * not in both. A part belongs to that union if most of it is in the set.
	 */
	private static int distance(Set<String> set, List<Set<String>> parts) {
		int distance = set.size();
		for (Set<String> part : parts) {
			int inside = (int) part.stream().filter(set::contains).count();
			distance += Math.min(0, part.size() - 2 * inside);
		}
		return distance;
	}

	private static List<Set<String>> unions(List<Set<String>> parts) {
		List<Set<String>> unions = new ArrayList<>();
		for (Set<String> part : parts) {
			for (Set<String> union : List.copyOf(unions)) {
				Set<String> more = new HashSet<>(union);
				more.addAll(part);
				unions.add(more);
			}
			unions.add(part);
		}
		return unions;
	}

}
