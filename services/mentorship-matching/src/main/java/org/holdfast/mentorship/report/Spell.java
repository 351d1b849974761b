package org.holdfast.mentorship.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.holdfast.mentorship.relationship.Match;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a person waited for a mentor.
 *
 * @param match what it ended with; null as long as they wait
 */
record Spell(String staffId, Instant from, @Nullable Match match) {

	/**
	 * All spells of a person since they last said that they want a mentor: up to the
	 * first relationship, and from the end of each to the next.
	 * @param matches of whomever
	 */
	static List<Spell> of(Wish wish, Collection<Match> matches) {
		List<Spell> spells = new ArrayList<>();
		Instant from = wish.since();
		for (Match match : begun(wish, matches)) {
			Instant since = match.since();
			if (from != null && since != null && !since.isBefore(from)) {
				spells.add(new Spell(wish.id(), from, match));
				from = (match.end() != null) ? match.end().at() : null;
			}
		}
		if (from != null) {
			spells.add(new Spell(wish.id(), from, null));
		}
		return spells;
	}

	private static List<Match> begun(Wish wish, Collection<Match> matches) {
		return matches.stream()
			.filter((match) -> match.since() != null && match.menteeId().equals(wish.id()))
			.sorted(Comparator.comparing(Match::ordinal))
			.toList();
	}

	/** Whether it came to a relationship within some time. */
	boolean foundWithin(Duration time) {
		return this.match != null && this.match.since() != null && !this.match.since().isAfter(this.from.plus(time));
	}

	/** Days until the relationship began, or until now. */
	long days(Instant now) {
		Instant until = (this.match != null && this.match.since() != null) ? this.match.since() : now;
		return Duration.between(this.from, until).toDays();
	}

}
