package org.holdfast.burnout.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.media.Schema;
import org.holdfast.burnout.crosscut.CrossCut;
import org.holdfast.burnout.unit.Named;
import org.jspecify.annotations.Nullable;

/**
 * How a cross-cut fared, cycle by cycle, as far as it is published.
 *
 * @param name as it is called now, or was at last
 * @param scale what the figures mean
 * @param periods the cycles that it held for, earliest first
 */
record CutTrend(String crossCutId, String name, Scale scale, List<Period> periods) {

	/**
	 * Puts a trend together from releases and current names.
	 * @param releases those that have the scale
	 * @param names finds the current names of units
	 */
	static CutTrend of(CrossCut crossCut, List<Release> releases, Scale scale,
			Function<Set<String>, Map<String, String>> names) {
		Set<String> named = new HashSet<>();
		releases.forEach((release) -> release.cut(crossCut.id()).ifPresent((cut) -> {
			named.addAll(cut.unitIds());
			named.addAll(cut.leftOut());
		}));
		Map<String, String> called = names.apply(named);
		List<Period> periods = new ArrayList<>();
		for (Release release : releases) {
			release.cut(crossCut.id())
				.ifPresent((cut) -> periods.add(Period.of(cut, release, release.place(scale.id()), called)));
		}
		return new CutTrend(crossCut.id(), crossCut.current().name(), scale.published(), periods);
	}

	/**
	 * A cycle of a cross-cut.
	 *
	 * @param figure what is published of those who count
	 * @param reason why nothing is published
	 * @param version the version that held when the cycle opened
	 * @param units what that version selects: each unit with all units below it
	 * @param leftOut the units whose own members do not count
	 * @param participation what share of those asked answered, in broad bands; null where
	 * not everybody selected counts
	 * @param pooled the level in the light of all groups; small groups are drawn towards
	 * the agency's level
	 */
	record Period(String cycleId, Instant closesAt, @Schema(allowableValues = {
			"published", "withheld" }) String state, @Nullable Figure figure, @Nullable String reason, int version,
			List<Named> units, List<Named> leftOut, @Nullable String participation, Pool.@Nullable Pooled pooled){

		static Period of(Cut cut, Release release, int scale, Map<String, String> names) {
			Figure figure = cut.figure(scale);
			String reason = (cut.withheld() || figure != null) ? cut.reason() : Trend.Period.NOT_EVERY_QUESTION;
			return new Period(release.id(), release.closesAt(), (figure != null) ? "published" : "withheld", figure,
					reason, cut.version(), Named.of(cut.unitIds(), names), Named.of(cut.leftOut(), names),
					cut.participation(), release.pooled(figure, scale));
		}

	}

}
