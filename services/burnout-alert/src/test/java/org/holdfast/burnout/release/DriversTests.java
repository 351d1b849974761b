package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.holdfast.burnout.unit.UnitChanged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What moves with strain. */
class DriversTests {

	private static final UnitChanged ROOT = new UnitChanged("R", "Agency", null, null);

	private static final double[] ENERGY = { 20, 30, 40, 50, 60, 70, 80, 35, 45 };

	private static final double[] WORKLOAD = { 25, 28, 45, 47, 66, 64, 83, 30, 50 };

	@Test
	void theAssociationIsTheOneOfTextbooks() {
		// computed apart from this code
		assertThat(Drivers.Association.of(ENERGY, WORKLOAD)).isEqualTo(new Drivers.Association(0.97, 0.86, 0.99));
	}

	@Test
	void whatDoesNotVaryIsAssociatedWithNothing() {
		assertThat(Drivers.Association.of(new double[] { 50, 50, 50, 50 }, new double[] { 1, 2, 3, 4 })).isNull();
	}

	@Test
	void theDriverThatGoesWithTheOthersComesFirst() {
		Drivers drivers = Drivers.of(ROOT, Agency.STRAIN, List.of(release(9, 1), release(9, 2)));
		assertThat(drivers.groups()).isEqualTo("5-9");
		assertThat(drivers.drivers()).extracting((driver) -> driver.scale().id()).endsWith("noise").hasSize(3);
		assertThat(drivers.drivers().getFirst().level().people()).isEqualTo("50-99");
		assertThat(drivers.drivers()).allSatisfy((driver) -> assertThat(driver.association().from())
			.isLessThanOrEqualTo(driver.association().correlation())
			.isLessThanOrEqualTo(driver.association().to()));
	}

	@Test
	void fewGroupsSayNothing() {
		Drivers drivers = Drivers.of(ROOT, Agency.STRAIN, List.of(release(7, 1), release(7, 2), release(7, 3)));
		assertThat(drivers.groups()).isNull();
		assertThat(drivers.drivers()).hasSize(3).allSatisfy((driver) -> {
			assertThat(driver.association()).isNull();
			assertThat(driver.reason()).isEqualTo("fewer than 8 groups that differ");
			assertThat(driver.level()).isNotNull();
		});
	}

	@Test
	void nothingPublishedIsNoDriver() {
		assertThat(Drivers.of(ROOT, Agency.STRAIN, List.of()).drivers()).isEmpty();
	}

	private static Release release(int units, int week) {
		List<CycleChanged.Unit> tree = new ArrayList<>();
		tree.add(new CycleChanged.Unit("R", null, 0, 0, 0L, 0));
		List<Answer> answers = new ArrayList<>();
		for (int unit = 0; unit < units; unit++) {
			String id = "U" + unit;
			tree.add(new CycleChanged.Unit(id, "R", 6, 6, 6L, 0));
			double noise = (unit % 2 == 0) ? 60 : 40;
			double strain = (ENERGY[unit] + WORKLOAD[unit] + noise) / 3;
			for (int person = 0; person < 6; person++) {
				answers.add(Agency.answer("c", id,
						Map.of("strain", strain, "energy", ENERGY[unit], "workload", WORKLOAD[unit], "noise", noise), 5,
						1));
			}
		}
		List<Scale> scales = new ArrayList<>(List.of(Agency.STRAIN));
		List.of("energy", "noise", "workload")
			.forEach((id) -> scales.add(new Scale(id, Scale.Direction.HIGHER_IS_WORSE, 0, 100, Scale.Kind.DRIVER)));
		return PartitionRelease.of(
				new CycleChanged("c" + week, CycleChanged.State.CLOSED, Agency.FIRST_CLOSE,
						Agency.FIRST_CLOSE.plusSeconds(week), "pulse", scales, tree),
				answers, Agency.policy(5, 60), List.of());
	}

}
