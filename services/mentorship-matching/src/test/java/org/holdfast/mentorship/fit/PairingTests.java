package org.holdfast.mentorship.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Colleague.AsMentee;
import org.holdfast.mentorship.people.Colleague.AsMentor;
import org.holdfast.mentorship.people.Colleague.Mentoring;
import org.holdfast.mentorship.people.People;
import org.holdfast.mentorship.people.Unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.people.People.mentee;
import static org.holdfast.mentorship.people.People.mentor;
import static org.holdfast.mentorship.people.People.mentoring;

class PairingTests {

	@Example
	void aMenteeWhoCouldBeServedIsNotLeftOutForABetterPair() {
		Colleague choosy = People.speaking(mentee("choosy"), "so");
		Colleague easy = People.speaking(mentee("easy", "court-work"), "en", "so");
		Colleague expert = People.speaking(mentor("expert", 1, "court-work"), "en", "so");
		Colleague other = People.speaking(mentor("other", 1), "en");
		assertThat(pairs(new Scene(List.of(choosy, easy, expert, other)))).containsExactlyInAnyOrder("expert+choosy",
				"other+easy");
	}

	@Example
	void mentorsShareTheLoadWhereSkillsAreEqual() {
		for (int pool = 0; pool < 20; pool++) {
			String first = "m" + pool;
			String second = "k" + pool;
			Scene scene = new Scene(
					List.of(mentor(first, 2), mentor(second, 2), mentee("a" + pool), mentee("b" + pool)));
			assertThat(scene.pair()).extracting((pair) -> pair.mentor().staffId())
				.containsExactlyInAnyOrder(first, second);
		}
	}

	@Example
	void placesThatAreTakenAreNotGivenAgain() {
		Scene scene = new Scene(List.of(mentor("m", 2), mentee("a"), mentee("b")), Map.of("m", 1));
		assertThat(scene.pair()).singleElement().satisfies((pair) -> assertThat(pair.taken()).isEqualTo(1));
		assertThat(new Scene(List.of(mentor("m", 2), mentee("a")), Map.of("m", 3)).pair()).isEmpty();
	}

	@Property(tries = 1000)
	void noHardRuleIsEverBroken(@ForAll long seed) {
		Scene scene = Scene.random(new Random(seed), 12);
		Map<String, Set<String>> above = closure(scene);
		List<Pair> pairs = scene.pair();
		for (Pair pair : pairs) {
			Colleague mentor = pair.mentor();
			Colleague mentee = pair.mentee();
			assertThat(mentor.mentoring().asMentor()).isNotNull();
			assertThat(mentee.mentoring().asMentee()).isNotNull();
			assertThat(mentor.active() && mentee.active()).isTrue();
			assertThat(mentor.staffId()).isNotEqualTo(mentee.staffId());
			assertThat(mentor.languages()).containsAnyElementsOf(mentee.languages());
			assertThat(above.get(mentor.staffId())).doesNotContain(mentee.staffId());
			assertThat(above.get(mentee.staffId())).doesNotContain(mentor.staffId());
		}
		assertThat(pairs).extracting((pair) -> pair.mentee().staffId()).doesNotHaveDuplicates();
		pairs.stream()
			.collect(Collectors.groupingBy(Pair::mentor, Collectors.counting()))
			.forEach((mentor, given) -> assertThat(scene.taken.getOrDefault(mentor.staffId(), 0) + given)
				.isLessThanOrEqualTo(mentor.capacity()));
	}

	@Property(tries = 1000)
	void asManyAsPossibleAreServedThenTheWorstPairIsBestThenTheTotalIsLargest(@ForAll long seed) {
		Scene scene = Scene.random(new Random(seed), 6);
		Best best = Best.NONE;
		for (Pair pair : scene.pair()) {
			best = best.with(pair.score());
		}
		assertThat(best).isEqualTo(bruteForce(scene, scene.people, new HashSet<>(), Best.NONE));
	}

