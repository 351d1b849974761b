package org.holdfast.mentorship.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import org.holdfast.mentorship.relationship.Match;
import org.jspecify.annotations.Nullable;

/**
 * What became of proposals and relationships. What there is too little of is counted
 * together with the next month's; until then the last figure stands.
 */
record Outcomes(@Schema(
		description = "of the people to whom a mentor was proposed and whose time to answer ended then, how many began with one") @Nullable Rate begun,
		@Schema(description = "of the relationships whose 90th day was then, how many people were still in it") @Nullable Rate stillLiving,
		@Schema(description = "how long relationships lasted that ended then") @Nullable Lasted lasted) {

	static final Outcomes NONE = new Outcomes(null, null, null);

	static final Duration PROVEN = Duration.ofDays(90);

	/**
	 * A share of what happened in a time.
	 *
	 * @param from null if everything before counts
	 * @param to exclusive
	 */
	record Rate(@Nullable Instant from, Instant to, Share share) {
	}

	/**
	 * How long what ended in a time had lasted.
	 *
	 * @param from null if everything before counts
	 * @param to exclusive
	 */
	record Lasted(@Nullable Instant from, Instant to, Band people, Spread days) {
	}

	static Outcomes of(Material now, Outcomes last, Set<Rule> rules) {
		Collection<Match> matches = now.situation().matches().values();
		return new Outcomes(begun(now, matches, last.begun, rules), living(now, matches, last.stillLiving, rules),
				lasted(now, matches, last.lasted, rules));
	}

	private static @Nullable Rate begun(Material now, Collection<Match> matches, @Nullable Rate last, Set<Rule> rules) {
		return rate(now, last, rules,
				(within) -> matches.stream()
					.filter((match) -> match.state() != Match.State.WITHDRAWN && within.test(match.offer().answerBy()))
					.collect(Collectors.groupingBy(Match::menteeId,
							Collectors.reducing(false, (match) -> match.since() != null, Boolean::logicalOr))));
	}

	private static @Nullable Rate living(Material now, Collection<Match> matches, @Nullable Rate last,
			Set<Rule> rules) {
		return rate(now, last, rules,
				(within) -> matches.stream()
					.filter((match) -> match.since() != null && within.test(match.since().plus(PROVEN)))
					.collect(Collectors.groupingBy(Match::menteeId,
							Collectors.reducing(false, Outcomes::hasProven, Boolean::logicalOr))));
	}

	private static boolean hasProven(Match match) {
		return match.since() != null && (match.end() == null || !match.end().at().isBefore(match.since().plus(PROVEN)));
	}

	private static @Nullable Rate rate(Material now, @Nullable Rate last, Set<Rule> rules,
			Function<Predicate<Instant>, Map<String, Boolean>> count) {
		Instant from = from((last != null) ? last.to() : null, rules);
		Collection<Boolean> each = count.apply(now.between(from)).values();
		int yes = (int) each.stream().filter((did) -> did).count();
		Share share = Share.of(yes, each.size() - yes, rules);
		return (share != null) ? new Rate(from, now.end(), share) : last;
	}

	private static @Nullable Lasted lasted(Material now, Collection<Match> matches, @Nullable Lasted last,
			Set<Rule> rules) {
		Instant from = from((last != null) ? last.to() : null, rules);
		Predicate<Instant> within = now.between(from);
		Map<String, Long> ended = matches.stream()
			.filter((match) -> match.since() != null && match.end() != null && within.test(match.end().at()))
			.collect(Collectors.toMap(Match::menteeId, Outcomes::days, Math::max));
		Spread days = Spread.of(ended.values());
		return (days != null) ? new Lasted(from, now.end(), Band.ofPeople(ended.size()), days) : last;
	}

	private static long days(Match match) {
		return Duration.between(Objects.requireNonNull(match.since()), Objects.requireNonNull(match.end()).at())
			.toDays();
	}

	/** Where counting goes on. */
	static @Nullable Instant from(@Nullable Instant until, Set<Rule> rules) {
		return rules.contains(Rule.COUNT_ONCE) ? until : null;
	}

}
