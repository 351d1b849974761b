package org.holdfast.mentorship.fit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.holdfast.mentorship.engine.BestMatching;
import org.holdfast.mentorship.engine.Pool;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;

/**
 * Decides who is brought together from the standing pool: those who wait for a mentor,
 * and the places that are free.
 */
public final class Pairing {

	/** Fair between ids, and the same on every machine. */
	private static final Comparator<Colleague> BY_HASH = Comparator
		.comparing(
				(Colleague colleague) -> UUID.nameUUIDFromBytes(colleague.staffId().getBytes(StandardCharsets.UTF_8)))
		.thenComparing(Colleague::staffId);

	private Pairing() {
	}

	/**
	 * Breaks no hard rule and takes the best {@link BestMatching}: as many of the waiting
	 * as possible are served, then the worst pair is as good as it can be, then the total
	 * is as large as it can be; equal ones are told apart by a hash of the ids, so the
	 * order of what is given does not matter.
	 * @param waiting ids of those without a mentor
	 * @param taken how many places of a mentor are taken already, by id
	 */
	public static List<Pair> of(Agency agency, Programme programme, Set<String> waiting, Map<String, Integer> taken) {
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
		// each place is worth something else, so to the engine it is a mentor of its own
		Pool.Builder pool = Pool.of(places.stream().mapToInt((place) -> 1).toArray());
		mentees.forEach((mentee) -> add(agency, programme, mentee, places, pool));
		int[] chosen = BestMatching.of(pool.build()).mentorOf();
		List<Pair> best = new ArrayList<>();
		for (int row = 0; row < chosen.length; row++) {
			if (chosen[row] != BestMatching.NONE) {
				best.add(places.get(chosen[row]).with(agency, programme, mentees.get(row)));
			}
		}
		return best;
	}

	private static void add(Agency agency, Programme programme, Colleague mentee, List<Place> places,
			Pool.Builder pool) {
		List<Integer> allowed = new ArrayList<>();
		List<Integer> scores = new ArrayList<>();
		for (int place = 0; place < places.size(); place++) {
			Pair pair = places.get(place).with(agency, programme, mentee);
			if (HardRule.allow(pair)) {
				allowed.add(place);
				scores.add(pair.score());
			}
		}
		pool.mentee(allowed.stream().mapToInt(Integer::intValue).toArray(),
				scores.stream().mapToInt(Integer::intValue).toArray());
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

		Pair with(Agency agency, Programme programme, Colleague mentee) {
			return new Pair(agency, programme, this.mentor, mentee, this.taken);
		}

	}

}
