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
 * @param silentFor in how many cycles in a row, up to the last one, enough of the unit
 * were asked and too few answered; what they would have answered is not guessed
 */
record Trend(Named unit, Scale scale, List<Period> periods, List<Part> parents, int silentFor) {

	/**
	 * Puts a trend together from releases and current names.
	 * @param path the unit and those above it
	 * @param releases those that have the scale
	 * @param names finds the current names of other units
	 */
	static Trend of(List<UnitChanged> path, List<Release> releases, Scale scale,
			Function<Set<String>, Map<String, String>> names) {
		Set<String> others = new HashSet<>();
		for (Release release : releases) {
			path.forEach((unit) -> release.of(unit.unitId())
				.filter(Release.Shown::withheld)
				.ifPresent((shown) -> others.addAll(release.group(shown))));
		}
		Map<String, String> called = names.apply(others);
		List<Part> parts = path.stream()
			.map((unit) -> new Part(new Named(unit.unitId(), unit.name()),
					periods(unit.unitId(), releases, scale, called)))
			.toList();
		return new Trend(parts.getFirst().unit(), scale.published(), parts.getFirst().periods(),
				parts.subList(1, parts.size()), silentFor(path.getFirst().unitId(), releases));
	}

	/** Returns in how many releases in a row, up to the last one, a unit was silent. */
	static int silentFor(String unitId, List<Release> releases) {
		int silent = 0;
		for (Release release : releases) {
			silent = release.of(unitId).filter(Release.Shown::silent).isPresent() ? silent + 1 : 0;
		}
		return silent;
	}

	private static List<Period> periods(String unitId, List<Release> releases, Scale scale, Map<String, String> names) {
		List<Period> periods = new ArrayList<>();
		for (Release release : releases) {
			release.of(unitId)
				.ifPresent((shown) -> periods.add(Period.of(shown, release, release.place(scale.id()), names)));
		}
		return periods;
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
	 * @param participation what share of those asked answered, in broad bands
	 * @param pooled the level in the light of all groups; small groups are drawn towards
	 * the agency's level
	 */
	record Period(String cycleId, Instant closesAt, @Schema(allowableValues = {
			"published", "withheld" }) String state, @Nullable Figure figure, @Nullable String reason,
			List<Named> together, @Nullable Figure togetherFigure, @Nullable String participation,
			Pool.@Nullable Pooled pooled){

		static final String NOT_EVERY_QUESTION = "not everybody answered every question, or nearly all answered one "
				+ "of them alike";

		static Period of(Release.Shown shown, Release release, int scale, Map<String, String> names) {
			Figure figure = shown.figure(scale);
			if (shown.withheld()) {
				return new Period(release.id(), release.closesAt(), "withheld", null, shown.reason(),
						Named.of(release.group(shown), names), figure, null, null);
			}
			if (figure == null) {
				return new Period(release.id(), release.closesAt(), "withheld", null, NOT_EVERY_QUESTION, List.of(),
						null, shown.participation(), null);
			}
			return new Period(release.id(), release.closesAt(), "published", figure, null, List.of(), null,
					shown.participation(), release.pooled(figure, scale));
		}

	}

}
