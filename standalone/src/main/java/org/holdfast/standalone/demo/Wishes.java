package org.holdfast.standalone.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What the demo people enter to be matched: some with long service offer to be mentors,
 * some with short service ask for one, more than half would like to meet peers. All of it
 * follows from the person and the day, so that loading can be gone on with.
 */
final class Wishes {

	private static final String ANYBODY = "anybody";

	private final List<String> tags;

	private final List<String> directions;

	private final List<String> times;

	private final List<String> meets;

	private final LocalDate today;

	/**
	 * The wishes.
	 * @param vocabulary what the profile service lets people choose from
	 * @param today the day on which service is counted
	 */
	Wishes(JsonNode vocabulary, LocalDate today) {
		this.tags = ids(vocabulary.get("tags"));
		this.directions = ids(vocabulary.get("directions"));
		this.times = ids(vocabulary.get("times"));
		this.meets = ids(vocabulary.get("meets"));
		this.today = today;
	}

	private static List<String> ids(JsonNode words) {
		return words.valueStream().map((word) -> word.get("id").asString()).toList();
	}

	/**
	 * What somebody opts into; empty if they do not.
	 */
	Optional<Map<String, Object>> of(DemoPerson person) {
		SplittableRandom chance = new SplittableRandom(Objects.hash(person.staffId(), DemoAgency.WEEKS));
		Map<String, Object> wish = new HashMap<>();
		mentoring(person, chance, wish);
		if (chance.nextInt(100) < 55) {
			wish.put("asPeer", asPeer(person, chance));
		}
		if (wish.isEmpty()) {
			return Optional.empty();
		}
		wish.put("caseloads", caseloads(person.unitName()));
		// some of them can always meet
		wish.put("times", some(this.times, (chance.nextInt(5) == 0) ? 0 : 5, chance));
		wish.put("meets", some(this.meets, chance.nextInt(2), chance));
		return Optional.of(wish);
	}

	static boolean asksForAMentor(DemoPerson person, LocalDate today) {
		return !person.leadsUnit()
				&& (person.unitName().equals(DemoAgency.RECOVERING) || (years(person, today) < 4 && kind(person) < 3));
	}

	private static long years(DemoPerson person, LocalDate today) {
		return ChronoUnit.YEARS.between(person.entryDate(), today);
	}

	private static int kind(DemoPerson person) {
		return Math.floorMod(person.staffId().hashCode(), 5);
	}

	private void mentoring(DemoPerson person, SplittableRandom chance, Map<String, Object> wish) {
		long years = years(person, this.today);
		int kind = kind(person);
		List<String> subjects = List.of(this.tags.get(kind), this.tags.get(kind + 3));
		if (asksForAMentor(person, this.today)) {
			String wants = (years < 2) ? "more-experienced" : one(List.of(ANYBODY, "similar-experience"), chance);
			wish.put("asMentee",
					Map.of("needs", subjects, "directions", some(this.directions, 1, chance), "wants", wants));
		}
		else if (years >= 7 && kind < 2) {
			String wants = one(List.of(ANYBODY, ANYBODY, "newcomers", "experienced"), chance);
			wish.put("asMentor", Map.of("capacity", 2, "skills", subjects, "directions",
					some(this.directions, 2, chance), "wants", wants));
		}
	}

	private Map<String, Object> asPeer(DemoPerson person, SplittableRandom chance) {
		boolean practises = !person.jobFamily().equals("administration");
		boolean supervisionGroup = practises && chance.nextInt(100) < 40;
		boolean introductions = chance.nextInt(100) < 60;
		boolean circle = chance.nextInt(100) < 75 || !(supervisionGroup || introductions);
		return Map.of("circle", circle, "supervisionGroup", supervisionGroup, "introductions", introductions, "topics",
				some(this.tags, 3, chance));
	}

	private static List<String> caseloads(String unit) {
		return switch (unit) {
			case "Child Protection East", "Child Protection North" -> List.of("child-protection", "domestic-violence");
			case "Child Protection West" -> List.of("child-protection", "refugees-and-migration");
			case "Night Duty" -> List.of("child-protection", "intake");
			case "Family Support North" -> List.of("school", "domestic-violence");
			case "Family Support South" -> List.of("school", "refugees-and-migration");
			case "Foster Care", "Adoption" -> List.of("foster-care-and-adoption");
			case "Youth Services" -> List.of("youth", "school");
			case "Disability Services" -> List.of("adults-with-disabilities");
			case "Elder Care" -> List.of("older-people", "hospital");
			case "Mental Health Outreach" -> List.of("mental-health", "substance-use");
			case "Child Protection", "Families and Placement", "Adults and Communities" -> List.of("intake");
			// who has no cases
			default -> List.of();
		};
	}

	private static String one(List<String> words, SplittableRandom chance) {
		return words.get(chance.nextInt(words.size()));
	}

	private static List<String> some(List<String> words, int count, SplittableRandom chance) {
		return Stream.generate(() -> one(words, chance)).distinct().limit(count).toList();
	}

}
