package org.holdfast.mentorship.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can be derived by adding and subtracting, by elimination of fractions. */
final class Rank {

	private static final double NOTHING = 1e-9;

	private Rank() {
	}

	/** Whether the sum over some people follows from the sums over others. */
	static boolean follows(Set<String> some, Collection<Set<String>> sums) {
		Set<String> people = new TreeSet<>(some);
		sums.forEach(people::addAll);
		List<double[]> rows = new ArrayList<>();
		sums.forEach((sum) -> rows.add(row(sum, people)));
		int rank = of(rows);
		rows.add(row(some, people));
		return of(rows) == rank;
	}

	private static double[] row(Set<String> some, Set<String> people) {
		return people.stream().mapToDouble((id) -> some.contains(id) ? 1 : 0).toArray();
	}

	private static int of(List<double[]> rows) {
		List<double[]> left = new ArrayList<>(rows.stream().map(double[]::clone).toList());
		int rank = 0;
		int columns = left.isEmpty() ? 0 : left.getFirst().length;
		for (int column = 0; column < columns && !left.isEmpty(); column++) {
			int at = column;
			double[] pivot = left.stream()
				.max((one, other) -> Double.compare(Math.abs(one[at]), Math.abs(other[at])))
				.orElseThrow();
			if (Math.abs(pivot[at]) > NOTHING) {
				left.remove(pivot);
				rank++;
				left.forEach((row) -> {
					double factor = row[at] / pivot[at];
					for (int each = 0; each < row.length; each++) {
						row[each] -= factor * pivot[each];
					}
				});
			}
		}
		return rank;
	}

}
