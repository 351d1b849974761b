package org.holdfast.mentorship.relationship;

import java.util.Set;
import java.util.TreeSet;

/**
 * The places of one mentor, so that however many decide at once, nobody gets a place that
 * is not there.
 *
 * @param id the staff id
 * @param capacity how many may begin; lowering it sends nobody away
 * @param places ids of the matches that hold a place, or are about to
 * @param taken those of them whose two people both said yes
 */
public record Mentor(String id, int capacity, Set<String> places, Set<String> taken) {

	public Mentor {
		places = Set.copyOf(places);
		taken = Set.copyOf(taken);
	}

	public static Mentor unknown(String id) {
		return new Mentor(id, 0, Set.of(), Set.of());
	}

	Mentor offering(int capacity) {
		return new Mentor(this.id, capacity, this.places, this.taken);
	}

	/** With a place for the match if there is one left, else as it is. */
	Mentor claiming(String matchId) {
		return (this.places.size() >= this.capacity) ? this
				: new Mentor(this.id, this.capacity, with(this.places, matchId), this.taken);
	}

	/**
	 * With the place taken for good if there is still one: the capacity may be lower by
	 * now than when the places were held.
	 */
	Mentor taking(String matchId) {
		return (isFull() || !holds(matchId)) ? this
				: new Mentor(this.id, this.capacity, this.places, with(this.taken, matchId));
	}

	Mentor releasing(String matchId) {
		return new Mentor(this.id, this.capacity, without(this.places, matchId), without(this.taken, matchId));
	}

	public boolean holds(String matchId) {
		return this.places.contains(matchId);
	}

	boolean hasTaken(String matchId) {
		return this.taken.contains(matchId);
	}

	/** Whether no proposal can become a relationship any more. */
	public boolean isFull() {
		return this.taken.size() >= this.capacity;
	}

	private static Set<String> with(Set<String> ids, String id) {
		Set<String> more = new TreeSet<>(ids);
		more.add(id);
		return more;
	}

	private static Set<String> without(Set<String> ids, String id) {
		Set<String> left = new TreeSet<>(ids);
		left.remove(id);
		return left;
	}

}