	/** By a look at all pairs, not by the engine's own count. */
	@Property(tries = 500)
	void whereAStableOneIsWantedNoTwoWouldRatherHaveEachOther(@ForAll long seed) {
		Scene scene = Scene.random(new Random(seed), 8);
		Programme stable = new Programme(2, Programme.USUAL.weights(), false, 1, true, Programme.Mode.stable, null);
		Pairing pairing = scene.pairing(stable);
		assertThat(pairing.blockingPairs()).isZero();
		assertThat(blocking(scene, stable, pairing.pairs())).isZero();
		Pairing best = scene.pairing(Programme.USUAL);
		assertThat(best.blockingPairs()).isEqualTo(blocking(scene, Programme.USUAL, best.pairs()));
		assertThat(best.pairs().size()).isGreaterThanOrEqualTo(pairing.pairs().size());
	}

	private static long blocking(Scene scene, Programme programme, List<Pair> pairs) {
		long blocking = 0;
		for (Colleague mentee : scene.people) {
			int has = pairs.stream()
				.filter((pair) -> pair.mentee().equals(mentee))
				.mapToInt((pair) -> pair.score(Criterion.View.MENTEE))
				.findFirst()
				.orElse(-1);
			for (Colleague mentor : scene.people) {
				Pair other = new Pair(scene.agency, programme, mentor, mentee,
						scene.taken.getOrDefault(mentor.staffId(), 0));
				List<Integer> own = pairs.stream()
					.filter((pair) -> pair.mentor().equals(mentor))
					.map((pair) -> pair.score(Criterion.View.MENTOR))
					.toList();
				boolean wouldTake = own.size() + other.taken() < mentor.capacity()
						|| own.stream().anyMatch((score) -> score < other.score(Criterion.View.MENTOR));
				if (HardRule.allow(other) && other.score(Criterion.View.MENTEE) > has && wouldTake) {
					blocking++;
				}
			}
		}
		return blocking;
	}

	@Property(tries = 300)
	void theOrderOfTheInputChangesNothing(@ForAll long seed) {
		Scene scene = Scene.random(new Random(seed), 12);
		List<Colleague> people = new ArrayList<>(scene.people);
		List<Unit> units = new ArrayList<>(scene.units);
		Collections.shuffle(people, new Random(seed + 1));
		Collections.shuffle(units, new Random(seed + 2));
		assertThat(pairs(new Scene(people, units, scene.taken))).isEqualTo(pairs(scene));
	}

	@Example
	void whoIsServedIsNotDecidedByTheAlphabet() {
		Set<String> served = new HashSet<>();
		for (int pool = 0; pool < 20; pool++) {
			Scene scene = new Scene(List.of(mentor("m" + pool, 1), mentee("a" + pool), mentee("b" + pool)));
			scene.pair().forEach((pair) -> served.add(pair.mentee().staffId().substring(0, 1)));
		}
		assertThat(served).containsExactlyInAnyOrder("a", "b");
	}

	private static List<String> pairs(Scene scene) {
		return scene.pair()
			.stream()
			.map((pair) -> pair.mentor().staffId() + "+" + pair.mentee().staffId())
			.sorted()
			.toList();
	}

	/** Who is above whom, by a method of its own: Warshall's closure. */
	private static Map<String, Set<String>> closure(Scene scene) {
		Map<String, Unit> units = scene.units.stream().collect(Collectors.toMap(Unit::unitId, (unit) -> unit));
		Map<String, Set<String>> above = new HashMap<>();
		for (Colleague person : scene.people) {
			Set<String> direct = new HashSet<>();
			direct.add(person.managerId());
			String unitId = person.unitId();
			for (int steps = 0; steps <= units.size() && unitId != null; steps++) {
				direct.add(units.get(unitId).leadId());
				unitId = units.get(unitId).parentId();
			}
			direct.remove(null);
			direct.remove(person.staffId());
			above.put(person.staffId(), direct);
		}
		for (Colleague middle : scene.people) {
			above.values().stream().filter((line) -> line.contains(middle.staffId())).forEach((line) -> {
				line.addAll(above.get(middle.staffId()));
			});
		}
		return above;
	}

