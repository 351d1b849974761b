package org.holdfast.burnout.release;

import java.util.List;
import java.util.Map;

import org.holdfast.burnout.unit.UnitChanged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** What a spreadsheet gets. */
class ExportTests {

	private static final Release RELEASE = Agency
		.of(department("D", null), team("A", "D", 9, 68), team("N", "D", 3, 80), team("B", "D", 9, 50))
		.release();

	@Test
	void eachUnitHasARowWithItsFigureOrThatOfItsGroup() {
		assertThat(csv(new UnitChanged("D", "Families, \"all\"", null, null), new UnitChanged("N", "Night", "D", null)))
			.isEqualTo(
					"""
							cycle,series,closes_at,unit_id,unit,scale,direction,state,level,at_most,at_least,people,participation,reason,together\r
							2026-W21,pulse,2026-05-24T18:00:00Z,D,"Families, ""all""\",strain,higher is worse,published,62,,,20-49,75 % or more,,\r
							2026-W21,pulse,2026-05-24T18:00:00Z,N,Night,strain,higher is worse,withheld,71,,,10-19,,fewer than 5 answers,'=A; N\r
							""");
	}

	@Test
	void aNameThatLooksLikeAFormulaIsText() {
		for (String name : List.of("=1+1", "+1", "-1", "@x", "\tx")) {
			assertThat(csv(new UnitChanged("D", name, null, null))).contains(",D,'" + name + ",");
		}
	}

	private static String csv(UnitChanged... units) {
		return Export.of(List.of(units), List.of(RELEASE), null, Map.of("A", "=A"));
	}

}
