package org.holdfast.mentorship.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import org.holdfast.mentorship.people.Colleague;
import org.jspecify.annotations.Nullable;

/**
 * How many wait for a mentor and how many places are free. A figure is made anew when
 * nobody of it is another, or at least five people are; until then the last one stands,
 * with the month that it is of.
 */
record Pool(@Schema(description = "people who want a mentor and have neither one nor a proposal") Amount waiting,
		@Schema(description = "how long they have waited, of the same month") @Nullable Spread waitingFor,
		@Schema(description = "free places; the lowest band also where fewer than five mentors have them") Amount free,
		@Schema(description = "both by place of work, small places together; none if they are too few") List<Place> places,
		@Schema(description = "both by skill, where one of the two is at least five") List<Skill> skills,
		@Schema(description = "how long people had waited who found a mentor") @Nullable Found found) {

	/** Nothing is known, or too little. */
	static Pool none(String month) {
		Amount few = new Amount(month, Band.ofPeople(0));
		return new Pool(few, null, few, List.of(), List.of(), null);
	}

	/**
	 * A number of people or places.
	 *
	 * @param asOf the month, such as 2026-05
	 */
	record Amount(String asOf, Band about) {
	}

	/** Who waits and what is free at some places. */
	record Place(String asOf, List<String> names, Band waiting, Band free, Supply supply) {
	}

	/** Who would like to learn something and what is free with mentors who offer it. */
	record Skill(String name, Amount waiting, Amount free, Supply supply) {
	}

	/**
	 * How long people had waited who found a mentor in a time.
	 *
	 * @param from null if everything before counts
	 * @param to exclusive
	 */
	record Found(@Nullable Instant from, Instant to, Band people, Spread days) {
	}

	/** Makes a pool and notes of whom, part by part. */
	static final class Count {

		private static final String WAITS = "waits";

		private static final String OFFERS = "offers";

		private final Material now;

		private final Pool last;

		private final Memory memory;

		private final Set<Rule> rules;

		private final String month;

		private final Set<String> unseen;

		private final Set<String> waiting;

		private final Map<String, Integer> free;

		private final List<Counted> counted = new ArrayList<>();

		/** The people of each part of the places, if they were told anew. */
		private List<Set<String>> listed = List.of();

		Count(Material now, Pool last, Memory memory, Set<Rule> rules) {
			this.now = now;
			this.last = last;
			this.memory = memory;
			this.rules = rules;
			this.month = now.month().toString();
			this.unseen = now.unseen();
			this.waiting = now.waiting();
			this.free = now.freePlaces();
		}

		List<Counted> counted() {
			return List.copyOf(this.counted);
		}

		List<Set<String>> listed() {
			return this.listed;
		}

		Pool pool() {
			List<Part> parts = parts();
			Part all = Part.all(parts);
			boolean waitingAnew = renewed(WAITS, parts.stream().map(Part::hidden).toList(), this.unseen.size());
			boolean freeAnew = renewed(OFFERS, parts.stream().map(Part::mentors).toList(), this.now.staff().size());
			List<Place> places = this.last.places();
			if (parts.size() > 1 && waitingAnew && freeAnew) {
				places = parts.stream().map(this::place).toList();
				this.listed = parts.stream().map(Part::people).toList();
			}
			return new Pool(
					waitingAnew ? new Amount(this.month, Band.ofPeople(all.hidden().size())) : this.last.waiting(),
					waitingAnew ? waitingFor() : this.last.waitingFor(),
					freeAnew ? new Amount(this.month, places(all.mentors())) : this.last.free(), places, skills(),
					found());
		}

		/** The places as far as they can be told apart, else all as one. */
		private List<Part> parts() {
			List<Part> places = Division.byPlace(this.now.staff())
				.parts(this.now.staff(),
						(place) -> new Part(List.of(place.getKey()), ids(place.getValue(), this.unseen),
								ids(place.getValue(), this.waiting), 0, List.of(),
								ids(place.getValue(), this.free.keySet())));
			Predicate<Part> fits = this.rules.contains(Rule.AT_LEAST_FIVE)
					? (part) -> part.hides() && part.mentors().size() >= Part.FEWEST : (part) -> true;
			List<Part> parts = Part.together(places, fits, this.rules);
			while (parts.size() > 1 && (parts.size() > Memory.MOST_PARTS
					|| !this.memory.admits(WAITS, parts.stream().map(Part::hidden).toList())
					|| !this.memory.admits(OFFERS, parts.stream().map(Part::mentors).toList()))) {
				parts = Part.fewer(parts, fits);
			}
			return (parts.size() > 1) ? parts : List.of(Part.all(places));
		}

		private Place place(Part part) {
			Band waits = Band.ofPeople(part.hidden().size());
			Band places = places(part.mentors());
			return new Place(this.month, part.names(), waits, places, Supply.of(waits, places));
		}

		private List<Skill> skills() {
			Set<String> names = new TreeSet<>();
			this.now.staff().forEach((colleague) -> {
				names.addAll(colleague.needs());
				names.addAll(colleague.skills());
			});
			Map<String, Skill> before = this.last.skills()
				.stream()
				.collect(Collectors.toMap(Skill::name, Function.identity()));
			names.addAll(before.keySet());
			return names.stream()
				.map((name) -> skill(name, Optional.ofNullable(before.get(name))))
				.filter((skill) -> skill.waiting().about().from() > 0 || skill.free().about().from() > 0)
				.toList();
		}

		private Skill skill(String name, Optional<Skill> before) {
			Amount few = Pool.none(this.month).waiting();
			Set<String> wanting = ids(with(Colleague::needs, name), this.waiting);
			Set<String> offering = ids(with(Colleague::skills, name), this.free.keySet());
			Amount waits = renewed(WAITS + ":" + name, List.of(wanting), this.unseen.size())
					? new Amount(this.month, Band.ofPeople(wanting.size())) : before.map(Skill::waiting).orElse(few);
			Amount places = renewed(OFFERS + ":" + name, List.of(offering), this.now.staff().size())
					? new Amount(this.month, places(offering)) : before.map(Skill::free).orElse(few);
			return new Skill(name, waits, places, Supply.of(waits.about(), places.about()));
		}

		private List<Colleague> with(Function<Colleague, Set<String>> words, String name) {
			return this.now.staff().stream().filter((colleague) -> words.apply(colleague).contains(name)).toList();
		}

		/**
		 * Whether it may be told anew; noted if so.
		 * @param of how many people could be meant
		 */
		private boolean renewed(String question, List<Set<String>> parts, int of) {
			boolean admitted = this.memory.admits(question, parts)
					&& of - parts.stream().mapToInt(Set::size).sum() >= Part.FEWEST;
			if (admitted) {
				this.counted.add(new Counted(question, parts));
			}
			return admitted;
		}

		private Band places(Set<String> mentors) {
			int places = mentors.stream().mapToInt((id) -> this.free.getOrDefault(id, 0)).sum();
			return Band.ofPeople((mentors.size() < Part.FEWEST) ? 0 : places);
		}

		private @Nullable Spread waitingFor() {
			return Spread.of(this.now.spells()
				.stream()
				.filter((spell) -> spell.match() == null && this.waiting.contains(spell.staffId()))
				.map((spell) -> spell.days(this.now.now()))
				.toList());
		}

		private @Nullable Found found() {
			Found before = this.last.found();
			Instant from = Outcomes.from((before != null) ? before.to() : null, this.rules);
			Predicate<Instant> within = this.now.between(from);
			Map<String, Long> ended = this.now.spells()
				.stream()
				.filter((spell) -> spell.match() != null && spell.match().since() != null
						&& within.test(spell.match().since()))
				.collect(Collectors.toMap(Spell::staffId, (spell) -> spell.days(this.now.now()), Math::max));
			Spread days = Spread.of(ended.values());
			return (days != null) ? new Found(from, this.now.end(), Band.ofPeople(ended.size()), days) : before;
		}

		private static Set<String> ids(Collection<Colleague> people, Set<String> which) {
			return people.stream().map(Colleague::staffId).filter(which::contains).collect(Collectors.toSet());
		}

	}

}
