package org.holdfast.burnout.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.holdfast.burnout.crosscut.CrossCut;
import org.holdfast.defaults.test.ContractSample;

/**
 * An agency over many weeks: units come, move and are merged, people join, leave, change
 * units, skip questions, change their minds, answer late or not at all.
 */
final class Simulation {

	private static final Duration WEEK = Duration.ofDays(7);

	private final Random random;

	private final String outcome;

	private final List<Week> weeks = new ArrayList<>();

	/** Parents by unit. */
	private final Map<String, String> tree = new TreeMap<>();

	private final List<CrossCut> crossCuts = new ArrayList<>();

	/** Units by person. */
	private final Map<String, String> people = new TreeMap<>();

	private int born;

	private Simulation(String outcome, long seed) {
		this.outcome = outcome;
		this.random = new Random(seed);
	}

	/** An agency that grows from 18 to 60 units. */
	static Simulation growing(String outcome, int weeks, long seed) {
		Simulation simulation = new Simulation(outcome, seed);
		simulation.tree.put("R", null);
		for (int department = 1; department <= 4; department++) {
			simulation.found("D" + department, "R", simulation.random.nextInt(3));
		}
		while (simulation.tree.size() < 18) {
			simulation.foundTeam();
		}
		for (int week = 1; week <= weeks; week++) {
			simulation.live(week, 18 + 42 * (week - 1) / (weeks - 1));
			simulation.ask(week);
		}
		simulation.chooseAcross(new Random(seed));
		return simulation;
	}

	/** Eighteen units, some of which are just what an attacker hopes for. */
	static Simulation tempting(String outcome, int weeks, long seed) {
		Simulation simulation = new Simulation(outcome, seed);
		simulation.tree.put("R", null);
		simulation.found("D1", "R", 0);
		simulation.found("D2", "R", 0);
		simulation.found("QZ", "D2", 6);
		simulation.found("QH", "D2", 6);
		while (simulation.tree.size() < 15) {
			simulation.found("T" + simulation.tree.size(), "D2", 5 + simulation.random.nextInt(2));
		}
		for (int week = 1; week <= weeks; week++) {
			simulation.people.values().removeIf(Set.of("QA", "QB", "QN")::contains);
			simulation.found("QA", "D1", (week % 2 == 1) ? 9 : 7);
			simulation.found("QB", "D1", (week % 2 == 1) ? 7 : 9);
			simulation.found("QN", "D1", 3);
			simulation.askAll(week);
		}
		simulation.choose("tempting-with", 1, "QA", "QB", "QN", "T5");
		simulation.choose("tempting-without", 1, "QA", "QB", "T5");
		return simulation;
	}

	/** Selections that overlap, that differ by one small unit, and that change midway. */
	private void chooseAcross(Random random) {
		Week first = this.weeks.getFirst();
		List<String> teams = first.units()
			.stream()
			.map(CycleChanged.Unit::unitId)
			.filter((unit) -> unit.startsWith("T"))
			.toList();
		List<String> small = teams.stream().filter((team) -> first.answers(Set.of(team)) < 5).toList();
		List<String> large = teams.stream().filter((team) -> !small.contains(team)).toList();
		choose("wide", 1, "D1", "D2");
		choose("overlapping", 1, "D2", "D3", small.getFirst());
		for (int each = 0; each < 3; each++) {
			choose("with-" + each, 1, "D1", large.getFirst(), large.getLast(), small.get(each));
			choose("without-" + each, 1, "D1", large.getFirst(), large.getLast());
		}
		choose("changing", 1, "D3", large.getFirst(), small.get(0), small.get(1));
		choose("changing", 13, "D3", large.getFirst(), small.get(1));
		choose("changing", 20, "D3", large.getFirst(), small.get(0), "D4");
		for (int each = 0; each < 6; each++) {
			List<String> units = new ArrayList<>(this.units().keySet());
			Collections.shuffle(units, random);
			choose("any-" + each, 1 + 3 * each, units.subList(0, 2 + each).toArray(String[]::new));
		}
		CrossCut wide = this.crossCuts.removeFirst();
		this.crossCuts.add(end(wide, 22));
	}

	/** A version that holds from a week on. */
	private void choose(String id, int week, String... unitIds) {
		List<CrossCut.Edition> editions = new ArrayList<>();
		this.crossCuts.stream()
			.filter((held) -> held.id().equals(id))
			.forEach((held) -> editions.addAll(held.editions()));
		this.crossCuts.removeIf((held) -> held.id().equals(id));
		editions.add(new CrossCut.Edition(editions.size() + 1, id, List.of(unitIds), true, before(week), "S-H"));
		this.crossCuts.add(new CrossCut(id, editions));
	}

	private static CrossCut end(CrossCut crossCut, int week) {
		CrossCut.Edition last = crossCut.current();
		return new CrossCut(crossCut.id(),
				List.of(last, new CrossCut.Edition(2, last.name(), last.unitIds(), false, before(week), "S-H")));
	}

	private static Instant before(int week) {
		return opensAt(week).minusSeconds(60);
	}

