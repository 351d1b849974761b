package org.holdfast.profile.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.holdfast.profile.imports.Row.Person;
import org.holdfast.profile.imports.Row.UnitColumns;

/**
 * What rows must not do to each other or to what is known. Where two contradict each
 * other, the first in the file stays; those that form a ring are all refused.
 */
final class Rules {

	/**
	 * In the order in which they are asked; each sees only what the ones before it left.
	 */
	static final List<Function<Draft, List<Refused>>> ALL = List.of(Rules::personnelNumberOnce, Rules::oneNamePerUnit,
			Rules::oneUnitAbove, Rules::sameNameForUnitAbove, Rules::noRingOfUnits, Rules::noRingOfManagers,
			Rules::signInNameOnce, Rules::oneLeadPerUnit);

	private Rules() {
	}

	static List<Refused> personnelNumberOnce(Draft draft) {
		List<Refused> refused = new ArrayList<>();
		Map<String, Integer> lines = new HashMap<>();
		persons(draft, (row, person) -> {
			Integer first = lines.putIfAbsent(person.number(), row.line());
			if (first != null) {
				refused
					.add(Refused.cell(
							row.line(), Column.PERSONNEL_NUMBER, "The personnel number "
									+ Refused.quoted(person.number()) + " is already on line " + first + ".",
							"Keep one row for each person."));
			}
		});
		return refused;
	}

	static List<Refused> oneNamePerUnit(Draft draft) {
		List<Refused> refused = new ArrayList<>();
		units(draft, (row, first) -> {
			if (!row.unit().name().equals(first.name())) {
				refused.add(Refused.cell(
						row.line(), Column.UNIT_NAME, "The unit " + Refused.quoted(first.code()) + " is called "
								+ Refused.quoted(first.name()) + " further up.",
						"Give the unit the same name on all its rows."));
			}
		});
		return refused;
	}

	static List<Refused> oneUnitAbove(Draft draft) {
		List<Refused> refused = new ArrayList<>();
		units(draft, (row, first) -> {
			if (!Objects.equals(row.unit().parentCode(), first.parentCode())) {
				String above = (first.parentCode() != null) ? "below " + Refused.quoted(first.parentCode())
						: "below no other";
				refused.add(Refused.cell(row.line(), Column.PARENT_UNIT_CODE,
						"The unit " + Refused.quoted(first.code()) + " is " + above + " further up.",
						"Give the unit the same unit above it on all its rows."));
			}
		});
		return refused;
	}

	static List<Refused> sameNameForUnitAbove(Draft draft) {
		List<Refused> refused = new ArrayList<>();
		Map<String, String> names = new HashMap<>(draft.mentioned());
		draft.described().forEach((code, unit) -> names.put(code, unit.name()));
		for (Row row : draft.rows()) {
			String above = row.unit().parentCode();
			String name = row.unit().parentName();
			if (above != null && name != null && !name.equals(names.get(above))) {
				refused.add(Refused.cell(row.line(), Column.PARENT_UNIT_NAME,
						"The unit " + Refused.quoted(above) + " is called "
								+ Refused.quoted(String.valueOf(names.get(above))) + " elsewhere in the file.",
						"Use one name for it, or leave this cell empty."));
			}
		}
		return refused;
	}

	static List<Refused> noRingOfUnits(Draft draft) {
		Set<String> ring = inRings(draft.parents());
		return draft.rows()
			.stream()
			.filter((row) -> ring.contains(row.unit().code()))
			.map((row) -> Refused.cell(row.line(), Column.PARENT_UNIT_CODE,
					"The unit " + Refused.quoted(row.unit().code()) + " would be below itself.",
					"Follow the units above it and correct the one that leads back."))
			.toList();
	}

	static List<Refused> noRingOfManagers(Draft draft) {
		List<Refused> refused = new ArrayList<>();
		Set<String> ring = inRings(draft.managers());
		persons(draft, (row, person) -> {
			if (ring.contains(person.number())) {
				refused.add(Refused.cell(row.line(), Column.MANAGER_PERSONNEL_NUMBER,
						"The person would be among their own managers.",
						"Follow the managers upwards and correct the one that leads back."));
			}
		});
		return refused;
	}

	static List<Refused> signInNameOnce(Draft draft) {
		List<Refused> refused = new ArrayList<>();
		Map<String, String> owners = new HashMap<>();
		Set<String> inFile = new HashSet<>();
		persons(draft, (row, person) -> inFile.add(person.number()));
		draft.known()
			.staff()
			.values()
			.stream()
			.filter((member) -> !inFile.contains(member.id()))
			.forEach((member) -> owners.put(member.file().signInName(),
					"a person who is not in this file or whose row is refused"));
		persons(draft, (row, person) -> {
			String owner = owners.putIfAbsent(person.file().signInName(), "the person on line " + row.line());
			if (owner != null) {
				refused.add(Refused.cell(row.line(), Column.SIGN_IN_NAME,
						"The sign-in name " + Refused.quoted(person.file().signInName()) + " belongs to " + owner + ".",
						"Choose another one."));
			}
		});
		return refused;
	}

	static List<Refused> oneLeadPerUnit(Draft draft) {
		List<Refused> refused = new ArrayList<>();
		Map<String, String> leads = draft.leads();
		persons(draft, (row, person) -> {
			if (person.file().worksOn(draft.today())) {
				person.leads()
					.stream()
					.filter((unit) -> !person.number().equals(leads.get(unit)))
					.findFirst()
					.ifPresent(
							(unit) -> refused.add(Refused.cell(row.line(), Column.LEADS_UNIT,
									"The unit " + Refused.quoted(unit) + " is already led by " + leads.get(unit)
											+ " further up.",
									"Write no on the row of the person who does not lead it.")));
			}
		});
		return refused;
	}

	/**
	 * Which nodes lie on a ring.
	 * @param next where each node points, if anywhere
	 * @return the nodes from which one comes back to where one was
	 */
	static Set<String> inRings(Map<String, String> next) {
		Set<String> rings = new HashSet<>();
		Set<String> done = new HashSet<>();
		for (String start : next.keySet()) {
			List<String> path = new ArrayList<>();
			Set<String> onPath = new HashSet<>();
			String node = start;
			while (node != null && !done.contains(node) && onPath.add(node)) {
				path.add(node);
				node = next.get(node);
			}
			if (node != null && onPath.contains(node)) {
				rings.addAll(path.subList(path.indexOf(node), path.size()));
			}
			done.addAll(path);
		}
		return rings;
	}

	private static void persons(Draft draft, BiConsumer<Row, Person> each) {
		draft.rows().forEach((row) -> {
			Person person = row.person();
			if (person != null) {
				each.accept(row, person);
			}
		});
	}

	private static void units(Draft draft, BiConsumer<Row, UnitColumns> each) {
		Map<String, UnitColumns> first = draft.described();
		draft.rows().forEach((row) -> each.accept(row, Objects.requireNonNull(first.get(row.unit().code()))));
	}

}
