package org.holdfast.profile.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.holdfast.profile.staff.StaffMember;
import org.holdfast.profile.staff.Unit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every import, however wrong the file and whatever was imported before.
 */
class ImportLawsTests {

	@Property(tries = 500)
	void importingTheSameFileAgainChangesNothing(@ForAll("exports") Export before, @ForAll("exports") Export export) {
		Known known = before.imported(Export.NOBODY);
		ImportPlan first = export.plan(known);
		ImportPlan again = export.plan(export.imported(known));
		assertThat(again.staff()).isEmpty();
		assertThat(again.units()).isEmpty();
		assertThat(again.changedRows()).isZero();
		assertThat(again.refused()).isEqualTo(first.refused());
		Statistics.label("refused")
			.collect(!first.refused().isEmpty())
			.coverage((coverage) -> coverage.check(true).percentage((share) -> share > 20 && share < 95));
	}

	@Property(tries = 500)
	void anImportThatWasCutOffIsMendedByImportingAgain(@ForAll("exports") Export before,
			@ForAll("exports") Export export, @ForAll long seed) {
		Known known = before.imported(Export.NOBODY);
		ImportPlan plan = export.plan(known);
		Random random = new Random(seed);
		List<StaffMember> someStaff = plan.staff().stream().filter((member) -> random.nextBoolean()).toList();
		List<Unit> someUnits = plan.units().stream().filter((unit) -> random.nextBoolean()).toList();
		Known cutOff = Export.after(known, someStaff, someUnits);
		assertThat(export.imported(cutOff)).isEqualTo(export.imported(known));
	}

	@Property(tries = 500)
	void whateverIsImportedLeavesNoContradiction(@ForAll("exports") Export before, @ForAll("exports") Export export) {
		Known known = export.imported(before.imported(Export.NOBODY));
		List<String> signInNames = known.staff().values().stream().map((member) -> member.file().signInName()).toList();
		assertThat(signInNames).doesNotHaveDuplicates();
		assertThat(Rules
			.inRings(withoutNulls(known.staff().values(), StaffMember::id, (member) -> member.file().managerId())))
			.isEmpty();
		assertThat(Rules.inRings(withoutNulls(known.units().values(), Unit::id, Unit::parentId))).isEmpty();
		assertThat(known.staff().values())
			.allSatisfy((member) -> assertThat(known.units()).containsKey(member.file().unitId()));
	}

	@Property(tries = 500)
	void aRefusedRowChangesNobodyElse(@ForAll("soundExports") Export export, @ForAll int which) {
		int broken = Math.floorMod(which, export.rows().size());
		String number = export.rows().get(broken).get(Column.PERSONNEL_NUMBER);
		Known sound = export.imported(Export.NOBODY);
		Export mistaken = export.withCell(broken, Column.ENTRY_DATE, "yesterday");
		ImportPlan plan = mistaken.plan(Export.NOBODY);
		assertThat(plan.refused()).extracting(Refused::line).containsExactly(broken + 2);
		Map<String, StaffMember> others = new HashMap<>(sound.staff());
		others.remove(number);
		assertThat(mistaken.imported(Export.NOBODY).staff()).isEqualTo(others);
	}

	@Property(tries = 500)
	void theOrderOfRowsDoesNotMatter(@ForAll("soundExports") Export export, @ForAll int which, @ForAll int ring,
			@ForAll long seed) {
		Export wrong = export.withCell(Math.floorMod(which, export.rows().size()), Column.ROLE, "captain")
			.withCell(Math.floorMod(ring, export.rows().size()), Column.MANAGER_PERSONNEL_NUMBER,
					export.rows().getLast().get(Column.PERSONNEL_NUMBER));
		assertThat(wrong.shuffled(seed).imported(Export.NOBODY)).isEqualTo(wrong.imported(Export.NOBODY));
	}

	/** Anything goes: rings, doubles, strangers, bad cells. */
	@Provide
	Arbitrary<Export> exports() {
		Arbitrary<String> numbers = Arbitraries.of("S-1", "S-2", "S-3", "S-4", "S-5");
		Arbitrary<String> maybeNumbers = Arbitraries.of("", "", "S-1", "S-2", "S-3", "S-4", "S-5", "S-9");
		Arbitrary<String> units = Arbitraries.of("U-1", "U-2", "U-3");
		Arbitrary<String> maybeUnits = Arbitraries.of("", "", "U-1", "U-2", "U-3", "U-4");
		Arbitrary<String> names = Arbitraries.of("", "", "", "", "Another name");
		Arbitrary<String> signInNames = Arbitraries.of("a", "b", "c", "d", "e", "f", "g");
		Arbitrary<String> dates = Arbitraries.of("", "", "", "2019-12-31", "2026-11-20", "2027-01-01", "soon");
		Arbitrary<String> leads = Arbitraries.of("no", "no", "yes", "U-2", "yes|U-4");
		return Combinators
			.combine(numbers, maybeNumbers, units, Combinators.combine(maybeUnits, names).as(List::of), names,
					signInNames, dates, leads)
			.as((number, manager, unit, above, name, signInName, exit,
					lead) -> new String[] { number, "manager_personnel_number=" + manager, "unit_code=" + unit,
							"parent_unit_code=" + above.get(0), "parent_unit_name=" + above.get(1), "unit_name=" + name,
							"sign_in_name=" + signInName, "exit_date=" + exit, "leads_unit=" + lead })
			.list()
			.ofMaxSize(8)
			.map(ImportLawsTests::export);
	}

	/** Files without a mistake: everyone once, managers and units above come earlier. */
	@Provide
	Arbitrary<Export> soundExports() {
		return Combinators.combine(Arbitraries.integers().between(2, 12), Arbitraries.longs()).as((size, seed) -> {
			Random random = new Random(seed);
			List<String[]> rows = new ArrayList<>();
			List<String> led = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				int unit = random.nextInt(4);
				String manager = (i > 0 && random.nextInt(4) > 0) ? "S-" + random.nextInt(i) : "";
				boolean leads = random.nextBoolean() && !led.contains("U-" + unit) && led.add("U-" + unit);
				rows.add(new String[] { "S-" + i, "manager_personnel_number=" + manager, "unit_code=U-" + unit,
						"parent_unit_code=" + ((unit > 0) ? "U-" + (unit / 2) : ""),
						"parent_unit_name=" + ((unit > 0) ? "Unit U-" + (unit / 2) : ""),
						"leads_unit=" + (leads ? "yes" : "no") });
			}
			return export(rows);
		});
	}

	private static Export export(List<String[]> rows) {
		Export export = Export.empty();
		for (String[] row : rows) {
			export = export.with(row[0], Arrays.copyOfRange(row, 1, row.length));
		}
		return export;
	}

	private static <T> Map<String, String> withoutNulls(Collection<T> all, Function<T, String> key,
			Function<T, String> value) {
		return all.stream().filter((each) -> Objects.nonNull(value.apply(each))).collect(Collectors.toMap(key, value));
	}

}