	private static Instant opensAt(int week) {
		return closesAt(week).minus(Duration.ofDays(6));
	}

	List<CrossCut> crossCuts() {
		return this.crossCuts;
	}

	List<Week> weeks() {
		return this.weeks;
	}

	/** All units that ever were, with their last parents. */
	Map<String, String> units() {
		Map<String, String> units = new TreeMap<>();
		this.weeks.forEach((week) -> week.units().forEach((unit) -> units.put(unit.unitId(), unit.parentId())));
		return units;
	}

	List<Scale> scales() {
		List<Scale> scales = new ArrayList<>();
		scales.add(new Scale(this.outcome, Scale.Direction.HIGHER_IS_WORSE, 0, 100, Scale.Kind.OUTCOME));
		items()
			.forEach((item) -> scales.add(new Scale(item, Scale.Direction.HIGHER_IS_WORSE, 0, 100, Scale.Kind.DRIVER)));
		return scales;
	}

	private List<String> items() {
		return List.of(this.outcome + "-a", this.outcome + "-b", this.outcome + "-c");
	}

	private void found(String unit, String parent, int members) {
		this.tree.put(unit, parent);
		for (int member = 0; member < members; member++) {
			this.people.put("p" + this.born++, unit);
		}
	}

	private void foundTeam() {
		found("T" + this.born, department(), 1 + this.random.nextInt(7));
	}

	private String department() {
		return "D" + (1 + this.random.nextInt(4));
	}

	private void live(int week, int units) {
		boolean newQuarter = week > 1 && Release.quarter(closesAt(week)) != Release.quarter(closesAt(week - 1));
		while (this.tree.size() < units) {
			foundTeam();
		}
		List<String> teams = new ArrayList<>(
				this.tree.keySet().stream().filter((unit) -> unit.startsWith("T")).toList());
		Collections.shuffle(teams, this.random);
		if (newQuarter) {
			for (String merged : teams.subList(0, 2)) {
				this.tree.remove(merged);
				this.people.replaceAll((person, unit) -> unit.equals(merged) ? teams.getLast() : unit);
			}
		}
		String moving = teams.get(3);
		this.tree.put(moving, department());
		List<String> all = new ArrayList<>(this.people.keySet());
		Collections.shuffle(all, this.random);
		// leavers and movers, but the last one of a unit stays
		for (String person : all.subList(0, 5)) {
			String unit = this.people.get(person);
			if (Collections.frequency(this.people.values(), unit) > 1) {
				if (this.random.nextBoolean()) {
					this.people.remove(person);
				}
				else {
					this.people.put(person, teams.get(4));
				}
			}
		}
		for (int joiner = 0; joiner < 3; joiner++) {
			this.people.put("p" + this.born++, teams.get(2 + joiner));
		}
	}

	private void ask(int week) {
		List<Given> given = new ArrayList<>();
		int minimumGroup = (week % 9 == 0) ? 7 : 5;
		this.people.forEach((person, unit) -> {
			if (this.random.nextInt(100) < 75) {
				double[] items = new double[3];
				int mood = Math.floorMod(unit.hashCode(), 7);
				for (int item = 0; item < 3; item++) {
					items[item] = (mood == 0) ? 0 : (mood == 1) ? 100 : 25.0 * this.random.nextInt(5);
				}
				if (this.random.nextInt(100) < 4) {
					items[this.random.nextInt(3)] = Double.NaN;
				}
				given.add(new Given(week + "-" + person, unit, items, this.random.nextInt(10) == 0,
						(this.random.nextInt(5) == 0) ? minimumGroup : 5));
			}
		});
		keep(week, given);
	}

	private void askAll(int week) {
		List<Given> given = new ArrayList<>();
		this.people.forEach((person, unit) -> given.add(new Given(week + "-" + person, unit, switch (unit) {
			case "QZ" -> new double[] { 0, 0, 0 };
			case "QH" -> new double[] { 100, 50, 50 };
			default -> new double[] { 25.0 * this.random.nextInt(5), 25.0 * this.random.nextInt(5), 50 };
		}, false, 5)));
		keep(week, given);
	}

	private void keep(int week, List<Given> given) {
		List<CycleChanged.Unit> units = new ArrayList<>();
		this.tree.forEach((unit, parent) -> {
			List<Given> own = given.stream().filter((each) -> each.unitId().equals(unit)).toList();
			units.add(new CycleChanged.Unit(unit, parent, Collections.frequency(this.people.values(), unit), own.size(),
					own.stream().mapToLong((each) -> each.changed() ? 2 : 1).sum(), 0));
		});
		this.weeks.add(new Week(this.outcome + "-" + week, week, closesAt(week), units, given));
	}

	private static Instant closesAt(int week) {
		return Agency.FIRST_CLOSE.plus(WEEK.multipliedBy(week - 1));
	}