	private static Best bruteForce(Scene scene, List<Colleague> mentees, Set<String> taken, Best soFar) {
		if (mentees.isEmpty()) {
			return soFar;
		}
		Colleague mentee = mentees.getFirst();
		List<Colleague> others = mentees.subList(1, mentees.size());
		Best best = bruteForce(scene, others, taken, soFar);
		for (Colleague mentor : scene.people) {
			for (int place = scene.taken.getOrDefault(mentor.staffId(), 0); place < mentor.capacity(); place++) {
				Pair pair = new Pair(scene.agency, Programme.USUAL, mentor, mentee, place);
				if (HardRule.allow(pair) && taken.add(mentor.staffId() + "/" + place)) {
					Best all = bruteForce(scene, others, taken, soFar.with(pair.score()));
					best = (all.compareTo(best) > 0) ? all : best;
					taken.remove(mentor.staffId() + "/" + place);
				}
			}
		}
		return best;
	}

	private record Best(int served, int worst, int score) implements Comparable<Best> {

		static final Best NONE = new Best(0, Integer.MAX_VALUE, 0);

		Best with(int score) {
			return new Best(this.served + 1, Math.min(this.worst, score), this.score + score);
		}

		@Override
		public int compareTo(Best other) {
			return Comparator.comparingInt(Best::served)
				.thenComparingInt(Best::worst)
				.thenComparingInt(Best::score)
				.compare(this, other);
		}

	}

	/** A small agency where everything that can be odd is. */
	private record Scene(List<Colleague> people, List<Unit> units, Map<String, Integer> taken, Agency agency) {

		Scene(List<Colleague> people, List<Unit> units, Map<String, Integer> taken) {
			this(people, units, taken, new Agency(people, units, Circumstances.NONE));
		}

		Scene(List<Colleague> people, Map<String, Integer> taken) {
			this(people, people.stream().map(People::unitOf).toList(), taken);
		}

		Scene(List<Colleague> people) {
			this(people, Map.of());
		}

		List<Pair> pair() {
			return pairing(Programme.USUAL).pairs();
		}

		Pairing pairing(Programme programme) {
			Set<String> all = this.people.stream().map(Colleague::staffId).collect(Collectors.toSet());
			return Pairing.of(new Standing(this.agency, all, this.taken), programme, List.of(), 0);
		}

		static Scene random(Random random, int size) {
			List<String> ids = IntStream.range(0, 1 + random.nextInt(size)).mapToObj((i) -> "S-" + i).toList();
			List<String> unitIds = IntStream.range(0, 1 + random.nextInt(5)).mapToObj((i) -> "U-" + i).toList();
			List<Unit> units = unitIds.stream()
				.map((id) -> new Unit(id, maybe(random, unitIds), maybe(random, ids)))
				.toList();
			List<Colleague> people = ids.stream()
				.map((id) -> new Colleague(id, id, any(random, unitIds), maybe(random, ids), random.nextInt(8) > 0,
						some(random, "en", "es", "so"),
						random.nextBoolean() ? LocalDate.EPOCH.minusDays(random.nextInt(9000)) : null, null,
						mentoring(
								random.nextBoolean() ? new AsMentor(random.nextInt(3), some(random, "x", "y", "z"),
										Set.of(), "newcomers") : null,
								random.nextInt(3) > 0 ? new AsMentee(some(random, "x", "y", "z"), Set.of(), "anybody")
										: null)))
				.toList();
			Map<String, Integer> taken = ids.stream()
				.filter((id) -> random.nextInt(4) == 0)
				.collect(Collectors.toMap((id) -> id, (id) -> random.nextInt(3)));
			return new Scene(people, units, taken);
		}

		private static String any(Random random, List<String> ids) {
			return ids.get(random.nextInt(ids.size()));
		}

		private static String maybe(Random random, List<String> ids) {
			return (random.nextInt(3) == 0) ? any(random, ids) : null;
		}

		private static Set<String> some(Random random, String... names) {
			return List.of(names).stream().filter((name) -> random.nextBoolean()).collect(Collectors.toSet());
		}

	}

}
