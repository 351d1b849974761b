package org.holdfast.checkin.instrument;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What some items of an instrument measure together.
 *
 * @param id such as {@code strain}; no two instruments have a scale of the same id
 * @param kind what it is for
 * @param direction what a high score means
 * @param combination how points become the score
 * @param factor what the combined points are multiplied by, 1 for most instruments
 * @param items ids of the items that count, in order
 * @param reversed ids of those whose points count from the other end
 * @param minimumAnswered fewer answers than this have no score
 * @param bands published ranges from low to high
 * @param precision how exactly the scale measures, null where it is not known
 */
public record Scale(String id, Kind kind, Direction direction, Combination combination, int factor, List<String> items,
		Set<String> reversed, int minimumAnswered, List<Band> bands, @Nullable Precision precision) {

	public Scale {
		if (id == null || kind == null || direction == null || combination == null || items == null) {
			throw new IllegalArgumentException(
					"id, kind, direction, combination and items of a scale must be there and not null");
		}
		reversed = (reversed != null) ? reversed : Set.of();
		bands = (bands != null) ? bands : List.of();
		items = List.copyOf(items);
		reversed = Set.copyOf(reversed);
		bands = List.copyOf(bands);
		require(factor >= 1, id, "factor must be at least 1");
		require(!items.isEmpty() && Set.copyOf(items).size() == items.size(), id, "items must be some, each once");
		require(items.containsAll(reversed), id, "only items of the scale can be reversed");
		require(minimumAnswered >= 1 && minimumAnswered <= items.size(), id,
				"minimumAnswered must be between 1 and the number of items");
		require(combination == Combination.MEAN || minimumAnswered == items.size(), id,
				"a sum needs every item answered");
		for (int i = 1; i < bands.size(); i++) {
			require(bands.get(i - 1).atMost() < bands.get(i).atMost(), id, "bands must ascend");
		}
	}

	/**
	 * The band a score belongs to.
	 * @param score a score of this scale
	 * @return its band, or null where no verified band holds it
	 */
	public @Nullable Band band(double score) {
		Band band = this.bands.stream().filter((each) -> score <= each.atMost()).findFirst().orElse(null);
		return (band != null && band.verified()) ? band : null;
	}

	/**
	 * The bands that may be shown as norms.
	 * @return from low to high; none unless a primary source gives them
	 */
	public List<Band> norms() {
		return this.bands.stream().filter(Band::verified).toList();
	}

	private static void require(boolean condition, String scale, String reason) {
		if (!condition) {
			throw new IllegalArgumentException("scale %s: %s".formatted(scale, reason));
		}
	}

}
