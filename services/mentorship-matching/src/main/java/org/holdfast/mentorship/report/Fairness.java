package org.holdfast.mentorship.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import org.holdfast.mentorship.people.Colleague;
import org.jspecify.annotations.Nullable;

/**
 * Whether people in different parts of the agency find a mentor equally often, and one
 * that fits equally well. Each wait is counted once, when its 90th day is over, in the
 * first month in which there are enough of them to compare.
 *
 * @param from null if everything before counts
 * @param to exclusive
 */
record Fairness(@Nullable Instant from, Instant to, @Schema(description = "all together") Line total, @Schema(
		description = "by unit; null where too few would be left to tell apart, as below") @Nullable Breakdown units,
		@Schema(description = "by years of service: <1, 1-3, 3-7, 7+ or unknown") @Nullable Breakdown service,
		@Schema(description = "by the language of each that the fewest of the staff speak") @Nullable Breakdown languages) {

	/** So long a wait is counted as one without a mentor. */
	static final Duration PATIENCE = Duration.ofDays(90);

	private static final int PERCENT = 100;

	private static final int STEP = 10;

	/**
	 * How it went for some people.
	 *
	 * @param names of the units or classes they are of, put together where they are small
	 */
	record Line(List<String> names, @Schema(description = "who wanted a mentor") Band people,
			@Schema(description = "percent of them who had one within 90 days, in steps of ten") int matched,
			@Schema(description = "mean score of those matches when they were proposed, 0 to 100") int score) {

		private static Line of(Part part) {
			int matched = part.scores().size();
			int all = matched + part.known() + part.hidden().size();
			return new Line(part.names(), Band.ofPeople(all),
					(int) Math.round((double) PERCENT * matched / all / STEP) * STEP,
					(int) Math.round(part.scores().stream().mapToInt(Integer::intValue).average().orElse(0)));
		}

	}

	/**
	 * The same for people of different kinds, and whether they differ.
	 */
	record Breakdown(List<Line> lines, @Schema(
			description = "whether the shares differ by more than chance would make them differ once in a hundred times (Pearson's chi-square test)") boolean sharesDiffer,
			@Schema(description = "whether the mean scores do (one-way analysis of variance)") boolean scoresDiffer) {

		private static Breakdown of(List<Part> parts) {
			int[] yes = parts.stream().mapToInt((part) -> part.scores().size()).toArray();
			int[] no = parts.stream().mapToInt((part) -> part.known() + part.hidden().size()).toArray();
			return new Breakdown(parts.stream().map(Line::of).toList(), Chance.ofShares(yes, no) < Chance.LEVEL,
					Chance.ofMeans(parts.stream().map(Part::scores).toList()) < Chance.LEVEL);
		}

	}

	/**
	 * Compares what there is to compare.
	 * @param last the report before; stands as long as there is too little for another
	 * @param listed people whom other figures of the same month stand for
	 */
	static @Nullable Fairness of(Material now, @Nullable Fairness last, List<Set<String>> listed, Set<Rule> rules) {
		Instant from = Outcomes.from((last != null) ? last.to() : null, rules);
		Predicate<Instant> within = now.between(from);
		Map<String, Spell> spells = now.spells()
			.stream()
			.filter((spell) -> within.test(spell.from().plus(PATIENCE)))
			.filter((spell) -> spell.match() != null || !now.isOnHold(spell.staffId()))
			.collect(Collectors.toMap(Spell::staffId, Function.identity(), (first, later) -> later));
		Counting counting = new Counting(now, spells, rules, new ArrayList<>(listed));
		List<Colleague> staff = now.staff();
		Breakdown units = counting.by(Division.byUnit(staff, now.situation().agency().units()));
		Breakdown service = counting.by(Division.byService(staff, now.today()));
		Breakdown languages = counting.by(Division.byLanguage(staff));
		return (units == null && service == null && languages == null) ? last
				: new Fairness(from, now.end(), Line.of(counting.all()), units, service, languages);
	}

	/** Counts the same waits in one division after the other. */
	private static final class Counting {

		private final List<Colleague> staff;

		/** Of the matches of those who found a mentor, by mentee. */
		private final Map<String, Integer> scores = new HashMap<>();

		private final Set<String> hidden = new HashSet<>();

		/** Those without a mentor of whom HR sees that they wanted one. */
		private final Set<String> known = new HashSet<>();

		/** Those who could be meant. */
		private final Set<String> unseen;

		private final Set<Rule> rules;

		private final List<Set<String>> shown;

		/**
		 * Counts each person once.
		 * @param spells by person
		 */
		Counting(Material now, Map<String, Spell> spells, Set<Rule> rules, List<Set<String>> shown) {
			this.staff = now.staff();
			this.unseen = new HashSet<>(now.unseen());
			this.rules = rules;
			this.shown = shown;
			boolean theKnownHideNobody = rules.contains(Rule.THE_KNOWN_HIDE_NOBODY);
			spells.forEach((id, spell) -> {
				if (spell.match() != null && spell.foundWithin(PATIENCE)) {
					this.scores.put(id, spell.match().score());
				}
				else if (theKnownHideNobody && (spell.match() != null || !this.unseen.contains(id))) {
					this.known.add(id);
				}
				else {
					this.hidden.add(id);
				}
			});
			this.unseen.removeAll(this.scores.keySet());
			this.unseen.removeAll(this.known);
		}

		/** The breakdown by a division, unless too little would be left to compare. */
		@Nullable Breakdown by(Division division) {
			Predicate<Part> fits = this.rules.contains(Rule.AT_LEAST_FIVE)
					? (part) -> part.hides() && part.scores().size() >= Part.FEWEST
					: (part) -> part.hidden().size() + part.scores().size() > 0;
			List<Part> parts = Part.together(division.parts(this.staff, this::part), fits, this.rules);
			if (parts.size() < 2) {
				return null;
			}
			List<Set<String>> with = new ArrayList<>(this.shown);
			parts.forEach((part) -> with.add(part.people()));
			if (this.rules.contains(Rule.AUDIT) && !Audit.admits(with)) {
				return null;
			}
			this.shown.clear();
			this.shown.addAll(with);
			return Breakdown.of(parts);
		}

		Part all() {
			return part(Map.entry("all", this.staff));
		}

		private Part part(Map.Entry<String, List<Colleague>> people) {
			Set<String> ids = people.getValue().stream().map(Colleague::staffId).collect(Collectors.toSet());
			return new Part(List.of(people.getKey()), both(ids, this.unseen), both(ids, this.hidden),
					both(ids, this.known).size(),
					this.scores.entrySet()
						.stream()
						.filter((each) -> ids.contains(each.getKey()))
						.map(Map.Entry::getValue)
						.sorted()
						.toList(),
					Set.of());
		}

		private static Set<String> both(Set<String> some, Set<String> others) {
			Set<String> both = new HashSet<>(some);
			both.retainAll(others);
			return both;
		}

	}

}
