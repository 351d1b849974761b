package org.holdfast.mentorship.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A part of the people as HR can list it, and what must not be known of single ones.
 *
 * @param names of the units, classes or places that it is made of
 * @param people ids of all in it who could be meant: without a mentor and a proposal that
 * HR sees
 * @param hidden ids of those of them who are counted
 * @param known how many are counted beside, whom HR sees by name
 * @param scores of the matches of those who found a mentor, whom HR sees too
 * @param mentors ids of those who offer a free place
 */
record Part(List<String> names, Set<String> people, Set<String> hidden, int known, List<Integer> scores,
		Set<String> mentors) {

	/** The fewest people that anything may be said about. */
	static final int FEWEST = 5;

	Part {
		names = List.copyOf(names);
		people = Set.copyOf(people);
		hidden = Set.copyOf(hidden);
		scores = List.copyOf(scores);
		mentors = Set.copyOf(mentors);
	}

	/** Whether neither those counted nor those not counted are few. */
	boolean hides() {
		return this.hidden.size() >= FEWEST && this.people.size() - this.hidden.size() >= FEWEST;
	}

	Part with(Part other) {
		return new Part(Stream.concat(this.names.stream(), other.names.stream()).toList(),
				union(this.people, other.people), union(this.hidden, other.hidden), this.known + other.known,
				Stream.concat(this.scores.stream(), other.scores.stream()).toList(),
				union(this.mentors, other.mentors));
	}

	/**
	 * Puts parts together with a neighbour until each fits.
	 * @param parts in an order in which neighbours have something in common
	 * @return none if all together do not fit
	 */
	static List<Part> together(List<Part> parts, Predicate<Part> fits, Set<Rule> rules) {
		if (!rules.contains(Rule.PUT_TOGETHER)) {
			return parts.stream().filter(fits).toList();
		}
		List<Part> left = new ArrayList<>(parts);
		while (left.size() > 1 && !left.stream().allMatch(fits)) {
			left = fewer(left, fits);
		}
		return left.stream().allMatch(fits) ? left : List.of();
	}

	/** One part fewer: the smallest that does not fit, if any, joins a neighbour. */
	static List<Part> fewer(List<Part> parts, Predicate<Part> fits) {
		List<Part> left = new ArrayList<>(parts);
		int at = smallest(left, left.stream().allMatch(fits) ? (part) -> true : fits.negate());
		int other = (at == 0 || (at < left.size() - 1 && left.get(at + 1).size() < left.get(at - 1).size())) ? at + 1
				: at - 1;
		left.set(Math.min(at, other), left.get(Math.min(at, other)).with(left.get(Math.max(at, other))));
		left.remove(Math.max(at, other));
		return left;
	}

	private static int smallest(List<Part> parts, Predicate<Part> which) {
		int smallest = -1;
		for (int at = 0; at < parts.size(); at++) {
			if (which.test(parts.get(at)) && (smallest < 0 || parts.get(at).size() < parts.get(smallest).size())) {
				smallest = at;
			}
		}
		return smallest;
	}

	static Part all(Collection<Part> parts) {
		return parts.stream()
			.reduce(Part::with)
			.orElse(new Part(List.of(), Set.of(), Set.of(), 0, List.of(), Set.of()));
	}

	private int size() {
		return this.hidden.size();
	}

	private static Set<String> union(Set<String> one, Set<String> other) {
		Set<String> both = new HashSet<>(one);
		both.addAll(other);
		return both;
	}

}
