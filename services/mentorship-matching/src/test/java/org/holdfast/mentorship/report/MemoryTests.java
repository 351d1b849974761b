package org.holdfast.mentorship.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryTests {

	@Test
	void theFirstTimeThereMustBeFive() {
		assertThat(after(List.of()).admits("waits", List.of(people(0, 4)))).isFalse();
		assertThat(after(List.of()).admits("waits", List.of(people(0, 5)))).isTrue();
		assertThat(after(List.of()).admits("waits", List.of(Set.of()))).isTrue();
	}

	@Test
	void theSamePeopleMayBeToldAgainAndFiveOthersToo() {
		Memory memory = after(List.of(people(0, 12)));
		assertThat(memory.admits("waits", List.of(people(0, 12)))).isTrue();
		assertThat(memory.admits("waits", List.of(people(0, 13)))).isFalse();
		assertThat(memory.admits("waits", List.of(people(0, 8)))).isFalse();
		assertThat(memory.admits("waits", List.of(people(0, 17)))).isTrue();
		assertThat(memory.admits("waits", List.of(people(3, 14)))).as("three went and two came").isTrue();
		assertThat(memory.admits("offers", List.of(people(0, 13)))).as("another question").isTrue();
	}

	@Test
	void itGoesByAllEarlierReleases() {
		Memory memory = new Memory(
				List.of(new Counted("waits", List.of(people(0, 12))), new Counted("waits", List.of(people(0, 20)))),
				EnumSet.allOf(Rule.class));
		assertThat(memory.admits("waits", List.of(people(0, 13)))).isFalse();
	}

	@Test
	void aPartThatIsNewlyTheSumOfTwoMustDifferFromThemTogether() {
		Memory memory = after(List.of(people(0, 10), people(10, 20)));
		assertThat(memory.admits("waits", List.of(people(0, 20)))).isTrue();
		assertThat(memory.admits("waits", List.of(people(0, 21)))).isFalse();
	}

	@Test
	void theSumOfTwoNewPartsMustDifferFromTheOldOnesToo() {
		Memory memory = after(List.of(people(0, 20), people(20, 40)));
		// five moved from one part to the other, and one is new
		assertThat(memory.admits("waits", List.of(people(0, 15), people(15, 41)))).isFalse();
		assertThat(memory.admits("waits", List.of(people(0, 15), people(15, 40)))).isTrue();
	}

	@Test
	void withoutTheRuleWhoeverComesAloneIsTold() {
		Memory memory = new Memory(List.of(new Counted("waits", List.of(people(0, 9)))),
				EnumSet.complementOf(EnumSet.of(Rule.FIVE_ARE_OTHERS)));
		assertThat(memory.admits("waits", List.of(people(0, 10)))).isTrue();
		assertThat(Band.ofPeople(9)).isNotEqualTo(Band.ofPeople(10));
	}

	@Test
	void whoIsErasedIsForgotten() {
		assertThat(new Counted("waits", List.of(people(0, 3))).without("p1").parts())
			.containsExactly(Set.of("p0", "p2"));
	}

	private static Memory after(List<Set<String>> parts) {
		return new Memory(List.of(new Counted("waits", parts)), EnumSet.allOf(Rule.class));
	}

	private static Set<String> people(int from, int to) {
		return Set.of(IntStream.range(from, to).mapToObj((person) -> "p" + person).toArray(String[]::new));
	}

}
