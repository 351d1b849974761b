package org.holdfast.burnout.release;

import java.util.EnumSet;

import org.holdfast.burnout.release.PartitionRelease.Rule;
import org.junit.jupiter.params.ParameterizedTest;
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
		AttackTests.sees(simulation, simulation.releases(), attack);
		assertThat(attack.figures()).isGreaterThan(500);
		assertThat(attack.finds(simulation.weeks())).isEmpty();
	}

}
