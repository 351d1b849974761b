package org.holdfast.mentorship.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTests {

	@Test
	void disjointPartsOfFiveAreAdmittedAndOfFourAreNot() {
		assertThat(Audit.admits(List.of(people(0, 5), people(5, 12)))).isTrue();
		assertThat(Audit.admits(List.of(people(0, 4), people(5, 12)))).isFalse();
		assertThat(Audit.admits(List.of())).isTrue();
	}

	@Test
	void twoThatDifferByFourAreNotAdmittedTogether() {
		assertThat(Audit.admits(List.of(people(0, 12), people(0, 16)))).isFalse();
		assertThat(Audit.admits(List.of(people(0, 12), people(0, 17)))).isTrue();
	}

	@Test
	void aSumThatAddsNothingIsAdmittedWithItsParts() {
		assertThat(Audit.admits(List.of(people(0, 5), people(5, 10), people(0, 10)))).isTrue();
	}

	@Test
	void aCombinationOfThreeThatTellsOfFourIsFound() {
		// one + other - both = 4 people twice
		assertThat(Audit.admits(List.of(people(0, 14), people(10, 24), people(0, 24)))).isFalse();
	}

	/** Against a look at every combination with small whole coefficients. */
	@Property(tries = 60)
	void noCombinationOfWhatIsAdmittedIsAboutFewerThanFive(@ForAll Random random) {
		List<Set<String>> figures = new ArrayList<>();
		for (int kind = 0; kind < 2 + random.nextInt(2); kind++) {
			Map<Integer, Set<String>> parts = new HashMap<>();
			int classes = 2 + random.nextInt(2);
			for (int person = 0; person < 40; person++) {
				parts
					.computeIfAbsent((kind == 0) ? person * classes / 40 : random.nextInt(classes),
							(name) -> new HashSet<>())
					.add("p" + person);
			}
			figures.addAll(parts.values());
		}
		if (Audit.admits(figures)) {
			assertThat(fewest(figures)).isGreaterThanOrEqualTo(5);
		}
	}

	/** The fewest people that a combination with coefficients of -1, 0 and 1 is about. */
	private static int fewest(List<Set<String>> figures) {
		int combinations = (int) Math.pow(3, figures.size());
		return IntStream.range(0, combinations).map((combination) -> {
			Map<String, Integer> sums = new HashMap<>();
			int left = combination;
			for (Set<String> figure : figures) {
				int coefficient = left % 3 - 1;
				left /= 3;
				figure.forEach((person) -> sums.merge(person, coefficient, Integer::sum));
			}
			int about = (int) sums.values().stream().filter((sum) -> sum != 0).count();
			return (about == 0) ? Integer.MAX_VALUE : about;
		}).min().orElseThrow();
	}

	private static Set<String> people(int from, int to) {
		return Set.of(IntStream.range(from, to).mapToObj((person) -> "p" + person).toArray(String[]::new));
	}

}
