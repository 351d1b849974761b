package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.holdfast.burnout.unit.Named;
import org.holdfast.burnout.unit.UnitChanged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** How releases become a trend. */
class TrendTests {

	private static final UnitChanged ROOT = new UnitChanged("D", "Family Services", null, null);

	private static final UnitChanged TEAM = new UnitChanged("A", "Family Support", "D", "S-1");

	private final Agency first = Agency.of(department("D", null), team("A", "D", 6, 40), team("N", "D", 3, 80),
			team("B", "D", 9, 50));

	private final Agency second = Agency.of(department("D", null), team("A", "D", 6, 45), team("N", "D", 5, 70),
			team("B", "D", 9, 50));

	@Test
	void aPublishedCycleShowsTheUnitsFigure() {
		Trend.Period period = trend(List.of(this.second.release(2))).periods().getFirst();
		assertThat(period).isEqualTo(new Trend.Period("2026-W22", Instant.parse("2026-05-31T18:00:00Z"), "published",
				new Figure(45, null, null, "5-9"), null, List.of(), null, null, new Pool.Pooled(49, 35, 62)));
	}

	@Test
	void aWithheldCycleShowsTheGroupByCurrentNames() {
		Trend.Period period = trend(List.of(this.first.release(1))).periods().getFirst();
		assertThat(period.state()).isEqualTo("withheld");
		assertThat(period.figure()).isNull();
		assertThat(period.reason()).isEqualTo("shown only together with others, so that a small group stays hidden");
		assertThat(period.together()).containsExactly(new Named("A", "Family Support"), new Named("N", "name of N"));
		assertThat(period.togetherFigure()).isEqualTo(new Figure(53, null, null, "5-9"));
	}

	@Test
	void cyclesAreInOrderAndParentsFollow() {
		Trend trend = trend(List.of(this.first.release(1), this.second.release(2)));
		assertThat(trend.unit()).isEqualTo(new Named("A", "Family Support"));
		assertThat(trend.scale()).isEqualTo(Agency.STRAIN);
		assertThat(trend.periods()).extracting(Trend.Period::state).containsExactly("withheld", "published");
		assertThat(trend.parents()).singleElement().satisfies((parent) -> {
			assertThat(parent.unit()).isEqualTo(new Named("D", "Family Services"));
			assertThat(parent.periods()).extracting((period) -> period.figure().level()).containsExactly(52, 54);
		});
	}

	@Test
	void cyclesBeforeTheUnitExistedAreLeftOut() {
		Release before = Agency.of(team("B", null, 9, 50)).release(1);
		assertThat(trend(List.of(before, this.second.release(2))).periods()).hasSize(1);
	}

	@Test
	void nothingShownIsNeitherAFigureNorAGroup() {
		Trend.Period period = trend(List.of(Agency.of(team("A", null, 4, 50)).release())).periods().getFirst();
		assertThat(period.state()).isEqualTo("withheld");
		assertThat(period.reason()).isEqualTo("fewer than 5 answers");
		assertThat(period.together()).isEmpty();
		assertThat(period.togetherFigure()).isNull();
	}

	private static Trend trend(List<Release> releases) {
		return Trend.of(List.of(TEAM, ROOT), releases, Agency.STRAIN, TrendTests::names);
	}

	private static Map<String, String> names(Set<String> unitIds) {
		Map<String, String> names = new HashMap<>();
		unitIds.forEach((id) -> names.put(id, id.equals("A") ? "Family Support" : "name of " + id));
		return names;
	}

}
