package org.holdfast.mentorship.report;

import java.util.Collection;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long something takes, in bands of days, where at least five people are below and
 * five above what is told.
 */
record Spread(@Schema(description = "half of the people, ten at least, are below it") Band median, @Schema(
		description = "a quarter of the people are below it; told from 20 people on") @Nullable Band lowerQuartile,
		@Schema(description = "a quarter of the people are above it; told from 20 people on") @Nullable Band upperQuartile) {

	private static final int QUARTERS = 4;

	/**
	 * The spread.
	 * @param days one number for each person
	 * @return null for fewer than ten
	 */
	static @Nullable Spread of(Collection<Long> days) {
		List<Long> sorted = days.stream().sorted().toList();
		if (sorted.size() < 2 * Part.FEWEST) {
			return null;
		}
		boolean quartiles = sorted.size() >= QUARTERS * Part.FEWEST;
		return new Spread(quarter(sorted, 2), quartiles ? quarter(sorted, 1) : null,
				quartiles ? quarter(sorted, QUARTERS - 1) : null);
	}

	private static Band quarter(List<Long> sorted, int quarter) {
		return Band.ofDays(sorted.get((sorted.size() - 1) * quarter / QUARTERS));
	}

}
