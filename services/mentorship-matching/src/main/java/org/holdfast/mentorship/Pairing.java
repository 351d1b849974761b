package org.holdfast.mentorship;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Decides who is brought together from the standing pool: those who wait for a mentor,
 * and the places that are free.
 */
final class Pairing {

	/** Fair between ids, and the same on every machine. */
	private static final Comparator<Colleague> BY_HASH = Comparator
		.comparing(
				(Colleague colleague) -> UUID.nameUUIDFromBytes(colleague.staffId().getBytes(StandardCharsets.UTF_8)))
		.thenComparing(Colleague::staffId);

	private Pairing() {
	}

	/**
	 * Breaks no hard rule, serves as many of the waiting as possible and, among all ways
	 * to do that, takes one with the largest total score; equal ones are told apart by a
	 * hash of the ids, so the order of what is given does not matter.
	 * @param waiting ids of those without a mentor
	 * @param taken how many places of a mentor are taken already, by id
	 */
	static List<Pair> of(Agency agency, Set<String> waiting, Map<String, Integer> taken) {
		List<Colleague> mentees = agency.colleagues()
			.stream()
			.filter((colleague) -> waiting.contains(colleague.staffId()))
			.sorted(BY_HASH)
			.toList();
		List<Place> places = agency.colleagues()
			.stream()
			.sorted(BY_HASH)
			.flatMap((mentor) -> Place.freeOf(mentor, taken.getOrDefault(mentor.staffId(), 0), mentees.size()).stream())
			.toList();
		Pair[][] pairs = new Pair[mentees.size()][places.size()];
		int[][] scores = new int[mentees.size()][places.size()];
		for (int row = 0; row < mentees.size(); row++) {
			for (int column = 0; column < places.size(); column++) {
				Place place = places.get(column);
				Pair pair = new Pair(agency, place.mentor(), mentees.get(row), place.taken());
				pairs[row][column] = pair;
				scores[row][column] = HardRule.allow(pair) ? pair.score() : Assignment.FORBIDDEN;
			}
		}
		int[] columns = Assignment.best(scores);
		List<Pair> best = new ArrayList<>();
		for (int row = 0; row < columns.length; row++) {
			if (columns[row] != Assignment.NONE) {
				best.add(pairs[row][columns[row]]);
			}
		}
		return best;
	}

	/**
	 * One place of a mentor: each further one is worth less, so that mentors share the
	 * load.
	 */
	private record Place(Colleague mentor, int taken) {

		static List<Place> freeOf(Colleague mentor, int taken, int atMost) {
			List<Place> free = new ArrayList<>();
			for (int place = taken; place < mentor.capacity() && free.size() < atMost; place++) {
				free.add(new Place(mentor, place));
			}
			return free;
		}

	}

}
