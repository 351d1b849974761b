package org.holdfast.burnout.alert;

import java.util.List;

import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.release.Release;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** When a published block calls for an alert. */
class AlertRulesTests {

	@Test
	void aHighLevelCallsForAnAlertThatSaysWhy() {
		List<Alert> alerts = AlertRules.alerts(List.of(week(1, 68, 40)));
		assertThat(alerts).singleElement().satisfies((alert) -> {
			assertThat(alert.unitIds()).containsExactly("A");
			assertThat(alert.cycleId()).isEqualTo("2026-W21");
			assertThat(alert.level()).isEqualTo(68);
			assertThat(alert.people()).isEqualTo("5-9");
			assertThat(alert.threshold()).isEqualTo(60);
			assertThat(alert.raisedAt()).isEqualTo(Agency.FIRST_CLOSE);
			assertThat(alert.because()).isEqualTo("Strain 68 of 100 in a group of 5-9 people; the threshold is 60");
		});
	}

	@Test
	void theThresholdItselfIsHighAndWhatRoundsBelowItIsNot() {
		assertThat(AlertRules.alerts(List.of(week(1, 60, 40)))).hasSize(1);
		assertThat(AlertRules.alerts(List.of(week(1, 59.4, 40)))).isEmpty();
		assertThat(AlertRules.alerts(List.of(week(1, 59.5, 40)))).hasSize(1);
	}

	@Test
	void aLimitFromBelowIsHighToo() {
		assertThat(AlertRules.alerts(List.of(week(1, 100, 40)))).singleElement().satisfies((alert) -> {
			assertThat(alert.level()).isEqualTo(88);
			assertThat(alert.because())
				.isEqualTo("Strain at least 88 of 100 in a group of 5-9 people; the threshold is 60");
		});
	}

	@Test
	void anAlertGoesOnWhileTheLevelStaysHigh() {
		List<Alert> alerts = AlertRules
			.alerts(List.of(week(1, 40, 40), week(2, 68, 40), week(3, 75, 40), week(4, 62, 40)));
		assertThat(alerts).extracting(Alert::cycleId).containsExactly("2026-W22");
	}

	@Test
	void aNewEpisodeIsANewAlert() {
		List<Alert> alerts = AlertRules.alerts(List.of(week(1, 68, 40), week(2, 40, 40), week(3, 68, 40)));
		assertThat(alerts).extracting(Alert::cycleId).containsExactly("2026-W21", "2026-W23");
		assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
	}

	@Test
	void eachGroupHasItsOwnAlert() {
		List<Alert> alerts = AlertRules.alerts(List.of(week(1, 68, 40), week(2, 68, 90)));
		assertThat(alerts).extracting(Alert::unitIds).containsExactly(List.of("A"), List.of("B"));
	}

	@Test
	void aGroupMadeOfGroupsInTroubleIsNoNews() {
		Release apart = week(1, 68, 70);
		Release merged = Agency.of(department("D", null), team("A", "D", 3, 70), team("B", "D", 7, 70)).release(2);
		assertThat(merged.blocks()).hasSize(1);
		assertThat(AlertRules.alerts(List.of(apart, merged))).hasSize(2);
	}

	@Test
	void aUnitThatJoinsAGroupInTroubleIsNews() {
		Release apart = week(1, 68, 40);
		Release merged = Agency.of(department("D", null), team("A", "D", 3, 70), team("B", "D", 7, 70)).release(2);
		assertThat(AlertRules.alerts(List.of(apart, merged))).extracting(Alert::unitIds)
			.containsExactly(List.of("A"), List.of("A", "B"));
	}

	@Test
	void theThresholdOfTheTimeCounts() {
		Release before = week(1, 68, 40);
		Release lenient = new Release(before.id(), before.closesAt(), 5, 70, before.blocks(), before.shown());
		assertThat(AlertRules.alerts(List.of(lenient))).isEmpty();
	}

	@Test
	void theSameTroubleHasTheSameIdHoweverOftenItIsDerived() {
		assertThat(AlertRules.alerts(List.of(week(1, 68, 40)))).isEqualTo(AlertRules.alerts(List.of(week(1, 68, 40))));
	}

	private static Release week(int week, double levelOfA, double levelOfB) {
		return Agency.of(department("D", null), team("A", "D", 6, levelOfA), team("B", "D", 7, levelOfB)).release(week);
	}

}
