package org.holdfast.mentorship.fit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.holdfast.mentorship.engine.BestMatching;
import org.holdfast.mentorship.engine.Pool;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;

/**
 * Who is best brought together from a standing pool.
 * <p>
 * It breaks no hard rule and takes the {@link BestMatching}: as many of the waiting as
 * possible are served, then the worst pair is as good as it can be, then the total is as
 * large as it can be. Equal ones are told apart by a hash of the ids and the seed, so the
 * order of what is given does not matter.
 */
public final class Pairing {

	private final Standing standing;

	private final Programme programme;

	private final List<Pair> pairs = new ArrayList<>();

	private final Map<String, Integer> taken;

	private final Set<List<String>> forbidden = new HashSet<>();

	private Pairing(Standing standing, Programme programme) {
		this.standing = standing;
		this.programme = programme;
		this.taken = new HashMap<>(standing.taken());
	}

	/**
	 * Finds it.
	 * @param rulings what the owner has decided; pinned pairs come first
	 * @param seed tells equal results apart, the same for the same seed
	 * @throws IllegalArgumentException if a pinned pair breaks a hard rule, or its mentee
	 * does not wait
	 */
	public static Pairing of(Standing standing, Programme programme, Collection<Ruling> rulings, long seed) {
		Pairing pairing = new Pairing(standing, programme);
		Set<String> waiting = new HashSet<>(standing.waiting());
		for (Ruling ruling : rulings) {
			switch (ruling.kind()) {
				case pin -> pairing.pin(ruling, waiting);
				case forbid -> pairing.forbidden.add(List.of(ruling.mentorId(), ruling.menteeId()));
			}
		}
		pairing.solve(waiting, seed);
		return pairing;
	}

	/** All pairs, pinned ones first. */
	public List<Pair> pairs() {
		return List.copyOf(this.pairs);
	}

	/**
	 * The rule that forbids a pair as things stood before any was made.
	 * @return empty if it is allowed
	 * @throws IllegalArgumentException if one of the two is not known
	 */
	public static Optional<HardRule> forbids(Standing standing, Programme programme, String mentorId, String menteeId) {
		return HardRule.broken(pair(standing, programme, mentorId, menteeId));
	}

	/**
	 * A pair as things stood before any was made.
	 * @throws IllegalArgumentException if one of the two is not known
	 */
	public static Pair pair(Standing standing, Programme programme, String mentorId, String menteeId) {
		return pair(standing, programme, mentorId, menteeId, standing.taken(mentorId));
	}

	private static Pair pair(Standing standing, Programme programme, String mentorId, String menteeId, int taken) {
		return new Pair(standing.agency(), programme, known(standing.agency(), mentorId),
				known(standing.agency(), menteeId), taken);
	}

	private static Colleague known(Agency agency, String staffId) {
		return agency.colleague(staffId).orElseThrow(() -> new IllegalArgumentException("not known: " + staffId));
	}

	private void pin(Ruling ruling, Set<String> waiting) {
		String mentorId = ruling.mentorId();
		Pair pair = pair(this.standing, this.programme, mentorId, ruling.menteeId(),
				this.taken.getOrDefault(mentorId, 0));
		HardRule.broken(pair).ifPresent((rule) -> {
			throw new IllegalArgumentException("the pinned pair breaks " + rule.name());
		});
		if (!waiting.remove(ruling.menteeId())) {
			throw new IllegalArgumentException("does not wait: " + ruling.menteeId());
		}
		this.taken.merge(mentorId, 1, Integer::sum);
		this.pairs.add(pair);
	}

	private void solve(Set<String> waiting, long seed) {
		Comparator<Colleague> byHash = byHash(seed);
		List<Colleague> mentees = this.standing.agency()
			.colleagues()
			.stream()
			.filter((colleague) -> waiting.contains(colleague.staffId()))
			.sorted(byHash)
			.toList();
		List<Colleague> mentors = this.standing.agency()
			.colleagues()
			.stream()
			.filter((colleague) -> free(colleague, mentees.size()) > 0)
			.sorted(byHash)
			.toList();
		// each place is worth something else, so to the engine it is a mentor of its own
		List<Place> places = mentors.stream().flatMap((mentor) -> placesOf(mentor, mentees.size()).stream()).toList();
		Pool.Builder pool = Pool.of(places.stream().mapToInt((place) -> 1).toArray());
		mentees.forEach((mentee) -> add(mentee, places, pool));
		int[] chosen = BestMatching.of(pool.build()).mentorOf();
		for (int row = 0; row < chosen.length; row++) {
			if (chosen[row] != BestMatching.NONE) {
				this.pairs.add(pair(places.get(chosen[row]), mentees.get(row)));
			}
		}
	}

	/** Fair between ids, and the same on every machine. */
	private static Comparator<Colleague> byHash(long seed) {
		return Comparator
			.comparing((Colleague colleague) -> UUID
				.nameUUIDFromBytes((seed + "/" + colleague.staffId()).getBytes(StandardCharsets.UTF_8)))
			.thenComparing(Colleague::staffId);
	}

	private int free(Colleague mentor, int atMost) {
		return Math.min(Math.subtractExact(mentor.capacity(), this.taken.getOrDefault(mentor.staffId(), 0)), atMost);
	}

	/** Each further place is worth less, so that mentors share the load. */
	private List<Place> placesOf(Colleague mentor, int atMost) {
		int first = this.taken.getOrDefault(mentor.staffId(), 0);
		List<Place> places = new ArrayList<>();
		for (int place = 0; place < free(mentor, atMost); place++) {
			places.add(new Place(mentor, first, first + place));
		}
		return places;
	}

	private void add(Colleague mentee, List<Place> places, Pool.Builder pool) {
		int[] allowed = new int[places.size()];
		int[] scores = new int[places.size()];
		int count = 0;
		boolean may = false;
		for (int index = 0; index < allowed.length; index++) {
			Place place = places.get(index);
			if (place.isFirst()) {
				may = HardRule.allow(pair(place, mentee))
						&& !this.forbidden.contains(List.of(place.mentor().staffId(), mentee.staffId()));
			}
			if (may) {
				allowed[count] = index;
				scores[count++] = pair(place, mentee).score();
			}
		}
		pool.mentee(java.util.Arrays.copyOf(allowed, count), java.util.Arrays.copyOf(scores, count));
	}

	private Pair pair(Place place, Colleague mentee) {
		return new Pair(this.standing.agency(), this.programme, place.mentor(), mentee, place.taken());
	}

	/**
	 * One place of a mentor.
	 *
	 * @param first how many are taken before any of this pairing
	 * @param taken how many are taken before this one
	 */
	private record Place(Colleague mentor, int first, int taken) {

		/** The rules hold for all places of a mentor or for none. */
		boolean isFirst() {
			return this.first == this.taken;
		}

	}

}
