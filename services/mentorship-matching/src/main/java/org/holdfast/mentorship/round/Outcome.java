package org.holdfast.mentorship.round;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Pairing;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.fit.Ruling;
import org.holdfast.mentorship.fit.Standing;

/**
 * What a round would bring, or has brought, by one programme.
 *
 * @param pairs in the order of the mentees' ids
 * @param unmatched ids of those for whom there is nobody, in order
 * @param blockingPairs in how many pairs both would rather have each other
 * @param pairing it came from, to be asked for more
 */
record Outcome(List<Pair> pairs, List<String> unmatched, int blockingPairs, Pairing pairing) {

	static Outcome of(Standing standing, Programme programme, Collection<Ruling> rulings, long seed) {
		Pairing pairing = Pairing.of(standing, programme, rulings, seed);
		List<Pair> pairs = pairing.pairs()
			.stream()
			.sorted(Comparator.comparing((pair) -> pair.mentee().staffId()))
			.toList();
		Set<String> unmatched = new TreeSet<>(standing.waiting());
		pairs.forEach((pair) -> unmatched.remove(pair.mentee().staffId()));
		return new Outcome(pairs, List.copyOf(unmatched), pairing.blockingPairs(), pairing);
	}

	int matched() {
		return this.pairs.size();
	}

	/** Score of the worst pair, 0 to 100; 0 where there is none. */
	int worst() {
		return this.pairs.stream().mapToInt(Pair::score).min().orElse(0);
	}

	/** Of all scores. */
	int total() {
		return this.pairs.stream().mapToInt(Pair::score).sum();
	}

	/** Of the scores, to one decimal; 0 where there is no pair. */
	double mean() {
		return this.pairs.isEmpty() ? 0 : Math.round(10.0 * total() / matched()) / 10.0;
	}

	/** Ids of the mentees who have another mentor than in the other outcome, or none. */
	List<String> changedFrom(Outcome other) {
		Map<String, String> before = other.mentors();
		Map<String, String> after = mentors();
		Set<String> all = new TreeSet<>(before.keySet());
		all.addAll(after.keySet());
		return all.stream()
			.filter((mentee) -> !Optional.ofNullable(before.get(mentee)).equals(Optional.ofNullable(after.get(mentee))))
			.toList();
	}

	Map<String, String> mentors() {
		return this.pairs.stream()
			.collect(Collectors.toMap((pair) -> pair.mentee().staffId(), (pair) -> pair.mentor().staffId()));
	}

}
