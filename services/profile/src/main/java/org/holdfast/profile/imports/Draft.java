package org.holdfast.profile.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.holdfast.profile.imports.Row.Person;
import org.holdfast.profile.imports.Row.UnitColumns;
import org.holdfast.profile.staff.StaffMember;
import org.holdfast.profile.staff.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The rows that would be taken over, seen together with what the database holds: who
 * would report to whom, which unit would be where.
 *
 * @param rows the rows not refused so far, in the order of the file
 * @param known what the database holds
 * @param today the day in the agency's time zone
 */
record Draft(List<Row> rows, Known known, LocalDate today) {

	Draft without(Set<Integer> lines) {
		return new Draft(this.rows.stream().filter((row) -> !lines.contains(row.line())).toList(), this.known,
				this.today);
	}

	Stream<Person> persons() {
		return this.rows.stream().map(Row::person).filter(Objects::nonNull);
	}

	/**
	 * Who would report to whom.
	 * @return managers by personnel number
	 */
	Map<String, String> managers() {
		Map<String, @Nullable String> managers = new HashMap<>();
		this.known.staff().forEach((number, member) -> managers.put(number, member.file().managerId()));
		persons().forEach((person) -> managers.put(person.number(), person.file().managerId()));
		return nonNull(managers);
	}

	/**
	 * Which unit would be below which.
	 * @return the units above by unit code
	 */
	Map<String, String> parents() {
		Map<String, @Nullable String> parents = new HashMap<>();
		this.known.units().forEach((code, unit) -> parents.put(code, unit.parentId()));
		described().forEach((code, columns) -> parents.put(code, columns.parentCode()));
		return nonNull(parents);
	}

	/**
	 * The units that have rows of their own; the first row counts, the others say the
	 * same or are refused.
	 * @return what the rows say, by unit code
	 */
	Map<String, UnitColumns> described() {
		Map<String, UnitColumns> described = new LinkedHashMap<>();
		this.rows.forEach((row) -> described.putIfAbsent(row.unit().code(), row.unit()));
		return described;
	}

	/**
	 * The units that the file names only as the unit above another.
	 * @return names by unit code
	 */
	Map<String, String> mentioned() {
		Map<String, UnitColumns> described = described();
		Map<String, String> mentioned = new LinkedHashMap<>();
		for (Row row : this.rows) {
			String code = row.unit().parentCode();
			String name = row.unit().parentName();
			if (code != null && name != null && !described.containsKey(code)) {
				mentioned.putIfAbsent(code, name);
			}
		}
		return mentioned;
	}

	/**
	 * Who would lead which unit; who has left leads nothing.
	 * @return personnel numbers by unit code
	 */
	Map<String, String> leads() {
		Map<String, String> leads = new HashMap<>();
		persons().filter((person) -> person.file().worksOn(this.today))
			.forEach((person) -> person.leads().forEach((unit) -> leads.putIfAbsent(unit, person.number())));
		return leads;
	}

	/**
	 * The people as they would be.
	 * @return the next state of everyone in the file, by personnel number
	 */
	Map<String, StaffMember> staff() {
		Map<String, StaffMember> staff = new LinkedHashMap<>();
		persons().forEach((person) -> {
			StaffMember before = this.known.staff().get(person.number());
			staff.put(person.number(), (before != null) ? before.with(person.file(), this.today)
					: StaffMember.joining(person.number(), person.file(), this.today));
		});
		return staff;
	}

	/**
	 * The units as they would be.
	 * @return the next state of every unit that the file describes, mentions or changes,
	 * by code
	 */
	Map<String, Unit> units() {
		Map<String, Unit> units = new TreeMap<>();
		Map<String, UnitColumns> described = described();
		Map<String, String> mentioned = mentioned();
		Map<String, String> leads = leads();
		Set<String> persons = Set.copyOf(persons().map(Person::number).toList());
		this.known.units().forEach((code, unit) -> {
			String lead = leads.get(code);
			if (lead == null && unit.leadId() != null && !persons.contains(unit.leadId())) {
				lead = unit.leadId();
			}
			Unit next = new Unit(code, mentioned.getOrDefault(code, unit.name()), unit.parentId(), lead);
			if (mentioned.containsKey(code) || !next.equals(unit)) {
				units.put(code, next);
			}
		});
		mentioned.forEach((code, name) -> units.putIfAbsent(code, new Unit(code, name, null, leads.get(code))));
		described.forEach((code, columns) -> {
			Unit before = units.getOrDefault(code, this.known.units().get(code));
			String lead = (before != null) ? before.leadId() : leads.get(code);
			units.put(code, new Unit(code, columns.name(), columns.parentCode(), lead));
		});
		return units;
	}

	private static Map<String, String> nonNull(Map<String, @Nullable String> map) {
		Map<String, String> result = new HashMap<>();
		map.forEach((key, value) -> {
			if (value != null) {
				result.put(key, value);
			}
		});
		return result;
	}

}