	/** All of it as events, in any order across people and partly twice. */
	List<ContractSample> events(Week week) {
		List<ContractSample> events = new ArrayList<>();
		for (Given given : week.given()) {
			ContractSample last = Events
				.response(this.outcome + "-" + given.id(), given.changed() ? 2 : 1, week.cycleId(), given.unitId(), 0.0)
				.withValue("scores", scores(given.items()))
				.withValue("rules", Map.of("minimumGroup", given.minimumGroup()));
			events.add(last);
			if (this.random.nextInt(4) == 0) {
				events.add(last);
			}
		}
		Collections.shuffle(events, this.random);
		// what was thought of first comes before what was thought better of
		week.given()
			.stream()
			.filter(Given::changed)
			.forEach((given) -> events
				.addFirst(Events.response(this.outcome + "-" + given.id(), 1, week.cycleId(), given.unitId(), 0.0)
					.withValue("scores", scores(new double[] { 100, 100, 100 }))));
		events.add(Events
			.late(Events.response(week.cycleId() + "-late", 1, week.cycleId(), week.given().getFirst().unitId(), 0.0)
				.withValue("scores", scores(new double[] { 100, 100, 100 }))));
		events.replaceAll((event) -> event.withValue("pseudonym", event.key().replaceAll(".*-", "")));
		return events;
	}

	ContractSample opened(Week week) {
		return cycle(week).withSequence(1).withValue("state", "opened").withValue("units", List.of());
	}

	ContractSample closed(Week week) {
		return cycle(week).withSequence(2).withValue("state", "closed").withValue("units", week.units());
	}

	private ContractSample cycle(Week week) {
		return Events.CYCLE.withKey(week.cycleId())
			.withValue("cycleId", week.cycleId())
			.withValue("series", this.outcome)
			.withValue("scales", scales())
			.withValue("opensAt", opensAt(week.number()).toString())
			.withValue("closesAt", week.closesAt().toString());
	}

	private Map<String, Double> scores(double[] items) {
		Map<String, Double> scores = new LinkedHashMap<>();
		double sum = 0;
		int answered = 0;
		for (int item = 0; item < items.length; item++) {
			boolean skipped = Double.isNaN(items[item]);
			scores.put(items().get(item), skipped ? null : items[item]);
			sum += skipped ? 0 : items[item];
			answered += skipped ? 0 : 1;
		}
		scores.put(this.outcome, sum / answered);
		return scores;
	}

	/** The releases that follow, computed without any event. */
	List<Release> releases(Set<PartitionRelease.Rule> rules) {
		List<Release> releases = new ArrayList<>();
		for (Week week : this.weeks) {
			CycleChanged closed = new CycleChanged(week.cycleId(), CycleChanged.State.CLOSED, opensAt(week.number()),
					week.closesAt(), this.outcome, scales(), week.units());
			SortedMap<String, CrossCut.Edition> holding = new TreeMap<>();
			this.crossCuts.forEach((crossCut) -> crossCut.at(opensAt(week.number()))
				.ifPresent((edition) -> holding.put(crossCut.id(), edition)));
			List<Answer> answers = week.given().stream().map((given) -> {
				Map<String, Double> scores = new HashMap<>(scores(given.items()));
				scores.values().removeIf((score) -> score == null);
				return Agency.answer(week.cycleId(), given.unitId(), scores, given.minimumGroup(),
						given.changed() ? 2 : 1);
			}).toList();
			releases.add(PartitionRelease.of(closed, answers, Agency.policy(5, 60), holding, releases, rules));
		}
		return releases;
	}

	/**
	 * A cycle, as a well-informed attacker knows it: who is where, and who answered.
	 */
	record Week(String cycleId, int number, Instant closesAt, List<CycleChanged.Unit> units, List<Given> given) {

		/** How many answers count at least for any figure. */
		int k() {
			return this.given.stream().mapToInt(Given::minimumGroup).max().orElse(5);
		}

		int answers(Set<String> units) {
			return Math.toIntExact(this.given.stream().filter((each) -> units.contains(each.unitId())).count());
		}

		boolean everyQuestion(Set<String> units) {
			return this.given.stream()
				.filter((each) -> units.contains(each.unitId()))
				.allMatch((each) -> java.util.Arrays.stream(each.items()).noneMatch(Double::isNaN));
		}

		/** Tells whether a unit has members who were asked. */
		boolean asks(String unitId) {
			return this.units.stream().anyMatch((unit) -> unit.unitId().equals(unitId) && unit.invited() > 0);
		}

		/** Those of a selection and all below them, without those left out. */
		Set<String> inside(Collection<String> unitIds, Collection<String> leftOut) {
			Set<String> inside = new TreeSet<>();
			unitIds.forEach((unitId) -> inside.addAll(below(unitId)));
			inside.removeAll(leftOut);
			return inside;
		}

		/** A unit with all below it. */
		Set<String> below(String unitId) {
			Set<String> below = new TreeSet<>(Set.of(unitId));
			for (boolean more = true; more;) {
				more = false;
				for (CycleChanged.Unit unit : this.units) {
					more |= unit.parentId() != null && below.contains(unit.parentId()) && below.add(unit.unitId());
				}
			}
			return below;
		}

	}

	/**
	 * A timely answer.
	 *
	 * @param items not a number where a question was skipped
	 */
	record Given(String id, String unitId, double[] items, boolean changed, int minimumGroup) {
	}

}
