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
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.holdfast.mentorship.engine.BestMatching;
import org.holdfast.mentorship.engine.DeferredAcceptance;
import org.holdfast.mentorship.engine.Explanation;
import org.holdfast.mentorship.engine.Pool;
import org.holdfast.mentorship.engine.Preferences;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;
import org.jspecify.annotations.Nullable;

/**
 * Who is best brought together from a standing pool.
 * <p>
 * It breaks no hard rule and takes the {@link BestMatching}: as many of the waiting as
 * possible are served, then the worst pair is as good as it can be, then the total is as
 * large as it can be. Or, where the programme wants it, a stable one by
 * {@link DeferredAcceptance}. Equal ones are told apart by a hash of the ids and the
 * seed, so the order of what is given does not matter.
 */
public final class Pairing {

	private final Standing standing;

	private final Programme programme;

	private final List<Pair> pairs = new ArrayList<>();

	private final Map<String, Integer> taken;

	private final Set<List<String>> forbidden = new HashSet<>();

	private IntSupplier blockingPairs = () -> 0;

	/** Who the numbers of the engine are; empty where a stable one was sought. */
	private List<String> rows = List.of();

	private List<String> columns = List.of();

	private @Nullable Explanation explanation;

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

	/**
	 * How many pairs there are in which both would rather have each other than what they
	 * have.
	 */
	public int blockingPairs() {
		return this.blockingPairs.getAsInt();
	}

	/**
	 * Who competes with somebody for whom there is nobody: those who have the places that
	 * this one could take, that those could take instead, and so on.
	 * @return empty if there is a pair, a pin, or a stable matching was sought
	 */
	public Optional<Competition> competition(String menteeId) {
		Explanation explanation = this.explanation;
		int row = this.rows.indexOf(menteeId);
		if (explanation == null || row < 0
				|| this.pairs.stream().anyMatch((pair) -> pair.mentee().staffId().equals(menteeId))) {
			return Optional.empty();
		}
		Explanation.Competition found = explanation.competition(row);
		return Optional.of(new Competition(named(found.mentees(), this.rows), named(found.mentors(), this.columns),
				found.places()));
	}

	private static List<String> named(int[] numbers, List<String> ids) {
		return IntStream.of(numbers).mapToObj(ids::get).distinct().sorted().toList();
	}

	/**
	 * Too many for too few places.
	 *
	 * @param menteeIds those who compete, one more than there are places
	 * @param mentorIds whose places they are
	 */
	public record Competition(List<String> menteeIds, List<String> mentorIds, int places) {

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
		boolean[][] allowed = allowed(mentees, mentors);
		Supplier<Preferences> preferences = () -> new Preferences(
				opinions(mentees, mentors, allowed, Criterion.View.MENTEE),
				opinions(mentees, mentors, allowed, Criterion.View.MENTOR));
		Choice choice = switch (this.programme.mode()) {
			case best -> best(mentees, mentors, allowed);
			case stable -> stable(mentors, DeferredAcceptance.of(preferences.get()));
		};
		this.blockingPairs = () -> preferences.get().blockingPairs(choice.columns());
		for (int row = 0; row < choice.columns().length; row++) {
			int column = choice.columns()[row];
			if (column != BestMatching.NONE) {
				this.pairs.add(new Pair(this.standing.agency(), this.programme, mentors.get(column), mentees.get(row),
						choice.taken()[row]));
			}
		}
	}

	/** Mentors fill up in the order of the mentees; to them all places are the same. */
	private Choice stable(List<Colleague> mentors, int[] columns) {
		int[] next = mentors.stream().mapToInt(this::taken).toArray();
		return new Choice(columns,
				IntStream.of(columns).map((column) -> (column == BestMatching.NONE) ? 0 : next[column]++).toArray());
	}

