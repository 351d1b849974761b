package org.holdfast.mentorship.round;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import org.holdfast.mentorship.fit.HardRule;
import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Pairing;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.fit.Ruling;
import org.holdfast.mentorship.fit.Standing;
import org.holdfast.mentorship.people.Colleague;
import org.jspecify.annotations.Nullable;

/**
 * Why a mentee has the mentor they have in a round, or none, and why not a certain other
 * one.
 */
record Explanation(@Schema(description = "the mentor by the round; null where there is none") @Nullable String mentorId,
		@Schema(description = "points per criterion of that pair") Map<String, Integer> points,
		@Schema(description = "how many mentors the rules allow, and where the own one ranks among them, from 1") Rank ofMentors,
		@Schema(description = "the same among the waiting, seen from that mentor") @Nullable Rank ofMentees,
		@Schema(description = "how many mentors each rule forbids to this mentee; each counts under the first one that does") Map<String, Long> forbidden,
		@Schema(description = "where there is no mentor: who competes for the places that could have been theirs, one more than those") Pairing.@Nullable Competition competition,
		@Schema(description = "about the mentor who was asked for") @Nullable WhyNot whyNot) {

	/**
	 * A place among others by score; equal ones share the better place.
	 *
	 * @param place from 1; null without a mentor
	 */
	record Rank(@Nullable Integer place, int of) {

	}

	/**
	 * What the programme would lose if the pair was forced.
	 *
	 * @param rule that forbids it; what one of the two said in confidence looks like
	 * others of its kind
	 * @param score that the two would have
	 * @param points per criterion
	 * @param matched how many fewer would have a mentor
	 * @param worst by how much the worst pair would be worse; negative where it would be
	 * better, as fewer are matched
	 * @param total by how much the sum of scores would be smaller
	 * @param changed ids of the others whose mentor would be another
	 */
	record WhyNot(@Nullable String rule, @Nullable Integer score, Map<String, Integer> points,
			@Nullable Integer matched, @Nullable Integer worst, @Nullable Integer total, List<String> changed) {

		static WhyNot forbidden(HardRule rule) {
			return new WhyNot(rule.toldAs(), null, Map.of(), null, null, null, List.of());
		}

	}

	/**
	 * Explains by forcing the other pair and reckoning the whole round again.
	 * @param outcome of the round as it is
	 * @param other the mentor asked about, or null
	 */
	static Explanation of(Standing standing, Programme programme, List<Ruling> rulings, long seed, Outcome outcome,
			String menteeId, @Nullable String other) {
		Optional<Pair> own = outcome.pairs()
			.stream()
			.filter((pair) -> pair.mentee().staffId().equals(menteeId))
			.findFirst();
		Map<String, Long> forbidden = new TreeMap<>();
		List<Pair> allowed = mentors(standing)
			.filter((mentor) -> Pairing.forbids(standing, programme, mentor.staffId(), menteeId).map((rule) -> {
				forbidden.merge(rule.toldAs(), 1L, Long::sum);
				return rule;
			}).isEmpty())
			.map((mentor) -> Pairing.pair(standing, programme, mentor.staffId(), menteeId))
			.toList();
		return new Explanation(own.map((pair) -> pair.mentor().staffId()).orElse(null),
				own.map(Explanation::points).orElse(Map.of()), rank(own, allowed),
				own.map((pair) -> rank(own, rivals(standing, programme, pair))).orElse(null), forbidden,
				outcome.pairing().competition(menteeId).orElse(null),
				(other == null) ? null : whyNot(standing, programme, rulings, seed, outcome, menteeId, other));
	}

	private static WhyNot whyNot(Standing standing, Programme programme, List<Ruling> rulings, long seed,
			Outcome outcome, String menteeId, String other) {
		Optional<HardRule> rule = Pairing.forbids(standing, programme, other, menteeId);
		if (rule.isPresent()) {
			return WhyNot.forbidden(rule.get());
		}
		List<Ruling> forced = Stream
			.concat(rulings.stream().filter((each) -> !each.menteeId().equals(menteeId)),
					Stream.of(new Ruling(Ruling.Kind.pin, other, menteeId)))
			.toList();
		Outcome instead;
		try {
			instead = Outcome.of(standing, programme, forced, seed);
		}
		catch (IllegalArgumentException ex) {
			// other pins have all places of this mentor
			return new WhyNot("mentorHasAPlaceLeft", null, Map.of(), null, null, null, List.of());
		}
		Pair pair = instead.pairs()
			.stream()
			.filter((each) -> each.mentee().staffId().equals(menteeId))
			.findFirst()
			.orElseThrow();
		return new WhyNot(null, pair.score(), points(pair), outcome.matched() - instead.matched(),
				outcome.worst() - instead.worst(), outcome.total() - instead.total(),
				instead.changedFrom(outcome).stream().filter((id) -> !id.equals(menteeId)).toList());
	}

	private static Stream<Colleague> mentors(Standing standing) {
		return standing.agency()
			.colleagues()
			.stream()
			.filter((colleague) -> colleague.capacity() > 0)
			.sorted(Comparator.comparing(Colleague::staffId));
	}

	private static List<Pair> rivals(Standing standing, Programme programme, Pair own) {
		return standing.waiting()
			.stream()
			.filter((id) -> Pairing.forbids(standing, programme, own.mentor().staffId(), id).isEmpty())
			.map((id) -> Pairing.pair(standing, programme, own.mentor().staffId(), id))
			.toList();
	}

	/** All are seen at the mentor's first free place, so that they are seen alike. */
	private static Rank rank(Optional<Pair> own, List<Pair> all) {
		Optional<Integer> score = own.flatMap((pair) -> all.stream()
			.filter((each) -> each.mentor().equals(pair.mentor()) && each.mentee().equals(pair.mentee()))
			.findFirst()
			.map(Pair::score));
		return new Rank(
				score.map((mine) -> 1 + (int) all.stream().filter((each) -> each.score() > mine).count()).orElse(null),
				all.size());
	}

	static Map<String, Integer> points(Pair pair) {
		Map<String, Integer> points = new TreeMap<>();
		pair.points().forEach((each) -> points.put(each.criterion(), each.points()));
		return points;
	}

}
