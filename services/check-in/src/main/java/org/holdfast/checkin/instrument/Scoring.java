package org.holdfast.checkin.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/**
 * Turns answers into scores; a scale with too few answers has none, which is not zero.
 */
public final class Scoring {

	private Scoring() {
	}

	/**
	 * The scores of every scale of the instrument.
	 * @param instrument the instrument
	 * @param answers checked answers, item id to option id
	 * @return scale id to score, null where the scale has none
	 */
	public static Map<String, @Nullable Double> scores(Instrument instrument, Map<String, String> answers) {
		return scores(instrument, answers, instrument.items());
	}

	/**
	 * The scores of every scale where items take turns: a scale of several items is
	 * scored on the anchors alone, which are asked every time, so that its scores can be
	 * compared from one time to the next.
	 * @param instrument the instrument
	 * @param answers checked answers, item id to option id
	 * @param anchors items that are asked every time; all of them where none take turns
	 * @return scale id to score, null where the scale has none
	 */
	public static Map<String, @Nullable Double> scores(Instrument instrument, Map<String, String> answers,
			List<String> anchors) {
		Map<String, @Nullable Double> scores = new LinkedHashMap<>();
		for (Scale scale : instrument.scales()) {
			OptionalDouble score = score(instrument, scale, counted(scale, answers, anchors));
			scores.put(scale.id(), score.isPresent() ? score.getAsDouble() : null);
		}
		return scores;
	}

	/**
	 * The answers that a scale is scored on where items take turns.
	 * @param scale a scale
	 * @param answers checked answers, item id to option id
	 * @param anchors items that are asked every time
	 * @return those of the anchors; all for a scale of a single item
	 */
	public static Map<String, String> counted(Scale scale, Map<String, String> answers, List<String> anchors) {
		Map<String, String> counted = new LinkedHashMap<>(answers);
		if (scale.items().size() > 1) {
			counted.keySet().retainAll(anchors);
		}
		return counted;
	}

	/**
	 * The score of one scale.
	 * @param instrument the instrument
	 * @param scale one of its scales
	 * @param answers checked answers, item id to option id
	 * @return a score between {@link #minimum} and {@link #maximum}, or none where too
	 * little is answered
	 */
	public static OptionalDouble score(Instrument instrument, Scale scale, Map<String, String> answers) {
		Map<String, Integer> points = points(instrument, scale, answers);
		if (points.size() < scale.minimumAnswered()) {
			return OptionalDouble.empty();
		}
		int sum = points.values().stream().mapToInt(Integer::intValue).sum();
		return OptionalDouble.of(combined(scale, sum, points.size()));
	}

	/**
	 * What each answered item adds to a scale, after reversal: the evidence behind a
	 * score.
	 * @param instrument the instrument
	 * @param scale one of its scales
	 * @param answers checked answers, item id to option id
	 * @return item id to points, in the order of the scale, without the items left out
	 */
	public static Map<String, Integer> points(Instrument instrument, Scale scale, Map<String, String> answers) {
		Map<String, Integer> points = new LinkedHashMap<>();
		for (String item : scale.items()) {
			String option = answers.get(item);
			if (option != null) {
				int given = instrument.points(option);
				points.put(item, scale.reversed().contains(item) ? instrument.reversed(given) : given);
			}
		}
		return points;
	}

	/**
	 * The lowest score a scale can have.
	 * @param instrument the instrument
	 * @param scale one of its scales
	 * @return points of the scale
	 */
	public static double minimum(Instrument instrument, Scale scale) {
		return combined(scale, instrument.lowest() * scale.items().size(), scale.items().size());
	}

	/**
	 * The highest score a scale can have.
	 * @param instrument the instrument
	 * @param scale one of its scales
	 * @return points of the scale
	 */
	public static double maximum(Instrument instrument, Scale scale) {
		return combined(scale, instrument.highest() * scale.items().size(), scale.items().size());
	}

	private static double combined(Scale scale, int sum, int answered) {
		double combined = (scale.combination() == Combination.SUM) ? sum : (double) sum / answered;
		return combined * scale.factor();
	}

}
