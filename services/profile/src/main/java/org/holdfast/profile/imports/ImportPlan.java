package org.holdfast.profile.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.profile.staff.StaffMember;
import org.holdfast.profile.staff.Unit;

/**
 * What an import would do, decided without doing it.
 *
 * @param refused why rows are not taken over, in the order of the file
 * @param draft the rows that are
 * @param absent how many people who work here are not in the file
 */
record ImportPlan(List<Refused> refused, Draft draft, int absent) {

	/** Refusing a row can uncover the next contradiction, but not for ever. */
	private static final int MOST_ROUNDS = 100;

	/**
	 * Decides.
	 * @param file the file
	 * @param known what the database holds
	 * @param today the day in the agency's time zone
	 * @return what would be done
	 * @throws Refusal when the rows contradict each other too much to tell which to
	 * refuse
	 */
	static ImportPlan of(CsvFile file, Known known, LocalDate today) {
		List<Refused> refused = new ArrayList<>(file.unreadable());
		Mentioned mentioned = Mentioned.in(file.lines(), known);
		List<Row> rows = file.lines()
			.stream()
			.flatMap((line) -> LineReader.read(line, mentioned, refused).stream())
			.toList();
		Draft draft = withoutContradictions(new Draft(rows, known, today), refused);
		refused.sort(Comparator.comparingInt(Refused::line));
		Set<String> inFile = file.lines()
			.stream()
			.map((line) -> line.cell(Column.PERSONNEL_NUMBER))
			.collect(Collectors.toSet());
		long absent = known.staff()
			.values()
			.stream()
			.filter((member) -> member.active() && !inFile.contains(member.id()))
			.count();
		return new ImportPlan(List.copyOf(refused), draft, (int) absent);
	}

	private static Draft withoutContradictions(Draft draft, List<Refused> refused) {
		Draft next = draft;
		for (int round = 0; round < MOST_ROUNDS; round++) {
			int before = refused.size();
			for (Function<Draft, List<Refused>> rule : Rules.ALL) {
				List<Refused> found = rule.apply(next);
				refused.addAll(found);
				next = next.without(found.stream().map(Refused::line).collect(Collectors.toSet()));
			}
			if (refused.size() == before) {
				return next;
			}
		}
		throw Refusal.invalid("contradictory-file",
				"The rows contradict each other too much. Nothing was imported. Import the file in parts.");
	}

	/**
	 * The people who change.
	 * @return their next states
	 */
	List<StaffMember> staff() {
		Map<String, StaffMember> known = this.draft.known().staff();
		return this.draft.staff().values().stream().filter((next) -> !next.equals(known.get(next.id()))).toList();
	}

	/**
	 * The units that change.
	 * @return their next states
	 */
	List<Unit> units() {
		Map<String, Unit> known = this.draft.known().units();
		return this.draft.units().values().stream().filter((next) -> !next.equals(known.get(next.id()))).toList();
	}

	/**
	 * How many of the accepted rows change the person they are about, or the unit when
	 * they are about nobody.
	 * @return the number of rows
	 */
	int changedRows() {
		Set<String> staff = this.staff().stream().map(StaffMember::id).collect(Collectors.toSet());
		Set<String> units = this.units().stream().map(Unit::id).collect(Collectors.toSet());
		return (int) this.draft.rows()
			.stream()
			.filter((row) -> (row.person() != null) ? staff.contains(row.person().number())
					: units.contains(row.unit().code()))
			.count();
	}

}
