package org.holdfast.burnout.alert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.holdfast.burnout.chart.Budget;
import org.holdfast.burnout.chart.ChartedCycle;
import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.release.Release;
import org.holdfast.burnout.release.Scale;
import org.holdfast.burnout.setting.Policy;
import org.holdfast.burnout.setting.Trouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** When a published block calls for an alert. */
class AlertRulesTests {

	@Test
	void aHighLevelCallsForAnAlertThatSaysWhy() {
		List<Alert> alerts = alerts(List.of(week(1, 68, 40)));
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
		assertThat(alerts(List.of(week(1, 60, 40)))).hasSize(1);
		assertThat(alerts(List.of(week(1, 59.4, 40)))).isEmpty();
		assertThat(alerts(List.of(week(1, 59.5, 40)))).hasSize(1);
	}

	@Test
	void aLimitFromBelowIsHighToo() {
		assertThat(alerts(List.of(week(1, 100, 40)))).singleElement().satisfies((alert) -> {
			assertThat(alert.level()).isEqualTo(88);
			assertThat(alert.because())
				.isEqualTo("Strain at least 88 of 100 in a group of 5-9 people; the threshold is 60");
		});
	}

	@Test
	void anAlertGoesOnWhileTheLevelStaysHigh() {
		List<Alert> alerts = alerts(List.of(week(1, 40, 40), week(2, 68, 40), week(3, 75, 40), week(4, 62, 40)));
		assertThat(alerts).extracting(Alert::cycleId).containsExactly("2026-W22");
	}

	@Test
	void aNewEpisodeIsANewAlert() {
		List<Alert> alerts = alerts(List.of(week(1, 68, 40), week(2, 40, 40), week(3, 68, 40)));
		assertThat(alerts).extracting(Alert::cycleId).containsExactly("2026-W21", "2026-W23");
		assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
	}

	@Test
	void eachGroupHasItsOwnAlert() {
		List<Alert> alerts = alerts(List.of(week(1, 68, 40), week(2, 68, 90)));
		assertThat(alerts).extracting(Alert::unitIds).containsExactly(List.of("A"), List.of("B"));
	}

	@Test
	void aGroupMadeOfGroupsInTroubleIsNoNews() {
		Release apart = week(1, 68, 70);
		Release merged = Agency.of(department("D", null), team("A", "D", 3, 70), team("B", "D", 7, 70)).release(2);
		assertThat(merged.blocks()).hasSize(1);
		assertThat(alerts(List.of(apart, merged))).hasSize(2);
	}

	@Test
	void aUnitThatJoinsAGroupInTroubleIsNews() {
		Release apart = week(1, 68, 40);
		Release merged = Agency.of(department("D", null), team("A", "D", 3, 70), team("B", "D", 7, 70)).release(2);
		assertThat(alerts(List.of(apart, merged))).extracting(Alert::unitIds)
			.containsExactly(List.of("A"), List.of("A", "B"));
	}

	@Test
	void theThresholdOfTheTimeCounts() {
		Release before = week(1, 68, 40);
		Release lenient = new Release(before.id(), "pulse", before.closesAt(), 5, Agency.policy(5, 70), before.scales(),
				before.blocks(), before.shown(), before.pools(), List.of(), before.commentGroups());
		assertThat(alerts(List.of(lenient))).isEmpty();
	}

	@Test
	void theSameTroubleHasTheSameIdHoweverOftenItIsDerived() {
		assertThat(alerts(List.of(week(1, 68, 40)))).isEqualTo(alerts(List.of(week(1, 68, 40))));
	}

