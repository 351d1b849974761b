package org.holdfast.burnout.release;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.holdfast.burnout.release.PartitionRelease.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The attack on half a year without the service around it, so that more agencies can be
 * tried.
 */
class SimulationTests {

	@ParameterizedTest
	@ValueSource(longs = { 11, 2, 3 })
	void nothingIsFoundInAgenciesThatNeverStandStill(long seed) {
		Simulation simulation = Simulation.growing("strain", 26, seed);
		Attack attack = new Attack(simulation.scales(), EnumSet.allOf(Rule.class));
		List<Release> releases = simulation.releases(EnumSet.allOf(Rule.class));
		AttackTests.sees(simulation, releases, attack);
		assertThat(attack.figures()).isGreaterThan(500);
		assertThat(attack.finds(simulation.weeks())).isEmpty();
		// cross-cuts have figures, with some left out, and some have none
		List<Cut> cuts = releases.stream().flatMap((release) -> release.cuts().stream()).toList();
		assertThat(cuts).anyMatch((cut) -> cut.figure(0) != null && cut.leftOut().isEmpty())
			.anyMatch((cut) -> cut.figure(0) != null && !cut.leftOut().isEmpty())
			.anyMatch((cut) -> cut.figure(1) != null)
			.anyMatch(Cut::withheld);
	}

	@ParameterizedTest
	@EnumSource(names = { "AT_LEAST_FIVE", "MERGE_SMALL", "WHOLE_BLOCKS" })
	void theAuditCatchesWhatAnotherRuleLetsThrough(Rule rule) {
		Simulation tempting = Simulation.tempting("strain", 2, 1);
		assertThat(finds(tempting, EnumSet.complementOf(EnumSet.of(rule)))).isEmpty();
		assertThat(finds(tempting, EnumSet.complementOf(EnumSet.of(rule, Rule.AUDIT)))).isNotEmpty();
	}

	private static List<String> finds(Simulation simulation, Set<Rule> rules) {
		Attack attack = new Attack(simulation.scales(), rules);
		AttackTests.sees(simulation, simulation.releases(rules), attack);
		return attack.finds(simulation.weeks());
	}

}
