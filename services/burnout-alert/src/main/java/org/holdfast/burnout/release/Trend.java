package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.media.Schema;
import org.holdfast.burnout.unit.Named;
import org.holdfast.burnout.unit.UnitChanged;
import org.jspecify.annotations.Nullable;

/**
 * How a unit and those above it fared, cycle by cycle, as far as it is published.
 *
 * @param unit the unit that was asked for
 * @param scale what the figures mean
 * @param periods its cycles, earliest first; those before the unit existed are left out
 * @param parents the units above it that the caller may look at, the nearest first
 */
record Trend(Named unit, Scale scale, List<Period> periods, List<Part> parents) {

	/**
	 * Puts a trend together from releases and current names.
	 * @param path the unit and those above it
	 * @param names finds the current names of other units
	 */
	static Trend of(List<UnitChanged> path, List<Release> releases, Function<Set<String>, Map<String, String>> names) {
		Set<String> others = new HashSet<>();
		for (Release release : releases) {
			path.forEach((unit) -> release.of(unit.unitId())
				.filter(Release.Shown::withheld)
				.ifPresent((shown) -> others.addAll(release.group(shown))));
		}
		Map<String, String> called = names.apply(others);
		List<Part> parts = path.stream()
			.map((unit) -> new Part(new Named(unit.unitId(), unit.name()), periods(unit.unitId(), releases, called)))
			.toList();
		return new Trend(parts.getFirst().unit(), Scale.STRAIN, parts.getFirst().periods(),
				parts.subList(1, parts.size()));
	}

	private static List<Period> periods(String unitId, List<Release> releases, Map<String, String> names) {
		List<Period> periods = new ArrayList<>();
		for (Release release : releases) {
			release.of(unitId).ifPresent((shown) -> periods.add(Period.of(shown, release, names)));
		}
		return periods;
	}

	/** What the figures mean and where they lie. */
	record Scale(String id, String direction, int minimum, int maximum) {

		static final Scale STRAIN = new Scale("strain", "higher is worse", 0, 100);

	}

	/** A unit above with its own cycles. */
	record Part(Named unit, List<Period> periods) {
	}

	/**
	 * A cycle of a unit.
	 *
	 * @param figure what is published of the unit with all below it
	 * @param reason why nothing is published of it alone
	 * @param together the units whose own members are the smallest group that is
	 * published and has all of the unit's answers
	 * @param togetherFigure what is published of that group
	 */
	record Period(String cycleId, Instant closesAt, @Schema(allowableValues = {
			"published", "withheld" }) String state, @Nullable Figure figure, @Nullable String reason,
			List<Named> together, @Nullable Figure togetherFigure){

		static Period of(Release.Shown shown, Release release, Map<String, String> names) {
			return shown.withheld()
					? new Period(release.id(), release.closesAt(), "withheld", null, shown.reason(),
							Named.of(release.group(shown), names), shown.figure())
					: new Period(release.id(), release.closesAt(), "published", shown.figure(), null, List.of(), null);
		}

	}

}
