package org.holdfast.mentorship.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges figures as somebody would who adds and subtracts all of them, and knows whom
 * each stands for.
 * <p>
 * A figure is a row of zeros and ones over people; what can be derived is a combination
 * of rows. The rows are admitted if five times over, with other people each time, people
 * can be found in whose columns the rows are as independent as in all columns. A
 * combination that is about fewer than five people is zero in all columns of at least one
 * of the five; but then it is zero altogether. Figures that do so are safe whatever the
 * values; some that are refused might be.
 */
final class Audit {

	/** For exact arithmetic; what is independent modulo a prime is independent. */
	private static final long PRIME = 2_147_483_647;

	private Audit() {
	}

	/**
	 * Tells whether nothing about fewer than {@value Part#FEWEST} people follows.
	 * @param figures the ids of the people each figure stands for
	 */
	static boolean admits(Collection<Set<String>> figures) {
		Set<String> people = new TreeSet<>();
		figures.forEach(people::addAll);
		List<long[]> columns = new ArrayList<>(people.stream()
			.map((id) -> figures.stream().mapToLong((row) -> row.contains(id) ? 1 : 0).toArray())
			.toList());
		int rank = takeBasis(new ArrayList<>(columns));
		for (int time = 0; time < Part.FEWEST; time++) {
			if (takeBasis(columns) < rank) {
				return false;
			}
		}
		return true;
	}

	/** Takes as many independent columns away as there are, and counts them. */
	private static int takeBasis(List<long[]> columns) {
		List<long[]> basis = new ArrayList<>();
		for (Iterator<long[]> each = columns.iterator(); each.hasNext();) {
			long[] left = reduced(each.next(), basis);
			if (pivot(left) >= 0) {
				basis.add(left);
				each.remove();
			}
		}
		return basis.size();
	}

	private static long[] reduced(long[] column, List<long[]> basis) {
		long[] left = column.clone();
		for (long[] other : basis) {
			int pivot = pivot(other);
			long factor = left[pivot] * inverse(other[pivot]) % PRIME;
			for (int at = 0; at < left.length; at++) {
				left[at] = Math.floorMod(left[at] - factor * other[at], PRIME);
			}
		}
		return left;
	}

	private static int pivot(long[] column) {
		for (int at = 0; at < column.length; at++) {
			if (column[at] != 0) {
				return at;
			}
		}
		return -1;
	}

	private static long inverse(long value) {
		long result = 1;
		long square = value;
		for (long left = PRIME - 2; left > 0; left >>= 1) {
			result = ((left & 1) == 1) ? result * square % PRIME : result;
			square = square * square % PRIME;
		}
		return result;
	}

}
