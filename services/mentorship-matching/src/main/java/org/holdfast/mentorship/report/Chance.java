package org.holdfast.mentorship.report;

import java.util.List;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Says whether parts differ by more than chance would make them differ once in a hundred
 * times.
 */
final class Chance {

	/** How often parts that do not differ are said to. */
	static final double LEVEL = 0.01;

	private Chance() {
	}

	/**
	 * Pearson's chi-square test of homogeneity (Philosophical Magazine 50, 1900). Fit for
	 * parts with at least five on either side (Cochran, Biometrics 10, 1954).
	 * @param yes how many did, by part
	 * @param no how many did not, by part
	 * @return the probability of differences at least as large by chance, 0 to 1
	 */
	static double ofShares(int[] yes, int[] no) {
		double allYes = java.util.Arrays.stream(yes).sum();
		double allNo = java.util.Arrays.stream(no).sum();
		double statistic = 0;
		for (int part = 0; part < yes.length; part++) {
			double share = (yes[part] + no[part]) / (allYes + allNo);
			statistic += square(yes[part] - share * allYes) / (share * allYes)
					+ square(no[part] - share * allNo) / (share * allNo);
		}
		return ChiSquaredDistribution.of(yes.length - 1).survivalProbability(statistic);
	}

	/**
	 * One-way analysis of variance (Fisher, Statistical Methods for Research Workers,
	 * 1925).
	 * @param parts the values by part, at least two in one of them
	 * @return the probability of differences at least as large by chance, 0 to 1; 1 where
	 * all values are the same
	 */
	static double ofMeans(List<List<Integer>> parts) {
		int count = parts.stream().mapToInt(List::size).sum();
		double mean = parts.stream().flatMap(List::stream).mapToInt(Integer::intValue).average().orElse(0);
		double between = 0;
		double within = 0;
		for (List<Integer> part : parts) {
			double own = part.stream().mapToInt(Integer::intValue).average().orElse(mean);
			between += part.size() * square(own - mean);
			within += part.stream().mapToDouble((value) -> square(value - own)).sum();
		}
		if (between == 0) {
			return 1;
		}
		int freedom = parts.size() - 1;
		double ratio = (between / freedom) / (within / (count - parts.size()));
		return FDistribution.of(freedom, count - parts.size()).survivalProbability(ratio);
	}

	private static double square(double value) {
		return value * value;
	}

}
