package org.holdfast.mentorship;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places of one mentor, so that however many decide at once, nobody gets a place that
 * is not there.
 *
 * @param id the staff id
 * @param capacity how many may begin; lowering it sends nobody away
 * @param places ids of the matches that hold a place, or are about to
 */
record Mentor(String id, int capacity, Set<String> places) {

	Mentor {
		places = Set.copyOf(places);
	}

	static Mentor unknown(String id) {
		return new Mentor(id, 0, Set.of());
	}

	Mentor offering(int capacity) {
		return new Mentor(this.id, capacity, this.places);
	}

	/** With a place for the match if there is one left, else as it is. */
	Mentor claiming(String matchId) {
		if (this.places.size() >= this.capacity) {
			return this;
		}
		return new Mentor(this.id, this.capacity,
				Stream.concat(this.places.stream(), Stream.of(matchId)).collect(Collectors.toSet()));
	}

	Mentor releasing(String matchId) {
		Set<String> left = new TreeSet<>(this.places);
		left.remove(matchId);
		return new Mentor(this.id, this.capacity, left);
	}

	boolean holds(String matchId) {
		return this.places.contains(matchId);
	}

}
