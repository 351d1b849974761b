package org.holdfast.burnout.release;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How the groups of an agency lie around its mean in one cycle, made of published figures
 * only: whole levels and the lower ends of bands, so it says nothing that they do not.
 * <p>
 * A group's level is pulled towards the agency's the more, the fewer people it has and
 * the less groups differ (methods, section 3; the spread between groups after DerSimonian
 * and Laird 1986).
 *
 * @param mean the agency's level
 * @param between the variance between groups beyond chance
 * @param error the variance of the agency's level
 */
public record Pool(double mean, double between, double error) {

	/**
	 * The variance of people's scores within a group: a standard deviation of 17.7
	 * points.
	 */
	public static final double WITHIN = 17.7 * 17.7;

	private static final double NORMAL_95 = 1.96;

	/** Returns the pool of a scale, null where fewer than two groups have a level. */
	static @Nullable Pool of(List<Release.Block> blocks, int scale) {
		List<Figure> figures = blocks.stream()
			.filter((block) -> scale < block.points().size())
			.map((block) -> block.figure(scale))
			.filter((figure) -> figure.level() != null)
			.toList();
		if (figures.size() < 2) {
			return null;
		}
		double weights = 0;
		double squares = 0;
		double sum = 0;
		for (Figure figure : figures) {
			double weight = people(figure) / WITHIN;
			weights += weight;
			squares += weight * weight;
			sum += weight * level(figure);
		}
		double fixed = sum / weights;
		double spread = figures.stream()
			.mapToDouble((figure) -> people(figure) / WITHIN * Math.pow(level(figure) - fixed, 2))
			.sum();
		double between = Math.max(0, (spread - (figures.size() - 1)) / (weights - squares / weights));
		double inverse = figures.stream().mapToDouble((figure) -> 1 / (between + WITHIN / people(figure))).sum();
		double mean = figures.stream()
			.mapToDouble((figure) -> level(figure) / (between + WITHIN / people(figure)))
			.sum() / inverse;
		return new Pool(mean, between, 1 / inverse);
	}

	/** Returns the level of a group, pooled; null where only a limit is published. */
	@Nullable Pooled pooled(@Nullable Figure figure) {
		if (figure == null || figure.level() == null) {
			return null;
		}
		double chance = WITHIN / people(figure);
		double weight = this.between / (this.between + chance);
		double level = weight * level(figure) + (1 - weight) * this.mean;
		double margin = NORMAL_95 * Math.sqrt(weight * chance + (1 - weight) * (1 - weight) * this.error);
		return new Pooled(bounded(level), bounded(level - margin), bounded(level + margin));
	}

	private static int bounded(double level) {
		return Math.toIntExact(Math.clamp(Math.round(level), 0, Scale.TOP));
	}

	private static int level(Figure figure) {
		return Objects.requireNonNull(figure.level());
	}

	/** The fewest that the published band allows. */
	private static int people(Figure figure) {
		return Integer.parseInt(figure.people().substring(0, figure.people().indexOf('-')));
	}

	/**
	 * A level in the light of all groups.
	 *
	 * @param level 0..100 in whole points
	 * @param from where it may lie at least, with 95 % confidence
	 * @param to where it may lie at most
	 */
	public record Pooled(int level, int from, int to) {
	}

}
