package org.holdfast.mentorship.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.holdfast.mentorship.relationship.Match;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpellTests {

	private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

	private static final Wish WISH = new Wish("a", START);

	@Test
	void whoWantsNoMentorDoesNotWait() {
		assertThat(Spell.of(new Wish("a", null), List.of(match(1, 5, 10)))).isEmpty();
	}

	@Test
	void aWaitLastsUntilARelationshipBeginsAndAnotherStartsWithItsEnd() {
		Match first = match(1, 5, 20);
		Match second = match(3, 50, null);
		List<Spell> spells = Spell.of(WISH, List.of(second, match(2, null, 30), first, other()));
		assertThat(spells).containsExactly(new Spell("a", START, first), new Spell("a", day(20), second));
		assertThat(spells.getFirst().days(day(99))).isEqualTo(5);
		assertThat(spells.getFirst().foundWithin(Duration.ofDays(5))).isTrue();
		assertThat(spells.getLast().foundWithin(Duration.ofDays(29))).isFalse();
	}

	@Test
	void whoHasFoundNobodyStillWaits() {
		assertThat(Spell.of(WISH, List.of(match(1, 5, 20)))).contains(new Spell("a", day(20), null));
		Spell spell = Spell.of(WISH, List.of()).getFirst();
		assertThat(spell.days(day(12))).isEqualTo(12);
		assertThat(spell.foundWithin(Duration.ofDays(365))).isFalse();
	}

	@Test
	void whatWasBeforeTheWishDoesNotCount() {
		assertThat(Spell.of(WISH, List.of(match(1, -30, -20)))).containsExactly(new Spell("a", START, null));
	}

	private static Match match(int ordinal, Integer since, Integer end) {
		return new Match("a-" + ordinal, "m", "a", (end != null) ? Match.State.ENDED : Match.State.ACTIVE,
				new Match.Offer(START, START, START), Set.of(), (since != null) ? day(since) : null, List.of(), 1,
				(end != null) ? new Match.End(day(end), Match.Reason.CHOSEN, null) : null, Set.of());
	}

	private static Match other() {
		return new Match("b-1", "m", "b", Match.State.ACTIVE, new Match.Offer(START, START, START), Set.of(), day(1),
				List.of(), 1, null, Set.of());
	}

	private static Instant day(int days) {
		return START.plus(Duration.ofDays(days));
	}

}
