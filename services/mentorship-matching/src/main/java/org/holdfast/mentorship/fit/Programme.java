package org.holdfast.mentorship.fit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * How the owner of the programme wants people to be brought together, in one version of
 * it.
 *
 * @param version from 1
 * @param weights what each criterion is worth at most, 0 to 100; 100 in all
 * @param differentUnits whether mentor and mentee must work in different units
 * @param leastCommonTimes on how many half days a week both must be able to meet, 0 to 10
 * @param automatic whether proposals follow by themselves; otherwise only from rounds
 * @param mode what is sought
 * @param since when it was decided; null for what holds before anybody decides
 */
public record Programme(int version, Map<String, Integer> weights, boolean differentUnits, int leastCommonTimes,
		boolean automatic, Mode mode, @Nullable Instant since) {

	/** What is sought, as it is written. */
	public enum Mode {

		/** As many as possible, then the best worst pair, then the largest total. */
		best,

		/**
		 * That no two would rather have each other; for programmes where people rank each
		 * other.
		 */
		stable

	}

	/** What holds until somebody decides. */
	public static final Programme USUAL = new Programme(1, usualWeights(), false, 1, true, Mode.best, null);

	/**
	 * Checks the weights.
	 * @throws IllegalArgumentException if a criterion has none, or they are not 100 in
	 * all
	 */
	public Programme {
		weights = Map.copyOf(weights);
		if (!weights.keySet().equals(usualWeights().keySet())) {
			throw new IllegalArgumentException(
					"Each of these has a weight and nothing else: " + usualWeights().keySet());
		}
		if (weights.values().stream().anyMatch((weight) -> weight < 0)) {
			throw new IllegalArgumentException("No weight is below 0");
		}
		int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
		if (sum != 100) {
			throw new IllegalArgumentException("The weights must be 100 in all, and are " + sum);
		}
		if (leastCommonTimes < 0 || leastCommonTimes > 10) {
			throw new IllegalArgumentException("There are 0 to 10 half days a week");
		}
	}

	int weight(Criterion criterion) {
		return this.weights.getOrDefault(criterion.name(), 0);
	}

	private static Map<String, Integer> usualWeights() {
		Map<String, Integer> weights = new TreeMap<>();
		Criterion.ALL.forEach((criterion) -> weights.put(criterion.name(), criterion.usualWeight()));
		return weights;
	}

}