	@Test
	void aLevelThatRoseByMoreThanChanceIsNewsBelowTheThreshold() {
		List<Release> usual = List.of(week(1, 22, 40), week(2, 20, 40), week(3, 18, 40));
		List<Alert> alerts = alerts(Stream.concat(usual.stream(), Stream.of(week(4, 50, 40))).toList());
		assertThat(alerts).singleElement().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo(Trouble.LEVEL_ROSE);
			assertThat(alert.because())
				.isEqualTo("Strain 50 of 100 in a group of 5-9 people; it was 20 on average over the 3 cycles before");
			assertThat(alert.falseAlarms()).isEqualTo("about 1 in 400 cycles for a group in which nothing changes");
		});
		assertThat(alerts(Stream.concat(usual.stream(), Stream.of(week(4, 44, 40))).toList())).isEmpty();
		assertThat(alerts(List.of(week(1, 20, 40), week(2, 20, 40), week(3, 50, 40)))).isEmpty();
	}

	@Test
	void aUnitThatIsAskedAndDoesNotAnswerIsSilentAndNoLevelIsGuessed() {
		List<Alert> alerts = alerts(List.of(silent(1), silent(2), silent(3), silent(4)));
		assertThat(alerts).singleElement().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo(Trouble.SILENT);
			assertThat(alert.unitIds()).containsExactly("S");
			assertThat(alert.cycleId()).isEqualTo("2026-W23");
			assertThat(alert.level()).isNull();
			assertThat(alert.because())
				.isEqualTo("Fewer than 5 of a unit in which more were asked answered, 3 cycles in "
						+ "a row; how the others fare is not known");
		});
		assertThat(alerts(List.of(silent(1), silent(2), week(3, 40, 40), silent(4), silent(5)))).isEmpty();
	}

	@Test
	void aRuleThatWasNotChosenIsNotAsked() {
		Release before = week(1, 68, 40);
		Policy without = new Policy(2, 5, 60, List.of(Trouble.SILENT), 3, 14, Agency.FIRST_CLOSE, "S-1");
		assertThat(alerts(List.of(new Release(before.id(), "pulse", before.closesAt(), 5, without, before.scales(),
				before.blocks(), before.shown(), before.pools(), List.of(), before.commentGroups()))))
			.isEmpty();
	}

	@Test
	void onAScaleWhereHigherIsBetterLowIsTrouble() {
		Scale wellbeing = new Scale("wellbeing", Scale.Direction.HIGHER_IS_BETTER, 0, 100, Scale.Kind.OUTCOME);
		Release release = on(wellbeing, week(1, 30, 70));
		assertThat(alerts(List.of(release))).singleElement().satisfies((alert) -> {
			assertThat(alert.unitIds()).containsExactly("A");
			assertThat(alert.level()).isEqualTo(30);
			assertThat(alert.scale()).isEqualTo("wellbeing");
			assertThat(alert.because()).isEqualTo(
					"Wellbeing 30 of 100, where higher is better, in a group of 5-9 people; the threshold is 40");
		});
		assertThat(alerts(List.of(on(wellbeing, week(1, 0, 70))))).singleElement()
			.satisfies((alert) -> assertThat(alert.because()).startsWith("Wellbeing at most 12 of 100"));
	}

	@Test
	void surveysDoNotInterruptEachOthersEpisodes() {
		Scale single = new Scale("week-strain", Scale.Direction.HIGHER_IS_WORSE, 0, 100, Scale.Kind.OUTCOME);
		assertThat(alerts(List.of(week(1, 68, 40), on(single, week(2, 40, 40)), week(3, 68, 40)))).hasSize(1);
	}

	@Test
	void theStatedFalseAlarmRateIsThatOfTheNormalDistribution() {
		assertThat(alerts(List.of(week(1, 68, 40))).getFirst().falseAlarms()).isEqualTo(
				"about 1 in 10 cycles for a group of this size that lastingly stays 10 points short of the threshold");
	}

	private static Release on(Scale scale, Release release) {
		return new Release(release.id(), scale.id(), release.closesAt(), 5, release.policy(), List.of(scale),
				release.blocks(), release.shown(), release.pools(), List.of(), release.commentGroups());
	}

	private static Release silent(int week) {
		return Agency
			.of(department("D", null), new Agency.Team("S", "D", 12, List.of(40.0, 40.0)), team("A", "D", 6, 40),
					team("B", "D", 7, 40))
			.release(week);
	}

	private static Release week(int week, double levelOfA, double levelOfB) {
		return Agency.of(department("D", null), team("A", "D", 6, levelOfA), team("B", "D", 7, levelOfB)).release(week);
	}

	@Test
	void aGroupWhoseMembersAreWorseThanUsualTogetherIsNewsBelowTheThreshold() {
		Release release = week(1, 50, 40);
		ChartedCycle charted = new ChartedCycle(release.id(), "strain", release.closesAt(), new Budget(2, 13, 1), 4,
				.05, List.of(new ChartedCycle.Block(release.blocks().getFirst().unitIds(), 5, 12, 30, 4, true),
						new ChartedCycle.Block(release.blocks().getLast().unitIds(), 5, 0, 5, 0, false)));
		assertThat(AlertRules.alerts(List.of(release), (cycle) -> Optional.of(charted))).singleElement()
			.satisfies((alert) -> {
				assertThat(alert.rule()).isEqualTo(Trouble.GROUP_CHART);
				assertThat(alert.unitIds()).isEqualTo(release.blocks().getFirst().unitIds());
				assertThat(alert.because()).isEqualTo("Strain 50 of 100 in a group of 5-9 people; taken together, its "
						+ "members have been worse than is usual for each of them");
				assertThat(alert.falseAlarms()).isEqualTo(
						"2 groups are charted each cycle; all charts together alarm in vain about once a quarter");
			});
		assertThat(alerts(List.of(release))).isEmpty();
	}

	private static List<Alert> alerts(List<Release> releases) {
		return AlertRules.alerts(releases, (cycle) -> Optional.empty());
	}

}
