package org.holdfast.mentorship.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A way to divide the staff by what HR knows of everybody, so that neighbours have
 * something in common.
 *
 * @param names of its parts, neighbours next to each other
 * @param name of the part that somebody is in
 */
record Division(SequencedSet<String> names, Function<Colleague, String> name) {

	private static final String UNKNOWN = "unknown";

	private static final double YEAR = 365.25;

	/** By unit, as one walks through the tree. */
	static Division byUnit(Collection<Colleague> staff, Collection<Unit> units) {
		Set<String> known = units.stream().map(Unit::unitId).collect(Collectors.toSet());
		Map<String, List<String>> children = new HashMap<>();
		units.stream()
			.sorted(Comparator.comparing(Unit::unitId))
			.forEach((unit) -> children
				.computeIfAbsent(known.contains(Objects.requireNonNullElse(unit.parentId(), "")) ? unit.parentId() : "",
						(parent) -> new ArrayList<>())
				.add(unit.unitId()));
		SequencedSet<String> walked = new LinkedHashSet<>();
		walk("", children, walked);
		// units that are in a circle, or of which only their people are known yet
		walked.addAll(new TreeSet<>(known));
		staff.stream().map(Colleague::unitId).sorted().forEach(walked::add);
		return of(staff, walked, Colleague::unitId);
	}

	private static void walk(String unitId, Map<String, List<String>> children, Set<String> walked) {
		for (String child : children.getOrDefault(unitId, List.of())) {
			walked.add(child);
			walk(child, children, walked);
		}
	}

	/** By length of service, in years. */
	static Division byService(Collection<Colleague> staff, LocalDate today) {
		SequencedSet<String> names = new LinkedHashSet<>(List.of("<1", "1-3", "3-7", "7+", UNKNOWN));
		return of(staff, names, (colleague) -> service(colleague.startedOn(), today));
	}

	private static String service(@Nullable LocalDate startedOn, LocalDate today) {
		if (startedOn == null) {
			return UNKNOWN;
		}
		double years = ChronoUnit.DAYS.between(startedOn, today) / YEAR;
		return (years < 1) ? "<1" : (years < 3) ? "1-3" : (years < 7) ? "3-7" : "7+";
	}

	/**
	 * By the language of each that the fewest of the staff speak, the commonest first.
	 */
	static Division byLanguage(Collection<Colleague> staff) {
		Map<String, Long> speakers = staff.stream()
			.flatMap((colleague) -> colleague.languages().stream())
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
		Comparator<String> fewestFirst = Comparator.comparing((String language) -> speakers.getOrDefault(language, 0L))
			.thenComparing(Comparator.naturalOrder());
		SequencedSet<String> names = speakers.keySet()
			.stream()
			.sorted(fewestFirst.reversed())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		names.add(UNKNOWN);
		return of(staff, names, (colleague) -> colleague.languages().stream().min(fewestFirst).orElse(UNKNOWN));
	}

	/** By place of work, the largest first. */
	static Division byPlace(Collection<Colleague> staff) {
		Function<Colleague, String> place = (colleague) -> Objects.requireNonNullElse(colleague.place(), UNKNOWN);
		Map<String, Long> people = staff.stream()
			.collect(Collectors.groupingBy(place, TreeMap::new, Collectors.counting()));
		return of(staff,
				people.keySet()
					.stream()
					.sorted(Comparator.comparing((String name) -> people.getOrDefault(name, 0L)).reversed())
					.collect(Collectors.toCollection(LinkedHashSet::new)),
				place);
	}

	private static Division of(Collection<Colleague> staff, SequencedSet<String> names,
			Function<Colleague, String> name) {
		SequencedSet<String> used = new LinkedHashSet<>(names);
		used.retainAll(staff.stream().map(name).collect(Collectors.toSet()));
		return new Division(used, name);
	}

	/**
	 * The parts, in order.
	 * @param made a part of its name and people
	 */
	List<Part> parts(Collection<Colleague> staff, Function<Map.Entry<String, List<Colleague>>, Part> made) {
		Map<String, List<Colleague>> people = staff.stream().collect(Collectors.groupingBy(this.name));
		return this.names.stream()
			.map((each) -> made.apply(Map.entry(each, people.getOrDefault(each, List.of()))))
			.toList();
	}

}
