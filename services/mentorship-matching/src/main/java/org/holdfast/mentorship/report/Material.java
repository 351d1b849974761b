package org.holdfast.mentorship.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.pool.Situation;
import org.holdfast.mentorship.relationship.Match;
import org.jspecify.annotations.Nullable;

/**
 * What the reports of a month are made of.
 *
 * @param situation how things stand when they are made
 * @param wishes since when people want a mentor
 */
record Material(YearMonth month, Instant now, Situation situation, Collection<Wish> wishes) {

	/** When the month is over. */
	Instant end() {
		return end(this.month);
	}

	static Instant end(YearMonth month) {
		return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.now, ZoneOffset.UTC);
	}

	/** Whether there was anything to tell of by the end of the month. */
	boolean isEmpty() {
		return this.wishes.stream().noneMatch((wish) -> wish.since() != null && wish.since().isBefore(end()))
				&& this.situation.matches().values().stream().noneMatch((match) -> match.offer().at().isBefore(end()));
	}

	List<Colleague> staff() {
		return this.situation.agency().colleagues().stream().filter(Colleague::active).toList();
	}

	/** Ids of those of whom HR does not see that they want a mentor. */
	Set<String> unseen() {
		Set<String> seen = this.situation.matches()
			.values()
			.stream()
			.filter(Match::isOpen)
			.map(Match::menteeId)
			.collect(Collectors.toSet());
		return staff().stream().map(Colleague::staffId).filter((id) -> !seen.contains(id)).collect(Collectors.toSet());
	}

	/** Ids of those who have neither a mentor nor a proposal and would like one. */
	Set<String> waiting() {
		return this.situation.standing(Set.of()).waiting();
	}

	boolean isOnHold(String staffId) {
		return this.situation.agency().isOnHold(staffId);
	}

	/** How many places mentors have free, by id; only those who have any. */
	Map<String, Integer> freePlaces() {
		Map<String, Integer> taken = this.situation.standing(Set.of()).taken();
		Map<String, Integer> free = new TreeMap<>();
		for (Colleague colleague : staff()) {
			int places = colleague.capacity() - taken.getOrDefault(colleague.staffId(), 0);
			if (places > 0 && !isOnHold(colleague.staffId())) {
				free.put(colleague.staffId(), places);
			}
		}
		return free;
	}

	List<Spell> spells() {
		Map<String, List<Match>> matches = this.situation.matches()
			.values()
			.stream()
			.collect(Collectors.groupingBy(Match::menteeId));
		return this.wishes.stream()
			.flatMap((wish) -> Spell.of(wish, matches.getOrDefault(wish.id(), List.of())).stream())
			.toList();
	}

	/**
	 * Whether something happened after the last report about its kind and before the end
	 * of the month.
	 * @param from the end of that report; null before the first
	 */
	Predicate<Instant> between(@Nullable Instant from) {
		return (at) -> (from == null || !at.isBefore(from)) && at.isBefore(end());
	}

}
