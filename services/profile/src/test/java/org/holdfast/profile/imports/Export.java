package org.holdfast.profile.imports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.holdfast.profile.staff.StaffMember;
import org.holdfast.profile.staff.Unit;

/**
 * An HR export as a test needs it: sensible rows, of which a test changes some cells.
 */
record Export(List<Map<Column, String>> rows) {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	static final Known NOBODY = new Known(Map.of(), Map.of());

	static Export empty() {
		return new Export(List.of());
	}

	/**
	 * The same with a row more; line 1 is the header, so the first row is line 2.
	 * @param number the personnel number, from which the other cells follow
	 * @param cells what is different, such as {@code unit_code=U-2}
	 */
	Export with(String number, String... cells) {
		Map<Column, String> row = new EnumMap<>(Column.class);
		Arrays.stream(Column.values()).forEach((column) -> row.put(column, ""));
		row.put(Column.PERSONNEL_NUMBER, number);
		row.put(Column.FIRST_NAME, "Given");
		row.put(Column.LAST_NAME, "Family " + number);
		row.put(Column.SIGN_IN_NAME, "name." + number.toLowerCase());
		row.put(Column.UNIT_CODE, "U-1");
		row.put(Column.ROLE, "staff");
		row.put(Column.ENTRY_DATE, "2020-01-31");
		for (String cell : cells) {
			int equals = cell.indexOf('=');
			row.put(Column.of(cell.substring(0, equals)).orElseThrow(), cell.substring(equals + 1));
		}
		row.computeIfPresent(Column.UNIT_NAME,
				(column, name) -> name.isEmpty() ? "Unit " + row.get(Column.UNIT_CODE) : name);
		List<Map<Column, String>> more = new ArrayList<>(this.rows);
		more.add(row);
		return new Export(more);
	}

	Export withCell(int row, Column column, String value) {
		List<Map<Column, String>> changed = new ArrayList<>(this.rows);
		Map<Column, String> cells = new EnumMap<>(changed.get(row));
		cells.put(column, value);
		changed.set(row, cells);
		return new Export(changed);
	}

	Export shuffled(long seed) {
		List<Map<Column, String>> shuffled = new ArrayList<>(this.rows);
		Collections.shuffle(shuffled, new Random(seed));
		return new Export(shuffled);
	}

	String csv() {
		StringBuilder csv = new StringBuilder(
				Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(",", "", "\n")));
		this.rows.forEach((row) -> csv.append(Arrays.stream(Column.values())
			.map((column) -> '"' + row.get(column).replace("\"", "\"\"") + '"')
			.collect(Collectors.joining(",", "", "\n"))));
		return csv.toString();
	}

	ImportPlan plan(Known known) {
		return ImportPlan.of(read(csv()), known, TODAY);
	}

	/** What the database holds after the import. */
	Known imported(Known known) {
		ImportPlan plan = plan(known);
		return after(known, plan.staff(), plan.units());
	}

	static Known after(Known known, List<StaffMember> changedStaff, List<Unit> changedUnits) {
		Map<String, StaffMember> staff = new HashMap<>(known.staff());
		changedStaff.forEach((member) -> staff.put(member.id(), member));
		Map<String, Unit> units = new HashMap<>(known.units());
		changedUnits.forEach((unit) -> units.put(unit.id(), unit));
		return new Known(staff, units);
	}

	static CsvFile read(String csv) {
		return CsvFile.of(csv.getBytes(StandardCharsets.UTF_8), 1000);
	}

}
