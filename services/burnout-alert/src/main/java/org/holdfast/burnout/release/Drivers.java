package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.holdfast.burnout.unit.Named;
import org.holdfast.burnout.unit.UnitChanged;
import org.jspecify.annotations.Nullable;

/**
 * What moves with an outcome among the published groups of a unit. It is made of
 * published figures only, so it tells nothing new about anyone.
 *
 * @param outcome what is to become better
 * @param groups how many groups there are to compare, as a band; null below
 * {@value #FEWEST_GROUPS}
 * @param drivers those that go with the outcome most closely first
 */
record Drivers(Named unit, Scale outcome, @Nullable String groups, List<Driver> drivers) {

	/** Fewer groups than this say nothing about an association. */
	static final int FEWEST_GROUPS = 8;

	static Drivers of(UnitChanged unit, Scale outcome, List<Release> releases) {
		List<Release> shown = releases.stream().filter((release) -> isShown(unit.unitId(), release)).toList();
		List<Scale> scales = shown.isEmpty() ? List.of() : shown.getLast().scales();
		List<Scale> drivers = scales.stream().filter((scale) -> scale.kind() == Scale.Kind.DRIVER).toList();
		List<Mean> groups = groups(unit.unitId(), outcome, drivers, shown);
		String band = (groups.size() < FEWEST_GROUPS) ? null : Figure.Band.of(groups.size()).toString();
		List<Driver> found = new ArrayList<>();
		for (int driver = 0; driver < drivers.size(); driver++) {
			Scale scale = drivers.get(driver);
			found.add(Driver.of(scale, last(unit.unitId(), scale, shown),
					(band != null) ? association(groups, driver) : null));
		}
		found.sort(Comparator.comparingDouble(Driver::strength).reversed().thenComparing((each) -> each.scale().id()));
		return new Drivers(new Named(unit.unitId(), unit.name()), outcome.published(), band, found);
	}

	private static boolean isShown(String unitId, Release release) {
		return release.of(unitId).filter((shown) -> !shown.withheld() && shown.figures().size() > 1).isPresent();
	}

	private static @Nullable Figure last(String unitId, Scale scale, List<Release> shown) {
		Release last = shown.getLast();
		return last.of(unitId).orElseThrow().figure(last.place(scale.id()));
	}

	/**
	 * Returns the mean of each group over the cycles, so that none counts more than once.
	 */
	private static List<Mean> groups(String unitId, Scale outcome, List<Scale> drivers, List<Release> releases) {
		Map<String, Mean> groups = new TreeMap<>();
		for (Release release : releases) {
			for (int place : release.of(unitId).orElseThrow().blocks()) {
				Release.Block block = release.blocks().get(place);
				groups.computeIfAbsent(String.join("\n", block.unitIds()), (id) -> new Mean(drivers.size()))
					.add(block, release, drivers, outcome);
			}
		}
		return groups.values().stream().filter((mean) -> mean.cycles > 0).toList();
	}

	private static @Nullable Association association(List<Mean> groups, int driver) {
		double[] levels = groups.stream().mapToDouble((group) -> group.level(driver)).toArray();
		double[] others = groups.stream().mapToDouble((group) -> group.others(driver)).toArray();
		return Association.of(levels, others);
	}

	/**
	 * A driver.
	 *
	 * @param level the unit's level in the last cycle in which it is published
	 * @param association how closely it goes with the outcome; null where there are too
	 * few groups to say
	 * @param reason why there is no association
	 */
	record Driver(Scale scale, @Nullable Figure level, @Nullable Association association, @Nullable String reason) {

		static Driver of(Scale scale, @Nullable Figure level, @Nullable Association association) {
			return new Driver(scale.published(), level, association,
					(association != null) ? null : "fewer than " + FEWEST_GROUPS + " groups that differ");
		}

		private double strength() {
			return (this.association != null) ? this.association.correlation() : -1;
		}

	}

	/**
	 * Pearson's correlation of a driver with the mean of all other drivers, which is the
	 * outcome without the driver's own part in it, with Fisher's interval.
	 *
	 * @param correlation from -1 to 1
	 * @param from where it may lie at least, with 95 % confidence
	 * @param to where it may lie at most
	 */
	record Association(double correlation, double from, double to) {

		private static final double NORMAL_95 = 1.96;

		private static final double PERFECT = 0.999;

		static @Nullable Association of(double[] one, double[] other) {
			double meanOne = java.util.Arrays.stream(one).average().orElseThrow();
			double meanOther = java.util.Arrays.stream(other).average().orElseThrow();
			double covariance = 0;
			double spreadOne = 0;
			double spreadOther = 0;
			for (int at = 0; at < one.length; at++) {
				covariance += (one[at] - meanOne) * (other[at] - meanOther);
				spreadOne += Math.pow(one[at] - meanOne, 2);
				spreadOther += Math.pow(other[at] - meanOther, 2);
			}
			if (spreadOne == 0 || spreadOther == 0) {
				return null;
			}
			double correlation = Math.clamp(covariance / Math.sqrt(spreadOne * spreadOther), -PERFECT, PERFECT);
			double z = Math.log((1 + correlation) / (1 - correlation)) / 2;
			double margin = NORMAL_95 / Math.sqrt(one.length - 3);
			return new Association(rounded(correlation), rounded(Math.tanh(z - margin)),
					rounded(Math.tanh(z + margin)));
		}

		private static double rounded(double value) {
			return Math.round(value * 100) / 100.0;
		}

	}

	/** A group's mean levels over the cycles in which all of them are published. */
	private static final class Mean {

		private final double[] drivers;

		private double outcome;

		private int cycles;

		Mean(int drivers) {
			this.drivers = new double[drivers];
		}

		void add(Release.Block block, Release release, List<Scale> scales, Scale outcome) {
			int[] places = scales.stream().mapToInt((scale) -> release.place(scale.id())).toArray();
			if (block.points().size() < release.scales().size()
					|| java.util.Arrays.stream(places).anyMatch((place) -> place < 0)) {
				return;
			}
			for (int driver = 0; driver < places.length; driver++) {
				this.drivers[driver] += level(block, places[driver]);
			}
			this.outcome += level(block, release.place(outcome.id()));
			this.cycles++;
		}

		private static int level(Release.Block block, int place) {
			Integer level = block.figure(place).level();
			return (level != null) ? level : 0;
		}

		double level(int driver) {
			return this.drivers[driver] / this.cycles;
		}

		double others(int driver) {
			double sum = 0;
			for (int other = 0; other < this.drivers.length; other++) {
				sum += (other != driver) ? this.drivers[other] : 0;
			}
			return (this.drivers.length > 1) ? sum / (this.drivers.length - 1) / this.cycles
					: this.outcome / this.cycles;
		}

	}

}