	private boolean[][] allowed(List<Colleague> mentees, List<Colleague> mentors) {
		boolean[][] allowed = new boolean[mentees.size()][mentors.size()];
		for (int row = 0; row < allowed.length; row++) {
			for (int column = 0; column < allowed[row].length; column++) {
				Pair pair = first(mentors.get(column), mentees.get(row));
				allowed[row][column] = HardRule.allow(pair)
						&& !this.forbidden.contains(List.of(pair.mentor().staffId(), pair.mentee().staffId()));
			}
		}
		return allowed;
	}

	private Pool opinions(List<Colleague> mentees, List<Colleague> mentors, boolean[][] allowed, Criterion.View side) {
		Pool.Builder pool = Pool.of(mentors.stream().mapToInt((mentor) -> free(mentor, mentees.size())).toArray());
		for (int row = 0; row < allowed.length; row++) {
			int mentee = row;
			int[] columns = IntStream.range(0, mentors.size()).filter((column) -> allowed[mentee][column]).toArray();
			pool.mentee(columns,
					IntStream.of(columns)
						.map((column) -> first(mentors.get(column), mentees.get(mentee)).score(side))
						.toArray());
		}
		return pool.build();
	}

	/**
	 * Each further place of a mentor is worth less, so that mentors share the load: to
	 * the engine it is a mentor of its own.
	 */
	private Choice best(List<Colleague> mentees, List<Colleague> mentors, boolean[][] allowed) {
		List<Place> places = new ArrayList<>();
		for (int column = 0; column < mentors.size(); column++) {
			Colleague mentor = mentors.get(column);
			for (int place = 0; place < free(mentor, mentees.size()); place++) {
				places.add(new Place(column, mentor, taken(mentor) + place));
			}
		}
		Pool.Builder pool = Pool.of(places.stream().mapToInt((place) -> 1).toArray());
		for (int row = 0; row < allowed.length; row++) {
			boolean[] may = allowed[row];
			Colleague mentee = mentees.get(row);
			int[] indexes = IntStream.range(0, places.size())
				.filter((index) -> may[places.get(index).column()])
				.toArray();
			pool.mentee(indexes,
					IntStream.of(indexes).map((index) -> pair(places.get(index), mentee).score()).toArray());
		}
		Pool built = pool.build();
		BestMatching matching = BestMatching.of(built);
		this.explanation = Explanation.of(built, matching);
		this.rows = mentees.stream().map(Colleague::staffId).toList();
		this.columns = places.stream().map((place) -> place.mentor().staffId()).toList();
		int[] chosen = matching.mentorOf();
		return new Choice(
				IntStream.of(chosen)
					.map((place) -> (place == BestMatching.NONE) ? BestMatching.NONE : places.get(place).column())
					.toArray(),
				IntStream.of(chosen)
					.map((place) -> (place == BestMatching.NONE) ? 0 : places.get(place).taken())
					.toArray());
	}

	/** Fair between ids, and the same on every machine. */
	private static Comparator<Colleague> byHash(long seed) {
		return Comparator
			.comparing((Colleague colleague) -> UUID
				.nameUUIDFromBytes((seed + "/" + colleague.staffId()).getBytes(StandardCharsets.UTF_8)))
			.thenComparing(Colleague::staffId);
	}

	private int taken(Colleague mentor) {
		return this.taken.getOrDefault(mentor.staffId(), 0);
	}

	private int free(Colleague mentor, int atMost) {
		return Math.min(Math.subtractExact(mentor.capacity(), taken(mentor)), atMost);
	}

	private Pair first(Colleague mentor, Colleague mentee) {
		return new Pair(this.standing.agency(), this.programme, mentor, mentee, taken(mentor));
	}

	private Pair pair(Place place, Colleague mentee) {
		return new Pair(this.standing.agency(), this.programme, place.mentor(), mentee, place.taken());
	}

	/**
	 * One place of a mentor.
	 *
	 * @param column of the mentor
	 * @param taken how many are taken before this one
	 */
	private record Place(int column, Colleague mentor, int taken) {

	}

	/**
	 * Whom each mentee was given.
	 *
	 * @param columns of the mentors, or {@link BestMatching#NONE}
	 * @param taken how many places of that mentor are taken before
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Choice(int[] columns, int[] taken) {

	}

}
